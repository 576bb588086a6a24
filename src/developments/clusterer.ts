import { createDocumentFrequency, type DocumentFrequency } from '#lib/similarity/document-frequency.ts';
import { createInvertedIndex, type InvertedIndex } from '#lib/similarity/inverted-index.ts';
import { containment, sharedHashes } from '#lib/similarity/shingles.ts';
import { CLUSTER_DEFAULTS, type ClusterOptions } from './cluster-options.ts';
import { bridgesOf, saidTogether, scoreBridged, weighBridges } from './bridge-pair.ts';
import { scorePair } from './cluster-pair.ts';
import { type ReadReport, readReport } from './cluster-report.ts';
import { createLexicon } from './cluster-words.ts';

export type { ClusterOptions } from './cluster-options.ts';

export interface ClusterInput {
  id: string;
  /** Epoch milliseconds. */
  at: number;
  title: string;
  body: string;
  lang: string;
  outlet: string;
  /** Ids of the places that it names, where somebody knows: the same whatever the script. */
  places?: readonly string[];
}

export interface Assignment {
  /** The id of the development's first report. */
  development: string;
  /** The report that this one is a near-duplicate (wire copy) of. */
  copyOf: string | null;
  /** Probability, 0 to 1, that it belongs there; for a copy the share of the smaller text found in the other. */
  similarity: number;
  isNew: boolean;
  /** For a report that begins a development, the one that it was nearest to by its words, and the probability (under the threshold). */
  nearest: { development: string; similarity: number } | null;
}

export interface Clusterer {
  /** Assigns a report to a development, from what came before it alone. */
  add(report: ClusterInput): Assignment;
  /** Puts back a report already assigned earlier, without deciding. */
  remember(report: ClusterInput, development: string, copyOf: string | null): void;
  /** How many reports are remembered. */
  readonly size: number;
}

interface Member {
  read: ReadReport;
  development: string;
  copyOf: string | null;
}

interface Development {
  /** Members still remembered, in Arabic letters and in others. */
  arabic: number;
  other: number;
  startedAt: number;
}

/** A member found through the index, with the cosine of the two whole texts. */
interface Near {
  member: Member;
  cosine: number;
}

const DAY_MS = 86_400_000;

const scriptOf = ({ arabic }: ReadReport): 'arabic' | 'other' => (arabic ? 'arabic' : 'other');

/** Reports by script, to be found from the other, and how common is what they say in either. */
interface Bridges extends Record<'arabic' | 'other', InvertedIndex> {
  past: DocumentFrequency;
  keep(document: number, read: ReadReport): void;
}

function createBridges(past: DocumentFrequency): Bridges {
  const indexes = { arabic: createInvertedIndex(), other: createInvertedIndex() };
  return {
    ...indexes,
    past,
    keep(document, read) {
      past.add(bridgesOf(read));
      indexes[scriptOf(read)].add(document, saidTogether(weighBridges(read, past)));
    },
  };
}

/**
 * Groups reports of one event as they arrive: one pass, deterministic, no clock. Reports are found through an inverted
 * index, compared pair by pair in several readings, and joined to the development whose members fit best.
 * Memory and cost per report are bounded by the window.
 */
