import { parseLooseDate } from '#lib/dates/parse-loose-date.ts';
import type { XmlElement } from '#lib/xml/read-xml.ts';
import { baseOf, inherited, resolveUrl, textOf } from '#lib/xml/xml-element.ts';
import { childNamed, childrenNamed } from './feed-element.ts';
import { personName, readPerson } from './feed-person.ts';
import { type FeedText, readFeedText, toHtml, toPlainLine } from './feed-text.ts';
import { maxItemText, maxTitle, type ParsedItem } from './parsed-feed.ts';

/** What an item takes from the feed around it. */
export interface FeedContext {
  format: 'rss' | 'atom';
  /** Where relative addresses start when the item says nothing: the channel's link or the feed's own address. */
  base: string | null;
  lang: string | null;
}

/** An item that is no report; the message is the reason that is kept. */
export class ItemUnreadable extends Error {
  override name = 'ItemUnreadable';
}

/** A text and the address that its relative links start from. */
interface BasedText extends FeedText {
  base: string | null;
}

/** Reads one `item` or `entry`. @throws ItemUnreadable */
export function readFeedItem(element: XmlElement, context: FeedContext): ParsedItem {
  const url = readItemUrl(element, context);
  const text = (...names: string[]): BasedText | null => {
    const found = childNamed(element, ...names);
    if (!found) return null;
    const read = readFeedText(found, context.format);
    if (read.value.length > maxItemText) throw new ItemUnreadable(`its text is over ${maxItemText} characters`);
    return read.value === '' ? null : { ...read, base: baseOf(found, url ?? context.base) };
  };
  const { content, summary } = readBodies(text);
  const titleText = text('title', 'dc:title', 'media:title');
  const title = titleText ? toPlainLine(titleText).slice(0, maxTitle) : '';
  const publishedAt = readDate(element, publishedNames);
  const externalId = readItemId(element) ?? url ?? (title === '' ? null : `${title} ${publishedAt ?? ''}`.trim());
  if (externalId === null) throw new ItemUnreadable('it has no identifier, link or title');
  if (title === '' && !content && !summary) throw new ItemUnreadable('it has neither title nor text');
  const authors = childrenNamed(element, 'author', 'dc:creator', 'dc:author', 'itunes:author', 'atom:author')
    .map((author) => personName(readPerson(author)))
    .filter((name) => name !== null);
  return {
    externalId,
    url,
    title,
    contentHtml: content && toHtml(content, content.base),
    summaryHtml: summary && toHtml(summary, summary.base),
    authors: [...new Set(authors)],
    publishedAt,
    updatedAt: readDate(element, updatedNames),
    lang: readLang(element) ?? context.lang,
    credit: readCredit(element),
    categories: readCategories(element),
  };
}

const publishedNames = [
  'pubdate',
  'published',
  'issued',
  'dcterms:issued',
  'atom:published',
  'dc:date',
  'dcterms:created',
  'created',
];
const updatedNames = ['updated', 'modified', 'dcterms:modified', 'atom:updated', 'lastbuilddate'];

/** The first of these dates that can be read. */
export function readDate(element: XmlElement, names: readonly string[]): string | null {
  for (const name of names) {
    for (const found of childrenNamed(element, name)) {
      const instant = parseLooseDate(textOf(found));
      if (instant !== null) return instant;
    }
  }
  return null;
}

/** The longest of what may be the whole text is the content; a description beside it is the summary. */
function readBodies(text: (...names: string[]) => BasedText | null): {
  content: BasedText | null;
  summary: BasedText | null;
} {
  const content = text('content:encoded', 'content', 'xhtml:body', 'body', 'fullitem', 'atom:content');
  const description = text('description', 'dc:description', 'media:description');
  const summary = text('summary', 'atom:summary', 'itunes:summary');
  if (content) return { content, summary: summary ?? description };
  if (description && summary) {
    return description.value.length >= summary.value.length
      ? { content: description, summary }
      : { content: summary, summary: description };
  }
  return { content: null, summary: description ?? summary };
}

export function readItemId(element: XmlElement): string | null {
  const found = childNamed(element, 'guid', 'id', 'atom:id', 'dc:identifier');
  const id = (found && textOf(found).trim()) || element.attributes.get('rdf:about')?.trim() || '';
  return id === '' ? null : id.slice(0, 2_000);
}

/** The report's own address: feedburner's original link, a link, Atom's alternate, or an identifier that is one. */
export function readItemUrl(element: XmlElement, context: FeedContext): string | null {
  const base = baseOf(element, context.base);
  const original = childNamed(element, 'feedburner:origlink');
  const fromText = [original, ...childrenNamed(element, 'link', 'rss:link')]
    .map((link) => (link ? resolveUrl(textOf(link), base) : null))
    .find((url) => url !== null);
  if (fromText) return fromText;
  const alternate = readAlternate(element, base);
  if (alternate) return alternate;
  const guid = childNamed(element, 'guid', 'id');
  const permanent = guid?.attributes.get('ispermalink')?.trim().toLowerCase() !== 'false';
  if (guid && permanent && /^https?:\/\//i.test(textOf(guid).trim())) return resolveUrl(textOf(guid), null);
  return resolveUrl(element.attributes.get('rdf:about') ?? '', base);
}

/** The alternate link of an Atom element, HTML before other types. */
export function readAlternate(element: XmlElement, base: string | null): string | null {
  const links = childrenNamed(element, 'link', 'atom:link').filter(({ attributes }) => {
    return attributes.has('href') && (attributes.get('rel')?.trim().toLowerCase() || 'alternate') === 'alternate';
  });
  const html = links.find(({ attributes }) => /html/i.test(attributes.get('type') ?? 'html')) ?? links[0];
  return resolveUrl(html?.attributes.get('href') ?? '', base);
}

/** A language tag as declared on the element or around it, tidied ("en_US " is en-US), or null. */
export function readLang(element: XmlElement): string | null {
  const inside = childNamed(element, 'dc:language', 'language');
  for (const written of [...(inside ? [textOf(inside)] : []), ...inherited(element, 'xml:lang')]) {
    const tag = written.trim().replaceAll('_', '-');
    if (/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag)) return tag;
  }
  return null;
}

/** Words in the names of agencies; a creator without one of them is taken for a person. */
const agencyWords =
  /\b(?:agency|agence|agencia|agentur|ajansı|press|presse|news|newswire|wires?|media|service|reuters|afp|ap|dpa|upi|tass|xinhua|anadolu|efe|ansa|wafa|sana|petra|irna)\b|وكال[ةه]|خبرگزاری|ئاژانس/i;

function readCredit(element: XmlElement): string | null {
  const source = childNamed(element, 'source');
  const title = source && (childNamed(source, 'title') ?? source);
  const lineOf = (found: XmlElement | null) => (found ? toPlainLine(readFeedText(found, 'rss')).slice(0, 200) : '');
  const named = lineOf(title) || lineOf(childNamed(element, 'dc:source'));
  if (named !== '') return named;
  const perhaps = [...childrenNamed(element, 'dc:creator'), ...childrenNamed(element, 'media:credit')].map(lineOf);
  return perhaps.find((line) => agencyWords.test(line)) ?? null;
}

function readCategories(element: XmlElement): string[] {
  const names = childrenNamed(element, 'category', 'dc:subject', 'atom:category').map((category) => {
    const { attributes } = category;
    return textOf(category).trim() || attributes.get('label')?.trim() || attributes.get('term')?.trim() || '';
  });
  return [...new Set(names.filter((name) => name !== '').map((name) => name.replace(/\s+/g, ' ').slice(0, 200)))];
}
