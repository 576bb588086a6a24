import { createHash } from 'node:crypto';
import { copyFile, mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { Blobs } from '#platform/blobs/blobs.ts';
import type { Database, Reader } from '#platform/database/database.ts';
import { type BackupManifest, BackupUnusable, manifestFile, tableFile } from './backup-manifest.ts';
import { type BackupTable, backupTables } from './backup-tables.ts';
import { findTables, inOneMoment, readRows } from './table-store.ts';

const packed = promisify(gzip);

export interface BackupSource {
  database: Database;
  blobs: Blobs;
  listBlobs(): AsyncIterable<string>;
  /** The data folder. */
  data: string;
}

/**
 * Writes everything that a newsroom keeps into an empty folder: the rows of one moment as JSON Lines, every blob, the
 * keys. The manifest comes last. The folder is for its owner alone (mode 700): it holds what the data folder holds. Reading
 * and writing go on meanwhile. Throws BackupUnusable when the folder is in use.
 */
export async function makeBackup(
  source: BackupSource,
  folder: string,
  options: { schema: string[]; at: string; signal: AbortSignal; progress(message: string): void },
): Promise<BackupManifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new BackupUnusable(`${folder} is not empty: each backup has a folder of its own`);
  await mkdir(join(folder, 'tables'), { mode: 0o700 });
  const tables = await inOneMoment(source.database.read, async (tx) => {
    const there = new Set(await findTables(tx));
    const written: BackupManifest['tables'] = [];
    for (const table of backupTables.filter(({ name }) => there.has(name))) {
      options.signal.throwIfAborted();
      written.push(await writeTable(tx, table, folder));
    }
    return written;
  });
  options.progress(`${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables are written.`);
  const blobs = await writeBlobs(source, folder, options);
  const keys = await writeKeys(source.data, folder);
  const { schema, at: madeAt } = options;
  const manifest: BackupManifest = { format: 'daybook-backup', version: 1, madeAt, schema, tables, blobs, keys };
  await writeDurably(join(folder, manifestFile), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  return manifest;
}

async function writeTable(tx: Reader, table: BackupTable, folder: string): Promise<BackupManifest['tables'][number]> {
  const hash = createHash('sha256');
  const file = await open(tableFile(folder, table.name), 'wx', 0o600);
  let written = 0;
  try {
    for await (const rows of readRows(tx, table)) {
      // Members of a gzip file one after the other are one file (RFC 1952, 2.2).
      const member = await packed(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      hash.update(member);
      await file.writeFile(member);
      written += rows.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { name: table.name, rows: written, sha256: hash.digest('hex') };
}

async function writeBlobs(
  { blobs, listBlobs }: BackupSource,
  folder: string,
  { signal, progress }: { signal: AbortSignal; progress(message: string): void },
): Promise<number> {
  let written = 0;
  for await (const name of listBlobs()) {
    signal.throwIfAborted();
    const bytes = await blobs.get(name);
    // A withdrawal may have taken it away since.
    if (bytes === null) continue;
    const file = join(folder, 'blobs', name.slice(0, 2), name);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeDurably(file, bytes);
    written += 1;
    if (written % 1000 === 0) progress(`${written} blobs are written.`);
  }
  return written;
}

async function writeKeys(data: string, folder: string): Promise<string[]> {
  const names = (await readdir(join(data, 'keys')).catch(() => [])).sort();
  if (names.length > 0) await mkdir(join(folder, 'keys'), { mode: 0o700 });
  for (const name of names) await copyFile(join(data, 'keys', name), join(folder, 'keys', name));
  return names;
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
