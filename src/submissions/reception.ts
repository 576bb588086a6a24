import { createHmac, randomBytes } from 'node:crypto';
import { type Clock, dayIn } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { idText } from '#platform/id.ts';
import type { Lang } from '#platform/language.ts';
import type { Publication } from '#publications/publications.ts';
import { makeFormToken, readFormToken } from './form-token.ts';
import { contentOf, findWrong, readInput, tokenField, trapField, type Wrong } from './read-submission.ts';
import { openReceipt, readReceiptCode, receiptCode } from './receipt-code.ts';
import { openReply, sealContent } from './seal-submission.ts';
import type { SubmissionKind } from './submission.ts';
import type { SubmissionKeys } from './submission-keys.ts';
import { countSubmissions, findSubmissionByReceipt, insertSubmission } from './submission-store.ts';
import { createTokenBucket } from './token-bucket.ts';

/** Where readers hand something in and ask for the reply. It seals with the public key and never asks for the other. */
export interface Reception {
  /** A token for one page of a form. */
  token(publication: Publication, kind: SubmissionKind): Promise<string>;
  take(
    asked: { publication: Publication; lang: Lang; kind: SubmissionKind },
    fields: URLSearchParams,
  ): Promise<TakeOutcome>;
  readReply(publication: Publication, typed: string): Promise<ReceiptOutcome>;
}

export type TakeOutcome =
  | { kind: 'taken'; code: string }
  | { kind: 'wrong'; wrong: Wrong }
  /** `token`: none of ours, or too old. `used`: its page was sent already, with other words. `trap`: the hidden field was filled in. */
  | { kind: 'refused'; why: 'token' | 'used' | 'trap' | 'busy' | 'full' };

export type ReceiptOutcome =
  | { kind: 'reply'; text: string; repliedOn: string }
  | { kind: 'nothing-yet' }
  | { kind: 'unknown' }
  | { kind: 'busy' };

/** For everybody together, in one process. */
const submissionsAtOnce = { most: 300, everyMs: 2000 };
const receiptsAtOnce = { most: 600, everyMs: 500 };
/** With more than these unopened the forms say that the inbox is full: nobody fills the disk through them. */
const mostUnopened = 5000;
const mostRemembered = 5000;

export function createReception(deps: { database: Database; clock: Clock; keys: SubmissionKeys }): Reception {
  const { database, clock, keys } = deps;
  const submissions = createTokenBucket(clock, submissionsAtOnce);
  const receipts = createTokenBucket(clock, receiptsAtOnce);
  // Lives as long as the process: the same page sent again (a reload, a lost connection) gives the same receipt.
  const secret = randomBytes(32);
  const digest = (...parts: string[]) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest();
  /** The pages that were sent, by their random number, and a digest of what with. */
  const sent = new Map<string, string>();

  return {
    async token(publication, kind) {
      return makeFormToken(await keys.forms(), { publication: publication.slug, kind }, clock.now());
    },

    async take({ publication, lang, kind }, fields) {
      const form = { publication: publication.slug, kind };
      const number = readFormToken(await keys.forms(), form, clock.now(), fields.get(tokenField) ?? '');
      if (number === null) return { kind: 'refused', why: 'token' };
      if ((fields.get(trapField) ?? '') !== '') return { kind: 'refused', why: 'trap' };
      const input = readInput(fields);
      const wrong = findWrong(kind, input);
      if (Object.keys(wrong).length > 0) return { kind: 'wrong', wrong };

      const content = contentOf(kind, lang, input);
      const said = [number, publication.slug, kind, JSON.stringify(content)];
      const same = digest('same', ...said).toString('base64');
      const code = receiptCode(digest('code', ...said));
      const before = sent.get(number);
      if (before !== undefined) return before === same ? { kind: 'taken', code } : { kind: 'refused', why: 'used' };
      if (!submissions.take()) return { kind: 'refused', why: 'busy' };
      if ((await countSubmissions(database.read, publication.slug)).new >= mostUnopened)
        return { kind: 'refused', why: 'full' };

      const place = {
        id: idText('sub', digest('id', ...said)),
        publication: publication.slug,
        kind,
        receivedOn: dayIn(publication.timeZone, clock.now()),
      };
      const receipt = openReceipt(code);
      const sealing = await keys.sealing();
      const sealed = sealContent(sealing.publicKey, place, content);
      await database.write((tx) =>
        insertSubmission(tx, {
          ...place,
          keyId: sealing.id,
          sealed,
          receiptLookup: receipt.lookup,
          receiptKey: receipt.publicKey.toString('base64'),
          state: 'new',
          reply: null,
        }),
      );
      sent.set(number, same);
      for (const oldest of sent.keys()) {
        if (sent.size <= mostRemembered) break;
        sent.delete(oldest);
      }
      return { kind: 'taken', code };
    },

    async readReply(publication, typed) {
      if (!receipts.take()) return { kind: 'busy' };
      const code = readReceiptCode(typed);
      if (code === null) return { kind: 'unknown' };
      const receipt = openReceipt(code);
      const found = await findSubmissionByReceipt(database.read, publication.slug, receipt.lookup);
      if (!found) return { kind: 'unknown' };
      if (!found.reply) return { kind: 'nothing-yet' };
      const text = openReply(receipt.privateKey, found, found.reply.sealed);
      return { kind: 'reply', text, repliedOn: found.reply.repliedOn };
    },
  };
}
