import type { Reader } from '#platform/database/database.ts';
import type { Lang } from '#platform/language.ts';
import {
  findCorrections,
  findLiveRevisions,
  findPiece,
  findPieceByPath,
  type Piece,
  pieceKinds,
  readKeys,
} from '#pieces/pieces.ts';
import { basePath, firstLanguage, type Publication } from '#publications/publications.ts';
import { aboutPage } from './about-page.tsx';
import { atomFeed } from './atom.ts';
import { contributePage } from './contribute-page.tsx';
import { findOldPlaces } from './find-old-places.ts';
import { plainFormPage } from './form-page.ts';
import { gonePage } from './gone-page.tsx';
import { jsonFeed } from './json-feed.ts';
import { listPage } from './list-page.tsx';
import { undatedEntries } from './sitemap-entries.ts';
import { notFoundPage } from './not-found-page.tsx';
import type { ListOf } from './other-path.ts';
import { cardsOnPage, listFolders } from './paths.ts';
import { piecePage } from './piece-page.tsx';
import { aboutData, homeData, listData, pieceData } from './public-data.ts';
import { publicationHomePage } from './publication-home-page.tsx';
import {
  countKind,
  measureFiled,
  measureKind,
  readFiled,
  readKind,
  readListedKinds,
  readNewest,
  readStanding,
  type Shelf,
  withRevisions,
} from './read-lists.ts';
import { nameList, readNewestOf } from './read-list-feed.ts';
import type { ReadLog } from './read-log.ts';
import { readLogo } from './read-logo.ts';
import type { LivePiece } from './page-store.ts';
import { readMonthView } from './read-month-view.ts';
import { readPieceCards } from './read-piece-cards.ts';
import { readPieceText, readPieceView } from './read-piece-view.ts';
import { publicationView, topicIntro } from './read-publication-view.ts';
import { renderOtherPlace } from './render-other-place.ts';
import { addressBelow, isSame, renderOldPlace } from './render-old-address.ts';
import { askedQuery, renderLost, renderSearch, renderSearchFeed } from './render-search.ts';
import type { RenderedPage } from './rendered-page.ts';
import { rssFeed } from './rss.ts';
import type { FeedFile, SitePath } from './site-path.ts';
import type { Shared } from './shared.ts';
import { sitemap } from './sitemap.ts';
import { topicPage } from './topic-page.tsx';
import type { ListedKind, PieceView, PublicationHomeView, PublicationView, SiteView } from './view.ts';

export interface Context {
  db: Reader;
  site: SiteView;
  publications: Publication[];
  log: ReadLog;
  url: URL;
  shared: Shared;
  /** The bytes of a held picture, where they can be had: for what is drawn. */
  picture: ((name: string) => Promise<Uint8Array | null>) | null;
}

export type Made = Partial<Omit<RenderedPage, 'body' | 'reads'>> & {
  body: string;
  /** What the page says, as data. */
  data?: () => unknown;
};

type Placed = Extract<SitePath, { publication: Publication }>;

const cardsOnHome = 8;
const cardsOnShelf = 4;
const itemsInFeed = 20;

const feeds = {
  'rss.xml': { type: 'application/rss+xml; charset=utf-8', write: rssFeed },
  'atom.xml': { type: 'application/atom+xml; charset=utf-8', write: atomFeed },
  'feed.json': { type: 'application/feed+json; charset=utf-8', write: jsonFeed },
} satisfies Record<FeedFile, unknown>;

/** Renders what stands at a place of a publication. */
export async function renderPlace(context: Context, asked: Placed): Promise<Made> {
  context.log.add(`publication:${asked.publication.slug}`);
  return { noindex: !asked.publication.listed, ...(await renderPlaced(context, asked)) };
}

async function renderPlaced(context: Context, asked: Placed): Promise<Made> {
  const { site, db } = context;
  switch (asked.kind) {
    case 'home': {
      const shown = await view(context, asked, '');
      const home = await readHome(context, asked);
      return { body: publicationHomePage(site, shown, home), data: () => homeData(site, shown, home) };
    }
    case 'about': {
      const path = `${prefixOf(asked)}about`;
      const own = await findPieceByPath(db, asked.publication.slug, path);
      context.log.add(...readKeys.path(asked.publication.slug, path));
      context.log.add(...readKeys.members({ publication: asked.publication.slug, kind: 'page', lang: asked.lang }));
      if (own?.state === 'live') return renderLive(context, asked, own);
      const shown = await view(context, asked, '/about', await languagesWithout(context, asked, 'about'));
      return { body: aboutPage(site, shown), data: () => aboutData(site, shown) };
    }
    case 'contribute':
      return { body: contributePage(site, await view(context, asked, '/contribute')) };
    case 'form':
      // The site makes them anew for each reader (render-form.ts), with a token; they are in no copy.
      return { noindex: true, body: plainFormPage(site, await view(context, asked, `/${asked.form}`), asked.form) };
    case 'list':
      return renderList(context, asked);
    case 'topic':
      return renderTopic(context, asked);
    case 'feed':
      return renderFeed(context, asked);
    case 'search':
      return renderSearch(context, asked, await view(context, asked, `/search${askedQuery(context, asked)}`));
    case 'search-feed':
      return renderSearchFeed(context, { ...asked, page: 1 }, await view(context, asked, ''), {
        file: asked.file,
        ...feeds[asked.file],
      });
    case 'sitemap':
      return {
        contentType: 'application/xml; charset=utf-8',
        body: sitemap(site, await undatedEntries(db, asked.publication, context.log)),
      };
    case 'piece':
      return renderPiece(context, asked);
    default: {
      const { publication, lang } = asked;
      return renderOtherPlace(context, asked, {
        view: (path, languages) => view(context, asked, path, languages),
        piece: (path) => renderPiece(context, { kind: 'piece', publication, lang, path, moved: false }),
        feed: (of) =>
          renderFeed(context, {
            ...{ kind: 'feed', publication, lang, topic: null, of },
            file: asked.kind === 'list-feed' ? asked.file : 'rss.xml',
          }),
      });
    }
  }
}

