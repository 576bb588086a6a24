/**
 * What each comparison of two reports adds to the log odds that they tell one event: a logistic regression.
 * Written by tools/train-clusterer.ts; do not edit.
 */
export const PAIR_WEIGHTS: readonly (readonly [feature: string, weight: number])[] = [
  ['constant', -3.086],
  ['whole', 3.101],
  ['recent', 3.763],
  ['title', 1.939],
  ['lead', 1.828],
  ['names', 2.573],
  ['phrases', 0.675],
  ['numbers', 1.699],
  ['titleInLead', 1.845],
  ['days', -0.931],
];
