/**
 * What each comparison of two reports adds to the log odds that they tell one event: a logistic regression.
 * Written by tools/train-clusterer.ts; do not edit.
 */
export const PAIR_WEIGHTS: readonly (readonly [feature: string, weight: number])[] = [
  ['constant', -3.228],
  ['whole', 3.111],
  ['recent', 3.952],
  ['title', 1.967],
  ['lead', 1.791],
  ['names', 2.587],
  ['phrases', 0.67],
  ['numbers', 1.684],
  ['titleInLead', 1.86],
  ['days', -0.913],
  ['years', 0.846],
  ['months', 1.187],
  ['weekdays', 0.536],
];
