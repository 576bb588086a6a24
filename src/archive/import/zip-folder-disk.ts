import { type Dirent, constants } from 'node:fs';
import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { UnreadItem } from './importer.ts';
import { openFileBytes } from './zip-folder-bytes.ts';
import { byName, type FileHold, type HeldFile, tooLarge } from './zip-folder-file.ts';

interface DiskFile extends HeldFile {
  /** In the bytes of the file system, whatever their encoding. */
  path: Buffer;
}

const deepestFolder = 100;

/** A folder of the file system. Links are followed to files inside it only; what is no file or folder is never opened. */
export async function openFolder(path: string): Promise<FileHold<DiskFile>> {
  const root = await realpath(path);
  return {
    files: () => walk(Buffer.from(root), '', root, 0),
    async find(name) {
      const full = join(root, name);
      const real = await realpath(full).catch(() => null);
      const found = real !== null && isInside(real, root) ? await stat(real) : null;
      return found?.isFile() ? { name, size: found.size, path: Buffer.from(full) } : null;
    },
    async read(file, mostBytes) {
      if (file.size > mostBytes) return tooLarge(file.size, mostBytes);
      let handle;
      try {
        handle = await open(file.path, constants.O_RDONLY | constants.O_NONBLOCK);
        const buffer = new Uint8Array(file.size);
        let length = 0;
        while (length < buffer.length) {
          const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
          if (bytesRead === 0) break;
          length += bytesRead;
        }
        return buffer.subarray(0, length);
      } catch (error) {
        return `it cannot be opened (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}); look at its permissions`;
      } finally {
        await handle?.close();
      }
    },
    source: (file) => openFileBytes(file.path),
    close: () => Promise.resolve(),
  };
}

async function* walk(
  folder: Buffer,
  prefix: string,
  root: string,
  depth: number,
): AsyncGenerator<DiskFile | UnreadItem> {
  let entries: Dirent<Buffer>[];
  try {
    entries = await readdir(folder, { encoding: 'buffer', withFileTypes: true });
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    yield {
      name: prefix === '' ? '/' : prefix,
      unread: `the folder cannot be listed (${code}); look at its permissions`,
    };
    return;
  }
  const named = entries.map((entry) => ({ entry, name: nameOf(entry.name) + (entry.isDirectory() ? '/' : '') }));
  for (const { entry, name } of named.sort(byName)) {
    const path = Buffer.concat([folder, Buffer.from(sep), entry.name]);
    const full = prefix + name;
    if (entry.isDirectory()) {
      if (depth < deepestFolder) yield* walk(path, full, root, depth + 1);
      else yield { name: full, unread: `it lies more than ${deepestFolder} folders deep; move it up` };
    } else if (entry.isSymbolicLink()) yield await readLink(path, full, root);
    else if (entry.isFile()) yield { name: full, size: (await lstat(path)).size, path };
    else yield { name: full, unread: 'it is no ordinary file (a device, pipe or socket) and is never opened' };
  }
}

async function readLink(path: Buffer, name: string, root: string): Promise<DiskFile | UnreadItem> {
  const target = await realpath(path).catch(() => null);
  if (target === null) return { name, unread: 'it is a link to nothing; mend or remove it' };
  if (!isInside(target, root)) {
    return {
      name,
      unread: 'it is a link that leaves the folder; put the file itself there, if it belongs to the archive',
    };
  }
  const found = await stat(target);
  if (!found.isFile()) return { name, unread: 'it is a link to a folder, which is read under its own name' };
  return { name, size: found.size, path };
}

function isInside(path: string, root: string): boolean {
  return path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** Text of a name; of one that is no UTF-8, its odd bytes as `\xE9`. */
export function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\x80-\xff]/gu, (char) => `\\x${char.charCodeAt(0).toString(16).toUpperCase()}`);
  }
}
