import type { Kysely, Transaction } from 'kysely';

/** No tables are known here: each store names its own with `withTables`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Kysely's own type for "no tables yet"
export type NoTables = {};

/** What a query needs. A Writer is a Reader too, so that a question can be asked inside a transaction. */
export type Reader = Kysely<NoTables>;
export type Writer = Transaction<NoTables>;

/**
 * One newsroom's database, SQLite or PostgreSQL.
 * `read` sees what is committed and never waits for a writer. `write` runs one short transaction (≤ 500 rows, no waiting
 * on anything else inside); on SQLite it takes the one write lock at its start (`BEGIN IMMEDIATE`).
 */
export interface Database {
  engine: 'sqlite' | 'postgres';
  read: Reader;
  write<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  /** Outside any transaction: for migrations only. */
  schema: Kysely<NoTables>;
  close(): Promise<void>;
}
