/**
 * What the W3C's feed validator asks that matters to readers, for the three forms: RSS 2.0, RFC 4287, JSON Feed 1.1.
 * Each fault is a sentence; none means that the feed holds.
 */
import { type SaxesAttributeNS, SaxesParser } from 'saxes';

export interface FeedElement {
  name: string;
  attributes: Record<string, string>;
  children: FeedElement[];
  text: string;
}

/** Throws where the XML is not well-formed, with line and column. */
export function readStrictXml(xml: string): FeedElement {
  const root: FeedElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes as Record<string, SaxesAttributeNS>).map(([key, { value }]) => [
      key,
      value,
    ]);
    const element = { name, attributes: Object.fromEntries(values) as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open.slice(-1)) element.text += text;
  });
  parser.on('cdata', (text) => {
    for (const element of open.slice(-1)) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  const [first] = root.children;
  if (!first) throw new Error('no element');
  return first;
}

const all = (element: FeedElement, name: string) => element.children.filter((child) => child.name === name);
const textOf = (element: FeedElement, name: string) => all(element, name)[0]?.text ?? '';

const rfc822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/u;
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u;
/** ASCII alone (RFC 3986), absolute. */
const address = /^https?:\/\/[!-~]+$/u;
const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

export function feedFaults(asked: { url: string; contentType: string; body: string }): string[] {
  const form = asked.url.endsWith('rss.xml') ? rssFaults : asked.url.endsWith('atom.xml') ? atomFaults : jsonFaults;
  const found: string[] = [];
  const say = (fault: string) => void found.push(`${asked.url}: ${fault}`);
  try {
    form(asked, say);
  } catch (error) {
    say(`cannot be read: ${String(error)}`);
  }
  return found;
}

type Checked = { url: string; contentType: string; body: string };
type Say = (fault: string) => void;

function rssFaults({ url, contentType, body }: Checked, say: Say): void {
  if (!contentType.startsWith('application/rss+xml')) say(`media type ${contentType}`);
  const rss = readStrictXml(body);
  if (rss.name !== 'rss' || rss.attributes.version !== '2.0') say('is no rss version="2.0"');
  const [channel] = all(rss, 'channel');
  if (!channel) return say('has no channel');
  for (const name of ['title', 'link', 'description'])
    if (all(channel, name).length !== 1) say(`channel needs one ${name}`);
  if (!address.test(textOf(channel, 'link'))) say('channel’s link is not absolute');
  if (!languageTag.test(textOf(channel, 'language'))) say('language is no tag');
  if (!isDate(textOf(channel, 'lastBuildDate'), rfc822)) say('lastBuildDate is no date of RFC 822');
  const self = all(channel, 'atom:link').filter(({ attributes }) => attributes.rel === 'self');
  if (self[0]?.attributes.href !== url) say(`atom:link self is ${self[0]?.attributes.href}`);
  const ids = new Set<string>();
  for (const item of all(channel, 'item')) {
    const id = textOf(item, 'guid');
    if (ids.has(id) || id === '') say(`guid “${id}” is not its own`);
    ids.add(id);
    if (!address.test(id)) say(`guid “${id}” is called a permalink and is no address`);
    if (textOf(item, 'link') !== id) say(`${id}: link differs from guid`);
    if (!isDate(textOf(item, 'pubDate'), rfc822)) say(`${id}: pubDate “${textOf(item, 'pubDate')}”`);
    if (!isDate(textOf(item, 'dc:date'), rfc3339)) say(`${id}: dc:date “${textOf(item, 'dc:date')}”`);
    if (Date.parse(textOf(item, 'dc:date')) < Date.parse(textOf(item, 'pubDate')))
      say(`${id}: changed before it was published`);
    if (textOf(item, 'title') === '' && textOf(item, 'description') === '') say(`${id}: neither title nor description`);
    for (const name of ['title', 'link', 'description', 'guid', 'pubDate', 'content:encoded', 'dc:date', 'dc:language'])
      if (all(item, name).length > 1) say(`${id}: ${name} more than once`);
    contentFaults(textOf(item, 'content:encoded'), (fault) => say(`${id}: ${fault}`));
  }
}

function atomFaults({ url, contentType, body }: Checked, say: Say): void {
  if (!contentType.startsWith('application/atom+xml')) say(`media type ${contentType}`);
  const feed = readStrictXml(body);
  if (feed.name !== 'feed' || feed.attributes.xmlns !== 'http://www.w3.org/2005/Atom') say('is no feed of Atom');
  const self = all(feed, 'link').filter(({ attributes }) => attributes.rel === 'self');
  if (self.length !== 1 || self[0]?.attributes.href !== url) say(`link self is ${self[0]?.attributes.href}`);
  const ids = new Set<string>();
  const authored = all(feed, 'author').length > 0;
  for (const entry of [feed, ...all(feed, 'entry')]) {
    const id = textOf(entry, 'id');
    for (const name of ['id', 'title', 'updated']) if (all(entry, name).length !== 1) say(`“${id}” needs one ${name}`);
    if (!address.test(id)) say(`id “${id}” is no IRI in its own form`);
    if (ids.has(id)) say(`id “${id}” stands twice`);
    ids.add(id);
    if (!isDate(textOf(entry, 'updated'), rfc3339)) say(`${id}: updated “${textOf(entry, 'updated')}”`);
    for (const { attributes } of all(entry, 'link'))
      if (!address.test(attributes.href ?? '')) say(`${id}: link “${attributes.href}” is not absolute`);
    if (all(entry, 'link').filter(({ attributes: { rel } }) => rel === 'alternate').length !== 1)
      say(`${id}: not one alternate`);
    for (const author of all(entry, 'author'))
      if (textOf(author, 'name').trim() === '') say(`${id}: an author without a name`);
    if (entry === feed) continue;
    if (!authored && all(entry, 'author').length === 0) say(`${id}: no author`);
    if (!isDate(textOf(entry, 'published'), rfc3339)) say(`${id}: published “${textOf(entry, 'published')}”`);
    if (Date.parse(textOf(entry, 'updated')) < Date.parse(textOf(entry, 'published')))
      say(`${id}: updated before it was published`);
    for (const { attributes } of all(entry, 'category')) if (!attributes.term) say(`${id}: a category without a term`);
    const [content] = all(entry, 'content');
    if (content?.attributes.type !== 'html') say(`${id}: content is no html`);
    contentFaults(content?.text ?? '', (fault) => say(`${id}: ${fault}`));
  }
}

interface JsonFeed {
  version?: string;
  title?: string;
  feed_url?: string;
  home_page_url?: string;
  language?: string;
  items?: {
    id?: string;
    url?: string;
    content_html?: string;
    date_published?: string;
    date_modified?: string;
    image?: string;
    tags?: unknown;
  }[];
}

function jsonFaults({ url, contentType, body }: Checked, say: Say): void {
  if (!contentType.startsWith('application/feed+json')) say(`media type ${contentType}`);
  const feed = JSON.parse(body) as JsonFeed;
  if (feed.version !== 'https://jsonfeed.org/version/1.1') say(`version ${feed.version}`);
  if (!feed.title) say('has no title');
  if (feed.feed_url !== url) say(`feed_url is ${feed.feed_url}`);
  if (!address.test(feed.home_page_url ?? '')) say('home_page_url is not absolute');
  if (!languageTag.test(feed.language ?? '')) say('language is no tag');
  const ids = new Set<string>();
  for (const item of feed.items ?? []) {
    const id = item.id ?? '';
    if (id === '' || ids.has(id)) say(`id “${id}” is not its own`);
    ids.add(id);
    if (!address.test(item.url ?? '')) say(`${id}: url is not absolute`);
    if (item.image !== undefined && !address.test(item.image)) say(`${id}: image is not absolute`);
    for (const date of [item.date_published, item.date_modified])
      if (!isDate(date ?? '', rfc3339)) say(`${id}: “${date}” is no date of RFC 3339`);
    if (Date.parse(item.date_modified ?? '') < Date.parse(item.date_published ?? ''))
      say(`${id}: modified before it was published`);
    if (!Array.isArray(item.tags)) say(`${id}: tags are no list`);
    contentFaults(item.content_html ?? '', (fault) => say(`${id}: ${fault}`));
  }
}

/** Full text, no relative address, nothing that runs or that readers strip. */
function contentFaults(html: string, say: Say): void {
  if (html.replace(/<[^>]*>/gu, '').trim().length < 20) say('holds no text');
  for (const [, name, value = ''] of html.matchAll(/\s(href|src|srcset)="([^"]*)"/gu))
    if (!/^(?:https?:\/\/|mailto:)/u.test(value)) say(`${name}="${value}" is relative`);
  const forbidden = /<(?:script|style|iframe|object|embed|form|meta|link)\b|\son[a-z]+=|javascript:/iu.exec(html);
  if (forbidden) say(`holds ${forbidden[0]}`);
}

function isDate(text: string, form: RegExp): boolean {
  const day = /^(\w{3}), /u.exec(text)?.[1];
  const instant = Date.parse(text);
  return (
    form.test(text) && !Number.isNaN(instant) && (day === undefined || new Date(instant).toUTCString().startsWith(day))
  );
}
