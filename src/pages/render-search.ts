import { markWords, type MarkedRun, snippetOf } from '#lib/search/snippet.ts';
import type { PieceContent } from '#pieces/pieces.ts';
import {
  bodyOf,
  findSearchOutlets,
  mostFound,
  type SearchFilters,
  type SearchOutcome,
  searchPieces,
} from '#search/search.ts';
import { notFoundPage } from './not-found-page.tsx';
import { findLiveByIds } from './page-store.ts';
import { cardsOnPage, searchPath } from './paths.ts';
import { searchData } from './public-data.ts';
import { languagesOf, withRevisions } from './read-lists.ts';
import { readPieceCards } from './read-piece-cards.ts';
import { readPieceText } from './read-piece-view.ts';
import type { Context, Made } from './render-place.ts';
import { searchPage } from './search-page.tsx';
import { wordsOfAddress } from './search-lost.ts';
import { readSearchQuery, searchQuery } from './search-query.ts';
import type { AskedView, HitView, SearchView } from './search-view.ts';
import type { Lang } from '#platform/language.ts';
import type { Publication } from '#publications/publications.ts';
import type { FeedView, PublicationView, SiteView } from './view.ts';

const mostOutlets = 40;
const mostPages = Math.ceil(mostFound / cardsOnPage);
const itemsInFeed = 20;
const mostOfLost = 5;

/** A publication's pages in one language, and what was asked of them. */
interface Asked {
  publication: Publication;
  lang: Lang;
  page: number;
}

/** The query of a search as its address says it, the same for pages in every language. */
export function askedQuery({ url }: Context, { publication }: Asked): string {
  return searchQuery(readSearchQuery(url.searchParams, publication));
}

/** A page of what was found, or the form alone. */
export async function renderSearch(context: Context, asked: Asked, shown: PublicationView): Promise<Made> {
  const { db, site, url } = context;
  const { publication, lang } = asked;
  const query = readSearchQuery(url.searchParams, publication);
  const page = Math.min(asked.page, mostPages);
  const outcome = await look(context, asked, query, { page, perPage: cardsOnPage });
  const pages = Math.max(1, Math.ceil(outcome.total / cardsOnPage));
  if (asked.page > pages) return { status: 404, body: notFoundPage(site, shown) };
  const pieces = await findLiveByIds(db, publication.slug, outcome.pieceIds);
  const cards = await readPieceCards(context, publication, pieces);
  const contents = new Map(
    (await withRevisions(db, pieces)).map(({ piece, revision }) => [
      `/${publication.slug}/${piece.path}`,
      revision.content,
    ]),
  );
  const hits = cards.flatMap((card): HitView[] => {
    const content = contents.get(card.path);
    return content ? [{ card, ...marked(content, outcome.stems) }] : [];
  });
  const inLanguage = languageTest(publication, lang);
  const address = (changed: AskedView) => searchPath(shown) + searchQuery(changed);
  const bare: AskedView = { ...query, kind: '', topic: '', from: '', to: '', outlet: '' };
  const found: SearchView = {
    asked: query,
    matched: outcome.matched,
    hits,
    total: outcome.total,
    more: outcome.total >= mostFound,
    page,
    pages,
    suggestion:
      outcome.suggestion === null
        ? null
        : { text: outcome.suggestion, path: address({ ...query, q: outcome.suggestion }) },
    unfiltered: outcome.withoutFilters > 0 ? { found: outcome.withoutFilters, path: address(bare) } : null,
    outlets: await findSearchOutlets(db, publication.slug, inLanguage, mostOutlets),
  };
  return {
    noindex: !publication.listed || query.q !== '',
    body: searchPage(site, shown, found),
    script: site.assets.scripts?.search !== undefined,
    data: () => searchData(site, shown, found),
  };
}

/**
 * The page for an address that nothing stands at, with what its words find. Made for who asks, as a search is: it shows
 * what the index holds, and there is no end of such addresses.
 */
export async function renderLost(context: Context, asked: Omit<Asked, 'page'>, shown: PublicationView): Promise<Made> {
  const { db, site, url } = context;
  const q = wordsOfAddress(url.pathname);
  if (q === '') return { status: 404, body: notFoundPage(site, shown) };
  const query: AskedView = { q, kind: '', topic: '', from: '', to: '', outlet: '', order: '' };
  const { pieceIds } = await look(context, asked, query, { page: 1, perPage: mostOfLost });
  const pieces = await findLiveByIds(db, asked.publication.slug, pieceIds);
  const cards = await readPieceCards(context, asked.publication, pieces);
  return { status: 404, kept: false, body: notFoundPage(site, shown, { q, cards }) };
}

/** The newest of what is found, as a feed. */
export async function renderSearchFeed(
  context: Context,
  asked: Asked,
  shown: PublicationView,
  feed: { file: string; type: string; write: (site: SiteView, view: FeedView) => string },
): Promise<Made> {
  const { db, site, log, url } = context;
  const { publication } = asked;
  const query: AskedView = { ...readSearchQuery(url.searchParams, publication), order: 'newest' };
  const { pieceIds, matched } = await look(context, asked, query, { page: 1, perPage: itemsInFeed });
  // What is only like what was asked for would come and go.
  const pieces = matched === 'all' ? await findLiveByIds(db, publication.slug, pieceIds) : [];
  const items = await Promise.all(
    (await withRevisions(db, pieces)).map(({ piece, revision }) =>
      readPieceText(db, publication, piece, revision, log),
    ),
  );
  const address = searchQuery({ ...query, order: '' });
  return {
    contentType: feed.type,
    noindex: true,
    body: feed.write(site, {
      publication: shown,
      feedPath: `${searchPath(shown)}/${feed.file}${address}`,
      search: { q: query.q, path: searchPath(shown) + address },
      items,
    }),
  };
}

async function look(
  { db }: Context,
  { publication, lang }: Omit<Asked, 'page'>,
  asked: AskedView,
  range: { page: number; perPage: number },
): Promise<SearchOutcome> {
  const filters: SearchFilters = {
    ...(asked.kind && { kind: asked.kind }),
    ...(asked.topic && { topic: asked.topic }),
    ...(asked.from && { from: asked.from }),
    ...(asked.to && { to: asked.to }),
    ...(asked.outlet && { outlet: asked.outlet }),
  };
  return searchPieces(db, {
    publication: publication.slug,
    lang,
    inLanguage: languageTest(publication, lang),
    synonyms: publication.synonyms,
    text: asked.q,
    filters,
    newest: asked.order === 'newest',
    ...range,
  });
}

/** Which languages' pieces stand on the shelves of a language's pages. */
function languageTest(publication: Publication, lang: Lang): (each: Lang) => boolean {
  const langs = languagesOf(publication, lang);
  return (each) => ('in' in langs ? langs.in.includes(each) : !langs.not.includes(each));
}

function marked(content: PieceContent, stems: ReadonlySet<string>): { title: MarkedRun[]; snippet: MarkedRun[] } {
  const headings = content.blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
  const snippet = snippetOf([content.lede, ...bodyOf(content), ...headings], content.lang, stems);
  return {
    title: markWords(content.title, content.lang, stems),
    snippet: snippet.length > 0 ? snippet : [{ text: content.lede, found: false }],
  };
}