/** The publication as a page at a path shows it, which stands at the same path in every language. */
async function view(
  context: Context,
  asked: Placed,
  path: string,
  languages = asked.publication.languages,
): Promise<PublicationView> {
  const { publication, lang } = asked;
  const paths = new Map(languages.map((each) => [each, `${basePath(publication, each)}${path}`]));
  const shelf = shelfOf(context, asked);
  const lists = await readListedKinds(shelf);
  const standing = await readStanding(shelf);
  const logo = await readLogo(shelf.db, publication, lang);
  return publicationView(publication, context.publications, lang, { paths, lists, standing, logo });
}

const shelfOf = ({ db, log, shared }: Context, { publication, lang }: Placed): Shelf => ({
  db,
  log,
  shared,
  publication,
  lang,
});
const prefixOf = ({ publication, lang }: Pick<Placed, 'publication' | 'lang'>): string =>
  lang === firstLanguage(publication) ? '' : `${lang}/`;

async function readHome(context: Context, asked: Placed): Promise<PublicationHomeView> {
  const { publication } = asked;
  const shelf = shelfOf(context, asked);
  const cards = async (...of: Parameters<typeof readKind>) =>
    readPieceCards(context, publication, await readKind(...of));
  const latest = await readLatestSummary(context, shelf);
  const kinds = (await readListedKinds(shelf)).filter((kind) => kind !== 'summary');
  return {
    latest,
    recent: await cards(shelf, 'summary', { limit: cardsOnHome, offset: 1 }),
    month: latest?.month ?? null,
    shelves: await Promise.all(
      kinds.map(async (kind) => ({
        kind,
        cards: await cards(shelf, kind, { limit: cardsOnShelf }),
        pieces: await countKind(shelf, kind),
      })),
    ),
  };
}

async function readLatestSummary({ db, log }: Context, shelf: Shelf): Promise<PieceView | null> {
  const [newest] = await withRevisions(db, await readKind(shelf, 'summary', { limit: 1 }));
  const piece = newest && (await findPiece(db, newest.piece.id));
  return piece ? readPieceView(db, shelf.publication, piece, newest.revision, log) : null;
}

async function renderList(context: Context, asked: Placed & { kind: 'list' }): Promise<Made> {
  const { db, log, site } = context;
  const { publication, lang, of, page } = asked;
  const shelf = shelfOf(context, asked);
  const languages = await languagesWith(context, asked, of);
  const shown = await view(context, asked, `/${listFolders[of]}`, languages);
  const { pages, years } = await measureKind(shelf, of);
  if (page > pages) return notFound(context, asked);
  if (!shown.lists.includes(of) && of !== 'summary')
    return renderPiece(context, { ...asked, kind: 'piece', path: prefixOf(asked) + listFolders[of], moved: false });
  const pieces = await readKind(shelf, of, { limit: cardsOnPage, offset: (page - 1) * cardsOnPage });
  const cards = await readPieceCards(context, publication, pieces);
  const day = of === 'summary' ? pieces[0]?.dated : null;
  const month = day ? await readMonthView(db, publication, lang, day, log) : null;
  if (of === 'talk') log.add('today');
  const list = { kind: of, cards, page, pages, years, month, today: site.today ?? null };
  return { body: listPage(site, shown, list), data: () => listData(site, shown, list) };
}

/** The languages that have no piece of their own at a path: what stands there in their place is one page in each. */
async function languagesWithout({ db, log }: Context, { publication }: Placed, path: string): Promise<Lang[]> {
  const without: Lang[] = [];
  for (const lang of publication.languages) {
    const own = `${prefixOf({ publication, lang })}${path}`;
    log.add(...readKeys.path(publication.slug, own));
    if ((await findPieceByPath(db, publication.slug, own))?.state !== 'live') without.push(lang);
  }
  return without;
}

