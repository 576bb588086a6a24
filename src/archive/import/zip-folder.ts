import { stat } from 'node:fs/promises';
import { ArchiveUnreadable } from './importer.ts';
import { openFolder } from './zip-folder-disk.ts';
import type { FileHold } from './zip-folder-file.ts';
import { openZip } from './zip-folder-zip.ts';

/** Opens a folder or a `.zip`. Throws ArchiveUnreadable. */
export async function openFiles(path: string): Promise<FileHold> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new ArchiveUnreadable(`“${path}” is not there. Look for a typing error in the path`);
  return found.isDirectory() ? openFolder(path) : openZip(path);
}
