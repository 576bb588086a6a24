/**
 * What each comparison of two reports adds to the log odds that they tell one event: a logistic regression.
 * Written by tools/train-clusterer.ts; do not edit.
 */
export const PAIR_WEIGHTS: readonly (readonly [feature: string, weight: number])[] = [
  ['constant', -3.084],
  ['whole', 3.107],
  ['recent', 3.766],
  ['title', 1.940],
  ['lead', 1.825],
  ['names', 2.553],
  ['phrases', 0.655],
  ['numbers', 1.697],
  ['titleInLead', 1.844],
  ['days', -0.931],
];
