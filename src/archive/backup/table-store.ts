import { sql } from 'kysely';
import type { Reader, Writer } from '#platform/database/database.ts';
import type { BackupTable } from './backup-tables.ts';

export type Row = Record<string, string | number | null>;

const atOnce = 500;

/** The tables that there are. */
export async function findTables(db: Reader): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  return tables.map(({ name }) => name).sort();
}

/** One moment's rows: what is written meanwhile is not among them. */
export function inOneMoment<T>(db: Reader, read: (tx: Writer) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').execute(read);
}

/** Every row of a table in the order of its key, some at a time. */
export async function* readRows(tx: Reader, { name, key }: BackupTable): AsyncGenerator<Row[]> {
  let last: Row | undefined;
  for (;;) {
    const rows: Row[] = await rowsAfter(tx, name, key, last);
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1);
  }
}

async function rowsAfter(tx: Reader, name: string, key: string[], last: Row | undefined): Promise<Row[]> {
  const keys = sql.join(key.map((column) => sql.ref(column)));
  const after = last ? sql`where (${keys}) > (${sql.join(key.map((column) => last[column]))})` : sql``;
  const found = sql<Row>`select * from ${sql.table(name)} ${after} order by ${keys} limit ${sql.lit(atOnce)}`;
  return (await found.execute(tx)).rows;
}

/** Whether a table has a row. */
export async function hasRows(db: Reader, name: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
  return rows.length > 0;
}

export async function insertRows(tx: Writer, name: string, rows: Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  await sql`insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`.execute(
    tx,
  );
}

/** The next row that PostgreSQL numbers comes after those that were written with their numbers; SQLite sees to it itself. */
export async function numberOnwards(tx: Writer, name: string): Promise<void> {
  await sql`select setval(pg_get_serial_sequence(${name}, 'id'), coalesce((select max(id) from ${sql.table(name)}), 0) + 1, false)`.execute(
    tx,
  );
}
