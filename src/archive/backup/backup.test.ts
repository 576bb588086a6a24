import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBlobs } from '#platform/blobs/blobs.ts';
import { listBlobs } from '#platform/blobs/list-blobs.ts';
import { recordChanges } from '#platform/changes/change-store.ts';
import type { Database } from '#platform/database/database.ts';
import { appliedSteps, migrate } from '#platform/database/migrate.ts';
import { openSqlite } from '#platform/database/sqlite.ts';
import { findPublication } from '#publications/publications.ts';
import { saveSecret } from '#platform/secrets.ts';
import { describeOnBothEngines } from '../../../tests/support/engines.ts';
import { testClock, testMoment } from '../../../tests/support/fixtures.ts';
import { loadSampleArchive } from '../../../tests/support/sample-archive.ts';
import { migrations } from '../../migrations/migrations.ts';
import { dumpLines } from '../dump-lines.ts';
import { continueWithdrawals } from '../withdraw-name.ts';
import { BackupUnusable, tableFile } from './backup-manifest.ts';
import { backupTables, leftOut } from './backup-tables.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { findTables, hasRows, readRows } from './table-store.ts';

const at = testMoment;
const signal = new AbortController().signal;
const progress = () => {};

describeOnBothEngines('a backup', (open) => {
  let folder = '';
  let name = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-backup-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const place = () => join(folder, String(++name));
  const partsOf = (database: Database, data: string) => {
    const blobs = join(data, 'blobs');
    return { database, data, blobs: openBlobs(blobs), listBlobs: () => listBlobs(blobs) };
  };
  /** A newsroom with pieces, a payload and a key, and its backup. */
  async function backedUp() {
    const database = await open();
    await loadSampleArchive(database);
    const source = partsOf(database, place());
    const payload = await source.blobs.put(Buffer.from('A page that Oona Firth wrote.'));
    await writeFile(join(source.data, 'blobs', '.keep'), '');
    await saveSecret(source.data, 'mailbox-w1', 'a long word');
    const out = place();
    const schema = await appliedSteps(database);
    return { source, out, payload, manifest: await makeBackup(source, out, { schema, at, signal, progress }) };
  }
  const restoreInto = async (out: string, withdrawn: { names: string[]; by: string }[] = []) => {
    const target = partsOf(await open(), place());
    await restoreBackup(target, out, { withdrawn, at, signal, progress });
    return target;
  };
  const dumped = async (database: Database) => {
    const publication = await findPublication(database.read, 'gorvan');
    if (!publication) throw new Error('the publication is gone');
    return Array.fromAsync(dumpLines(database, publication, { drafts: true }));
  };
  const everyRow = async (database: Database) => {
    const texts: string[] = [];
    for (const table of backupTables)
      for await (const rows of readRows(database.read, table)) texts.push(...rows.map((row) => JSON.stringify(row)));
    return texts;
  };

  test('holds every table of the schema but those that are left out on purpose', async () => {
    const tables = (await findTables((await open()).read)).filter((table) => !leftOut.test(table));
    expect(backupTables.map((table) => table.name).sort()).toEqual(tables);
  });

  test('is restored to the row and the byte, and the newsroom goes on from there', async () => {
    const { source, out, payload, manifest } = await backedUp();
    expect(manifest).toMatchObject({ blobs: 1, madeAt: at });
    // Passwords of mailboxes stay where they are.
    expect((await readdir(out, { recursive: true })).filter((each) => each.includes('mailbox'))).toEqual([]);
    const target = await restoreInto(out);
    expect(await everyRow(target.database)).toEqual(await everyRow(source.database));
    expect(await dumped(target.database)).toEqual(await dumped(source.database));
    expect(await target.blobs.get(payload)).toEqual(await source.blobs.get(payload));
    // What is numbered next does not meet what was numbered before.
    await target.database.write((tx) => recordChanges(tx, at, ['list:gorvan:summary:en']));
  });

  test('of SQLite is restored into this engine', async () => {
    const data = place();
    const database = openSqlite(join(data, 'daybook.sqlite'));
    await migrate(database, migrations);
    await loadSampleArchive(database);
    const [out, schema] = [place(), await appliedSteps(database)];
    await makeBackup(partsOf(database, data), out, { schema, at, signal, progress });
    const target = await restoreInto(out);
    // Engines put letters in orders of their own.
    expect((await everyRow(target.database)).sort()).toEqual((await everyRow(database)).sort());
    await database.close();
  });

  test('keeps a name out that was withdrawn after it was made', async () => {
    const { out, payload } = await backedUp();
    const held = await restoreInto(out);
    expect((await everyRow(held.database)).join('')).toContain('Oona Firth');
    const target = await restoreInto(out, [{ names: ['Oona Firth'], by: 'Ana' }]);
    await continueWithdrawals({ ...target, clock: testClock() });
    const rows = (await everyRow(target.database)).filter((row) => !row.includes('"names":'));
    expect(rows.join('')).not.toMatch(/oona.?firth/iu);
    expect(await target.blobs.get(payload)).toBeNull();
  });

  test('is refused by name where it is damaged, unfinished or in use, and leaves nothing behind', async () => {
    const { out, payload } = await backedUp();
    await expect(restoreInto(folder)).rejects.toThrow(/manifest\.json is not there: .*not finished/u);
    const used = partsOf(await open(), place());
    await loadSampleArchive(used.database);
    await expect(restoreBackup(used, out, { withdrawn: [], at, signal, progress })).rejects.toThrow(/not empty/u);
    await expect(makeBackup(used, out, { schema: [], at, signal, progress })).rejects.toThrow(
      /each backup has a folder of its own/u,
    );
    const target = partsOf(await open(), place());
    const restored = () => restoreBackup(target, out, { withdrawn: [], at, signal, progress });
    const file = tableFile(out, 'revisions');
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, -1));
    await expect(restored()).rejects.toThrow(/revisions\.jsonl\.gz is damaged/u);
    await writeFile(file, whole);
    const blob = join(out, 'blobs', payload.slice(0, 2), payload);
    await writeFile(blob, 'other');
    await expect(restored()).rejects.toThrow(new RegExp(`${payload} is damaged`, 'u'));
    await rm(blob);
    await expect(restored()).rejects.toThrow(BackupUnusable);
    expect(await hasRows(target.database.read, 'publications')).toBe(false);
  });
});
