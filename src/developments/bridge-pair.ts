import type { DocumentFrequency } from '#lib/similarity/document-frequency.ts';
import { type SparseVector, sparseVector } from '#lib/similarity/sparse-vector.ts';
import type { Counted } from './cluster-words.ts';

const DAY_MS = 86_400_000;
/** Weight taken as told by one alone: of two words that are shared by chance nothing follows. */
const UNSEEN = 4;
/** By the heaviest of what it says a report is found from the other script. */
const SAID = 80;

/**
 * What each comparison of two reports in two scripts adds to the log odds that they tell one event. Chosen on the earlier
 * part of tests/labelled/bilingual.jsonl (docs/measurements.md).
 */
const weights = { constant: -4.5, names: 7, facts: 5, days: -0.9 };

/** What a report says in either script, as it was counted. */
export interface BridgeCounts {
  at: number;
  arabic: boolean;
  facts: Counted;
  sounds: Counted;
}

/** What a report says in either script, weighed by how rare it is. */
export interface Bridged {
  at: number;
  arabic: boolean;
  facts: SparseVector;
  sounds: SparseVector;
}

/** The hashes of what a report says in either script. */
export function bridgesOf({ facts, sounds }: BridgeCounts): number[] {
  return [...facts.hashes, ...sounds.hashes];
}

export function weighBridges({ at, arabic, facts, sounds }: BridgeCounts, past: DocumentFrequency): Bridged {
  const weigh = ({ hashes, times }: Counted): SparseVector =>
    sparseVector(
      hashes,
      Float64Array.from(hashes, (hash, place) => Math.log(1 + (times[place] ?? 0)) * past.idf(hash)),
    );
  return { at, arabic, facts: weigh(facts), sounds: weigh(sounds) };
}

/** All of it as one vector of the heaviest, to be found by. */
export function saidTogether({ facts, sounds }: Bridged): SparseVector {
  const weighed = new Map<number, number>();
  for (const { ids, weights: theirs } of [facts, sounds]) ids.forEach((id, at) => weighed.set(id, theirs[at] ?? 0));
  const ids = Uint32Array.from(weighed.keys()).sort();
  return sparseVector(
    ids,
    Float64Array.from(ids, (id) => weighed.get(id) ?? 0),
    SAID,
  );
}

/** Log odds that two reports in different scripts tell one event. */
export function scoreBridged(a: Bridged, b: Bridged): number {
  const [arabic, other] = a.arabic ? [a, b] : [b, a];
  // Any Arabic word may be a name, so that only the other's names are asked for.
  const names = shareOf(other.sounds, arabic.sounds);
  const facts = Math.sqrt(shareOf(other.facts, arabic.facts) * shareOf(arabic.facts, other.facts));
  const days = Math.min(7, Math.abs(a.at - b.at) / DAY_MS);
  return weights.constant + weights.names * names + weights.facts * facts + weights.days * days;
}

/** The share of a vector's weight whose ids stand in another. */
function shareOf(one: SparseVector, other: SparseVector): number {
  let shared = 0;
  let all = 0;
  for (let i = 0, j = 0; i < one.ids.length; i++) {
    const id = one.ids[i] ?? 0;
    const weight = one.weights[i] ?? 0;
    all += weight;
    while (j < other.ids.length && (other.ids[j] ?? 0) < id) j++;
    if (other.ids[j] === id) shared += weight;
  }
  return shared / (all + UNSEEN);
}
