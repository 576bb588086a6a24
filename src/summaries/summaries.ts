/**
 * Summaries: from the day's developments to a draft.
 * Promises: a draft says nothing in our voice but that counts of reports differ: every other sentence is an outlet's own, quoted,
 * attributed, with its exact span; it needs no model and no network; the same reports give the same draft. What is advised stops nothing, and is told once
 * for a text: an editor's leave is kept.
 */
export type { Advice } from './advise.ts';
export { adviceName, findAdvice, textsByPlace } from './find-advice.ts';
export { chooseSentences } from './choose-sentences.ts';
export type { ChosenSentence } from './read-candidates.ts';
export { chooseHeadline, tidyHeadline } from './heading.ts';
export { citable } from './citable.ts';
export { type Drafting, draftSummary, findDevelopmentsToTell } from './draft-summary.ts';
