/**
 * Withdrawals: names that may stand nowhere any more, and what takes them out of a text.
 * Promises: what was redacted holds no spelling, and redacting it again changes nothing; a text without a name stays as it
 * is, to the letter; what stands in a name's place says nothing of whose it was. (docs/contracts/document.md.)
 */
export { beginWithdrawal, makeWithdrawal, type NameToWithdraw } from './begin-withdrawal.ts';
export { payloadMayMention } from './payload-mentions.ts';
export { createRedactor, type Redactor, type Rewritten } from './redactor.ts';
export { changedTexts, type RewriteRun } from './rewrite-run.ts';
export { addressTombstone, UnusableName, type Withdrawal } from './withdrawal.ts';
export { findRedactor, findWithdrawals, setWithdrawalState } from './withdrawal-store.ts';
