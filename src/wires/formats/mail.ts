import PostalMime, { type Email } from 'postal-mime';
import { parseLooseDate } from '#lib/dates/parse-loose-date.ts';
import { sha256 } from '#platform/hash.ts';
import { maxItems, type ParsedFeed, type ParsedItem } from '../parsed-feed.ts';
import { ItemUnreadable } from '../read-feed-item.ts';
import { escapeText, finishItem, languageTag } from './agency-item.ts';
import { isMbox, splitMbox } from './mbox.ts';
import type { SourceFormat } from './source-format.ts';

const limits = { maxNestingDepth: 50, maxHeadersSize: 200_000, maxRfc822NestingDepth: 5 };

/** Messages of RFC 822 and 5322: one, or a whole mbox of them (RFC 4155). Attachments are not read. */
export const mail: SourceFormat = {
  name: 'mail',
  recognises: ({ bytes }) => isMbox(bytes) || isMessage(bytes),
  async read({ bytes }) {
    const feed: ParsedFeed = { format: 'mail', title: '', lang: null, items: [], setAside: [] };
    const messages = isMbox(bytes) ? splitMbox(bytes) : [bytes];
    for (const [place, message] of messages.slice(0, maxItems).entries()) {
      const read = await PostalMime.parse(message, limits).then(
        (mail) => ({ mail }),
        (error: unknown) => ({ error }),
      );
      const name = ('mail' in read && read.mail.messageId) || `message ${place + 1}`;
      finishItem(feed, name, () => {
        if ('error' in read) throw read.error;
        return readMessage(read.mail, message);
      });
    }
    if (messages.length > maxItems)
      feed.setAside.push({
        item: `messages after ${maxItems}`,
        reason: `there are ${messages.length} messages, only the first ${maxItems} are read`,
      });
    return feed;
  },
};

function readMessage(message: Email, bytes: Uint8Array): ParsedItem {
  const title = (message.subject ?? '').replace(/\s+/g, ' ').trim();
  const text = message.text?.trim() ?? '';
  const html = text === '' ? (message.html ?? '') : toParagraphs(text);
  if (title === '' && html.trim() === '') throw new ItemUnreadable('it has neither a subject nor a text');
  const id = message.messageId?.trim().slice(0, 2_000);
  const sender = message.from?.name?.trim() || message.from?.address || '';
  return {
    externalId: id || `sha256:${sha256(bytes)}`,
    url: null,
    title,
    contentHtml: html,
    summaryHtml: null,
    authors: sender === '' ? [] : [sender.slice(0, 200)],
    publishedAt: parseLooseDate(message.date ?? ''),
    updatedAt: null,
    lang: languageTag(message.headers.find(({ key }) => key === 'content-language')?.value),
    credit: null,
    categories: [],
  };
}

/** Lines of a mail are broken where they became long; an empty one ends a paragraph. */
function toParagraphs(text: string): string {
  const parts = text.split(/\r?\n[ \t]*\r?\n/);
  return parts.map((part) => `<p>${escapeText(part.trim())}</p>`).join('');
}

const fieldName = /^([!-9;-~]{1,76}):/;
const mailFields =
  /^(?:from|to|subject|date|message-id|received|return-path|delivered-to|mime-version|sender|reply-to)$/i;

/** The first lines are fields, two of them such as only mail has. */
function isMessage(bytes: Uint8Array): boolean {
  const lines = startOf(bytes).split(/\r?\n/);
  const end = lines.indexOf('');
  const head = lines.slice(0, end === -1 ? undefined : end);
  if (!fieldName.test(head[0] ?? '')) return false;
  const known = head.filter((line) => mailFields.test(fieldName.exec(line)?.[1] ?? ''));
  return new Set(known.map((line) => line.slice(0, line.indexOf(':')).toLowerCase())).size >= 2;
}

function startOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 8_000)).toString('latin1');
}
