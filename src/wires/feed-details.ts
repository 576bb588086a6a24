import { parseLooseDate } from '#lib/dates/parse-loose-date.ts';
import type { XmlElement } from '#lib/xml/read-xml.ts';
import { baseOf, innerHtml, resolveUrl, textOf } from '#lib/xml/xml-element.ts';
import { childNamed, childrenNamed } from './feed-element.ts';
import { type FeedPerson, readPerson } from './feed-person.ts';
import { completeAddresses, type FeedText, readFeedText } from './feed-text.ts';
import type { FeedTree } from './parse-xml-feed.ts';
import { readAlternate, readItemId, readItemUrl } from './read-feed-item.ts';

/** All that a feed, an item or an item's source says of itself, as written: for showing and checking a wire, and for measuring. */
export interface FeedDetails {
  id: string | null;
  link: string | null;
  texts: Partial<Record<keyof typeof textNames, FeedText>>;
  contents: (FeedText & { src: string | null })[];
  /** Attributes of every link, by name. */
  links: Record<string, string>[];
  authors: FeedPerson[];
  contributors: FeedPerson[];
  publisher: FeedPerson | null;
  tags: { term: string | null; scheme: string | null; label: string | null }[];
  dates: Partial<Record<keyof typeof dateNames, { written: string; instant: string | null }>>;
  generator: { name: string; url: string | null; version: string | null } | null;
  /** Small fields by name (icon, logo, docs, ttl, comments, license …), and the parts of image and textinput. */
  fields: Record<string, string>;
  cloud: Record<string, string>;
  source: FeedDetails | null;
}

const textNames = {
  title: ['title', 'dc:title', 'atom:title'],
  subtitle: ['subtitle', 'tagline', 'description', 'dc:description', 'atom:subtitle'],
  summary: ['summary', 'description', 'dc:description', 'atom:summary'],
  rights: ['rights', 'copyright', 'dc:rights', 'atom:rights'],
  info: ['info'],
} as const;

const dateNames = {
  published: ['pubdate', 'published', 'issued', 'dcterms:issued', 'atom:published'],
  updated: ['lastbuilddate', 'updated', 'modified', 'dcterms:modified', 'dc:date', 'atom:updated'],
  created: ['created', 'dcterms:created'],
  expired: ['expirationdate'],
} as const;

/** Reads everything a feed element, an item or a source carries. */
export function readFeedDetails(
  element: XmlElement,
  format: 'rss' | 'atom',
  feedUrl: string | null = null,
): FeedDetails {
  const base = baseOf(element, feedUrl);
  const texts: FeedDetails['texts'] = {};
  for (const [field, names] of entriesOf(textNames)) {
    const found = childNamed(element, ...names);
    if (found) texts[field] = readText(found, format, feedUrl);
  }
  const dates: FeedDetails['dates'] = {};
  for (const [field, names] of entriesOf(dateNames)) {
    const found = names.flatMap((name) => childrenNamed(element, name)).map((date) => textOf(date).trim());
    const written = found.find((date) => parseLooseDate(date) !== null) ?? found[0];
    if (written !== undefined) dates[field] = { written, instant: parseLooseDate(written) };
  }
  const people = (...names: string[]) => childrenNamed(element, ...names).map(readPerson);
  const source = childNamed(element, 'source');
  const generator = childNamed(element, 'generator');
  return {
    id: readItemId(element),
    link: readItemUrl(element, { format, base: feedUrl, lang: null }) ?? readAlternate(element, base),
    texts,
    contents: childrenNamed(element, 'content', 'content:encoded', 'xhtml:body', 'body', 'fullitem').map((content) => {
      return { ...readText(content, format, feedUrl), src: resolveUrl(content.attributes.get('src') ?? '', base) };
    }),
    links: childrenNamed(element, 'link', 'atom:link', 'enclosure').map((link) => readLink(link, base)),
    authors: people('author', 'dc:creator', 'dc:author', 'managingeditor', 'atom:author', 'itunes:author'),
    contributors: people('contributor', 'dc:contributor', 'atom:contributor'),
    publisher: people('webmaster', 'dc:publisher')[0] ?? null,
    tags: childrenNamed(element, 'category', 'dc:subject').map((category) => ({
      term: category.attributes.get('term') ?? textOf(category).trim(),
      scheme: category.attributes.get('scheme') ?? category.attributes.get('domain') ?? null,
      label: category.attributes.get('label') ?? null,
    })),
    dates,
    generator: generator && {
      name: textOf(generator).trim(),
      url: generator.attributes.get('uri') ?? generator.attributes.get('url') ?? null,
      version: generator.attributes.get('version') ?? null,
    },
    fields: readFields(element),
    cloud: Object.fromEntries(childNamed(element, 'cloud')?.attributes ?? []),
    source: source && readSource(source, format, feedUrl),
  };
}

