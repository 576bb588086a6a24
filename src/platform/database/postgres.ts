import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, NoTables } from './database.ts';

const int8 = 20;

/** Opens a PostgreSQL database by its connection URL (`postgres://user@host:port/name`). */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    // count() and identity columns are 64-bit there; ours stay far below 2^53.
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === int8
          ? Number
          : format === 'binary'
            ? pg.types.getTypeParser(type, 'binary')
            : pg.types.getTypeParser(type, 'text'),
    },
  });
  // An idle connection that the server closes must not end the process; the next query opens another.
  pool.on('error', () => {});
  const db = new Kysely<NoTables>({ dialect: new PostgresDialect({ pool }) });
  return {
    engine: 'postgres',
    read: db,
    write: (work) => db.transaction().execute(work),
    schema: db,
    close: () => db.destroy(),
  };
}
