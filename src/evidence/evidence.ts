/**
 * Evidence: what citations point to. Made once for a version of a report, with a private captured copy of the text.
 * Promises: evidence never changes (but by the withdrawal of a name); its capture is the cited body's UTF-8 bytes and hashes to `captureSha256`; a
 * citation's quote is the body's own characters from `start` to `end` (UTF-16).
 */
export { captureEvidence, type CapturedEvidence, ReportHeld } from './capture-evidence.ts';
export { type Corroboration, corroborate, type Voice } from './corroboration.ts';
export {
  findCitedOutlets,
  findCitedReportsOfWire,
  findEvidence,
  findEvidenceOfReport,
  type Evidence,
  saveForeignEvidence,
} from './evidence-store.ts';
export { type CitedSpan, citeSpan } from './cite-span.ts';
export { type CitedBody, redactEvidence } from './redact-evidence.ts';
