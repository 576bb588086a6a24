/** Thresholds of the clusterer. How each was chosen: docs/decisions (clustering); tuned on reports up to the end of 2017. */
export interface ClusterOptions {
  /** A report is forgotten this many days after the latest one; developments older than that are not joined. */
  windowDays: number;
  /** And at the latest when this many newer ones are remembered. */
  mostRemembered: number;
  /** IDF counts are halved after this many reports. */
  idfMemory: number;
  /** The same for what is talked about lately. */
  recentMemory: number;
  /** Reports taken as read before the first. */
  idfPrior: number;
  /** How much of a body is read, and how much of it is the lead, in UTF-16 units. */
  bodyCharacters: number;
  leadCharacters: number;
  /** How often a word in the title or lead counts besides its count in the body. */
  titleBoost: number;
  leadBoost: number;
  /** The most terms kept in each reading. */
  wholeTerms: number;
  nameTerms: number;
  phraseTerms: number;
  /** How many of the nearest earlier reports are compared in full. */
  candidates: number;
  shingleWidth: number;
  shingleOneIn: number;
  /** Share of the smaller text's shingles that makes a copy, and the fewest shared ones. */
  copyContainment: number;
  copyShared: number;
  /** Share of the best member's score in a development's score; the rest is the mean over its members. */
  nearestShare: number;
  /** The score (log odds) from which a report joins a development. */
  joinScore: number;
}

export const CLUSTER_DEFAULTS: ClusterOptions = {
  windowDays: 6,
  mostRemembered: 20_000,
  idfMemory: 40_000,
  recentMemory: 400,
  idfPrior: 20,
  bodyCharacters: 4000,
  leadCharacters: 500,
  titleBoost: 2,
  leadBoost: 0.5,
  wholeTerms: 120,
  nameTerms: 60,
  phraseTerms: 100,
  candidates: 40,
  shingleWidth: 3,
  shingleOneIn: 1,
  copyContainment: 0.25,
  copyShared: 8,
  nearestShare: 0.6,
  joinScore: 0,
};
