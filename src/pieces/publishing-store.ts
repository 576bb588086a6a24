import type { Reader, Writer } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { findRedactor } from '#withdrawals/withdrawals.ts';
import type { Correction, NoteKind, Override } from './piece.ts';

interface PublishingRow {
  id: number;
  piece_id: string;
  revision: number;
  kind: 'published' | 'updated' | 'corrected' | 'withdrawn';
  at: string;
  by_whom: string;
}

interface CorrectionRow {
  id: string;
  piece_id: string;
  revision: number;
  sentence_id: string | null;
  note: string;
  lang: string;
  kind: NoteKind;
  at: string;
  by_whom: string;
}

interface OverrideRow {
  id: string;
  piece_id: string;
  sentence_id: string;
  sentence_text: string;
  mark: string;
  reason: string;
  at: string;
  by_whom: string;
}

/** Records that a revision went out, in the transaction that makes it live. */
export async function insertPublishing(
  tx: Writer,
  publishing: { pieceId: string; revision: number; kind: PublishingRow['kind']; at: string; by: string },
): Promise<void> {
  const redactor = await findRedactor(tx);
  await tx
    .withTables<{ publishings: Omit<PublishingRow, 'id'> }>()
    .insertInto('publishings')
    .values({
      piece_id: publishing.pieceId,
      revision: publishing.revision,
      kind: publishing.kind,
      at: publishing.at,
      by_whom: redactor.text(publishing.by),
    })
    .execute();
}

/** What went out of a piece, and what was taken away, oldest first. */
export async function findPublishings(
  db: Reader,
  pieceId: string,
): Promise<{ revision: number; kind: PublishingRow['kind']; at: string; by: string }[]> {
  const rows = await db
    .withTables<{ publishings: PublishingRow }>()
    .selectFrom('publishings')
    .selectAll()
    .where('piece_id', '=', pieceId)
    .orderBy('id')
    .execute();
  return rows.map(({ revision, kind, at, by_whom }) => ({ revision, kind, at, by: by_whom }));
}

/** The public notes of a piece, oldest first. */
export async function findCorrections(db: Reader, pieceId: string): Promise<Correction[]> {
  const rows = await db
    .withTables<{ corrections: CorrectionRow }>()
    .selectFrom('corrections')
    .selectAll()
    .where('piece_id', '=', pieceId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    revision: row.revision,
    sentenceId: row.sentence_id,
    note: row.note,
    lang: row.lang,
    at: row.at,
    by: row.by_whom,
  }));
}

export async function insertCorrection(
  tx: Writer,
  pieceId: string,
  correction: Omit<Correction, 'id' | 'kind'> & { kind?: NoteKind },
): Promise<void> {
  const redactor = await findRedactor(tx);
  await tx
    .withTables<{ corrections: CorrectionRow }>()
    .insertInto('corrections')
    .values({
      id: newId('cor'),
      piece_id: pieceId,
      revision: correction.revision,
      sentence_id: correction.sentenceId,
      note: redactor.text(correction.note, correction.lang),
      lang: correction.lang,
      kind: correction.kind ?? 'correction',
      at: correction.at,
      by_whom: redactor.text(correction.by),
    })
    .execute();
}

/** The marks that an editor let stand, with the reasons. */
export async function findOverrides(db: Reader, pieceId: string): Promise<Override[]> {
  const rows = await db
    .withTables<{ overrides: OverrideRow }>()
    .selectFrom('overrides')
    .selectAll()
    .where('piece_id', '=', pieceId)
    .orderBy('at')
    .execute();
  return rows.map((row) => ({
    sentenceId: row.sentence_id,
    sentenceText: row.sentence_text,
    mark: row.mark,
    reason: row.reason,
    at: row.at,
    by: row.by_whom,
  }));
}

export async function insertOverride(tx: Writer, pieceId: string, override: Override): Promise<void> {
  const redactor = await findRedactor(tx);
  await tx
    .withTables<{ overrides: OverrideRow }>()
    .insertInto('overrides')
    .values({
      id: newId('ovr'),
      piece_id: pieceId,
      sentence_id: override.sentenceId,
      sentence_text: redactor.text(override.sentenceText),
      mark: redactor.text(override.mark),
      reason: redactor.text(override.reason),
      at: override.at,
      by_whom: redactor.text(override.by),
    })
    .execute();
}
