import { parseHTML } from 'linkedom';
import { limitNesting } from '#lib/html/limit-nesting.ts';
import { decodeText } from '#lib/text/decode-text.ts';
import { detectLanguage } from '#lib/text/detect-language.ts';
import type { ArchiveItem, ImportContext, ParsedItem } from '../importer.ts';
import { placePiece, slugOf } from '../plain-piece-path.ts';
import { pieceLanguage, plainPiece } from '../plain-piece.ts';
import { webAddress } from '../read-page-head.ts';
import type { PageOptions } from '../read-page.ts';

/** Whether a page is a post of an export of Medium: an h-entry (microformats 2) whose body is marked as such. */
export function isMediumPost(html: string): boolean {
  return /<article\b[^>]{0,2000}\bh-entry\b/u.test(html) && /<section\b[^>]{0,2000}data-field="body"/u.test(html);
}

/**
 * A post of an export of Medium. One whose file is called a draft, or that has neither a date nor an address, was never
 * published. An address that several posts claim is none of theirs: the file's counts.
 */
export function readMediumPost(item: ArchiveItem, context: ImportContext, options: PageOptions): ParsedItem {
  const { document } = parseHTML(limitNesting(decodeText(item.bytes, item.contentType).text));
  const body = document.querySelector('.e-content');
  if (!body) return { kind: 'set-aside', reason: 'the post has no text; export it from Medium again' };
  const text = (selector: string): string =>
    (document.querySelector(selector)?.textContent ?? '').replace(/\s+/gu, ' ').trim();
  const canonical = webAddress(document.querySelector('.p-canonical')?.getAttribute('href') ?? null, null);
  const date = document.querySelector('time.dt-published')?.getAttribute('datetime') ?? null;
  const permalink = webAddress(
    document.querySelector('time.dt-published')?.closest('a')?.getAttribute('href') ?? null,
    null,
  );
  const title = text('.p-name');
  const lang = pieceLanguage(
    context,
    detectLanguage((body.textContent ?? '').slice(0, 4_000), context.publication.languages[0] ?? null),
  );
  const shared = canonical !== null && options.survey.claimsOf(canonical) > 1;
  const address = canonical !== null && !shared ? canonical : (options.file ?? null);
  const path = placePiece({
    context,
    lang,
    kind: 'article',
    address,
    bases: options.bases,
    at: date,
    slug: item.name.replace(/^.*\//u, ''),
  });
  // The title stands in the body again, as its first heading.
  const special = (element: Element): 'drop' | null =>
    /^h[1-4]$/u.test(element.localName) && (element.getAttribute('class') ?? '').includes('graf--title')
      ? 'drop'
      : null;
  const draft = /(?:^|\/)draft[_-]/iu.test(item.name) || (date === null && canonical === null);
  const piece = plainPiece({
    context,
    path,
    kind: 'article',
    lang,
    title: title || slugOf(item.name),
    ledeHtml: text('.p-summary'),
    html: body,
    baseUrl: canonical,
    special,
    published: date === null ? null : { at: date, precision: 'minute' },
    modified: null,
    authors: text('.p-author') === '' ? [] : [{ name: text('.p-author'), role: 'author' }],
    aliases: [options.file ?? null, shared ? null : canonical, shared ? null : permalink],
    state: draft ? 'unpublished' : 'live',
    format: options.format,
    url: canonical,
  });
  return { kind: 'piece', piece };
}
