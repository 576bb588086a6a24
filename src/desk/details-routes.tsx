import { isDeepStrictEqual } from 'node:util';
import { type Context, Hono } from 'hono';
import { isFreePath } from '#pages/pages.ts';
import {
  findListedLabels,
  findPiece,
  findPieceByPath,
  findPaths,
  findRevision,
  findSeries,
  findTranslations,
  hasDay,
  type Piece,
  type PieceContent,
  piecePath,
  pieceSlug,
  saveAndMovePiece,
  startPiece,
  topicsNow,
} from '#pieces/pieces.ts';
import { without } from '#lib/json/without.ts';
import { newId } from '#platform/id.ts';
import { findPublication, firstLanguage, type Publication } from '#publications/publications.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { type DetailsInput, detailsOf, readDetails, withDetails, wrongInDetails } from './details-input.ts';
import { detailsPage, type DetailsView } from './details-page.tsx';
import { may } from './may.ts';
import { findHead } from './read-composer.ts';

/** What a piece is besides its text, and the same piece in another language. */
export function detailsRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { read } = newsroom.database;
  const app = new Hono<DeskEnv>();

  app.get('/desk/piece/:id/details', may(desk, 'read the newsroom', 'piece'), async (c) => {
    const said = c.req.query('said');
    const notice =
      said === 'saved'
        ? { words: 'The details are saved. Readers have them when the piece is published.', good: true }
        : null;
    return show(c, c.req.param('id'), { notice });
  });

  app.post('/desk/piece/:id/details', may(desk, 'write', 'piece'), async (c) => {
    const found = await find(c.req.param('id'));
    if (!found) return c.notFound();
    const { piece, publication, head } = found;
    const form = await c.req.parseBody({ all: true });
    const input = readDetails(form);
    const base = Number(form.base);
    const moves = isMovable(piece);
    const again = (tried: Partial<DetailsView>) => show(c, piece.id, { input, ...tried });
    const paths = input.members === '' ? new Set<string>() : await findPaths(read, publication.slug);
    const reserved = (slug: string) => !isFreePath(publication, placeOf(piece, publication, { ...input, slug }).path);
    const wrong = wrongInDetails(input, { kind: piece.kind, moves, reserved, members: paths });
    if (Object.keys(wrong).length > 0) return again({ wrong });
    // What somebody else saved since is kept, unless it is these same details.
    const opened = await findRevision(read, piece.id, base);
    const same = opened && isDeepStrictEqual(detailsIn(opened.content), detailsIn(head.content));
    const overtaken = {
      words:
        'Somebody saved other details meanwhile; yours are below, and are not kept yet. Save again to put them in the place of theirs.',
      good: false,
      link: `/desk/piece/${piece.id}/history`,
    };
    if (!same) return again({ notice: overtaken });
    const content = withDetails(head.content, input, await knownLabels(publication, piece));
    const to = moves ? placeOf(piece, publication, input) : piece;
    const staff = c.get('staff');
    const saved = await saveAndMovePiece(newsroom, piece, head.number, content, to, staff);
    if (saved.kind === 'saved') return c.redirect(`/desk/piece/${piece.id}/details?said=saved`, 303);
    if (saved.kind === 'taken') return again({ wrong: { slug: 'Another piece stands at that address.' } });
    return again({ notice: overtaken });
  });

  app.post('/desk/piece/:id/translate', may(desk, 'write', 'piece'), async (c) => {
    const found = await find(c.req.param('id'));
    if (!found) return c.notFound();
    const { piece, publication, head } = found;
    const { lang: asked } = await c.req.parseBody();
    const lang = publication.languages.find((each) => each === asked);
    if (!lang || lang === piece.lang) return c.notFound();
    const there = (await findTranslations(read, piece)).find((each) => each.lang === lang);
    if (there) return c.redirect(`/desk/piece/${there.id}`, 303);
    const first = firstLanguage(publication);
    const below = piece.lang === first ? piece.path : piece.path.replace(`${piece.lang}/`, '');
    const free = async (path: string) => (await findPieceByPath(read, publication.slug, path)) === null;
    const wanted = lang === first ? below : `${lang}/${below}`;
    const path = (await free(wanted)) ? wanted : `${wanted}-${lang}`;
    const place = {
      publication: publication.slug,
      path,
      dated: piece.dated,
      translationOf: piece.translationOf ?? piece.id,
    };
    const staff = c.get('staff');
    const made = await startPiece(newsroom, place, toTranslate(head.content, lang), staff.name, staff.id);
    return c.redirect(`/desk/piece/${made.id}`, 303);
  });

  async function find(id: string) {
    const piece = await findPiece(read, id);
    const publication = piece && (await findPublication(read, piece.publication));
    return piece && publication && { piece, publication, head: await findHead(read, piece) };
  }

  /** Labels that stand already, so that a tag of the same title is the same tag. */
  async function knownLabels(publication: Publication, piece: Piece) {
    const series = await findSeries(read, publication.slug, piece.lang);
    const categories = await findListedLabels(read, publication.slug, 'category');
    return { categories, tags: await findListedLabels(read, publication.slug, 'tag'), series };
  }

  async function show(c: Context<DeskEnv>, id: string, tried: Partial<DetailsView>): Promise<Response> {
    const found = await find(id);
    if (!found) return c.notFound();
    const { piece, publication, head } = found;
    const there = await findTranslations(read, piece);
    const slug = decodeURI(piece.path.split('/').at(-1) ?? '');
    const view: DetailsView = {
      ...{ piece, publication, base: head.number, wrong: {}, notice: null },
      title: head.content.title,
      input: detailsOf(
        { ...head.content, topics: topicsNow(publication, head.content.topics) },
        slug,
        piece.dated,
        publication.timeZone,
      ),
      moves: isMovable(piece),
      series: await findSeries(read, publication.slug, piece.lang),
      languages: publication.languages.map((lang) => ({
        lang,
        piece: there.find((each) => each.lang === lang) ?? null,
      })),
      ...tried,
    };
    const failed = tried.input !== undefined;
    return c.html(detailsPage(desk, c.get('staff'), view), failed ? (tried.wrong ? 422 : 409) : 200);
  }
  return app;
}

/** Its address is nobody's yet. */
function isMovable(piece: Piece): boolean {
  return piece.state === 'unpublished' && piece.firstPublishedAt === null;
}

function placeOf(piece: Piece, publication: Publication, input: DetailsInput): Pick<Piece, 'path' | 'dated'> {
  if (piece.kind === 'summary') return piece;
  const dated = hasDay(piece.kind) ? input.day : piece.dated;
  const place = { slug: pieceSlug(input.slug), day: dated, lang: piece.lang, first: firstLanguage(publication) };
  return { path: piecePath(piece.kind, place), dated };
}

/** What the form of details holds of a content. */
function detailsIn(content: PieceContent): unknown {
  const { topics, authors, categories, tags, series, members, canonical, sponsor, talk } = content;
  return { topics, authors, categories, tags, series, members, canonical, sponsor, talk };
}

/** A piece to be translated: its furniture, without its text, which the composer brings in part by part. */
function toTranslate(content: PieceContent, lang: string): PieceContent {
  const { topImage } = content;
  const sentence = { id: newId('s'), text: '', basis: { kind: 'uncited' } } as const;
  return {
    ...without(content, 'imported', 'readMinutes', 'members'),
    lang,
    lede: '',
    blocks: [{ type: 'paragraph', id: newId('p'), sentences: [sentence] }],
    // Its words are in the other language: they are asked for anew.
    topImage: topImage && { ...topImage, caption: '', alt: '' },
    recommendedReads: [],
  };
}
