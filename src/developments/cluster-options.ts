/** Thresholds of the clusterer; tuned on reports dated up to the end of 2017 and on topics 1-35 of ECB+ (tools/train-clusterer.ts). */
export interface ClusterOptions {
  /** A report is forgotten when it is this many days older than the latest; nothing joins it any more. */
  windowDays: number;
  /** And at the latest when this many newer ones are remembered. */
  mostRemembered: number;
  /** How many reports the counts behind IDF reach back (they are halved at each such step): for good, and for what is talked about lately. */
  idfMemory: number;
  recentMemory: number;
  /** Reports taken as read before the first. */
  idfPrior: number;
  /** How much of a body is read, how much of it is the lead, and how far dates are kept, in UTF-16 units. */
  bodyCharacters: number;
  leadCharacters: number;
  dateCharacters: number;
  /** How often a word in the title or lead counts, besides its count in the body. */
  titleBoost: number;
  leadBoost: number;
  /** The most terms kept in each reading. */
  wholeTerms: number;
  titleTerms: number;
  leadTerms: number;
  nameTerms: number;
  toldNames: number;
  /** How many of the nearest earlier reports are compared in full. */
  candidates: number;
  /** The cosine of two whole texts below which they are not compared further, and below which neither is taken for a copy. */
  leastCosine: number;
  copyCosine: number;
  /** A development is scored by this many of its members, the best ones; one that was not among the candidates scores `strangerScore`. */
  membersCompared: number;
  strangerScore: number;
  /** Share of the best member's score in a development's score; the rest is the mean over the compared members. */
  nearestShare: number;
  /** What a development loses for each day after its first `freshDays`: an event is told within days, what goes on longer is a storyline. */
  freshDays: number;
  agePenalty: number;
  /** The score (log odds) from which a report joins a development. */
  joinScore: number;
  /** The score from which a report joins a development that is told in the other script alone. */
  bridgeScore: number;
  /** How many of the nearest reports in the other script are compared in full. */
  bridgeCandidates: number;
  /** The score by words from which one that is told in both is compared over the other script too. */
  bridgedWords: number;
  /** Words in a shingle, and one in how many shingles is kept. */
  shingleWidth: number;
  shingleOneIn: number;
  /**
   * A copy holds at least these shares of the smaller text's shingles and terms, and of both together. A long quotation
   * in both gives many shared shingles but few shared terms; words changed here and there give the opposite.
   */
  copyShingles: number;
  copyTerms: number;
  copyTogether: number;
  /** And at the fewest this many shared shingles. */
  copyShared: number;
}

export const CLUSTER_DEFAULTS: ClusterOptions = {
  windowDays: 4,
  mostRemembered: 20_000,
  idfMemory: 40_000,
  recentMemory: 120,
  idfPrior: 100,
  bodyCharacters: 3000,
  leadCharacters: 500,
  dateCharacters: 800,
  titleBoost: 3,
  leadBoost: 0.5,
  wholeTerms: 120,
  titleTerms: 40,
  leadTerms: 60,
  nameTerms: 60,
  toldNames: 30,
  candidates: 20,
  leastCosine: 0.08,
  copyCosine: 0.25,
  membersCompared: 8,
  strangerScore: -4,
  nearestShare: 0.2,
  freshDays: 1,
  agePenalty: 0.8,
  joinScore: -0.25,
  bridgeScore: 0,
  bridgeCandidates: 30,
  bridgedWords: -2,
  shingleWidth: 3,
  shingleOneIn: 2,
  copyShingles: 0.15,
  copyTerms: 0.5,
  copyTogether: 0.95,
  copyShared: 6,
};
