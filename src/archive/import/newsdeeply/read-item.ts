import { type Block, sectionsOf } from '#pieces/pieces.ts';
import { fullAddress } from '#pieces/pieces-parsers.ts';
import type { ParsedItem, PublicationFacts } from '../importer.ts';
import type { SurveyedSite } from './find-site.ts';
import { type Hiding, hideNames } from './hide-names.ts';
import type { PageReading } from './make-piece.ts';
import { dayOfPath } from './page-dates.ts';
import { readArticle, readSummary, readTextPage } from './read-article.ts';
import { type ArchivePage, readPage } from './read-page.ts';
import { readSeries } from './read-series.ts';
import { readTalks } from './read-talks.ts';
import { readMasthead, siblingsOf, topicOf } from './site-facts.ts';
import { baseOf, originalAddress, otherForms, pathBelow, plainPath } from './site-place.ts';

interface Reading {
  name: string;
  html: string;
  site: SurveyedSite;
  hiding: Hiding;
  formerAddresses: string[];
  idsOf: (path: string) => (prefix: string) => string;
}

const passed = {
  file: 'no page: a style, script, picture or data file',
  feed: 'a feed: what it lists are pages of the archive',
  list: 'a list of pages that stand in the archive themselves',
  form: 'a form: search, sign-in, registration',
  other: 'of another publication, or of the company as a whole',
  hidden: 'the archive itself hides the whole page',
} as const;

const empty =
  'the file is empty: the mirror failed to copy it. Look for the page in another copy of the site (a public web archive) and import that';

/** Pages for all sites that belong to what each of them says of itself. */
const commonPages = new Set(['republishing', 'copyright', 'terms', 'privacy', 'about', 'team', 'partners']);
const forms = /^(?:search|login|register|sign-?up|sign-?in|subscribe|users|password|unsubscribe|contact)(?:\/|$)/u;
const lists =
  /^(?:articles|community|background|executive-summaries|series|all|archive|(?:contributors?|tags?|categor(?:y|ies))(?:\/.*)?|(?:articles|community|executive-summaries)\/\d{4}(?:\/\d{1,2})?(?:\/\d{1,2})?)$/u;

/** What one file of the archive is, by its path first and what it holds second. */
export function readItem(reading: Reading): ParsedItem {
  const { name, html, site } = reading;
  const { place } = site;
  const below = name.startsWith(place.folder) ? name.slice(place.folder.length) : null;
  if (html.trim() === '') return { kind: 'set-aside', reason: empty };
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)*<(?:rss|feed)\b/u.test(html) ||
    /(?:^|\/)rss(?:\.html|\.xml)?$/u.test(name)
  ) {
    return passedOver('feed');
  }
  const isPage = /\.html?$/iu.test(name) || /^\s*<(?:!doctype|html)/iu.test(html);
  if (!isPage) return passedOver('file');
  const page = readPage(html);
  const moved = movedTo(page, reading);
  if (moved !== null) return moved;
  if (below === null) return readCommonPage(reading, page, plainPath(name.slice(place.root.length)));
  const path = plainPath(below);
  if (path === 'index') return { kind: 'facts', facts: homeFacts(reading) };
  return readSitePage(reading, page, path);
}

function passedOver(why: keyof typeof passed): ParsedItem {
  return { kind: 'passed-over', why: passed[why] };
}

/** @param path of the piece below the publication */
function pageReading({ name, site, idsOf }: Reading, page: ArchivePage, path: string): PageReading {
  const { place, resaved } = site;
  const below = name.startsWith(place.folder)
    ? `${place.site}/${name.slice(place.folder.length)}`
    : name.slice(place.root.length);
  const address = `${place.origin}/${plainPath(below)}`;
  return { page, place, path, address, baseUrl: baseOf(place, name), ids: idsOf(path), resaved };
}

/** Pages beside the publication's folder: its home under its old name, the page of all publications, guidelines. */
function readCommonPage(reading: Reading, page: ArchivePage, path: string): ParsedItem {
  const { place } = reading.site;
  if (path === place.site) return { kind: 'facts', facts: homeFacts(reading) };
  if (forms.test(path)) return passedOver('form');
  if (path === 'index') {
    const siblings = siblingsOf(page.html, place.site);
    return siblings.length > 0 ? { kind: 'facts', facts: { siblings } } : passedOver('other');
  }
  if (page.main === null) return passedOver('other');
  if (!commonPages.has(path) || path === 'about') return passedOver('other');
  const common = pageReading(reading, page, path);
  const read = readTextPage(common, page.main, 'page');
  if ('reason' in read) return { kind: 'set-aside', reason: read.reason };
  const aliases = [...read.piece.aliases, common.address, `${common.address}.html`];
  return { kind: 'piece', piece: { ...read.piece, aliases } };
}

