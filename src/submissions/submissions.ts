/**
 * Submissions: what readers send to a publication, and the desk's reply.
 * Promises (docs/contracts/submissions.md): a text is sealed before it is kept, and what seals it cannot open it; nothing
 * is kept of who sent it, from where or at what time of the day; whoever holds the receipt's code, and nobody else, can
 * read the reply there. It is not end-to-end encryption, and says so.
 */
export { type OpenOutcome, openSubmission, removeSubmission, replyTo } from './desk-inbox.ts';
export { findHeldSources } from './held-source-store.ts';
export { holdSource, openSource, removeSource } from './held-sources.ts';
export { createReception, type ReceiptOutcome, type Reception, type TakeOutcome } from './reception.ts';
export { readInput, type SubmissionInput, tokenField, trapField, type Wrong } from './read-submission.ts';
export { mostFormBytes, type SubmissionContent, type SubmissionKind, type SubmissionState } from './submission.ts';
export { openSubmissionKeys, type SubmissionKeys } from './submission-keys.ts';
export { countSubmissions, listSubmissions, setSubmissionState, type SubmissionEntry } from './submission-store.ts';