export function createClusterer(options: Partial<ClusterOptions> = {}): Clusterer {
  const settings: ClusterOptions = { ...CLUSTER_DEFAULTS, ...options };
  const past = {
    long: createDocumentFrequency(settings.idfMemory, settings.idfPrior),
    recent: createDocumentFrequency(settings.recentMemory, settings.idfPrior),
  };
  const lexicon = createLexicon();
  const index = createInvertedIndex();
  const members = new Map<number, Member>();
  const developments = new Map<string, Development>();
  const remembered = { arabic: 0, other: 0 };
  let bridges: Bridges | null = null;
  let next = 0;
  let oldest = 0;
  let latestAt = Number.NEGATIVE_INFINITY;

  function forgetOld(): void {
    for (;;) {
      const first = members.get(oldest);
      if (first === undefined) break;
      const fresh = first.read.at >= latestAt - settings.windowDays * DAY_MS;
      if (fresh && members.size <= settings.mostRemembered) break;
      members.delete(oldest);
      const left = developments.get(first.development);
      if (left !== undefined) {
        left[scriptOf(first.read)]--;
        if (left.arabic + left.other === 0) developments.delete(first.development);
      }
      remembered[scriptOf(first.read)]--;
      oldest++;
    }
    index.forgetBelow(oldest);
    bridges?.arabic.forgetBelow(oldest);
    bridges?.other.forgetBelow(oldest);
  }

  function keep(read: ReadReport, development: string, copyOf: string | null): void {
    past.long.add(read.terms);
    past.recent.add(read.terms);
    index.add(next, read.whole);
    bridges?.keep(next, read);
    members.set(next, { read, development, copyOf });
    const joined = developments.get(development) ?? { arabic: 0, other: 0, startedAt: read.at };
    joined[scriptOf(read)]++;
    remembered[scriptOf(read)]++;
    developments.set(development, joined);
    next++;
  }

  function take(report: ClusterInput) {
    latestAt = Math.max(latestAt, report.at);
    forgetOld();
    return readReport(report, past, lexicon, settings);
  }

  /** The remembered report that this one copies: most shared text, then the nearest. */
  function findOriginal(read: ReadReport, near: readonly Near[]): { member: Member; share: number } | null {
    let best: { member: Member; share: number } | null = null;
    for (const { member, cosine } of near) {
      if (cosine < settings.copyCosine) continue;
      const shared = sharedHashes(read.sketch, member.read.sketch);
      const shingles = shared / Math.min(read.sketch.length, member.read.sketch.length);
      if (shared < settings.copyShared || shingles < settings.copyShingles) continue;
      const terms = containment(read.terms, member.read.terms);
      if (terms < settings.copyTerms || shingles + terms < settings.copyTogether) continue;
      if (best === null || shingles > best.share) best = { member, share: shingles };
    }
    return best;
  }

  /** Scores each development that has a member near by: mostly the mean over its best members, partly the best one. */
  function scoreDevelopments(read: ReadReport, near: readonly Near[]): Map<string, number> {
    const pairs = new Map<string, number[]>();
    for (const { member, cosine } of near) {
      const score = scorePair(read, member.read, cosine);
      const scores = pairs.get(member.development);
      if (scores === undefined) pairs.set(member.development, [score]);
      else scores.push(score);
    }
    const scored = new Map<string, number>();
    for (const [development, scores] of pairs) {
      scores.sort((a, b) => b - a);
      const known = developments.get(development);
      const startedAt = known?.startedAt ?? read.at;
      // Members in the other script share no words: they are no strangers, they are not asked.
      const size = Math.max(
        scores.length,
        Math.min(settings.membersCompared, known?.[scriptOf(read)] ?? scores.length),
      );
      let sum = 0;
      for (let i = 0; i < size; i++) sum += scores[i] ?? settings.strangerScore;
      const best = scores[0] ?? settings.strangerScore;
      const age = Math.max(0, (read.at - startedAt) / DAY_MS - settings.freshDays);
      const mixed = settings.nearestShare * best + ((1 - settings.nearestShare) * sum) / size;
      scored.set(development, mixed - settings.agePenalty * age);
    }
    return scored;
  }

  /** What was told in both scripts; null while all is in one, as most streams are, and nothing is spent on it. */
  function bridgesNow(): Bridges | null {
    if (bridges !== null || remembered.arabic === 0 || remembered.other === 0) return bridges;
    bridges = createBridges(createDocumentFrequency(settings.idfMemory, settings.idfPrior));
    for (const [document, { read }] of members) bridges.keep(document, read);
    return bridges;
  }

  /** The development told in the other script that fits best: by its nearest member, and half by the next. */
  function findBridged(read: ReadReport, byWords: Map<string, number>): { development: string; score: number } | null {
    const script = scriptOf(read);
    // The first in a script is held against the others, though none of its own is remembered yet.
    remembered[script]++;
    const known = bridgesNow();
    remembered[script]--;
    if (known === null) return null;
    const weighed = weighBridges(read, known.past);
    const found = new Map<string, number[]>();
    for (const { document } of known[script === 'arabic' ? 'other' : 'arabic'].nearest(
      saidTogether(weighed),
      settings.bridgeCandidates,
    )) {
      const member = members.get(document);
      if (member === undefined) continue;
      const { read: theirs, development } = member;
      // One that is told in this script as well has to be near by its words too.
      const isToldHere = (developments.get(development)?.[script] ?? 0) > 0;
      if (isToldHere && (byWords.get(development) ?? settings.strangerScore) < settings.bridgedWords) continue;
      const score = scoreBridged(weighed, weighBridges(theirs, known.past));
      found.set(development, [...(found.get(development) ?? []), score]);
    }
    let best: { development: string; score: number } | null = null;
    for (const [development, scores] of found) {
      scores.sort((a, b) => b - a);
      const [first = 0, second = first] = scores;
      const score = (2 * first + second) / 3;
      if (best === null || score > best.score) best = { development, score };
    }
    return best;
  }

  /** The report's id, unless an earlier report of that id began a development that is still open. */
  function freshName(id: string): string {
    let name = id;
    while (developments.has(name)) name += '+';
    return name;
  }

  return {
    add(report) {
      const read = take(report);
      const near: Near[] = [];
      for (const { document, score } of index.nearest(read.whole, settings.candidates)) {
        const member = members.get(document);
        if (member === undefined) continue;
        const cosine = score / (read.whole.norm * member.read.whole.norm);
        if (cosine >= settings.leastCosine) near.push({ member, cosine });
      }
      const original = findOriginal(read, near);
      if (original !== null) {
        const { development, copyOf } = original.member;
        const first = copyOf ?? original.member.read.id;
        keep(read, development, first);
        return { development, copyOf: first, similarity: original.share, isNew: false, nearest: null };
      }
      let best: { development: string; score: number } | null = null;
      const byWords = scoreDevelopments(read, near);
      for (const [development, score] of byWords) {
        if (best === null || score > best.score) best = { development, score };
      }
      let joined = best !== null && best.score >= settings.joinScore;
      if (!joined) {
        const bridged = findBridged(read, byWords);
        if (bridged !== null && bridged.score >= settings.bridgeScore) {
          best = bridged;
          joined = true;
        }
      }
      const development = joined && best !== null ? best.development : freshName(report.id);
      keep(read, development, null);
      const likely =
        best === null ? null : { development: best.development, similarity: 1 / (1 + Math.exp(-best.score)) };
      return {
        development,
        copyOf: null,
        similarity: joined ? (likely?.similarity ?? 0) : 0,
        isNew: !joined,
        nearest: joined ? null : likely,
      };
    },
    remember(report, development, copyOf) {
      const read = take(report);
      keep(read, development, copyOf);
    },
    get size() {
      return members.size;
    },
  };
}
