import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The last file that a backup writes: with it, the backup is whole. */
export interface BackupManifest {
  format: 'daybook-backup';
  version: 1;
  madeAt: string;
  /** The steps of the schema that the rows are of. */
  schema: string[];
  tables: { name: string; rows: number; /** Of the packed file. */ sha256: string }[];
  blobs: number;
  keys: string[];
}

/** The folder is no backup, is not whole, or is damaged; the message names the file and says what to do. */
export class BackupUnusable extends Error {
  override name = 'BackupUnusable';
}

export const manifestFile = 'manifest.json';
export const tableFile = (folder: string, table: string): string => join(folder, 'tables', `${table}.jsonl.gz`);

/** Throws BackupUnusable. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const file = join(folder, manifestFile);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new BackupUnusable(`${file} is not there: this is no backup, or one that was not finished`, { cause });
  });
  let manifest: Partial<BackupManifest>;
  try {
    manifest = JSON.parse(text) as Partial<BackupManifest>;
  } catch (cause) {
    throw new BackupUnusable(`${file} is damaged: take another backup`, { cause });
  }
  if (manifest.format !== 'daybook-backup') throw new BackupUnusable(`${file} is not that of a backup of Daybook`);
  if (manifest.version !== 1)
    throw new BackupUnusable(`${file} was made by a newer Daybook: restore it with that version`);
  return manifest as BackupManifest;
}