function readSitePage(reading: Reading, page: ArchivePage, path: string): ParsedItem {
  const { main } = page;
  if (forms.test(path)) return passedOver('form');
  if (main === null) {
    return {
      kind: 'set-aside',
      reason: 'the page is cut off before its text; look for it in another copy of the site',
    };
  }
  const withdrawn = hideNames(page, main, `/${reading.site.place.site}/${path}`, reading.hiding);
  if (withdrawn === 'page') return passedOver('hidden');
  const parsed = readKind(reading, page, main, path);
  if (parsed.kind !== 'piece') return parsed;
  const { menu } = reading.site;
  const known = new Set(menu.map(({ slug }) => slug));
  const topics = [...menu, ...(parsed.facts?.topics ?? []).filter(({ slug }) => !known.has(slug))];
  const piece = withdrawn.length > 0 ? { ...parsed.piece, withdrawn } : parsed.piece;
  return { ...parsed, piece, facts: { ...parsed.facts, topics } };
}

function readKind(reading: Reading, page: ArchivePage, main: Element, path: string): ParsedItem {
  const pageOf = pageReading(reading, page, path);
  if (/^executive-summaries\/\d{4}\/\d{2}\/\d{2}$/u.test(path) && dayOfPath(`/${path}`) !== null)
    return readSummary(pageOf, main);
  if (/^articles\/\d{4}\/\d{2}\/\d{2}\/[^/]+$/u.test(path)) return readArticle(pageOf, main, 'article');
  if (/^community\/\d{4}\/\d{2}\/\d{2}\/[^/]+$/u.test(path)) return readArticle(pageOf, main, 'community');
  if (/^series\/[^/]+$/u.test(path)) return readSeries(pageOf, main);
  if (path === 'talks') return readTalks(pageReading(reading, page, 'talks/past-events'), main);
  if (path === 'about') return readAbout(reading, page, main);
  if (/^background\/[^/]+$/u.test(path)) return pieceOf(readTextPage(pageOf, main, 'background'));
  const topic = /^[^/]+$/u.test(path) ? topicOf(main, path) : null;
  if (topic !== null) {
    const redirects = [
      { from: `${path}.html`, to: path },
      ...[`${path}/rss`, `${path}/rss.html`].map((from) => ({ from, to: `${path}/rss.xml` })),
    ];
    const listed = reading.site.menu.map((each) => (each.slug === path ? topic : each));
    return { kind: 'facts', facts: { topics: listed.includes(topic) ? listed : [...listed, topic], redirects } };
  }
  if (lists.test(path) || main.querySelector('section.stream') !== null) return passedOver('list');
  if (main.querySelector('article.detail .body') !== null) return readArticle(pageOf, main, 'article');
  if (main.querySelector('article.detail') !== null) return pieceOf(readTextPage(pageOf, main, 'page'));
  return { kind: 'set-aside', reason: 'it is no page of a kind that is known; look whether what it says matters' };
}

function pieceOf(read: ReturnType<typeof readTextPage>): ParsedItem {
  return 'piece' in read ? { kind: 'piece', piece: read.piece } : { kind: 'set-aside', reason: read.reason };
}

/** What a publication says of itself: a page; the words before its first heading and those for contributors are also its own. */
function readAbout(reading: Reading, page: ArchivePage, main: Element): ParsedItem {
  const read = pieceOf(readTextPage(pageReading(reading, page, 'about'), main, 'page'));
  if (read.kind !== 'piece') return read;
  const { preamble, sections } = sectionsOf(read.piece.content.blocks);
  const asked = sections.find(({ heading }) => /^contribut/iu.test(heading.text));
  const texts = (blocks: Block[]): string[] =>
    blocks.flatMap((block) => (block.type === 'paragraph' ? block.sentences.map(({ text }) => text).join(' ') : []));
  const contribute = texts(asked?.blocks ?? []);
  return {
    ...read,
    facts: { about: { en: texts(preamble) }, ...(contribute.length > 0 ? { contribute: { en: contribute } } : {}) },
  };
}

function homeFacts({ html, site, formerAddresses }: Reading): PublicationFacts {
  const { origin, site: slug } = site.place;
  return {
    ...readMasthead(html),
    languages: ['en'],
    formerAddresses,
    redirects: [`${origin}/${slug}.html`].map((from) => ({ from, to: '' })),
  };
}

/** HTTrack's note that an address leads to another: a redirect, where that is the publication's too. */
function movedTo(page: ArchivePage, { name, site }: Reading): ParsedItem | null {
  if (page.main !== null || page.html.length > 5_000) return null;
  const target = /<meta\s+http-equiv="?refresh"?\s+content="[^"]*?url=([^"]+)"/iu.exec(page.html)?.[1];
  if (target === undefined) return null;
  const { place } = site;
  const address = fullAddress(target, baseOf(place, name));
  const to = address === null ? null : pathBelow(place, originalAddress(place, address));
  if (to === null || !name.startsWith(place.folder)) return passedOver('other');
  const from = plainPath(name.slice(place.folder.length));
  const redirects = [from, ...otherForms(from)].filter((form) => form !== to).map((form) => ({ from: form, to }));
  return { kind: 'facts', facts: { redirects } };
}
