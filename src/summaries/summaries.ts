/**
 * Summaries: from the day's developments to a draft.
 * Promises: a draft says nothing in our voice: each sentence is an outlet's own, quoted, attributed, with its exact span;
 * it needs no model and no network; the same reports give the same draft.
 */
export { type ChosenSentence, chooseSentences } from './choose-sentences.ts';
export { type Drafting, draftSummary, findDevelopmentsToTell } from './draft-summary.ts';
