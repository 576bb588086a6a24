import type { Reader } from '#platform/database/database.ts';
import { likePattern } from '#platform/database/like-pattern.ts';
import { type Label, type PieceContent, type PieceKind, sentencesOf } from './document.ts';
import type { Piece } from './piece.ts';

/** Which pieces to list; what is not named, in any. */
interface DeskListing {
  kind?: PieceKind;
  lang?: string;
  state?: Piece['state'];
}

/** A piece as the desk lists it. */
export interface ListedPiece {
  id: string;
  kind: PieceKind;
  lang: string;
  path: string;
  dated: string | null;
  state: Piece['state'];
  /** Readers have an older revision. */
  changed: boolean;
  title: string;
  savedBy: string;
  savedAt: string;
}

type Tables = {
  pieces: {
    id: string;
    publication: string;
    kind: PieceKind;
    lang: string;
    path: string;
    dated: string | null;
    state: Piece['state'];
    head_revision: number;
    live_revision: number | null;
  };
  piece_labels: { publication: string; kind: string; slug: string; title: string };
  revisions: { piece_id: string; number: number; content: string; saved_by: string; saved_at: string };
};

/** A page of a publication's pieces, those that were saved last first, and how many there are. */
export async function listPieces(
  db: Reader,
  publication: string,
  listing: DeskListing & { limit: number; offset: number },
): Promise<{ pieces: ListedPiece[]; count: number }> {
  const query = heads(db, publication, listing);
  const { count } = await query.select((eb) => eb.fn.countAll().as('count')).executeTakeFirstOrThrow();
  const page = await query
    .select('pieces.id')
    .orderBy('revisions.saved_at', 'desc')
    .orderBy('pieces.id')
    .limit(listing.limit)
    .offset(listing.offset)
    .execute();
  const ids = page.map(({ id }) => id);
  return { pieces: await findListed(db, publication, ids), count: Number(count) };
}

/** Pieces by their ids as the desk lists them, in that order. */
export async function findListed(db: Reader, publication: string, ids: string[]): Promise<ListedPiece[]> {
  if (ids.length === 0) return [];
  const rows = await heads(db, publication, {}).select(columns).where('pieces.id', 'in', ids).execute();
  const found = new Map(rows.map((row) => [row.id, readRow(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Pieces whose head, which readers do not have, holds all of these words; those that were saved last first. */
export async function findUnpublishedWith(
  db: Reader,
  publication: string,
  words: string[],
  limit: number,
): Promise<ListedPiece[]> {
  let query = heads(db, publication, {})
    .select(columns)
    .where((eb) =>
      eb.or([eb('pieces.state', '!=', 'live'), eb('pieces.live_revision', '<', eb.ref('pieces.head_revision'))]),
    );
  for (const word of words)
    query = query.where((eb) => eb(eb.fn<string>('lower', ['revisions.content']), 'like', likePattern(word)));
  const rows = await query
    .orderBy('revisions.saved_at', 'desc')
    .orderBy('pieces.id')
    .limit(limit * 5)
    .execute();
  // The stored text holds names of its own parts as well: what is found is held against what can be read.
  return rows
    .filter(({ content }) => holdsAll(JSON.parse(content), words))
    .slice(0, limit)
    .map(readRow);
}

/** The path of every piece of a publication, in whatever state. */
export async function findPaths(db: Reader, publication: string): Promise<Set<string>> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('pieces')
    .select('path')
    .where('publication', '=', publication)
    .execute();
  return new Set(rows.map(({ path }) => path));
}

/** The series and projects that a publication has in a language, by the last part of their addresses. */
export async function findSeries(db: Reader, publication: string, lang: string): Promise<Label[]> {
  const rows = await heads(db, publication, { lang })
    .select(['pieces.path', 'revisions.content'])
    .where('pieces.kind', 'in', ['series', 'project'])
    .orderBy('pieces.path')
    .execute();
  return rows.map(({ path, content }) => ({
    slug: path.split('/').at(-1) ?? '',
    title: (JSON.parse(content) as PieceContent).title,
  }));
}

/** The categories or tags that live pieces of a publication carry. */
export async function findListedLabels(db: Reader, publication: string, kind: 'category' | 'tag'): Promise<Label[]> {
  return db
    .withTables<Tables>()
    .selectFrom('piece_labels')
    .select(['slug', 'title'])
    .distinct()
    .where('publication', '=', publication)
    .where('kind', '=', kind)
    .orderBy('title')
    .execute();
}

function holdsAll(content: PieceContent, words: string[]): boolean {
  const headings = content.blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
  const texts = [content.title, content.lede, ...headings, ...sentencesOf(content.blocks).map(({ text }) => text)];
  const text = texts.join('\n').toLowerCase();
  return words.every((word) => text.includes(word.toLowerCase()));
}

const columns = [
  'pieces.id',
  'pieces.kind',
  'pieces.lang',
  'pieces.path',
  'pieces.dated',
  'pieces.state',
  'pieces.head_revision',
  'pieces.live_revision',
  'revisions.content',
  'revisions.saved_by',
  'revisions.saved_at',
] as const;

function heads(db: Reader, publication: string, { kind, lang, state }: DeskListing) {
  let query = db
    .withTables<Tables>()
    .selectFrom('pieces')
    .innerJoin('revisions', (join) =>
      join.onRef('revisions.piece_id', '=', 'pieces.id').onRef('revisions.number', '=', 'pieces.head_revision'),
    )
    .where('pieces.publication', '=', publication);
  if (kind) query = query.where('pieces.kind', '=', kind);
  if (lang) query = query.where('pieces.lang', '=', lang);
  if (state) query = query.where('pieces.state', '=', state);
  return query;
}

function readRow(row: {
  id: string;
  kind: PieceKind;
  lang: string;
  path: string;
  dated: string | null;
  state: Piece['state'];
  head_revision: number;
  live_revision: number | null;
  content: string;
  saved_by: string;
  saved_at: string;
}): ListedPiece {
  return {
    id: row.id,
    kind: row.kind,
    lang: row.lang,
    path: row.path,
    dated: row.dated,
    state: row.state,
    changed: row.state === 'live' && (row.live_revision ?? 0) < row.head_revision,
    title: (JSON.parse(row.content) as PieceContent).title,
    savedBy: row.saved_by,
    savedAt: row.saved_at,
  };
}
