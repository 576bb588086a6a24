import { cosine } from '#lib/similarity/sparse-vector.ts';
import { compareDates } from './date-words.ts';
import { compareTold } from './cluster-told.ts';
import type { ReadReport } from './cluster-report.ts';
import { PAIR_WEIGHTS } from './cluster-weights.ts';

const DAY_MS = 86_400_000;

/**
 * How two reports compare: one number a feature, in the order of `PAIR_WEIGHTS`. The first is the constant 1.
 * `whole` is the cosine of their whole texts, where it is known already.
 */
export function comparePair(a: ReadReport, b: ReadReport, whole = cosine(a.whole, b.whole)): number[] {
  // Scripts without capitals show no names; their words then stand for them.
  const named = a.names.ids.length > 0 && b.names.ids.length > 0;
  return [
    1,
    whole,
    cosine(a.recent, b.recent),
    cosine(a.title, b.title),
    cosine(a.lead, b.lead),
    named ? cosine(a.names, b.names) : whole,
    Math.min(7, Math.abs(a.at - b.at) / DAY_MS),
    ...compareTold(a, b),
    // When they were told says more than the dates in them; of one moment, or of none, these do.
    ...(a.at === b.at ? compareDates(a.dates, b.dates) : [0, 0, 0]),
  ];
}

/** Log odds that two reports tell one event. */
export function scorePair(a: ReadReport, b: ReadReport, whole: number): number {
  const features = comparePair(a, b, whole);
  let score = 0;
  for (let i = 0; i < features.length; i++) score += (features[i] ?? 0) * (PAIR_WEIGHTS[i]?.[1] ?? 0);
  return score;
}
