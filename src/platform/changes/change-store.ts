import { PostgresAdapter, sql } from 'kysely';
import type { Reader, Writer } from '#platform/database/database.ts';

/**
 * What changed, by key (`piece:…`, `list:…`): written in the transaction of the change, read by every process that keeps
 * something made from the data (rendered pages), so that each forgets exactly what a change touched.
 */
type ChangeTables = {
  changes: { id: number; change_key: string; at: string };
};

/** Any number that nothing else here locks by. */
const writersOfChanges = 7_340_033;

/** The transactions of this process that recorded changes. */
const recording = new WeakSet<Writer>();

export function hasRecordedChanges(tx: Writer): boolean {
  return recording.has(tx);
}

/** Records changes; last in a transaction, as another that records some waits for its end. */
export async function recordChanges(tx: Writer, at: string, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  recording.add(tx);
  // PostgreSQL gives out numbers before transactions end: a reader past a number would never see a lower one that came late.
  if (tx.getExecutor().adapter instanceof PostgresAdapter)
    await sql`select pg_advisory_xact_lock(${writersOfChanges})`.execute(tx);
  await tx
    .withTables<{ changes: Omit<ChangeTables['changes'], 'id'> }>()
    .insertInto('changes')
    .values(keys.map((key) => ({ change_key: key, at })))
    .execute();
}

/** The number of the last change; 0 before any. */
export async function findLastChange(db: Reader): Promise<number> {
  const row = await db
    .withTables<ChangeTables>()
    .selectFrom('changes')
    .select((eb) => eb.fn.max('id').as('last'))
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}

/** The changes after a number, oldest first. */
export async function findChangesAfter(db: Reader, after: number): Promise<{ id: number; key: string }[]> {
  const rows = await db
    .withTables<ChangeTables>()
    .selectFrom('changes')
    .select(['id', 'change_key'])
    .where('id', '>', after)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, key: row.change_key }));
}
