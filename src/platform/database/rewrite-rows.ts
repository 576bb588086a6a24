import { sql } from 'kysely';
import type { Database, Reader, Writer } from './database.ts';

/** A table's own rows, by a key that never changes (ascending, no nulls). */
export interface RowsToRewrite {
  table: string;
  key: string[];
  columns: string[];
}

const pageSize = 200;

type Row = Record<string, unknown>;

/** A row as it was, and the columns of it that are different now. */
export interface RowChange<R> {
  row: R;
  changes: Partial<R>;
}

/**
 * Rewrites rows of a table in place, page after page, each in a transaction of its own: what is changed is read again in
 * it. `change` answers the columns that are different, or null; it must be a fixed point (what it changed it leaves
 * alone), so that a run that was killed is begun again. `also` runs in the transaction of a page. Answers how many rows
 * were changed, or would be without `write`.
 */
export async function rewriteRows<R extends Row>(
  database: Database,
  rows: RowsToRewrite,
  change: (row: R) => Partial<R> | null,
  options: {
    write: boolean;
    seen?: (changed: RowChange<R>) => void;
    also?: (tx: Writer, changed: RowChange<R>[]) => Promise<void>;
  },
): Promise<number> {
  let count = 0;
  let after: unknown[] | null = null;
  for (;;) {
    const page: R[] = await readPage<R>(database.read, rows, after);
    const last = page.at(-1);
    if (!last) return count;
    after = keyOf(rows, last);
    const found = page.flatMap((row) => changed(row, change));
    if (found.length === 0) continue;
    const done = !options.write
      ? found
      : await database.write(async (tx) => {
          const again: RowChange<R>[] = [];
          for (const { row } of found) {
            const [fresh] = await readOne<R>(tx, rows, keyOf(rows, row));
            again.push(...(fresh ? changed(fresh, change) : []));
          }
          for (const { row, changes } of again) await update(tx, rows, keyOf(rows, row), changes);
          await options.also?.(tx, again);
          return again;
        });
    for (const each of done) options.seen?.(each);
    count += done.length;
  }
}

function changed<R extends Row>(row: R, change: (row: R) => Partial<R> | null): RowChange<R>[] {
  const changes = change(row);
  if (changes === null) return [];
  const different = Object.entries(changes).filter(([column, value]) => row[column] !== value);
  return different.length === 0 ? [] : [{ row, changes: Object.fromEntries(different) as Partial<R> }];
}

function keyOf(rows: RowsToRewrite, row: Row): unknown[] {
  return rows.key.map((column) => row[column]);
}

const refs = (columns: string[]) => sql.join(columns.map((column) => sql.ref(column)));

async function readPage<R>(db: Reader, { table, key, columns }: RowsToRewrite, after: unknown[] | null): Promise<R[]> {
  const from = after === null ? sql`` : sql`where (${refs(key)}) > (${sql.join(after)})`;
  const query = sql<R>`select ${refs([...new Set([...key, ...columns])])} from ${sql.table(table)} ${from} order by ${refs(key)} limit ${sql.lit(pageSize)}`;
  return (await query.execute(db)).rows;
}

async function readOne<R>(db: Reader, { table, key, columns }: RowsToRewrite, values: unknown[]): Promise<R[]> {
  const query = sql<R>`select ${refs([...new Set([...key, ...columns])])} from ${sql.table(table)} where (${refs(key)}) = (${sql.join(values)})`;
  return (await query.execute(db)).rows;
}

async function update(tx: Writer, { table, key }: RowsToRewrite, values: unknown[], changes: Row): Promise<void> {
  const set = sql.join(Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`));
  await sql`update ${sql.table(table)} set ${set} where (${refs(key)}) = (${sql.join(values)})`.execute(tx);
}
