import { parseHTML } from 'linkedom';
import { htmlTokens } from '#lib/html/html-tokens.ts';
import { htmlToText } from '#lib/html/html-to-text.ts';
import { limitNesting } from '#lib/html/limit-nesting.ts';
import { decodeText } from '#lib/text/decode-text.ts';
import { createIds } from '#platform/stable-ids.ts';
import type { Block } from '#pieces/pieces.ts';
import { blocksFromHtml } from '#pieces/pieces-parsers.ts';
import { type ExtractedArticle, extractArticle } from '#wires/wires-parsers.ts';
import type { ArchiveItem, ImportContext, ImportFormat, ParsedItem } from './importer.ts';
import { placePiece, slugOf } from './plain-piece-path.ts';
import { type OriginalDate, pieceLanguage, plainPiece } from './plain-piece.ts';
import { finishContent } from './read-page-content.ts';
import { choosePageAddress, isBelow, placeBelow } from './read-page-address.ts';
import { heldIn, holdElements, revealEmails, withoutMarks } from './read-page-figures.ts';
import { type PageHead, readPageHead, webAddress } from './read-page-head.ts';
import { isDeclared, kindOfPage } from './read-page-kind.ts';
import { isStandIn } from './read-page-site.ts';
import type { SiteSurvey } from './read-page-survey.ts';

export interface PageOptions {
  format: ImportFormat;
  /** The addresses, in full without a slash at the end, that the site stood under; at least one. */
  bases: string[];
  survey: SiteSurvey;
  /** The page's place in a folder, as an address below the first base. */
  file?: string | null;
  /** Where the page itself has no title. */
  title?: string | null;
}

export const mostPageBytes = 16_000_000;
/** Fewer characters say nothing. */
const leastText = 40;

/**
 * A page of any news site as a piece. What it is, where it stood and when it was published are told by what it says to
 * machines, by its address and by its shape. `item.url` is where the container says that it stood. Never in the main thread.
 */
