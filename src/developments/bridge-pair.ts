import type { SparseVector } from '#lib/similarity/sparse-vector.ts';
import type { ReadReport } from './cluster-report.ts';

const DAY_MS = 86_400_000;
/** Weight taken as told by one alone: of two words that are shared by chance nothing follows. */
const UNSEEN = 4;

/**
 * What each comparison of two reports in two scripts adds to the log odds that they tell one event. Chosen on the earlier
 * part of tests/labelled/bilingual.jsonl (docs/measurements.md).
 */
const weights = { constant: -4.5, names: 7, facts: 5, days: -0.9 };

/** How two reports in different scripts compare: shares, 0 to 1, of what the one in capitals names, and of what both tell. */
export function compareBridged(a: ReadReport, b: ReadReport): { names: number; facts: number; days: number } {
  const [arabic, other] = a.arabic ? [a, b] : [b, a];
  return {
    // Any Arabic word may be a name, so that only the other's names are asked for.
    names: shareOf(other.sounds, arabic.sounds),
    facts: Math.sqrt(shareOf(other.facts, arabic.facts) * shareOf(arabic.facts, other.facts)),
    days: Math.min(7, Math.abs(a.at - b.at) / DAY_MS),
  };
}

/** Log odds that two reports in different scripts tell one event. */
export function scoreBridged(a: ReadReport, b: ReadReport): number {
  const { names, facts, days } = compareBridged(a, b);
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
