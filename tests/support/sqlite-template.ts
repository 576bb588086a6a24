import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { migrate } from '#platform/database/migrate.ts';
import { openSqlite } from '#platform/database/sqlite.ts';
import { migrations } from '../../src/migrations/migrations.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A SQLite file without rows and with the current schema, to be copied. */
    sqliteTemplate: string;
  }
}

/** Makes it once a run: every step of the schema takes longer than most tests of a store. */
export default async function setUp(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-sqlite-template-'));
  const template = join(folder, 'daybook.sqlite');
  const database = openSqlite(template);
  await migrate(database, migrations).finally(() => database.close());
  project.provide('sqliteTemplate', template);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Makes a SQLite file with the current schema. */
export function copySqliteTemplate(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(inject('sqliteTemplate'), file);
}
