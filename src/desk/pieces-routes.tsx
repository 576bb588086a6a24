import { Hono } from 'hono';
import { isFreePath } from '#pages/pages.ts';
import {
  findListed,
  findUnpublishedWith,
  hasDay,
  listPieces,
  type PieceContent,
  type PieceKind,
  pieceKinds,
  piecePath,
  pieceSlug,
  startPiece,
} from '#pieces/pieces.ts';
import { dayIn } from '#platform/clock.ts';
import { newId } from '#platform/id.ts';
import type { Lang } from '#platform/language.ts';
import { findPublication, firstLanguage, type Publication } from '#publications/publications.ts';
import { searchPieces } from '#search/search.ts';
import { mayIn } from '#staff/staff.ts';
import { searchReports } from '#wires/wires.ts';
import { findCalled, findKnown } from './contributors/known-contributors.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { isDay } from './find-place.ts';
import { may } from './may.ts';
import { newPiecePage, type NewPieceInput } from './new-piece-page.tsx';
import { foundPage, type FoundView, piecesPage, type PiecesAsked } from './pieces-page.tsx';

const onPage = 50;
const mostFound = 20;
const mostTitle = 300;

/** Every piece of a publication, a new one of any kind, and what holds some words. */
export function piecesRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { read } = newsroom.database;
  const app = new Hono<DeskEnv>();

  app.get('/desk/:publication/pieces', may(desk, 'read the newsroom', 'publication'), async (c) => {
    const publication = await findPublication(read, c.req.param('publication'));
    if (!publication) return c.notFound();
    const asked = readAsked(c.req.query(), publication);
    const { kind, lang, state, page } = asked;
    const { pieces, count } = await listPieces(read, publication.slug, {
      ...(kind === null ? {} : { kind }),
      ...(lang === null ? {} : { lang }),
      ...(state === null ? {} : { state }),
      limit: onPage,
      offset: (page - 1) * onPage,
    });
    const pages = Math.max(1, Math.ceil(count / onPage));
    return c.html(piecesPage(desk, c.get('staff'), publication, { asked, pieces, count, pages }));
  });

  app.get('/desk/:publication/find', may(desk, 'read the newsroom', 'publication'), async (c) => {
    const publication = await findPublication(read, c.req.param('publication'));
    if (!publication) return c.notFound();
    const words = (c.req.query('q') ?? '').toWellFormed().replace(/\s+/gu, ' ').trim().slice(0, 200);
    const found = await find(publication, words);
    const mayKeep = mayIn(c.get('staff'), 'keep contributors', publication.slug);
    const people =
      mayKeep && words !== '' ? findCalled(await findKnown(read, publication), words).slice(0, mostFound) : [];
    return c.html(foundPage(desk, c.get('staff'), publication, { ...found, people }));
  });

  async function find(publication: Publication, text: string): Promise<Omit<FoundView, 'people'>> {
    const words = text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));
    if (words.length === 0) return { words: text, pieces: [], reports: [], morePieces: false, moreReports: false };
    const { slug, synonyms } = publication;
    const open = await findUnpublishedWith(read, slug, words, mostFound);
    const found = new Set(open.map(({ id }) => id));
    let morePieces = open.length === mostFound;
    for (const lang of publication.languages) {
      const inLanguage = (each: Lang) => each === lang;
      const asked = { publication: slug, synonyms, text, page: 1, perPage: mostFound, lang, inLanguage, filters: {} };
      const live = await searchPieces(read, asked);
      // What is only like what was asked for is nothing that an editor looks for.
      if (live.matched !== 'all') continue;
      live.pieceIds.forEach((id) => found.add(id));
      morePieces ||= live.total > mostFound;
    }
    const reports = await searchReports(read, slug, words, mostFound);
    return {
      words: text,
      pieces: await findListed(read, slug, [...found]),
      reports,
      morePieces,
      moreReports: reports.length === mostFound,
    };
  }

  app.get('/desk/:publication/pieces/new', may(desk, 'write', 'publication'), async (c) => {
    const publication = await findPublication(read, c.req.param('publication'));
    if (!publication) return c.notFound();
    const asked = c.req.query('day') ?? '';
    const day = isDay(asked) ? asked : dayIn(publication.timeZone, newsroom.clock.now());
    const input = { kind: 'article', lang: firstLanguage(publication), title: '', day };
    return c.html(newPiecePage(desk, c.get('staff'), publication, { input, wrong: {}, taken: null }));
  });

  app.post('/desk/:publication/pieces', may(desk, 'write', 'publication'), async (c) => {
    const publication = await findPublication(read, c.req.param('publication'));
    if (!publication) return c.notFound();
    const staff = c.get('staff');
    const input = readNewPiece(await c.req.parseBody());
    const kind = pieceKinds.find((each) => each === input.kind);
    const lang = publication.languages.find((each) => each === input.lang) ?? firstLanguage(publication);
    const day = kind && hasDay(kind) ? input.day : null;
    const slug = pieceSlug(input.title);
    const path = kind ? piecePath(kind, { slug, day, lang, first: firstLanguage(publication) }) : '';
    const wrong: Record<string, string> = {};
    if (!kind) wrong.kind = 'Choose what it is.';
    if (input.title === '') wrong.title = 'Give it a title, if only for now.';
    else if (slug === '') wrong.title = 'A title needs a letter or a digit.';
    else if (input.title.length > mostTitle) wrong.title = `At most ${mostTitle} characters.`;
    else if (kind && !isFreePath(publication, path))
      wrong.title = `“${slug}” is a place of the publication itself. Give the page another title for now.`;
    if (day !== null && !isDay(day)) wrong.day = 'Give the day that it is of.';
    const again = (taken: string | null) =>
      c.html(newPiecePage(desk, staff, publication, { input: { ...input, lang }, wrong, taken }), 422);
    if (!kind || Object.keys(wrong).length > 0) return again(null);
    const content = blankContent(kind, lang, input.title);
    const place = { publication: publication.slug, path, dated: day, translationOf: null };
    const made = await startPiece(newsroom, place, content, staff.name, staff.id);
    return made.kind === 'taken' ? again(made.id) : c.redirect(`/desk/piece/${made.id}`, 303);
  });
  return app;
}

/** A piece in which nothing is written yet but its title. */
function blankContent(kind: PieceKind, lang: Lang, title: string): PieceContent {
  const sentence = { id: newId('s'), text: '', basis: { kind: 'uncited' } } as const;
  return {
    ...{ version: 1, kind, lang, title, lede: '' },
    blocks: [{ type: 'paragraph', id: newId('p'), sentences: [sentence] }],
    ...{ recommendedReads: [], topImage: null, topics: [] },
  };
}

function readAsked(query: Record<string, string>, publication: Publication): PiecesAsked {
  return {
    kind: pieceKinds.find((each) => each === query.kind) ?? null,
    lang: publication.languages.find((each) => each === query.lang) ?? null,
    state: (['unpublished', 'live', 'withdrawn'] as const).find((each) => each === query.state) ?? null,
    page: Math.max(1, Math.min(10_000, Number.parseInt(query.page ?? '1', 10) || 1)),
  };
}

function readNewPiece(form: Record<string, unknown>): NewPieceInput {
  const line = (name: string): string => {
    const value = form[name];
    return typeof value === 'string' ? value.toWellFormed().replace(/\s+/gu, ' ').trim() : '';
  };
  return { kind: line('kind'), lang: line('lang'), title: line('title'), day: line('day') };
}
