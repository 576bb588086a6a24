import type { Reader } from '#platform/database/database.ts';
import type { Lang } from '#platform/language.ts';
import {
  countPieces,
  findLiveRevisions,
  findPieceByPath,
  findPieces,
  findTranslations,
  type Piece,
  type Revision,
} from '#pieces/pieces.ts';
import { basePath, findPublications, type Publication } from '#publications/publications.ts';
import { aboutPage } from './about-page.tsx';
import { atomFeed } from './atom.ts';
import { contributePage } from './contribute-page.tsx';
import { jsonFeed } from './json-feed.ts';
import { networkHomePage } from './network-home-page.tsx';
import { notFoundPage } from './not-found-page.tsx';
import { FEEDS } from './paths.ts';
import { publicationHomePage } from './publication-home-page.tsx';
import { createReadLog, type ReadLog } from './read-log.ts';
import { readMonthView } from './read-month-view.ts';
import { publicationView } from './read-publication-view.ts';
import { readSummaryCard, readSummaryView } from './read-summary-view.ts';
import { robotsTxt } from './robots.ts';
import { rssFeed } from './rss.ts';
import { type FeedFile, readSitePath, type SitePath } from './site-path.ts';
import { type SitemapEntry, sitemap, sitemapIndex } from './sitemap.ts';
import { summaryListPage } from './summary-list-page.tsx';
import { summaryPage } from './summary-page.tsx';
import { topicPage } from './topic-page.tsx';
import type { PublicationView, SiteView, SummaryView } from './view.ts';

/** A page or file of the site, and the keys of what it read: a change to any of them makes it stale. */
export interface RenderedPage {
  status: number;
  contentType: string;
  body: string;
  /** Set with a redirect's status. */
  location?: string;
  reads: Set<string>;
}

const cardsOnHome = 8;
const cardsOnPage = 20;
const itemsInFeed = 20;

const html = 'text/html; charset=utf-8';
const xml = 'application/xml; charset=utf-8';
const feedTypes: Record<FeedFile, string> = {
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
};

/** Renders what stands at a path (with its query) of the site: a pure function of the published data. */
export async function renderPath(db: Reader, site: SiteView, path: string): Promise<RenderedPage> {
  const log = createReadLog();
  log.add('publications');
  const publications = await findPublications(db);
  const asked = readSitePath(new URL(`${site.origin}${path.replace(/^\/+/u, '/')}`), publications);
  const made = await renderAsked({ db, site, publications, log }, asked);
  return { status: 200, contentType: html, ...made, reads: log.keys };
}

interface Context {
  db: Reader;
  site: SiteView;
  publications: Publication[];
  log: ReadLog;
}

type Made = Partial<Pick<RenderedPage, 'status' | 'contentType' | 'location'>> & { body: string };

async function renderAsked(context: Context, asked: SitePath): Promise<Made> {
  const { site, publications } = context;
  const listed = publications.filter((publication) => publication.listed);
  switch (asked.kind) {
    case 'moved':
      return { status: 301, body: '', location: asked.to };
    case 'nothing-here':
      return { status: 404, body: notFoundPage(site, null) };
    case 'robots':
      return { contentType: 'text/plain; charset=utf-8', body: robotsTxt(site, { sitemaps: ['/sitemap.xml'] }) };
    case 'sitemap-index':
      return {
        contentType: xml,
        body: sitemapIndex(
          site,
          listed.map((publication) => ({ path: `/${publication.slug}/sitemap.xml`, lastmod: null })),
        ),
      };
    case 'network-home':
      return { body: networkHomePage(site, { publications: await networkCards(context, listed) }) };
    default:
      return renderPlace(context, asked);
  }
}

async function networkCards(context: Context, listed: Publication[]) {
  return Promise.all(
    listed.map(async (publication) => {
      const view = publicationView(publication, context.publications, publication.languages[0] ?? 'en');
      const [latest] = await readCards(context, publication, view.lang, { limit: 1 });
      return { ...view, latest: latest ?? null };
    }),
  );
}

type Placed = Extract<SitePath, { publication: Publication }>;

