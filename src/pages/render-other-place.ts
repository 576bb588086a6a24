import { drawCard } from '#media/media.ts';
import { findLiveRevisions, findPieceByPath, gathers, labelSlug, type Piece, readKeys } from '#pieces/pieces.ts';
import { basePath, firstLanguage, type Publication } from '#publications/publications.ts';
import type { Lang } from '#platform/language.ts';
import { calendarFile } from './calendar-file.ts';
import { hasCard, pieceCard } from './card.ts';
import { correctionsPage } from './corrections-page.tsx';
import { countFiled } from './filed-store.ts';
import { labelPage } from './label-page.tsx';
import { newsSitemap, searchDescription, webManifest } from './machine-files.ts';
import type { ListOf, OtherPlace } from './other-path.ts';
import { cardsOnPage, encodedPath, labelPath } from './paths.ts';
import { correctionsData, listData, privacyData, sourcesData } from './public-data.ts';
import { privacyPage } from './privacy-page.tsx';
import { countFiledHere, languagesOf, measureFiled, readFiled, readListedKinds, type Shelf } from './read-lists.ts';
import { readNews } from './read-news.ts';
import { readPieceCards } from './read-piece-cards.ts';
import { readPieceText } from './read-piece-view.ts';
import { readLabel } from './read-label.ts';
import { readCorrections, readSources } from './read-places.ts';
import type { Context, Made } from './render-place.ts';
import { republishPage } from './republish-page.tsx';
import { sitemap } from './sitemap.ts';
import { yearEntries } from './sitemap-entries.ts';
import { sourcesPage } from './sources-page.tsx';
import { textFile } from './text-file.ts';
import type { PieceView, PublicationView } from './view.ts';

interface Place {
  publication: Publication;
  lang: Lang;
}

type Asked = Place & OtherPlace;

/** What the place of a piece, a list or a feed is rendered with, and what it is when nothing else stands there. */
export interface Renderers {
  view(path: string, languages?: Lang[]): Promise<PublicationView>;
  /** What stands at a path of its own: a piece, what it moved to, or nothing. */
  piece(path: string): Promise<Made>;
  feed(of: ListOf): Promise<Made>;
}

/** Renders lists by label, corrections, sources, standing pages and machine files; a piece at the same path comes first. */
export async function renderOtherPlace(context: Context, asked: Asked, render: Renderers): Promise<Made> {
  const { db, log } = context;
  const { publication, lang, path } = asked;
  log.add(...readKeys.path(publication.slug, path));
  log.add(...readKeys.members({ publication: publication.slug, kind: 'page', lang }));
  const own = await findPieceByPath(db, publication.slug, path);
  const made = own === null || own.state === 'unpublished' ? await renderAsked(context, asked, render) : null;
  return made ?? render.piece(path);
}

