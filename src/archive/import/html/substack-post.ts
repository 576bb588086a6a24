import { decodeText } from '#lib/text/decode-text.ts';
import { detectLanguage } from '#lib/text/detect-language.ts';
import { htmlToText } from '#lib/html/html-to-text.ts';
import type { ImportContext, ParsedItem } from '../importer.ts';
import { placePiece } from '../plain-piece-path.ts';
import { pieceLanguage, plainLine, plainPiece } from '../plain-piece.ts';
import type { PageOptions } from '../read-page.ts';
import { readCsvRecords } from './read-csv.ts';

/** A row of `posts.csv` in an export of Substack: what its `posts/ID.html` does not say itself. */
export type SubstackRow = Record<string, string>;

/** The rows by their post's id; null when the table is another's. */
export function readSubstackTable(text: string): Map<string, SubstackRow> | null {
  const rows = readCsvRecords(text);
  const isTable = rows.every((row) => 'post_id' in row && 'is_published' in row);
  return isTable ? new Map(rows.map((row) => [row.post_id ?? '', row])) : null;
}

/** Buttons and boxes that ask to subscribe, share or comment. */
const asking = /(?:^|\s)(?:button-wrapper|captioned-button-wrap|subscription-widget(?:-wrap)?|share-dialog)(?:\s|$)/u;

/**
 * A post of an export of Substack, which stood at `/p/SLUG`. What was not published, or only for those who paid, is not
 * public here.
 */
export function readSubstackPost(
  row: SubstackRow,
  bytes: Uint8Array,
  context: ImportContext,
  options: PageOptions,
): ParsedItem {
  const html = decodeText(bytes, 'text/html; charset=utf-8').text;
  const text = htmlToText(html);
  const id = row.post_id ?? '';
  const slug = id.replace(/^\d+\./u, '');
  const kind = row.type === 'page' ? 'page' : 'article';
  const lang = pieceLanguage(context, detectLanguage(text.slice(0, 4_000), context.publication.languages[0] ?? null));
  const [base = ''] = options.bases;
  const address = /^\d+$/u.test(slug) || slug === '' ? null : `${base}/p/${slug}`;
  const path = placePiece({
    context,
    lang,
    kind,
    address,
    bases: options.bases,
    at: row.post_date || null,
    slug: slug || id,
  });
  const sound = row.podcast_url ? `<audio src="${row.podcast_url.replace(/"/gu, '%22')}"></audio>` : '';
  const isPublic = /^true$/iu.test(row.is_published ?? '') && (row.audience || 'everyone') === 'everyone';
  const piece = plainPiece({
    context,
    path,
    kind,
    lang,
    title: plainLine(row.title ?? ''),
    ledeHtml: row.subtitle || null,
    html: html + sound,
    baseUrl: address,
    special: (element) => (asking.test(element.getAttribute('class') ?? '') ? 'drop' : null),
    published: row.post_date ? { at: row.post_date, precision: 'minute' } : null,
    modified: null,
    aliases: [options.file ?? null, address],
    state: isPublic ? 'live' : 'unpublished',
    format: options.format,
    url: base.endsWith('.invalid') ? null : address,
  });
  return piece.content.blocks.length > 0
    ? { kind: 'piece', piece }
    : { kind: 'set-aside', reason: 'the export holds no text of this post; export it from Substack again' };
}
