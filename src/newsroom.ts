import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { migrations } from './migrations/migrations.ts';
import { type Blobs, openBlobs } from './platform/blobs/blobs.ts';
import { listBlobs } from './platform/blobs/list-blobs.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Config } from './platform/config/config.ts';
import type { Database } from './platform/database/database.ts';
import { requireCurrentSchema } from './platform/database/migrate.ts';
import { openPostgres } from './platform/database/postgres.ts';
import { openSqlite } from './platform/database/sqlite.ts';
import { createHttpClient, type HttpClient } from './platform/http/http-client.ts';
import { createLog, type Log } from './platform/log/log.ts';
import type { Sandbox } from './platform/sandbox/sandbox.ts';
import { createParseSandbox } from './worker/parse-sandbox.ts';

/** Everything one running newsroom is made of. Put together here; features take the parts that they need. */
export interface Newsroom {
  config: Config;
  database: Database;
  blobs: Blobs;
  /** The names of every blob there is. */
  listBlobs(): AsyncIterable<string>;
  clock: Clock;
  http: HttpClient;
  sandbox: Sandbox;
  log: Log;
  /** Names this process where it holds a lease. */
  worker: string;
  close(): Promise<void>;
}

/** Opens the database that the settings name, whatever the state of its schema. */
export function openDatabase(config: Config): Database {
  return config.databaseUrl ? openPostgres(config.databaseUrl) : openSqlite(join(config.data, 'daybook.sqlite'));
}

/** Opens a newsroom, making it when its data folder is empty. Throws SchemaMismatch with the command to run. */
export async function openNewsroom(
  config: Config,
  parts: { clock?: Clock; http?: HttpClient } = {},
): Promise<Newsroom> {
  const clock = parts.clock ?? systemClock;
  const database = openDatabase(config);
  try {
    await requireCurrentSchema(database, migrations);
  } catch (error) {
    await database.close();
    throw error;
  }
  const sandbox = createParseSandbox({ deadlineMs: config.parseTimeoutMs });
  return {
    config,
    database,
    clock,
    sandbox,
    blobs: openBlobs(join(config.data, 'blobs')),
    listBlobs: () => listBlobs(join(config.data, 'blobs')),
    http:
      parts.http ??
      createHttpClient({ userAgent: 'Daybook/0.1', ...(config.proxyUrl ? { proxyUrl: config.proxyUrl } : {}) }),
    log: createLog({ level: config.logLevel, clock, write: (line) => process.stderr.write(line) }),
    worker: `${process.pid}-${randomBytes(4).toString('hex')}`,
    close: async () => {
      await sandbox.close();
      await database.close();
    },
  };
}
