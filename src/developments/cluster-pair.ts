import { containment } from '#lib/similarity/shingles.ts';
import { cosine } from '#lib/similarity/sparse-vector.ts';
import type { ReadReport } from './cluster-report.ts';

const DAY_MS = 86_400_000;

/** How two reports compare, one number a feature, in the order of `PAIR_FEATURES`. */
export const PAIR_FEATURES = ['bias', 'whole', 'title', 'lead', 'names', 'phrases', 'numbers', 'cross', 'days', 'sameOutlet', 'shingles'] as const;

export function comparePair(a: ReadReport, b: ReadReport): number[] {
  const whole = cosine(a.whole, b.whole);
  const named = a.names.ids.length > 0 && b.names.ids.length > 0;
  return [
    1,
    whole,
    cosine(a.title, b.title),
    cosine(a.lead, b.lead),
    named ? cosine(a.names, b.names) : whole,
    cosine(a.phrases, b.phrases),
    cosine(a.numbers, b.numbers),
    (cosine(a.title, b.lead) + cosine(a.lead, b.title)) / 2,
    Math.min(14, Math.abs(a.at - b.at) / DAY_MS),
    a.outlet === b.outlet ? 1 : 0,
    containment(a.sketch, b.sketch),
  ];
}

const WEIGHTS = [-4, 8, 3, 3, 2, 4, 0.5, 3, -0.3, -0.5, 2];

/** Log odds that two reports tell one event. */
export function scorePair(a: ReadReport, b: ReadReport): number {
  const features = comparePair(a, b);
  let score = 0;
  for (const [i, feature] of features.entries()) score += feature * (WEIGHTS[i] ?? 0);
  return score;
}

