import type { Reader, Writer } from '#platform/database/database.ts';

/** A source that is held for a sentence, as it is kept: what it says is sealed. */
export interface HeldSource {
  id: string;
  publication: string;
  pieceId: string;
  sentenceId: string;
  /** The day in the publication's zone, and no more. */
  heldOn: string;
  /** A member of staff. */
  heldById: string;
  /** Whose public key it is sealed to. */
  keyId: string;
  /** Base64. */
  sealed: string;
}

interface Row {
  id: string;
  publication: string;
  piece_id: string;
  sentence_id: string;
  held_on: string;
  held_by_id: string;
  key_id: string;
  sealed: string;
}

type Tables = { held_sources: Row };

export async function insertHeldSource(tx: Writer, held: HeldSource): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('held_sources')
    .values({
      id: held.id,
      publication: held.publication,
      piece_id: held.pieceId,
      sentence_id: held.sentenceId,
      held_on: held.heldOn,
      held_by_id: held.heldById,
      key_id: held.keyId,
      sealed: held.sealed,
    })
    .execute();
}

/** What is held for the sentences of a piece, the oldest day first. */
export async function findHeldSources(db: Reader, pieceId: string): Promise<HeldSource[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('held_sources')
    .selectAll()
    .where('piece_id', '=', pieceId)
    .orderBy('held_on')
    .orderBy('id')
    .execute();
  return rows.map(readRow);
}

export async function deleteHeldSource(tx: Writer, id: string): Promise<void> {
  await tx.withTables<Tables>().deleteFrom('held_sources').where('id', '=', id).execute();
}

function readRow(row: Row): HeldSource {
  return {
    id: row.id,
    publication: row.publication,
    pieceId: row.piece_id,
    sentenceId: row.sentence_id,
    heldOn: row.held_on,
    heldById: row.held_by_id,
    keyId: row.key_id,
    sealed: row.sealed,
  };
}
