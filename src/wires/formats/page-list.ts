import { parseHTML } from 'linkedom';
import { findDate } from '#lib/dates/find-date.ts';
import { parseLooseDate } from '#lib/dates/parse-loose-date.ts';
import { decodeText } from '#lib/text/decode-text.ts';
import { resolveUrl } from '#lib/xml/xml-element.ts';
import { FeedUnreadable, maxTitle, type ParsedItem, type SetAsideItem } from '../parsed-feed.ts';
import type { ReadFeed } from '../read-feed.ts';
import { slimPage } from '../slim-page.ts';
import { spacedText } from '../spaced-text.ts';
import type { PageSelectors } from '../wire.ts';

export interface PageListInput {
  bytes: Uint8Array;
  contentType: string | null;
  /** Where the page came from. */
  url: string;
  selectors: PageSelectors;
}

/** Most items that are read of one page: what is further down was there before. */
const maxPageItems = 100;

/**
 * Reads the items of a page that is no feed, by the CSS selectors that an editor gave: for each a title, a link and perhaps
 * a date; the text stands behind the link. For parsing threads only: a selector may be slow.
 * @throws FeedUnreadable when a selector is none, or selects nothing
 */
export function readPageList({ bytes, contentType, url, selectors }: PageListInput): ReadFeed {
  const { document } = parseHTML(slimPage(decodeText(bytes, contentType).text));
  const base = resolveUrl(document.querySelector('base[href]')?.getAttribute('href') ?? '', url) ?? url;
  const elements = [...select(document, 'item', selectors.item)];
  if (elements.length === 0) throw new FeedUnreadable(`a page on which “${selectors.item}” selects nothing`);
  const items = new Map<string, ReadFeed['items'][number]>();
  const setAside: SetAsideItem[] = [];
  for (const [place, element] of elements.slice(0, maxPageItems).entries()) {
    const read = readItem(element, selectors, base);
    if (typeof read === 'string') setAside.push({ item: `item ${place + 1}`, reason: read });
    // A picture and a headline often lead to the same page.
    else if (!items.has(read.externalId)) items.set(read.externalId, { ...read, text: '', teaser: '' });
  }
  const lang = document.documentElement?.getAttribute('lang')?.trim() || null;
  return { format: 'page', title: document.title.slice(0, maxTitle), lang, items: [...items.values()], setAside };
}

function readItem(element: Element, selectors: PageSelectors, base: string): ParsedItem | string {
  const one = (part: keyof PageSelectors) =>
    selectors[part] === '' ? null : (select(element, part, selectors[part])[0] ?? null);
  const given = one('link') ?? (selectors.link === '' ? ownLink(element) : null);
  const link = given && (given.hasAttribute('href') ? given : ownLink(given));
  const url = resolveUrl(link?.getAttribute('href') ?? '', base);
  if (!link || url === null) return 'it has no link';
  const titled = one('title') ?? link;
  const title =
    lineOf(titled) || titled.getAttribute('aria-label')?.trim() || titled.getAttribute('title')?.trim() || '';
  if (title === '') return 'it has no title';
  const dated = one('date');
  return {
    externalId: url,
    url,
    title: title.slice(0, maxTitle),
    contentHtml: null,
    summaryHtml: null,
    authors: [],
    publishedAt: dated && dateOf(dated),
    updatedAt: null,
    lang: null,
    credit: null,
    categories: [],
  };
}

function ownLink(element: Element): Element | null {
  return element.hasAttribute('href') ? element : element.querySelector('a[href]');
}

function dateOf(element: Element): string | null {
  const written =
    element.getAttribute('datetime') ?? element.querySelector('[datetime]')?.getAttribute('datetime') ?? '';
  const text = lineOf(element).slice(0, 200);
  return parseLooseDate(written) ?? parseLooseDate(text) ?? findDate(text)?.instant ?? null;
}

function lineOf(element: Element): string {
  return (spacedText(element) || (element.textContent ?? '').slice(0, 2_000)).replace(/\s+/g, ' ').trim();
}

/** What a selector selects. @throws FeedUnreadable where it is none */
function select(
  within: ParentNode,
  part: keyof PageSelectors,
  selector: string,
): ArrayLike<Element> & Iterable<Element> {
  try {
    return within.querySelectorAll(selector);
  } catch {
    throw new FeedUnreadable(`the selector of the ${part}, “${selector.slice(0, 100)}”, cannot be read`);
  }
}