/** Null where there is nothing. */
async function renderAsked(context: Context, asked: Asked, render: Renderers): Promise<Made | null> {
  const { db, site, log } = context;
  const { publication } = asked;
  switch (asked.kind) {
    case 'label':
      return renderLabel(context, asked, render);
    case 'list-feed':
      return (await hasList(context, asked, asked.of)) ? render.feed(asked.of) : null;
    case 'corrections': {
      const read = await readCorrections(db, publication, asked.page, log);
      if (!read) return null;
      const shown = await render.view('/corrections');
      return { body: correctionsPage(site, shown, read), data: () => correctionsData(site, shown, read) };
    }
    case 'sources': {
      const read = await readSources(db, publication, asked, log);
      if (!read) return null;
      const shown = await render.view(asked.year === null ? '/sources' : `/sources/${asked.year}`);
      return { body: sourcesPage(site, shown, read), data: () => sourcesData(site, shown, read) };
    }
    case 'privacy': {
      const shown = await render.view('/privacy');
      return { body: privacyPage(site, shown), data: () => privacyData(site, shown) };
    }
    case 'republish': {
      const piece = await readText(context, asked, asked.piece);
      if (!piece || piece.kind === 'page' || gathers(piece.kind)) return null;
      const shown = await render.view('', [asked.lang]);
      return { body: republishPage(site, shown, piece), noindex: true };
    }
    case 'calendar': {
      const piece = await readText(context, asked, asked.piece);
      if (!piece?.talk) return null;
      const body = calendarFile(site, await render.view(''), piece, piece.talk);
      return { contentType: 'text/calendar; charset=utf-8', body };
    }
    case 'text': {
      const piece = await readText(context, asked, asked.piece);
      if (!piece) return null;
      const body = textFile(site, await render.view('', [asked.lang]), piece);
      return { contentType: 'text/plain; charset=utf-8', body, noindex: true };
    }
    case 'card': {
      const piece = await readText(context, asked, asked.piece);
      if (!piece || !hasCard(piece)) return null;
      const logo = (publication.logo && (await context.picture?.(publication.logo.media))) ?? null;
      const card = pieceCard(await render.view('', [asked.lang]), piece, logo);
      return { contentType: 'image/png', body: '', bytes: await drawCard(card) };
    }
    case 'search-description':
      return {
        contentType: 'application/opensearchdescription+xml; charset=utf-8',
        body: searchDescription(site, await render.view('')),
      };
    case 'manifest':
      return {
        contentType: 'application/manifest+json; charset=utf-8',
        body: webManifest(await render.view('')),
      };
    case 'year-sitemap': {
      const entries = await yearEntries(db, publication, asked.year, log);
      return entries.length > 0
        ? { contentType: 'application/xml; charset=utf-8', body: sitemap(site, entries) }
        : null;
    }
    case 'news-sitemap':
      return asked.lang === firstLanguage(publication)
        ? {
            contentType: 'application/xml; charset=utf-8',
            body: newsSitemap(site, await render.view(''), await readNews(db, publication, site.today ?? null, log)),
          }
        : null;
  }
}

const shelfOf = ({ db, log, shared }: Context, { publication, lang }: Place): Shelf => ({
  db,
  log,
  shared,
  publication,
  lang,
});

async function renderLabel(
  context: Context,
  asked: Place & Extract<OtherPlace, { kind: 'label' }>,
  render: Renderers,
): Promise<Made | null> {
  const { db, site } = context;
  const { publication, lang, of, page } = asked;
  const slug = labelSlug(asked.slug);
  const shelf = shelfOf(context, asked);
  const label = { kind: of, slug };
  const found = slug === '' ? null : await readLabel(shelf, of, slug);
  if (!found) return null;
  const path = labelPath({ basePath: basePath(publication, lang) }, of, slug);
  if (slug !== asked.slug) return { status: 301, body: '', location: encodedPath(path) };
  const { pages, years } = await measureFiled(shelf, label);
  if (page > pages) return null;
  const pieces = await readFiled(shelf, label, { limit: cardsOnPage, offset: (page - 1) * cardsOnPage });
  const cards = await readPieceCards(context, publication, pieces);
  const languages: Lang[] = [];
  for (const each of publication.languages)
    if ((await countFiled(db, publication.slug, label, { langs: languagesOf(publication, each) })) > 0)
      languages.push(each);
  const shown = await render.view(`/${of}/${slug}`, languages);
  const view = { ...found, of, slug, cards, page, pages, years };
  return { body: labelPage(site, shown, view), data: () => listData(site, shown, view) };
}

async function hasList(context: Context, asked: Place, of: ListOf): Promise<boolean> {
  const shelf = shelfOf(context, asked);
  if ('list' in of) return (await readListedKinds(shelf)).includes(of.list);
  return (await countFiledHere(shelf, { kind: of.label, slug: of.slug })) > 0;
}

/** The text of a live piece at a path; null where there is none. */
async function readText(context: Context, { publication }: Place, path: string): Promise<PieceView | null> {
  const { db, log } = context;
  const piece: Piece | null = await findPieceByPath(db, publication.slug, path);
  if (piece?.state !== 'live') return null;
  const revision = (await findLiveRevisions(db, [piece.id])).get(piece.id);
  return revision ? readPieceText(db, publication, piece, revision, log) : null;
}
