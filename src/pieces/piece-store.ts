import type { Reader, Writer } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import { findRedactor } from '#withdrawals/withdrawals.ts';
import type { PieceContent, PieceKind } from './document.ts';
import { insertFilings, refilePieces } from './filing-store.ts';
import type { Piece, Revision } from './piece.ts';
import { keepPictureUses } from './picture-use-store.ts';
import { redactContent } from './redact-content.ts';

interface PieceRow {
  id: string;
  publication: string;
  kind: PieceKind;
  lang: string;
  path: string;
  dated: string | null;
  translation_of: string | null;
  state: Piece['state'];
  head_revision: number;
  live_revision: number | null;
  created_at: string;
  first_published_at: string | null;
  modified_at: string | null;
}

interface RevisionRow {
  piece_id: string;
  number: number;
  content: string;
  content_sha256: string;
  saved_by: string;
  saved_by_id: string | null;
  saved_at: string;
}

type PieceTables = { pieces: PieceRow; revisions: RevisionRow };

/** Who saved a revision, and when; `byId` is a member of staff. */
interface Saved {
  by: string;
  byId?: string | null;
  at: string;
}

type NewPiece = Pick<Piece, 'id' | 'publication' | 'kind' | 'lang' | 'path' | 'dated' | 'translationOf'>;

/** Adds an unpublished piece with its first revision. */
export async function insertPiece(tx: Writer, piece: NewPiece, content: PieceContent, saved: Saved): Promise<void> {
  const before = { revision: 1, live: false, firstPublishedAt: null, modifiedAt: null };
  await insertImportedPiece(tx, piece, content, saved, before);
}

/** Adds a piece that was published elsewhere before, under the number that its revision had there. */
export async function insertImportedPiece(
  tx: Writer,
  piece: NewPiece,
  content: PieceContent,
  saved: Saved,
  before: { revision: number; live: boolean; firstPublishedAt: string | null; modifiedAt: string | null },
): Promise<void> {
  await tx
    .withTables<PieceTables>()
    .insertInto('pieces')
    .values({
      id: piece.id,
      publication: piece.publication,
      kind: piece.kind,
      lang: piece.lang,
      path: piece.path,
      dated: piece.dated,
      translation_of: piece.translationOf,
      state: before.live ? 'live' : 'unpublished',
      head_revision: before.revision,
      live_revision: before.live ? before.revision : null,
      created_at: saved.at,
      first_published_at: before.firstPublishedAt,
      modified_at: before.modifiedAt,
    })
    .execute();
  const kept = await insertRevision(tx, piece.id, before.revision, content, saved);
  if (before.live) await insertFilings(tx, piece, kept);
}

/** Makes a newly imported revision of a piece that was imported before the live one, with its original's own dates. */
export async function setImportedLive(
  tx: Writer,
  pieceId: string,
  live: { revision: number; live: boolean; firstPublishedAt: string | null; modifiedAt: string | null },
): Promise<void> {
  await tx
    .withTables<PieceTables>()
    .updateTable('pieces')
    .set({
      state: live.live ? 'live' : 'unpublished',
      live_revision: live.live ? live.revision : null,
      first_published_at: live.firstPublishedAt,
      modified_at: live.modifiedAt,
    })
    .where('id', '=', pieceId)
    .execute();
  await refilePieces(tx, [pieceId]);
}

/** Sets which piece another one translates, once both are there. */
export async function setTranslationOf(tx: Writer, pieceId: string, original: string): Promise<void> {
  await tx
    .withTables<PieceTables>()
    .updateTable('pieces')
    .set({ translation_of: original })
    .where('id', '=', pieceId)
    .execute();
}

/**
 * Appends a revision after `base`, if `base` is still the head: compare-and-swap. Answers the new number, or the head
 * that somebody else has saved since.
 */
export async function appendRevision(
  tx: Writer,
  pieceId: string,
  base: number,
  content: PieceContent,
  saved: Saved,
): Promise<{ kind: 'saved'; revision: number } | { kind: 'conflict'; head: number }> {
  const tables = tx.withTables<PieceTables>();
  const swapped = await tables
    .updateTable('pieces')
    .set({ head_revision: base + 1 })
    .where('id', '=', pieceId)
    .where('head_revision', '=', base)
    .executeTakeFirst();
  if (swapped.numUpdatedRows === 0n) {
    const row = await tables
      .selectFrom('pieces')
      .select('head_revision')
      .where('id', '=', pieceId)
      .executeTakeFirstOrThrow();
    return { kind: 'conflict', head: row.head_revision };
  }
  await insertRevision(tx, pieceId, base + 1, content, saved);
  return { kind: 'saved', revision: base + 1 };
}

/**
 * The one door for revisions: no withdrawn name comes past it, not from an editor's page that was open before either.
 * Answers the content as it was kept.
 */
