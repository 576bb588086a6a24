import type { Reader } from '#platform/database/database.ts';
import type { PieceKind } from './document.ts';
import type { Piece } from './piece.ts';

/** A piece that readers do not have as it is now. */
export interface OpenPiece {
  id: string;
  kind: PieceKind;
  lang: string;
  title: string;
  dated: string | null;
  state: Piece['state'];
  savedBy: string;
  savedAt: string;
}

type Tables = {
  pieces: {
    id: string;
    publication: string;
    kind: PieceKind;
    lang: string;
    dated: string | null;
    state: Piece['state'];
    head_revision: number;
    live_revision: number | null;
  };
  revisions: { piece_id: string; number: number; content: string; saved_by: string; saved_at: string };
};

/** The pieces of a publication that are not published, or were changed since, those that were saved last first. */
export async function findOpenPieces(db: Reader, publication: string, limit: number): Promise<OpenPiece[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('pieces')
    .innerJoin('revisions', (join) =>
      join.onRef('revisions.piece_id', '=', 'pieces.id').onRef('revisions.number', '=', 'pieces.head_revision'),
    )
    .select(['pieces.id', 'pieces.kind', 'pieces.lang', 'pieces.dated', 'pieces.state'])
    .select(['revisions.content', 'revisions.saved_by', 'revisions.saved_at'])
    .where('pieces.publication', '=', publication)
    .where((eb) =>
      eb.or([
        eb('pieces.state', '=', 'unpublished'),
        eb.and([eb('pieces.state', '=', 'live'), eb('pieces.live_revision', '<', eb.ref('pieces.head_revision'))]),
      ]),
    )
    .orderBy('revisions.saved_at', 'desc')
    .orderBy('pieces.id')
    .limit(limit)
    .execute();
  return rows.map(({ content, saved_by, saved_at, ...piece }) => ({
    ...piece,
    title: (JSON.parse(content) as { title: string }).title,
    savedBy: saved_by,
    savedAt: saved_at,
  }));
}