async function renderPlace(context: Context, asked: Placed): Promise<Made> {
  const { site, log, db } = context;
  const { publication, lang } = asked;
  log.add(`publication:${publication.slug}`);
  const below = (path: string) =>
    new Map(publication.languages.map((each) => [each, `${basePath(publication, each)}${path}`]));
  const view = (path: string): PublicationView => publicationView(publication, context.publications, lang, below(path));
  switch (asked.kind) {
    case 'home': {
      const latest = await readLatest(context, publication, lang, 1);
      const recent = await readCards(context, publication, lang, { limit: cardsOnHome, offset: 1 });
      const month = await readMonthView(db, publication, lang, latest[0]?.date ?? '1970-01-01', log);
      return { body: publicationHomePage(site, view(''), { latest: latest[0] ?? null, recent, month }) };
    }
    case 'about':
      return { body: aboutPage(site, view('/about')) };
    case 'contribute':
      return { body: contributePage(site, view('/contribute')) };
    case 'summaries': {
      const total = await countSummaries(context, publication, lang);
      const pages = Math.max(1, Math.ceil(total / cardsOnPage));
      if (asked.page > pages) return { status: 404, body: notFoundPage(site, view('')) };
      const cards = await readCards(context, publication, lang, {
        limit: cardsOnPage,
        offset: (asked.page - 1) * cardsOnPage,
      });
      const month = await readMonthView(db, publication, lang, cards[0]?.date ?? '1970-01-01', log);
      return { body: summaryListPage(site, view('/executive-summaries'), { cards, page: asked.page, pages, month }) };
    }
    case 'summary':
      return renderSummary(context, asked);
    case 'topic': {
      const cards = (await readCards(context, publication, lang, {}, asked.slug)) ?? [];
      const pages = Math.max(1, Math.ceil(cards.length / cardsOnPage));
      if (asked.page > pages) return { status: 404, body: notFoundPage(site, view('')) };
      const publicationShown = view(`/${asked.slug}`);
      const topic = publicationShown.topics.find((each) => each.slug === asked.slug) ?? {
        slug: asked.slug,
        name: asked.slug,
      };
      const shown = cards.slice((asked.page - 1) * cardsOnPage, asked.page * cardsOnPage);
      return { body: topicPage(site, publicationShown, { topic, cards: shown, page: asked.page, pages }) };
    }
    case 'feed':
      return renderFeed(context, asked, view(''));
    case 'sitemap':
      return { contentType: xml, body: sitemap(site, await sitemapEntries(context, publication)) };
    case 'nothing':
      return { status: 404, body: notFoundPage(site, view('')) };
  }
}

async function renderSummary(context: Context, asked: Placed & { kind: 'summary' }): Promise<Made> {
  const { db, site, publications, log } = context;
  const { publication } = asked;
  log.add(`list:${publication.slug}:summary:${asked.lang}`);
  const piece = await findPieceByPath(db, publication.slug, asked.path);
  const revision = piece?.state === 'live' ? (await findLiveRevisions(db, [piece.id])).get(piece.id) : undefined;
  if (!piece || !revision)
    return { status: 404, body: notFoundPage(site, publicationView(publication, publications, asked.lang)) };
  const summary = await readSummaryView(db, publication, piece, revision, log);
  const paths = await translationPaths(context, piece);
  return { body: summaryPage(site, publicationView(publication, publications, asked.lang, paths), summary) };
}

/** The live translations of a piece, and itself, by language. */
async function translationPaths({ db, log }: Context, piece: Piece): Promise<Map<Lang, string>> {
  const family = await findTranslations(db, piece);
  log.add(...family.map((each) => `piece:${each.id}`));
  return new Map(
    family.filter((each) => each.state === 'live').map((each) => [each.lang, `/${each.publication}/${each.path}`]),
  );
}

async function renderFeed(
  context: Context,
  asked: Placed & { kind: 'feed' },
  publication: PublicationView,
): Promise<Made> {
  const items = await readLatest(context, asked.publication, asked.lang, itemsInFeed, asked.topic);
  const topic = publication.topics.find((each) => each.slug === asked.topic) ?? null;
  const folder = topic ? `${publication.basePath}/${topic.slug}` : publication.basePath;
  const feed = { publication, feedPath: `${folder}/${asked.file}`, topic, items };
  const write = { 'rss.xml': rssFeed, 'atom.xml': atomFeed, 'feed.json': jsonFeed }[asked.file];
  return { contentType: feedTypes[asked.file], body: write(context.site, feed) };
}