export function readPage(item: ArchiveItem, context: ImportContext, options: PageOptions): ParsedItem {
  const { bases, survey, file = null } = options;
  const own = item.url;
  if (item.bytes.length === 0) return setAside('it is empty; take it from another copy of the site');
  if (item.bytes.length > mostPageBytes) return setAside('the page has more than 16 MB; look what it is');
  if (own !== null && !isBelow(own, bases)) return { kind: 'passed-over', why: 'page of another site' };
  const html = limitNesting(lowerAttributes(decodeText(item.bytes, item.contentType).text));
  const { document } = parseHTML(/<body[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`);
  const stood = own ?? file;
  const baseUrl = webAddress(document.querySelector('base[href]')?.getAttribute('href') ?? null, stood) ?? stood;
  const head = readPageHead(document, baseUrl);
  const headlines = [...document.querySelectorAll('a')].filter((link) => isHeadline(link, survey)).length;
  if (head.refresh !== null && headlines === 0) return readRefresh(stood, head.refresh, bases);

  const address = choosePageAddress(head, { own, file, bases, survey });
  const asksPassword = document.querySelector('input[type="password"]') !== null;
  const visible = htmlToText(html).split('\n\n');
  revealEmails(document);
  if (!isDeclared(head)) dropRepeated(document, survey);
  const elements = holdElements(document, baseUrl);
  const article = extractArticle(document.toString(), address.original);
  const text = withoutMarks(article.text).trim();
  const published = dateOf(article);
  const kind = kindOfPage({
    head,
    path: placeBelow(address.original, bases),
    title: article.title,
    // A box that stands on every page is not what this one says.
    textLength: text
      .split('\n\n')
      .filter((line) => !survey.isRepeated(line))
      .join(' ').length,
    linkShare: text.length >= leastText ? linkShareOf(article.html, text) : linkShareOf(html, visible.join(' ')),
    headlines,
    dated: published !== null,
    asksPassword,
  });
  if (kind.kind === 'passed-over') return kind;

  const title = article.title || head.title || (options.title ?? '');
  const lang = pieceLanguage(context, article.lang);
  const path = placePiece({
    context,
    lang,
    kind: kind.kind,
    address: address.original,
    bases,
    at: published?.at ?? null,
    slug: address.slug(title),
  });
  const ids = createIds(`${context.publication.slug}/${path}#held`);
  const special = (element: Element): Block[] | null => {
    const original = heldIn(elements, element);
    return original && blocksFromHtml(original, { baseUrl, lang, ids });
  };
  const piece = plainPiece({
    context,
    path,
    kind: kind.kind,
    lang,
    title,
    ledeHtml: ledeOf(head, visible, text),
    html: text.length >= leastText ? article.html : bodyOf(document),
    baseUrl,
    special,
    published,
    modified: changeOf(head, survey),
    authors: article.authors.map((name) => ({ name, role: 'author' as const })),
    categories: labelsOf(head.section === null ? [] : [head.section]),
    tags: labelsOf(head.tags),
    aliases: address.aliases,
    state: 'live',
    format: options.format,
    url: bases.some(isStandIn) ? null : address.original,
    canonical: address.canonical,
  });
  finishContent(piece.content, { image: article.image, head, survey });
  if (piece.content.blocks.length === 0) {
    return setAside(
      'no text was found in it; open it in a browser, where a script may show one, and save the page from there',
    );
  }
  return { kind: 'piece', piece };
}

/** linkedom finds `HREF` under no other name. Pages of the nineties, and HTTrack's own, write it so. */
function lowerAttributes(html: string): string {
  if (!/\s(?:HREF|SRC|CONTENT|HTTP-EQUIV|REL|NAME|CLASS|PROPERTY|DATETIME|Href|Src|Content|Name)\s*=/u.test(html))
    return html;
  const attribute = /([^\s"'<>/=]{1,40})(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*))/gu;
  const lower = (tag: string): string =>
    tag.replace(attribute, (_, name: string, value: string) => name.toLowerCase() + value);
  let text = '';
  for (const { kind, raw } of htmlTokens(html)) text += kind === 'open' ? lower(raw) : raw;
  return text;
}

/** The redirect that leads from one old address to another; null where both are the same place here, or one is not ours. */
export function redirectBetween(from: string, to: string, bases: string[]): { from: string; to: string } | null {
  if (!isBelow(from, bases) || !isBelow(to, bases)) return null;
  const target = placeBelow(to, bases);
  return target === placeBelow(from, bases) || placeBelow(from, bases) === '' ? null : { from, to: target };
}

function readRefresh(from: string | null, to: string, bases: string[]): ParsedItem {
  const redirect = from === null ? null : redirectBetween(from, to, bases);
  return redirect
    ? { kind: 'facts', facts: { redirects: [redirect] } }
    : { kind: 'passed-over', why: 'redirect that leads nowhere new' };
}

function setAside(reason: string): ParsedItem {
  return { kind: 'set-aside', reason };
}

/** Boxes that stand on every page are longer than the text of some, and would be taken for it. */
function dropRepeated(document: Document, survey: SiteSurvey): void {
  for (const element of document.querySelectorAll('p, li, blockquote')) {
    const text = element.textContent ?? '';
    if (text.length >= leastText && survey.isRepeated(text)) element.remove();
  }
}

const leastHeadline = 25;

/** A link with words as long as a headline's that no menu has, and so not every page. */
function isHeadline(link: Element, survey: SiteSurvey): boolean {
  const text = (link.textContent ?? '').trim();
  return text.length >= leastHeadline && link.closest('nav, footer') === null && !survey.isRepeated(text);
}

function linkShareOf(html: string, text: string): number {
  let linked = 0;
  for (const [, words = ''] of html.matchAll(/<a\b[^>]{0,2000}>(.{0,2000}?)<\/a>/gsu))
    linked += htmlToText(words).length;
  return text.length === 0 ? 0 : linked / text.length;
}

function dateOf(article: ExtractedArticle): OriginalDate | null {
  if (article.datePrecision === 'minute' && article.publishedAt !== null)
    return { at: article.publishedAt, precision: 'minute' };
  return article.publishedOn === null ? null : { at: `${article.publishedOn}T00:00:00.000Z`, precision: 'day' };
}

function changeOf(head: PageHead, survey: SiteSurvey): OriginalDate | null {
  if (head.modified === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(head.modified)) return null;
  return survey.isResaved(head.modified.slice(0, 10)) ? null : { at: head.modified, precision: 'minute' };
}

/** The description, where readers saw it too, as a line of its own that does not begin the text. */
function ledeOf({ description }: PageHead, visible: string[], text: string): string | null {
  if (description === null || description.length < leastText) return null;
  const fold = (line: string): string => line.replace(/\s+/gu, ' ').trim();
  const lede = fold(htmlToText(description));
  return visible.some((line) => fold(line) === lede) && !fold(text).startsWith(lede) ? description : null;
}

/** A page too short for a report: what is not a menu. */
function bodyOf(document: Document): Element {
  const body = document.querySelector('main, [role="main"], article') ?? document.body;
  for (const each of body.querySelectorAll('nav, header, footer, aside, h1, [role="navigation"]')) each.remove();
  return body;
}

function labelsOf(titles: string[]): { slug: string; title: string }[] {
  return titles.map((title) => ({ slug: slugOf(title), title }));
}