async function insertRevision(
  tx: Writer,
  pieceId: string,
  number: number,
  content: PieceContent,
  saved: Saved,
): Promise<PieceContent> {
  const redactor = await findRedactor(tx);
  const kept = redactContent(content, redactor);
  const text = JSON.stringify(kept);
  await tx
    .withTables<PieceTables>()
    .insertInto('revisions')
    .values({
      piece_id: pieceId,
      number,
      content: text,
      content_sha256: sha256(text),
      saved_by: redactor.text(saved.by),
      saved_by_id: saved.byId ?? null,
      saved_at: saved.at,
    })
    .execute();
  await keepPictureUses(tx, pieceId, number, kept);
  return kept;
}

/**
 * Makes a revision the live one in place of `replaces` (null: none was), if nobody has published since and, unless
 * `olderToo`, the piece's head is still that revision. False: not so, and nothing was changed.
 */
export async function setLive(
  tx: Writer,
  pieceId: string,
  live: { revision: number; replaces: number | null; at: string; olderToo?: boolean },
): Promise<boolean> {
  const result = await tx
    .withTables<PieceTables>()
    .updateTable('pieces')
    .set((eb) => ({
      state: 'live' as const,
      live_revision: live.revision,
      first_published_at: eb.fn.coalesce('first_published_at', eb.val(live.at)),
      ...(live.replaces === null ? {} : { modified_at: live.at }),
    }))
    .where('id', '=', pieceId)
    .where('head_revision', live.olderToo ? '>=' : '=', live.revision)
    .where('live_revision', live.replaces === null ? 'is' : '=', live.replaces)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await refilePieces(tx, [pieceId]);
  return true;
}

/** Lets a piece stand elsewhere that readers never had. False: they had it, and nothing was changed. */
export async function movePiece(tx: Writer, pieceId: string, to: Pick<Piece, 'path' | 'dated'>): Promise<boolean> {
  const result = await tx
    .withTables<PieceTables>()
    .updateTable('pieces')
    .set(to)
    .where('id', '=', pieceId)
    .where('state', '=', 'unpublished')
    .where('first_published_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Takes a live piece away from readers. False: it was not live. */
export async function setWithdrawn(tx: Writer, pieceId: string): Promise<boolean> {
  const result = await tx
    .withTables<PieceTables>()
    .updateTable('pieces')
    .set({ state: 'withdrawn', live_revision: null })
    .where('id', '=', pieceId)
    .where('state', '=', 'live')
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await refilePieces(tx, [pieceId]);
  return true;
}

/** Who saved each revision of a piece, and when, the newest first. */
export async function findSavings(db: Reader, pieceId: string, limit: number): Promise<Omit<Revision, 'content'>[]> {
  const rows = await db
    .withTables<PieceTables>()
    .selectFrom('revisions')
    .select(['number', 'saved_by', 'saved_by_id', 'saved_at'])
    .where('piece_id', '=', pieceId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    number: row.number,
    savedBy: row.saved_by,
    savedById: row.saved_by_id,
    savedAt: row.saved_at,
  }));
}

export async function findPiece(db: Reader, id: string): Promise<Piece | null> {
  const row = await pieces(db).where('id', '=', id).executeTakeFirst();
  return row ? readPiece(row) : null;
}

export async function findPieceByPath(db: Reader, publication: string, path: string): Promise<Piece | null> {
  const row = await pieces(db).where('publication', '=', publication).where('path', '=', path).executeTakeFirst();
  return row ? readPiece(row) : null;
}

/** Pieces of a publication by their paths; those that are not there are left out. */
export async function findPiecesByPaths(db: Reader, publication: string, paths: string[]): Promise<Map<string, Piece>> {
  if (paths.length === 0) return new Map();
  const rows = await pieces(db)
    .where('publication', '=', publication)
    .where('path', 'in', [...new Set(paths)])
    .execute();
  return new Map(rows.map((row) => [row.path, readPiece(row)]));
}