async function sitemapEntries({ db, log }: Context, publication: Publication): Promise<SitemapEntry[]> {
  if (!publication.listed) return [];
  const { languages } = publication;
  const several = <T>(alternates: T[]): T[] => (alternates.length > 1 ? alternates : []);
  const fixed = [
    '',
    '/executive-summaries',
    '/about',
    '/contribute',
    ...publication.topics.map(({ slug }) => `/${slug}`),
  ];
  const entries = fixed.flatMap((path): SitemapEntry[] => {
    const alternates = languages.map((lang) => ({ lang, path: `${basePath(publication, lang)}${path}` }));
    return alternates.map((each) => ({ path: each.path, lastmod: null, alternates: several(alternates) }));
  });
  const pieces: Piece[] = [];
  for (const lang of languages) {
    log.add(`list:${publication.slug}:summary:${lang}`);
    pieces.push(...(await findPieces(db, publication.slug, { kind: 'summary', lang, state: 'live' })));
  }
  const families = Map.groupBy(pieces, (piece) => piece.translationOf ?? piece.id);
  for (const piece of pieces) {
    const family = families.get(piece.translationOf ?? piece.id) ?? [];
    const alternates = family.map((each) => ({ lang: each.lang, path: `/${publication.slug}/${each.path}` }));
    const lastmod = piece.modifiedAt ?? piece.firstPublishedAt;
    entries.push({ path: `/${publication.slug}/${piece.path}`, lastmod, alternates: several(alternates) });
  }
  return entries;
}

async function countSummaries({ db, log }: Context, publication: Publication, lang: Lang): Promise<number> {
  log.add(`list:${publication.slug}:summary:${lang}`);
  return countPieces(db, publication.slug, { kind: 'summary', lang, state: 'live' });
}

/** The latest live summaries of a language, whole; those of a topic where one is named. */
async function readLatest(
  context: Context,
  publication: Publication,
  lang: Lang,
  limit: number,
  topic: string | null = null,
): Promise<SummaryView[]> {
  const found = await findLive(context, publication, lang, topic === null ? { limit } : {}, topic);
  return Promise.all(
    found
      .slice(0, limit)
      .map(({ piece, revision }) => readSummaryView(context.db, publication, piece, revision, context.log)),
  );
}

async function readCards(
  context: Context,
  publication: Publication,
  lang: Lang,
  range: { limit?: number; offset?: number },
  topic: string | null = null,
) {
  const found = await findLive(context, publication, lang, range, topic);
  return Promise.all(
    found.map(({ piece, revision }) => readSummaryCard(context.db, publication, piece, revision, context.log)),
  );
}

async function findLive(
  { db, log }: Context,
  publication: Publication,
  lang: Lang,
  range: { limit?: number; offset?: number },
  topic: string | null,
): Promise<{ piece: Piece; revision: Revision }[]> {
  log.add(`list:${publication.slug}:summary:${lang}`);
  const pieces = await findPieces(db, publication.slug, { kind: 'summary', lang, state: 'live', ...range });
  const revisions = await findLiveRevisions(
    db,
    pieces.map((piece) => piece.id),
  );
  return pieces.flatMap((piece) => {
    const revision = revisions.get(piece.id);
    return revision && (topic === null || revision.content.topics.includes(topic)) ? [{ piece, revision }] : [];
  });
}

/** Every path of a publication's pages, feeds and lists: what a static copy holds. */
export async function listPaths(db: Reader, publication: Publication): Promise<string[]> {
  const paths: string[] = [];
  for (const lang of publication.languages) {
    const base = basePath(publication, lang);
    paths.push(base, `${base}/executive-summaries`, `${base}/about`, `${base}/contribute`);
    const pieces = await findPieces(db, publication.slug, { kind: 'summary', lang, state: 'live' });
    for (let page = 2; page <= Math.ceil(pieces.length / cardsOnPage); page += 1)
      paths.push(`${base}/executive-summaries?page=${page}`);
    paths.push(...pieces.map((piece) => `/${publication.slug}/${piece.path}`));
    for (const folder of [base, ...publication.topics.map(({ slug }) => `${base}/${slug}`)])
      paths.push(...FEEDS.map(({ file }) => `${folder}/${file}`));
    for (const { slug } of publication.topics) {
      paths.push(`${base}/${slug}`);
      const revisions = await findLiveRevisions(
        db,
        pieces.map((piece) => piece.id),
      );
      const told = [...revisions.values()].filter((revision) => revision.content.topics.includes(slug)).length;
      for (let page = 2; page <= Math.ceil(told / cardsOnPage); page += 1) paths.push(`${base}/${slug}?page=${page}`);
    }
  }
  paths.push(`/${publication.slug}/sitemap.xml`);
  return paths;
}