/** RSS's source is its title with the address as an attribute, Atom's a feed in small. */
function readSource(source: XmlElement, format: 'rss' | 'atom', feedUrl: string | null): FeedDetails {
  const details = readFeedDetails(source, format, feedUrl);
  const url = source.attributes.get('url');
  if (format === 'atom' || url === undefined) return details;
  return { ...details, link: resolveUrl(url, feedUrl), texts: { title: readFeedText(source, format) } };
}

/** The version that the feed declares itself to be, for example `rss20`, `atom10`, `rss091n`; `rss` when it says none. */
export function feedVersion({ root, format }: FeedTree, source: string): string {
  if (format === 'atom') return /2005\/atom/i.test(root.namespace) ? 'atom10' : 'atom03';
  if (format === 'rdf') return /netscape/i.test(source.slice(0, 2_000)) ? 'rss090' : 'rss10';
  const version = root.attributes.get('version')?.trim() ?? '';
  if (version === '0.91') return /<!DOCTYPE[^>]+netscape/i.test(source.slice(0, 2_000)) ? 'rss091n' : 'rss091u';
  if (version.startsWith('2')) return 'rss20';
  return `rss${version.replace('.', '')}`;
}

function readText(element: XmlElement, format: 'rss' | 'atom', feedUrl: string | null): FeedText {
  const text = readFeedText(element, format);
  const base = baseOf(element, feedUrl);
  return text.type === 'text/plain' || base === null ? text : { ...text, value: completeAddresses(text.value, base) };
}

/** RSS links are text, Atom's attributes; an enclosure is a link like any other. */
function readLink(link: XmlElement, base: string | null): Record<string, string> {
  const written = Object.fromEntries(link.attributes);
  const href = written.href ?? written.url ?? textOf(link).trim();
  const rel = written.rel ?? (link.name.toLowerCase() === 'enclosure' ? 'enclosure' : 'alternate');
  const type =
    written.type ?? (rel === 'self' ? 'application/atom+xml' : rel === 'alternate' ? 'text/html' : undefined);
  const { url: _, ...rest } = written;
  return { ...rest, rel, href: resolveUrl(href, base) ?? href, ...(type === undefined ? {} : { type }) };
}

const smallFields = [
  'icon',
  'logo',
  'docs',
  'ttl',
  'comments',
  'language',
  'newlocation',
  'dcterms:valid',
  'image',
  'textinput',
  'cc:license',
  'creativecommons:license',
];

function readFields(element: XmlElement): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const name of smallFields) {
    const found = childNamed(element, name);
    if (!found) continue;
    const short = name.replace(/^cc:|^creativecommons:/, '');
    fields[short] = found.attributes.get('rdf:resource') ?? textOf(found).trim();
    for (const part of ['title', 'url', 'link', 'width', 'height', 'description', 'name']) {
      const inside = childNamed(found, part);
      if (inside) fields[`${short}.${part}`] = innerHtml(inside).trim();
    }
  }
  return fields;
}

function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