/** The languages in which there is a list of a kind. */
async function languagesWith(context: Context, asked: Placed, kind: ListedKind): Promise<Lang[]> {
  const shelves = asked.publication.languages.map((lang) => ({ ...shelfOf(context, asked), lang }));
  const kinds = await Promise.all(shelves.map(readListedKinds));
  return shelves.filter((_, index) => kinds[index]?.includes(kind)).map(({ lang }) => lang);
}

async function renderTopic(context: Context, asked: Placed & { kind: 'topic' }): Promise<Made> {
  const { site } = context;
  const { publication, slug, page } = asked;
  const label = { kind: 'topic', slug } as const;
  const { pages, years } = await measureFiled(shelfOf(context, asked), label);
  if (page > pages) return notFound(context, asked);
  const range = { limit: cardsOnPage, offset: (page - 1) * cardsOnPage };
  const cards = await readPieceCards(context, publication, await readFiled(shelfOf(context, asked), label, range));
  const shown = await view(context, asked, `/${slug}`);
  const topic = shown.topics.find((each) => each.slug === slug) ?? { slug, name: slug };
  const list = { topic, intro: topicIntro(asked), cards, page, pages, years };
  return { body: topicPage(site, shown, list), data: () => listData(site, shown, list) };
}

async function renderFeed(context: Context, asked: Placed & { kind: 'feed'; of?: ListOf }): Promise<Made> {
  const { site } = context;
  const shelf = shelfOf(context, asked);
  const newest = await (asked.of
    ? readNewestOf(shelf, itemsInFeed, asked.of)
    : readNewest(shelf, itemsInFeed, asked.topic));
  const texts = await Promise.all(newest.map((piece) => readFeedItem(context, asked.publication, piece)));
  const items = texts.filter((item) => item !== null);
  const publication = await view(context, asked, '');
  const topic = asked.of
    ? await nameList(shelf, asked.of)
    : (publication.topics.find((each) => each.slug === asked.topic) ?? null);
  const folder = topic ? `${publication.basePath}/${topic.slug}` : publication.basePath;
  const { type, write } = feeds[asked.file];
  return {
    contentType: type,
    body: write(site, { publication, feedPath: `${folder}/${asked.file}`, topic, items }),
  };
}

/** A piece as every feed that it is in carries it. */
function readFeedItem(
  { db, log, shared }: Context,
  publication: Publication,
  piece: LivePiece,
): Promise<PieceView | null> {
  return shared.once(`feed:${piece.id}:${piece.liveRevision}`, log, async (own) => {
    own.add('publications', `publication:${publication.slug}`, `piece:${piece.id}`);
    const revision = (await findLiveRevisions(db, [piece.id])).get(piece.id);
    return revision ? readPieceText(db, publication, piece, revision, own) : null;
  });
}

/** The piece at a path; what was withdrawn is gone; what stands elsewhere now has moved; else there is nothing. */
async function renderPiece(context: Context, asked: Placed & { kind: 'piece' }): Promise<Made> {
  const { db, site, publications, log, url } = context;
  const { publication, lang } = asked;
  const piece = asked.moved ? null : await findPieceByPath(db, publication.slug, asked.path);
  if (piece) log.add(`piece:${piece.id}`);
  if (piece?.state === 'live') return renderLive(context, asked, piece);
  // Whatever comes live may stand here, or may be what this old address leads to.
  for (const kind of pieceKinds) log.add(...readKeys.members({ publication: publication.slug, kind, lang }));
  if (piece?.state === 'withdrawn') {
    const last = (await findCorrections(db, piece.id)).findLast(({ kind }) => kind === 'withdrawal');
    const why = last ? { ...last, on: last.at } : null;
    return { status: 410, body: gonePage(site, await noticeView(context, asked), why) };
  }
  const address = addressBelow(publication, url) ?? '';
  const place = (await findOldPlaces(db, publication, [address])).get(address);
  if (place && !isSame(place, address))
    return renderOldPlace(site, { publication, publications, place, log, away: false });
  return renderLost(context, asked, await noticeView(context, asked));
}

async function renderLive(context: Context, asked: Placed, piece: Piece): Promise<Made> {
  const { db, site, publications, log } = context;
  const { publication, lang } = asked;
  const revision = (await findLiveRevisions(db, [piece.id])).get(piece.id);
  if (!revision) return notFound(context, asked);
  const shown = await readPieceView(db, publication, piece, revision, log);
  const paths = new Map(shown.translations.map((each) => [each.lang, each.path]));
  const own = new Map([[lang, shown.path], ...paths]);
  const lists = await readListedKinds(shelfOf(context, asked));
  const standing = await readStanding(shelfOf(context, asked));
  const logo = await readLogo(db, publication, lang);
  const around = publicationView(publication, publications, lang, { paths: own, lists, standing, logo });
  return {
    body: piecePage(site, around, shown),
    script: shown.talk !== null && site.assets.scripts?.talk !== undefined,
    data: () => pieceData(site, around, shown),
  };
}

async function notFound(context: Context, asked: Placed): Promise<Made> {
  return { status: 404, body: notFoundPage(context.site, await noticeView(context, asked)) };
}

const noticeView = (context: Context, asked: Placed): Promise<PublicationView> => view(context, asked, '');
