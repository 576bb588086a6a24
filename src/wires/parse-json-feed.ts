import { parseLooseDate } from '#lib/dates/parse-loose-date.ts';
import { resolveUrl } from '#lib/xml/xml-element.ts';
import { asRecord, textIn } from './formats/json-values.ts';
import { looksLikeHtml, toHtml, toPlainLine } from './feed-text.ts';
import { FeedUnreadable, maxItems, maxItemText, maxTitle, type ParsedFeed, type ParsedItem } from './parsed-feed.ts';
import { ItemUnreadable } from './read-feed-item.ts';
import { uniqueItems } from './unique-items.ts';

/** Reads JSON Feed 1 and 1.1 (jsonfeed.org). @throws FeedUnreadable */
export function parseJsonFeed(source: string, feedUrl: string | null): ParsedFeed {
  const feed = asRecord(parseJson(source));
  const list = feed?.items;
  if (!feed || !Array.isArray(list)) throw new FeedUnreadable('JSON that is no feed (it has no list of items)');
  const base = resolveUrl(textIn(feed, 'home_page_url') ?? '', feedUrl) ?? feedUrl;
  const lang = textIn(feed, 'language');
  const authors = authorsIn(feed);
  const items: unknown[] = list;
  const read = uniqueItems(items.slice(0, maxItems), (item) => readItem(item, { base, lang, authors }), nameOf);
  if (items.length > maxItems) {
    const reason = `the feed has ${items.length} items, only the first ${maxItems} are read`;
    read.setAside.push({ item: `items after ${maxItems}`, reason });
  }
  return { format: 'json', title: plain(textIn(feed, 'title') ?? ''), lang, ...read };
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (cause) {
    throw new FeedUnreadable('broken JSON', { cause });
  }
}

function readItem(value: unknown, feed: { base: string | null; lang: string | null; authors: string[] }): ParsedItem {
  const item = asRecord(value);
  if (!item) throw new ItemUnreadable('it is not an object');
  const url = resolveUrl(textIn(item, 'url') ?? textIn(item, 'external_url') ?? '', feed.base);
  const title = plain(textIn(item, 'title') ?? '');
  const html = textIn(item, 'content_html');
  const text = textIn(item, 'content_text');
  const summary = textIn(item, 'summary');
  if ((html ?? text ?? '').length > maxItemText) throw new ItemUnreadable(`its text is over ${maxItemText} characters`);
  const externalId = idIn(item) ?? url ?? (title === '' ? null : title);
  if (externalId === null) throw new ItemUnreadable('it has no identifier, link or title');
  if (title === '' && !html && !text && !summary) throw new ItemUnreadable('it has neither title nor text');
  const base = url ?? feed.base;
  const own = authorsIn(item);
  const content = html ? { type: 'text/html', value: html } : text ? { type: 'text/plain', value: text } : null;
  return {
    externalId,
    url,
    title,
    contentHtml: content && toHtml(content, base),
    summaryHtml: summary === null ? null : toHtml({ type: 'text/plain', value: summary }, base),
    authors: own.length > 0 ? own : feed.authors,
    publishedAt: parseLooseDate(textIn(item, 'date_published') ?? ''),
    updatedAt: parseLooseDate(textIn(item, 'date_modified') ?? ''),
    lang: textIn(item, 'language') ?? feed.lang,
    credit: null,
    categories: Array.isArray(item.tags) ? item.tags.filter((tag) => typeof tag === 'string') : [],
  };
}

function nameOf(value: unknown, place: number): string {
  const item = asRecord(value);
  return (item && (idIn(item) ?? textIn(item, 'url'))) ?? `item ${place + 1}`;
}

function idIn(item: Record<string, unknown>): string | null {
  return typeof item.id === 'number' ? String(item.id) : textIn(item, 'id');
}

function authorsIn(holder: Record<string, unknown>): string[] {
  const listed: unknown[] = Array.isArray(holder.authors) ? holder.authors : [holder.author];
  return listed.map((author) => textIn(asRecord(author) ?? {}, 'name')).filter((name) => name !== null);
}

function plain(text: string): string {
  return toPlainLine({ type: looksLikeHtml(text) ? 'text/html' : 'text/plain', value: text }).slice(0, maxTitle);
}
