import { escapeHtml } from '#lib/html/entities.ts';
import { htmlToText } from '#lib/html/html-to-text.ts';
import { FeedUnreadable } from '#wires/wires-parsers.ts';
import {
  type ArchiveItem,
  ArchiveUnreadable,
  type ImportContext,
  type Importer,
  type OpenArchive,
  type ParsedItem,
  type UnreadItem,
} from '../importer.ts';
import { type OriginalDate, pieceLanguage, plainLine, plainPiece } from '../plain-piece.ts';
import { changedLater, createResaves } from '../plain-piece-dates.ts';
import { firstUnread, openTextFiles, type TextFile, type TextFiles } from '../plain-piece-files.ts';
import { createNames } from '../plain-piece-names.ts';
import { createTaken, pathBelow, placePiece, slugOf } from '../plain-piece-path.ts';
import { type FeedEntry, type FeedFile, readFeedFile } from './read-feed-file.ts';

/** A feed (RSS, RDF, Atom, JSON Feed) or a folder or zip of feeds: every item an article. What comes twice is the same. */
export const feed: Importer = { version: 1, open: openFeeds };

interface Site {
  title: string;
  tagline: string;
  lang: string;
  bases: string[];
}

/** All that decides the piece of an item. */
interface PlacedEntry extends FeedEntry {
  path: string;
  lang: string;
  bases: string[];
  resaved: boolean;
}

interface Survey {
  site: Site;
  count: number;
  resaves: ReturnType<typeof createResaves>;
}

const largestFile = 64_000_000;

async function openFeeds(path: string, context: ImportContext): Promise<OpenArchive> {
  const folder = await openTextFiles(path, /\.(?:xml|rss|rdf|atom|json)$/iu);
  const survey = await surveyFeeds(folder, path, context);
  const { site } = survey;
  return {
    count: survey.count + folder.unread.length + (site.title === '' ? 0 : 1),
    formerAddresses: site.bases,
    items: () => readItems(folder, survey, context),
    parse: (item) => parseItem(item, context),
    picture: (address) => folder.picture(address),
    close: () => folder.close(),
  };
}

async function readFile(file: TextFile): Promise<FeedFile | string> {
  const bytes = await file.read(largestFile);
  if (typeof bytes === 'string') return bytes;
  try {
    return readFeedFile(bytes);
  } catch (error) {
    if (error instanceof FeedUnreadable) return `it is no feed but ${error.message}`;
    throw error;
  }
}

async function surveyFeeds(folder: TextFiles, path: string, context: ImportContext): Promise<Survey> {
  const resaves = createResaves();
  const site: Site = { title: '', tagline: '', lang: '', bases: context.address === null ? [] : [context.address] };
  let count = 0;
  let feeds = 0;
  let why = 'it has no file that ends in .xml, .rss, .rdf, .atom or .json';
  for (const file of folder.files) {
    const read = await readFile(file);
    if (typeof read === 'string') {
      why = `${file.name}: ${read}`;
      count += 1;
      continue;
    }
    feeds += 1;
    count += Math.max(1, read.entries.length);
    site.title ||= plainLine(escapeHtml(read.title));
    site.tagline ||= plainLine(escapeHtml(read.tagline));
    site.lang ||= read.lang ?? '';
    for (const entry of read.entries) if ('item' in entry) resaves.add(changeOf(entry));
    const base = baseOf(read);
    if (context.address === null && base !== null && !site.bases.includes(base)) site.bases.push(base);
  }
  if (feeds === 0) {
    await folder.close();
    throw new ArchiveUnreadable(
      `“${path}” holds no feed (${why})${firstUnread(folder)}. Save the feed’s own address as a file, and name that.`,
    );
  }
  return { site: { ...site, lang: pieceLanguage(context, site.lang) }, count, resaves };
}

