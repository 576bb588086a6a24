import type { Reader } from '#platform/database/database.ts';
import type { PageTables } from './page-store.ts';

/** A correction of a live piece. */
export interface PublicCorrection {
  id: string;
  pieceId: string;
  path: string;
  pieceLang: string;
  sentenceId: string | null;
  note: string;
  lang: string;
  at: string;
}

/** Read alone: `pieces` owns these tables. */
type CorrectionTables = PageTables & {
  corrections: {
    id: string;
    piece_id: string;
    sentence_id: string | null;
    note: string;
    lang: string;
    kind: string;
    at: string;
  };
};

/** A page of the corrections of a publication's live pieces, in every language, the newest first. */
export async function findPublicCorrections(
  db: Reader,
  publication: string,
  range: { limit: number; offset: number },
): Promise<PublicCorrection[]> {
  const rows = await corrections(db, publication)
    .select([
      'corrections.id',
      'corrections.piece_id',
      'corrections.sentence_id',
      'corrections.note',
      'corrections.lang',
      'corrections.at',
      'pieces.path',
      'pieces.lang as piece_lang',
    ])
    .orderBy('corrections.at', 'desc')
    .orderBy('corrections.id')
    .limit(range.limit)
    .offset(range.offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    pieceId: row.piece_id,
    path: row.path,
    pieceLang: row.piece_lang,
    sentenceId: row.sentence_id,
    note: row.note,
    lang: row.lang,
    at: row.at,
  }));
}

export async function countPublicCorrections(db: Reader, publication: string): Promise<number> {
  const row = await corrections(db, publication)
    .select((eb) => eb.fn.countAll().as('corrections'))
    .executeTakeFirstOrThrow();
  return Number(row.corrections);
}

function corrections(db: Reader, publication: string) {
  return db
    .withTables<CorrectionTables>()
    .selectFrom('corrections')
    .innerJoin('pieces', 'pieces.id', 'corrections.piece_id')
    .where('pieces.publication', '=', publication)
    .where('pieces.state', '=', 'live')
    .where('corrections.kind', '=', 'correction');
}
