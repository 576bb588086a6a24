import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Database, NoTables } from './database.ts';

const busyTimeoutMs = 10_000;
const cachedStatements = 300;

/** Opens (and makes, when absent) a SQLite file in WAL mode, with one writing and one reading connection. */
export function openSqlite(file: string): Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const writer = connect(file, false);
  const reader = connect(file, true);
  const schema = new Kysely<NoTables>({ dialect: immediateDialect(writer) });
  const read = new Kysely<NoTables>({ dialect: new SqliteDialect({ database: statements(reader) }) });
  return {
    engine: 'sqlite',
    read,
    write: (work) => schema.transaction().execute(work),
    schema,
    close: async () => {
      await read.destroy();
      await schema.destroy();
    },
  };
}

function connect(file: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly, timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  // Tokens' hashes and private reports are in it: nobody else on the machine reads it.
  if (!readOnly) chmodSync(file, 0o600);
  // FULL: an acknowledged write is on the disk, also after a power cut.
  if (!readOnly) database.exec('pragma journal_mode = wal; pragma synchronous = full;');
  return database;
}

/** The three calls that Kysely makes, over node:sqlite; statements are kept prepared. */
function statements(database: DatabaseSync) {
  const cache = new Map<string, StatementSync>();
  return {
    close: () => database.close(),
    prepare: (sql: string) => {
      const statement = cache.get(sql) ?? database.prepare(sql);
      const reader = statement.columns().length > 0;
      // What `run` answers holds the last row's number, and those that a search index gives itself are above 2^53.
      if (!reader) statement.setReadBigInts(true);
      cache.delete(sql);
      cache.set(sql, statement);
      const oldest = cache.size > cachedStatements ? cache.keys().next().value : undefined;
      if (oldest !== undefined) cache.delete(oldest);
      return {
        reader,
        all: (parameters: readonly unknown[]) => statement.all(...bound(parameters)),
        run: (parameters: readonly unknown[]) => statement.run(...bound(parameters)),
        iterate: (parameters: readonly unknown[]) => statement.iterate(...bound(parameters)),
      };
    },
  };
}

function bound(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => (typeof value === 'boolean' ? Number(value) : (value as SQLInputValue)));
}

/** Kysely's own begin is deferred, and two processes then meet SQLITE_BUSY at their first write; ours takes the lock. */
function immediateDialect(database: DatabaseSync): Dialect {
  class ImmediateDriver extends SqliteDriver {
    override async beginTransaction(connection: DatabaseConnection): Promise<void> {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    }
  }
  // SQLite can undo a half-made table; Kysely's own adapter denies it, and would keep half of a failed migration.
  class TransactionalAdapter extends SqliteAdapter {
    override get supportsTransactionalDdl(): boolean {
      return true;
    }
  }
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new ImmediateDriver({ database: statements(database) }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
