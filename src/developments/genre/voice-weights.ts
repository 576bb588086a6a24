/**
 * What each measure of how a report is written adds to the log odds that its writer argues: a logistic regression.
 * Written by tools/train-voice.ts; do not edit.
 */
export const VOICE_WEIGHTS: readonly (readonly [measure: string, weight: number])[] = [
  ['constant', -0.98],
  ['i', 0.621],
  ['we', 1.77],
  ['you', -0.626],
  ['said', -3.336],
  ['ought', 0.729],
  ['is', 0.982],
  ['was', 0.914],
  ['not', 0.804],
  ['stance', 1.135],
  ['titles', -0.027],
  ['numbers', -0.786],
  ['questions', 0.372],
  ['exclamations', 0.606],
  ['turns', -1.131],
  ['quoted', -2.339],
  ['weekday', -0.678],
  ['titleAsks', 0.088],
  ['titleExplains', 0.105],
  ['titleArgues', 0.899],
];
