import type { KeyObject } from 'node:crypto';
import { openSealed, sealTo } from './seal.ts';
import type { StoredSubmission, SubmissionContent } from './submission.ts';

type Place = Pick<StoredSubmission, 'id' | 'publication' | 'kind' | 'receivedOn'>;

/** What a sealed text is bound to: changed in any of these, or taken for another of them, it does not open. */
const boundTo = (use: 'submission' | 'reply' | 'desk copy', place: Place): string =>
  JSON.stringify(['daybook', use, place.id, place.publication, place.kind, place.receivedOn]);

const text = (bytes: Buffer): string => bytes.toString('base64');
const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');

export function sealContent(publicKey: Uint8Array, place: Place, content: SubmissionContent): string {
  return text(sealTo(publicKey, JSON.stringify(content), boundTo('submission', place)));
}

/** Throws SealBroken. */
export function openContent(privateKey: KeyObject, submission: StoredSubmission): SubmissionContent {
  return JSON.parse(openSealed(privateKey, bytes(submission.sealed), boundTo('submission', submission)));
}

export function sealReply(keys: { desk: Uint8Array }, submission: StoredSubmission, reply: string) {
  return {
    sealed: text(sealTo(bytes(submission.receiptKey), reply, boundTo('reply', submission))),
    deskCopy: text(sealTo(keys.desk, reply, boundTo('desk copy', submission))),
  };
}

/** Throws SealBroken. */
export function openReply(receiptKey: KeyObject, submission: StoredSubmission, sealed: string): string {
  return openSealed(receiptKey, bytes(sealed), boundTo('reply', submission));
}

/** Throws SealBroken. */
export function openDeskCopy(privateKey: KeyObject, submission: StoredSubmission, sealed: string): string {
  return openSealed(privateKey, bytes(sealed), boundTo('desk copy', submission));
}
