import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrations } from '#migrations/migrations.ts';
import { findPublications } from '#publications/publications.ts';
import { describeOnBothEngines } from '../../../tests/support/engines.ts';
import { migrate, readSchemaState, requireCurrentSchema, SchemaMismatch, type SchemaStep } from './migrate.ts';

const run = promisify(execFile);
const openInProcess = join(import.meta.dirname, '../../../tests/support/open-in-process.ts');
const step = (name: string, ...statements: string[]): SchemaStep => ({
  name,
  reason: 'a test',
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
const later = step('9999-later', 'create table boats (name text primary key)');

describeOnBothEngines('the schema', (open) => {
  test('makes what an empty database lacks', async () => {
    const database = await open({ empty: true });
    expect(await readSchemaState(database, migrations)).toEqual({ kind: 'empty' });
    await requireCurrentSchema(database, migrations);
    expect(await readSchemaState(database, migrations)).toEqual({ kind: 'current' });
    expect(await findPublications(database.read)).toEqual([]);
  });

  test('lets a current database through and applies nothing again', async () => {
    const database = await open({ ownSchema: true });
    await requireCurrentSchema(database, migrations);
    expect(await migrate(database, migrations)).toEqual([]);
  });

  test('refuses an older database with the command to run, and leaves it as it was', async () => {
    const database = await open({ ownSchema: true });
    const opening = requireCurrentSchema(database, [...migrations, later]);
    await expect(opening).rejects.toThrow(SchemaMismatch);
    await expect(opening).rejects.toThrow(/9999-later.*bin\/daybook migrate/);
    expect(await readSchemaState(database, migrations)).toEqual({ kind: 'current' });
    expect(await migrate(database, [...migrations, later])).toEqual(['9999-later']);
    expect(await readSchemaState(database, [...migrations, later])).toEqual({ kind: 'current' });
  });

  test('refuses a newer database, also to migrate', async () => {
    const database = await open({ ownSchema: true });
    await migrate(database, [...migrations, later]);
    await expect(requireCurrentSchema(database, migrations)).rejects.toThrow(
      /newer Daybook.*9999-later.*made before it/,
    );
    await expect(migrate(database, migrations)).rejects.toThrow(SchemaMismatch);
  });

  test('keeps nothing of a step that fails in its middle', async () => {
    const database = await open({ ownSchema: true });
    const broken = step('9999-broken', 'create table boats (name text primary key)', 'create table of nonsense');
    await expect(migrate(database, [...migrations, broken])).rejects.toThrow(/nothing of the failed step was kept/);
    expect(await readSchemaState(database, migrations)).toEqual({ kind: 'current' });
    expect(await migrate(database, [...migrations, later])).toEqual(['9999-later']);
  });

  test('is made once when three processes open an empty database at the same time', async () => {
    const database = await open({ empty: true });
    const place = open.placeOf(database);
    const openings = Array.from({ length: 3 }, () =>
      run(process.execPath, [openInProcess, place], { timeout: 20_000 }),
    );
    const said = await Promise.all(openings);
    expect(said.map(({ stdout }) => stdout)).toEqual(['opened', 'opened', 'opened']);
    expect(await readSchemaState(database, migrations)).toEqual({ kind: 'current' });
  });

  test('is seen alike by two openings of the same data', async () => {
    const one = await open({ ownSchema: true });
    const other = await open({ beside: one });
    await migrate(one, [...migrations, later]);
    expect(await readSchemaState(other, [...migrations, later])).toEqual({ kind: 'current' });
  });
});
