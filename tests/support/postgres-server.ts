import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '#platform/database/migrate.ts';
import { openPostgres } from '#platform/database/postgres.ts';
import { type RunningServer, startServer } from '../../src/commands/bench/temporary-postgres.ts';
import { migrations } from '../../src/migrations/migrations.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server to make databases on, and an already migrated database to copy; null where there is no PostgreSQL. */
    postgres: { url: string; template: string } | null;
  }
}

/**
 * The PostgreSQL that store tests run on: the one DATABASE_URL names, else one started here from the system's binaries
 * for this run alone. Without either, the run fails under CI and the PostgreSQL halves are skipped elsewhere.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.DATABASE_URL ? existingServer(process.env.DATABASE_URL) : await startServer();
  if (server === null) {
    const missing =
      'PostgreSQL (initdb and postgres) was not found in PATH or /usr/lib/postgresql. Debian: apt-get install postgresql';
    if (process.env.CI) throw new Error(`store tests must run on both engines: ${missing}`);
    process.stderr.write(`Store tests run on SQLite only: ${missing}\n`);
    project.provide('postgres', null);
    return async () => {};
  }
  const template = `daybook_test_template_${randomBytes(6).toString('hex')}`;
  const dropTemplate = () => onServer(server.url, `drop database if exists ${template} with (force)`);
  try {
    await onServer(server.url, `create database ${template}`);
    const database = openPostgres(databaseUrl(server.url, template));
    await migrate(database, migrations).finally(() => database.close());
  } catch (error) {
    await dropTemplate().catch(() => {});
    await server.stop();
    throw error;
  }
  project.provide('postgres', { url: server.url, template });
  return async () => {
    await dropTemplate().finally(() => server.stop());
  };
}

/** The URL of another database of the same server. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs one statement on a server, over a connection of its own. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function existingServer(url: string): RunningServer {
  return { url, stop: async () => {} };
}
