import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Blobs } from '#platform/blobs/blobs.ts';
import { listBlobs } from '#platform/blobs/list-blobs.ts';
import type { Database, Writer } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import { beginWithdrawal, type NameToWithdraw, setWithdrawalState } from '#withdrawals/withdrawals.ts';
import { type BackupManifest, BackupUnusable, readManifest, tableFile } from './backup-manifest.ts';
import { backupTables } from './backup-tables.ts';
import { hasRows, insertRows, numberOnwards, type Row } from './table-store.ts';

/** Few enough that no engine counts too many parameters: the widest table has under 20 columns. */
const atOnce = 50;

export interface RestoreTarget {
  /** Its schema is the backup's, and it holds nothing. */
  database: Database;
  blobs: Blobs;
  data: string;
}

/**
 * Puts a backup's blobs and keys into a data folder and, in one transaction, its rows into an empty database, of either
 * engine. `withdrawn` are names that were withdrawn after the backup was made: they are recorded with the rows, so that
 * nothing that starts afterwards shows them; whoever calls then goes on with the withdrawals. Throws BackupUnusable, with
 * the database as it was.
 */
export async function restoreBackup(
  target: RestoreTarget,
  folder: string,
  options: { withdrawn: NameToWithdraw[]; at: string; signal: AbortSignal; progress(message: string): void },
): Promise<BackupManifest> {
  const manifest = await readManifest(folder);
  for (const { name } of backupTables.filter(({ name }) => manifest.tables.some((table) => table.name === name)))
    if (await hasRows(target.database.read, name))
      throw new BackupUnusable(
        `the database is not empty (${name} has rows): a backup is restored into a data folder or database of its own`,
      );
  const blobs = await restoreBlobs(target, folder, options);
  if (blobs < manifest.blobs)
    throw new BackupUnusable(`${join(folder, 'blobs')} has ${blobs} of ${manifest.blobs} files: take another backup`);
  await restoreKeys(target.data, folder, manifest.keys);
  options.progress(`${blobs} blobs are there.`);
  // Nobody else is in this database yet: the one write that is not short.
  await target.database.write(async (tx) => {
    for (const table of backupTables) {
      const described = manifest.tables.find(({ name }) => name === table.name);
      if (!described) continue;
      options.signal.throwIfAborted();
      await restoreTable(tx, table, described, folder);
      if (table.numbered && target.database.engine === 'postgres') await numberOnwards(tx, table.name);
    }
    for (const name of options.withdrawn) {
      const { id, isNew } = await beginWithdrawal(tx, name, options.at);
      if (isNew) await setWithdrawalState(tx, id, 'begun');
    }
  });
  return manifest;
}

async function restoreTable(
  tx: Writer,
  { name, names }: (typeof backupTables)[number],
  described: BackupManifest['tables'][number],
  folder: string,
): Promise<void> {
  const rows = await readTable(folder, described);
  const ordered = names ? rows.toSorted((a, b) => Number(a[names] !== null) - Number(b[names] !== null)) : rows;
  for (let start = 0; start < ordered.length; start += atOnce)
    await insertRows(tx, name, ordered.slice(start, start + atOnce));
}

/** The rows of a table of a backup. Throws BackupUnusable. */
export async function readTable(
  folder: string,
  { name, rows, sha256: hash }: BackupManifest['tables'][number],
): Promise<Row[]> {
  const file = tableFile(folder, name);
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new BackupUnusable(`${file} cannot be read: take another backup`, { cause });
  });
  if (sha256(bytes) !== hash)
    throw new BackupUnusable(`${file} is damaged (its SHA-256 is another): take another backup`);
  const lines = bytes.length === 0 ? [] : gunzipSync(bytes).toString('utf8').split('\n').filter(Boolean);
  if (lines.length !== rows)
    throw new BackupUnusable(`${file} has ${lines.length} of ${rows} rows: take another backup`);
  return lines.map((line) => JSON.parse(line) as Row);
}

async function restoreBlobs(
  { blobs }: RestoreTarget,
  folder: string,
  { signal }: { signal: AbortSignal },
): Promise<number> {
  let restored = 0;
  for await (const name of listBlobs(join(folder, 'blobs'))) {
    signal.throwIfAborted();
    const file = join(folder, 'blobs', name.slice(0, 2), name);
    const bytes = await readFile(file);
    if (sha256(bytes) !== name)
      throw new BackupUnusable(`${file} is damaged: take another backup, or take this file from one`);
    await blobs.put(bytes);
    restored += 1;
  }
  return restored;
}

async function restoreKeys(data: string, folder: string, names: string[]): Promise<void> {
  if (names.length > 0) await mkdir(join(data, 'keys'), { recursive: true, mode: 0o700 });
  for (const name of names) {
    if (!/^[\w.-]+$/u.test(name) || /^\.+$/u.test(name)) throw new BackupUnusable(`“${name}” is not the name of a key`);
    await copyFile(join(folder, 'keys', name), join(data, 'keys', name));
  }
}
