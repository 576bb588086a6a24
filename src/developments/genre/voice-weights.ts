/**
 * What each measure of how a report is written adds to the log odds that its writer argues: a logistic regression.
 * Written by tools/train-voice.ts; do not edit.
 */
export const VOICE_WEIGHTS: readonly (readonly [measure: string, weight: number])[] = [
  ['constant', -1.062],
  ['i', 0.675],
  ['we', 1.788],
  ['you', -0.610],
  ['said', -3.275],
  ['ought', 0.799],
  ['is', 1.000],
  ['was', 0.962],
  ['not', 0.709],
  ['stance', 1.142],
  ['titles', -0.074],
  ['numbers', -0.762],
  ['questions', 0.314],
  ['exclamations', 0.622],
  ['turns', -1.110],
  ['quoted', -2.462],
  ['weekday', -0.668],
  ['titleAsks', 0.135],
  ['titleExplains', -0.357],
  ['titleArgues', 0.846],
];