/** The address that a feed's items stand below: that of its site, else the site's host where some stand beside it. */
function baseOf({ home, entries }: FeedFile): string | null {
  if (home === null) return null;
  const base = home.replace(/[?#].*$/u, '').replace(/\/+$/u, '');
  const urls = entries.flatMap((entry) => ('item' in entry && entry.item.url !== null ? [entry.item.url] : []));
  const below = (root: string) => urls.filter((url) => pathBelow(url, [root]) !== null).length;
  const { origin } = new URL(home);
  return below(base) >= below(origin) ? base : origin;
}

function publicationOf({ item }: FeedEntry): OriginalDate | null {
  const at = item.publishedAt ?? item.updatedAt;
  return at === null ? null : { at, precision: /T00:00:00(?:\.000)?Z$/u.test(at) ? 'day' : 'minute' };
}

function changeOf(entry: FeedEntry): OriginalDate | null {
  const { updatedAt } = entry.item;
  return updatedAt === null ? null : changedLater(publicationOf(entry), { at: updatedAt, precision: 'minute' });
}

async function* readItems(
  folder: TextFiles,
  { site, resaves }: Survey,
  context: ImportContext,
): AsyncGenerator<ArchiveItem | UnreadItem> {
  const name = createNames();
  const take = createTaken();
  if (site.title !== '') yield held(name('the site itself'), { site }, site.bases[0] ?? null);
  yield* folder.unread;
  for (const file of folder.files) {
    const read = await readFile(file);
    if (typeof read === 'string') {
      yield { name: name(file.name), unread: `${read}; take it out of the folder, or save it again` };
      continue;
    }
    if (read.entries.length === 0) yield { name: name(file.name), unread: 'it is a feed without items' };
    for (const entry of read.entries) {
      if ('unread' in entry) {
        yield { name: name(`${file.name}, ${entry.name}`), unread: entry.unread };
        continue;
      }
      const { item } = entry;
      const lang = pieceLanguage(context, item.lang ?? site.lang);
      const at = publicationOf(entry)?.at ?? null;
      const slug = item.title || item.externalId;
      const address = item.url === null ? null : withoutCampaign(item.url);
      const wanted = placePiece({ context, lang, kind: 'article', address, bases: site.bases, at, slug });
      // What has an address of its own is the same thing wherever it comes again.
      const known = address !== null && pathBelow(address, site.bases) !== null;
      const path = known ? wanted : take(wanted, item.externalId);
      const resaved = resaves.isResave(changeOf(entry));
      yield held(name(item.externalId), { ...entry, path, lang, bases: site.bases, resaved }, address);
    }
  }
}

/** The address without what programs put into it to count readers. */
function withoutCampaign(address: string): string {
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()])
    if (/^utm_|^(?:fbclid|gclid|mc_cid|mc_eid)$/u.test(name)) url.searchParams.delete(name);
  url.hash = '';
  return url.href;
}

function held(name: string, content: { site: Site } | PlacedEntry, url: string | null): ArchiveItem {
  return { name, bytes: new TextEncoder().encode(JSON.stringify(content)), url, contentType: 'application/json' };
}

function parseItem(archived: ArchiveItem, context: ImportContext): ParsedItem {
  const content = JSON.parse(new TextDecoder().decode(archived.bytes)) as { site: Site } | PlacedEntry;
  if ('site' in content) return { kind: 'facts', facts: factsOf(content.site) };
  const { item, picture, media, path, lang, resaved } = content;
  const { url } = archived;
  const body = item.contentHtml ?? item.summaryHtml ?? '';
  const players = media.map((address) => `<audio src="${escapeHtml(address)}"></audio>`).join('');
  const piece = plainPiece({
    context,
    path,
    kind: 'article',
    lang,
    title: item.title,
    ledeHtml: ledeOf(item),
    html: players + body,
    baseUrl: url,
    special: dropFeedNotes,
    published: publicationOf(content),
    modified: resaved ? null : changeOf(content),
    authors: item.authors.filter((name) => !name.includes('@')).map((name) => ({ name, role: 'author' })),
    tags: item.categories.map((title) => ({ slug: slugOf(title), title })),
    topImage: picture && { ...picture, alt: '' },
    aliases: [url, item.url, /^https?:\/\//iu.test(item.externalId) ? item.externalId : null],
    state: 'live',
    format: 'feed',
    url,
  });
  if (piece.content.blocks.length === 0 && piece.content.lede === '') {
    return {
      kind: 'set-aside',
      reason: `“${piece.content.title}” has no text in the feed; fetch its page and import that`,
    };
  }
  return { kind: 'piece', piece };
}

/** A summary that only begins the text again is no lede. */
function ledeOf({ contentHtml, summaryHtml }: FeedEntry['item']): string {
  if (contentHtml === null || summaryHtml === null) return '';
  const summary = plainLine(summaryHtml).replace(
    /\s*(?:\[?(?:…|\.\.\.)\]?|The post .{1,300} appeared first on .{1,200})$/u,
    '',
  );
  const begins = htmlToText(contentHtml).replace(/\s+/gu, ' ').startsWith(summary.slice(0, 200));
  return begins && summary.length > 200 ? '' : escapeHtml(summary);
}

/** What programs write under each item: where it was first, and buttons to share it. */
function dropFeedNotes(element: Element): 'drop' | null {
  if (/(?:^|\s)(?:feedflare|sharedaddy|jp-relatedposts)(?:\s|$)/u.test(element.getAttribute('class') ?? ''))
    return 'drop';
  if (element.localName !== 'p') return null;
  const text = element.textContent?.trim() ?? '';
  return text.length < 600 && /^The post .+ (?:first appeared|appeared first) on .+\.?$/su.test(text) ? 'drop' : null;
}

function factsOf({ title, tagline, lang, bases }: Site): Extract<ParsedItem, { kind: 'facts' }>['facts'] {
  return {
    name: title,
    tagline: { [lang]: tagline },
    region: { [lang]: title },
    languages: [lang],
    about: { [lang]: [] },
    contribute: { [lang]: [] },
    formerAddresses: bases,
  };
}
