import { type Clock, dayIn } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { overwriteDeleted } from '#platform/database/erase-free-space.ts';
import type { Publication } from '#publications/publications.ts';
import { cleanText } from './read-submission.ts';
import { SealBroken } from './seal.ts';
import { openContent, openDeskCopy, sealReply } from './seal-submission.ts';
import { limits, type StoredSubmission, type SubmissionContent } from './submission.ts';
import type { SubmissionKeys } from './submission-keys.ts';
import { deleteSubmission, findSubmission, markSubmissionRead, saveReply } from './submission-store.ts';

interface Deps {
  database: Database;
  clock: Clock;
  keys: SubmissionKeys;
}

export type OpenOutcome =
  | { kind: 'open'; submission: StoredSubmission; content: SubmissionContent; reply: string | null }
  /** `no-key`: the private key's file is not in the data folder. `other-key`: it is another pair's. `broken`: altered. */
  | { kind: 'sealed'; submission: StoredSubmission; why: 'no-key' | 'other-key' | 'broken' };

/** Opens a submission for the desk and marks it read; null where there is none. */
export async function openSubmission(deps: Deps, publication: Publication, id: string): Promise<OpenOutcome | null> {
  const { database, keys } = deps;
  const submission = await findSubmission(database.read, publication.slug, id);
  if (!submission) return null;
  const key = await keys.opening();
  if (!key) return { kind: 'sealed', submission, why: 'no-key' };
  if (key.id !== submission.keyId) return { kind: 'sealed', submission, why: 'other-key' };
  try {
    const content = openContent(key.privateKey, submission);
    const reply = submission.reply && openDeskCopy(key.privateKey, submission, submission.reply.deskCopy);
    if (submission.state === 'new') await database.write((tx) => markSubmissionRead(tx, id));
    return { kind: 'open', submission, content, reply };
  } catch (error) {
    if (error instanceof SealBroken) return { kind: 'sealed', submission, why: 'broken' };
    throw error;
  }
}

/** Seals a reply to the receipt's holder, in the place of an earlier one. */
export async function replyTo(
  deps: Deps,
  publication: Publication,
  id: string,
  typed: string,
): Promise<{ kind: 'replied' } | { kind: 'wrong'; why: 'missing' | 'too-long' } | { kind: 'gone' }> {
  const { database, clock, keys } = deps;
  const text = cleanText(typed);
  if (text === '') return { kind: 'wrong', why: 'missing' };
  if (text.length > limits.reply) return { kind: 'wrong', why: 'too-long' };
  const submission = await findSubmission(database.read, publication.slug, id);
  if (!submission) return { kind: 'gone' };
  const sealed = sealReply({ desk: (await keys.sealing()).publicKey }, submission, text);
  const repliedOn = dayIn(publication.timeZone, clock.now());
  await database.write((tx) => saveReply(tx, id, { ...sealed, repliedOn }));
  return { kind: 'replied' };
}

/** Takes a submission out for good; its place in the database is overwritten (SQLite). Its receipt is unknown then. */
export async function removeSubmission({ database }: Deps, id: string): Promise<void> {
  await overwriteDeleted(database);
  await database.write((tx) => deleteSubmission(tx, id));
}
