import type { Reader, Writer } from '#platform/database/database.ts';
import type { StoredReply, StoredSubmission, SubmissionKind, SubmissionState } from './submission.ts';

/** No instant in any column. SQLite keeps the rows in the order of their random ids (`without rowid`). */
interface SubmissionRow {
  id: string;
  publication: string;
  kind: SubmissionKind;
  received_on: string;
  key_id: string;
  sealed: string;
  receipt_lookup: string;
  receipt_key: string;
  state: SubmissionState;
  reply_sealed: string | null;
  reply_desk_copy: string | null;
  replied_on: string | null;
}

type SubmissionTables = { submissions: SubmissionRow };

/** What a list shows: nothing that is sealed. */
export type SubmissionEntry = Pick<StoredSubmission, 'id' | 'kind' | 'receivedOn' | 'state'>;

/** Keeps a submission; one that is there already (the same form sent again) stays as it is. */
export async function insertSubmission(tx: Writer, submission: StoredSubmission): Promise<void> {
  await tx
    .withTables<SubmissionTables>()
    .insertInto('submissions')
    .values({
      id: submission.id,
      publication: submission.publication,
      kind: submission.kind,
      received_on: submission.receivedOn,
      key_id: submission.keyId,
      sealed: submission.sealed,
      receipt_lookup: submission.receiptLookup,
      receipt_key: submission.receiptKey,
      state: submission.state,
      reply_sealed: null,
      reply_desk_copy: null,
      replied_on: null,
    })
    // Of any of its unique columns: with `id` alone PostgreSQL refuses the same form twice at once by its receipt.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findSubmission(db: Reader, publication: string, id: string): Promise<StoredSubmission | null> {
  const row = await submissionsOf(db, publication).selectAll().where('id', '=', id).executeTakeFirst();
  return row ? readRow(row) : null;
}

export async function findSubmissionByReceipt(
  db: Reader,
  publication: string,
  lookup: string,
): Promise<StoredSubmission | null> {
  const row = await submissionsOf(db, publication).selectAll().where('receipt_lookup', '=', lookup).executeTakeFirst();
  return row ? readRow(row) : null;
}

/** The newest day first; within a day in the order of random ids, which says nothing. */
export async function listSubmissions(
  db: Reader,
  publication: string,
  options: { states: SubmissionState[]; limit: number; offset: number },
): Promise<SubmissionEntry[]> {
  const rows = await submissionsOf(db, publication)
    .select(['id', 'kind', 'received_on', 'state'])
    .where('state', 'in', options.states)
    .orderBy('received_on', 'desc')
    .orderBy('id')
    .limit(options.limit)
    .offset(options.offset)
    .execute();
  return rows.map(({ received_on, ...row }) => ({ ...row, receivedOn: received_on }));
}

/** How many there are in each state. */
export async function countSubmissions(db: Reader, publication: string): Promise<Record<SubmissionState, number>> {
  const rows = await submissionsOf(db, publication)
    .select(({ fn }) => ['state', fn.countAll().as('count')])
    .groupBy('state')
    .execute();
  const counts = { new: 0, read: 0, answered: 0, closed: 0 };
  for (const { state, count } of rows) counts[state] = Number(count);
  return counts;
}

export async function setSubmissionState(tx: Writer, id: string, state: SubmissionState): Promise<void> {
  await tx.withTables<SubmissionTables>().updateTable('submissions').set({ state }).where('id', '=', id).execute();
}

/** Opened for the first time; whatever else it was, it stays. */
export async function markSubmissionRead(tx: Writer, id: string): Promise<void> {
  await tx
    .withTables<SubmissionTables>()
    .updateTable('submissions')
    .set({ state: 'read' })
    .where('id', '=', id)
    .where('state', '=', 'new')
    .execute();
}

/** Puts a reply in the place of an earlier one. */
export async function saveReply(tx: Writer, id: string, reply: StoredReply): Promise<void> {
  await tx
    .withTables<SubmissionTables>()
    .updateTable('submissions')
    .set({
      reply_sealed: reply.sealed,
      reply_desk_copy: reply.deskCopy,
      replied_on: reply.repliedOn,
      state: 'answered',
    })
    .where('id', '=', id)
    .execute();
}

export async function deleteSubmission(tx: Writer, id: string): Promise<void> {
  await tx.withTables<SubmissionTables>().deleteFrom('submissions').where('id', '=', id).execute();
}

function submissionsOf(db: Reader, publication: string) {
  return db.withTables<SubmissionTables>().selectFrom('submissions').where('publication', '=', publication);
}

function readRow(row: SubmissionRow): StoredSubmission {
  const { reply_sealed: sealed, reply_desk_copy: deskCopy, replied_on: repliedOn } = row;
  return {
    id: row.id,
    publication: row.publication,
    kind: row.kind,
    receivedOn: row.received_on,
    keyId: row.key_id,
    sealed: row.sealed,
    receiptLookup: row.receipt_lookup,
    receiptKey: row.receipt_key,
    state: row.state,
    reply: sealed !== null && deskCopy !== null && repliedOn !== null ? { sealed, deskCopy, repliedOn } : null,
  };
}
