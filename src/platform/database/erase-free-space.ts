import { sql } from 'kysely';
import type { Database } from './database.ts';

/** From now on SQLite overwrites what it deletes on this connection; PostgreSQL has no such thing before a vacuum. */
export async function overwriteDeleted(database: Database): Promise<void> {
  if (database.engine === 'sqlite') await sql`pragma secure_delete = on`.execute(database.schema);
}

/**
 * Makes the files anew without what was deleted or overwritten in them, the write-ahead log included (SQLite; PostgreSQL's
 * is recycled by its server). False: somebody else was using the database, and it is to be done again.
 */
export async function eraseFreeSpace(database: Database): Promise<boolean> {
  if (database.engine === 'postgres') {
    await sql`vacuum full`.execute(database.schema);
    return true;
  }
  try {
    await sql`vacuum`.execute(database.schema);
  } catch (error) {
    if (/lock|busy/iu.test((error as Error).message)) return false;
    throw error;
  }
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(database.schema);
  return rows[0]?.busy === 0;
}
