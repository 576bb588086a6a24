import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '#platform/hash.ts';

/** Content-addressed bytes: pictures, raw payloads, captures. The name of a blob is its SHA-256. */
export interface Blobs {
  /** Stores bytes, durable when it resolves; the same bytes are stored once. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, checked against their name; null when absent. Throws BlobDamaged when they do not match. */
  get(name: string): Promise<Uint8Array | null>;
  /** For a withdrawn name, and a picture that is deleted: nothing else removes a blob. */
  remove(name: string): Promise<void>;
}

/** Stored bytes no longer hash to their name. */
export class BlobDamaged extends Error {
  override name = 'BlobDamaged';
}

export function openBlobs(folder: string): Blobs {
  const fileOf = (name: string): string => {
    if (!/^[0-9a-f]{64}$/.test(name)) throw new TypeError(`not the name of a blob: ${name}`);
    return join(folder, name.slice(0, 2), name);
  };
  return {
    async put(bytes) {
      const name = sha256(bytes);
      const file = fileOf(name);
      if (await exists(file)) return name;
      const parent = join(folder, name.slice(0, 2));
      const made = await mkdir(parent, { recursive: true, mode: 0o700 });
      if (made) await syncFolders(folder, dirname(made));
      const partial = `${file}.${randomBytes(4).toString('hex')}.partial`;
      try {
        await writeDurably(partial, bytes);
        await rename(partial, file);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
      await syncFolder(parent);
      return name;
    },
    async get(name) {
      const file = fileOf(name);
      if (!(await exists(file))) return null;
      const bytes = await readFile(file);
      if (sha256(bytes) !== name) throw new BlobDamaged(`blob ${name} is damaged; restore it from a backup`);
      return bytes;
    },
    async remove(name) {
      await rm(fileOf(name), { force: true });
    },
  };
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
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

/** A new folder is on the disk when the one that it stands in is: from `folder` up to the first that was there. */
async function syncFolders(folder: string, top: string): Promise<void> {
  await syncFolder(folder);
  if (folder !== top && folder.startsWith(top)) await syncFolders(dirname(folder), top);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