/** One revision of a piece. */
export async function findRevision(db: Reader, pieceId: string, number: number): Promise<Revision | null> {
  const row = await db
    .withTables<PieceTables>()
    .selectFrom('revisions')
    .selectAll()
    .where('piece_id', '=', pieceId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? readRevision(row) : null;
}

const mostVouching = 20;

/** The first revisions that hold a vouch given at an instant: the words that it was given for stand in one of them. */
export async function findRevisionsVouching(db: Reader, pieceId: string, at: string): Promise<PieceContent[]> {
  const rows = await db
    .withTables<PieceTables>()
    .selectFrom('revisions')
    .select('content')
    .where('piece_id', '=', pieceId)
    .where('content', 'like', `%${JSON.stringify(at)}%`)
    .orderBy('number')
    .limit(mostVouching)
    .execute();
  return rows.map(({ content }) => JSON.parse(content) as PieceContent);
}

/** The live revisions of many pieces, by piece id. */
export async function findLiveRevisions(db: Reader, pieceIds: string[]): Promise<Map<string, Revision>> {
  const found = new Map<string, Revision>();
  for (let start = 0; start < pieceIds.length; start += 500) {
    const rows = await db
      .withTables<PieceTables>()
      .selectFrom('revisions')
      .innerJoin('pieces', (join) =>
        join.onRef('pieces.id', '=', 'revisions.piece_id').onRef('pieces.live_revision', '=', 'revisions.number'),
      )
      .selectAll('revisions')
      .where('pieces.id', 'in', pieceIds.slice(start, start + 500))
      .execute();
    for (const row of rows) found.set(row.piece_id, readRevision(row));
  }
  return found;
}

/** Which pieces to list: of a kind and language, in some state, a page of them, the latest day first. */
export interface PieceListing {
  kind: PieceKind;
  lang?: string;
  state?: Piece['state'];
  from?: string;
  to?: string;
  limit?: number;
  offset?: number;
}

export async function findPieces(db: Reader, publication: string, listing: PieceListing): Promise<Piece[]> {
  let query = listed(pieces(db), publication, listing)
    .orderBy('dated', (day) => day.desc().nullsLast())
    .orderBy('path')
    .orderBy('lang');
  if (listing.limit !== undefined) query = query.limit(listing.limit);
  if (listing.offset) query = query.offset(listing.offset);
  return (await query.execute()).map(readPiece);
}

export async function countPieces(db: Reader, publication: string, listing: PieceListing): Promise<number> {
  const query = listed(pieces(db), publication, listing)
    .clearSelect()
    .select((eb) => eb.fn.countAll().as('pieces'));
  return Number((await query.executeTakeFirstOrThrow()).pieces);
}

/** How many pieces there are in each language, whatever their state. */
export async function countPiecesByLanguage(db: Reader, publication: string): Promise<Map<string, number>> {
  const rows = await pieces(db)
    .where('publication', '=', publication)
    .clearSelect()
    .select(['lang', (eb) => eb.fn.countAll().as('pieces')])
    .groupBy('lang')
    .execute();
  return new Map(rows.map((row) => [row.lang, Number(row.pieces)]));
}

/** The live piece of a kind and language on the nearest day before or after a day. */
export async function findNeighbour(
  db: Reader,
  publication: string,
  of: { kind: PieceKind; lang: string; day: string; side: 'before' | 'after' },
): Promise<Piece | null> {
  const row = await pieces(db)
    .where('publication', '=', publication)
    .where('kind', '=', of.kind)
    .where('lang', '=', of.lang)
    .where('state', '=', 'live')
    .where('dated', of.side === 'before' ? '<' : '>', of.day)
    .orderBy('dated', of.side === 'before' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst();
  return row ? readPiece(row) : null;
}

/** The piece itself or its original, and every translation of it. */
export async function findTranslations(db: Reader, piece: Piece): Promise<Piece[]> {
  const original = piece.translationOf ?? piece.id;
  const rows = await pieces(db)
    .where((eb) => eb.or([eb('id', '=', original), eb('translation_of', '=', original)]))
    .orderBy('lang')
    .execute();
  return rows.map(readPiece);
}

function pieces(db: Reader) {
  return db.withTables<PieceTables>().selectFrom('pieces').selectAll();
}

function listed(
  query: ReturnType<typeof pieces>,
  publication: string,
  listing: PieceListing,
): ReturnType<typeof pieces> {
  let narrowed = query.where('publication', '=', publication).where('kind', '=', listing.kind);
  if (listing.lang) narrowed = narrowed.where('lang', '=', listing.lang);
  if (listing.state) narrowed = narrowed.where('state', '=', listing.state);
  if (listing.from) narrowed = narrowed.where('dated', '>=', listing.from);
  if (listing.to) narrowed = narrowed.where('dated', '<=', listing.to);
  return narrowed;
}

function readPiece(row: PieceRow): Piece {
  return {
    id: row.id,
    publication: row.publication,
    kind: row.kind,
    lang: row.lang,
    path: row.path,
    dated: row.dated,
    translationOf: row.translation_of,
    state: row.state,
    headRevision: row.head_revision,
    liveRevision: row.live_revision,
    firstPublishedAt: row.first_published_at,
    modifiedAt: row.modified_at,
  };
}

function readRevision(row: RevisionRow): Revision {
  return {
    number: row.number,
    content: JSON.parse(row.content),
    savedBy: row.saved_by,
    savedById: row.saved_by_id,
    savedAt: row.saved_at,
  };
}
