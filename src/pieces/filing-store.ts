import type { Writer } from '#platform/database/database.ts';
import { findPublication } from '#publications/publications.ts';
import type { PieceContent } from './document.ts';
import { developmentsTold, type Filing, filingsOf, type Resting, restingOf } from './filing.ts';
import type { Piece } from './piece.ts';

/** Kept with live revisions alone, in the transaction that makes one live: lists and counts are looked up here. */
type FilingTables = {
  piece_labels: {
    publication: string;
    kind: Filing['kind'];
    slug: string;
    piece_id: string;
    title: string;
    /** The piece's own, so that a list by label is read in its order. */
    lang: string;
    dated: string | null;
  };
  piece_sources: { publication: string; kind: Resting['kind']; source: string; piece_id: string; times: number };
  piece_developments: { publication: string; development: string; piece_id: string };
  pieces: {
    id: string;
    publication: string;
    lang: string;
    dated: string | null;
    live_revision: number | null;
    /** 1 where the live revision's address of record is not this piece's own. */
    elsewhere: number;
  };
  revisions: { piece_id: string; number: number; content: string };
};

type Filed = Pick<Piece, 'id' | 'publication' | 'lang' | 'dated'>;

const rowsAtOnce = 500;

/** Files a piece under what its live revision says, and under nothing of what an earlier one said. */
export async function filePiece(tx: Writer, piece: Filed, content: PieceContent | null): Promise<void> {
  const tables = tx.withTables<FilingTables>();
  await tables.deleteFrom('piece_labels').where('piece_id', '=', piece.id).execute();
  await tables.deleteFrom('piece_sources').where('piece_id', '=', piece.id).execute();
  await tables.deleteFrom('piece_developments').where('piece_id', '=', piece.id).execute();
  await tables
    .updateTable('pieces')
    .set({ elsewhere: 0 })
    .where('id', '=', piece.id)
    .where('elsewhere', '=', 1)
    .execute();
  if (content !== null) await insertFilings(tx, piece, content);
}

/** Files a piece that is filed under nothing yet. */
export async function insertFilings(tx: Writer, piece: Filed, content: PieceContent): Promise<void> {
  const tables = tx.withTables<FilingTables>();
  const key = { publication: piece.publication, piece_id: piece.id };
  const { lang, dated } = piece;
  if (content.canonical !== undefined || content.sharedFrom !== undefined)
    await tables.updateTable('pieces').set({ elsewhere: 1 }).where('id', '=', piece.id).execute();
  const publication = (await findPublication(tx, piece.publication)) ?? undefined;
  for (const some of chunks(filingsOf(content, publication)))
    await tables
      .insertInto('piece_labels')
      .values(some.map(({ kind, slug, title }) => ({ ...key, kind, slug, title, lang, dated })))
      .execute();
  for (const some of chunks(restingOf(content)))
    await tables
      .insertInto('piece_sources')
      .values(some.map(({ kind, source, times }) => ({ ...key, kind, source, times })))
      .execute();
  for (const some of chunks(developmentsTold(content)))
    await tables
      .insertInto('piece_developments')
      .values(some.map((development) => ({ ...key, development })))
      .execute();
}

/** Files pieces anew by what their live revisions say now: after a name was taken out of them. */
export async function refilePieces(tx: Writer, pieceIds: string[]): Promise<void> {
  for (const id of new Set(pieceIds)) {
    const piece = await tx
      .withTables<FilingTables>()
      .selectFrom('pieces')
      .leftJoin('revisions', (join) =>
        join.onRef('revisions.piece_id', '=', 'pieces.id').onRef('revisions.number', '=', 'pieces.live_revision'),
      )
      .select(['pieces.id', 'pieces.publication', 'pieces.lang', 'pieces.dated', 'revisions.content'])
      .where('pieces.id', '=', id)
      .executeTakeFirst();
    if (piece) await filePiece(tx, piece, piece.content === null ? null : (JSON.parse(piece.content) as PieceContent));
  }
}

function chunks<T>(values: T[]): T[][] {
  return Array.from({ length: Math.ceil(values.length / rowsAtOnce) }, (_, at) =>
    values.slice(at * rowsAtOnce, (at + 1) * rowsAtOnce),
  );
}
