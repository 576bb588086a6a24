/**
 * What each comparison of two reports adds to the log odds that they tell one event: a logistic regression.
 * Written by tools/train-clusterer.ts; do not edit.
 */
export const PAIR_WEIGHTS: readonly (readonly [feature: string, weight: number])[] = [
  ['constant', -1.465],
  ['whole', 2.598],
  ['recent', 3.397],
  ['title', 1.77],
  ['lead', 1.994],
  ['names', 0.843],
  ['days', -1.031],
  ['namesLacked', -3.956],
  ['numbersShared', 3.261],
  ['years', 0.918],
  ['months', 1.177],
  ['weekdays', 0.52],
];
