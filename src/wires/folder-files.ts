import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { sha256 } from '#platform/hash.ts';

/** A file that lies in a watched folder. */
export interface FolderFile {
  path: string;
  /** Its path in the folder, for people. */
  name: string;
  /** Of what the file is known by: of a Maildir's message without its place and flags, which change. */
  nameSha256: string;
  size: number;
  modifiedMs: number;
}

const mostFiles = 50_000;
const deepest = 4;
/** What is being written, or is no delivery: hidden files, half-fetched ones, and the `tmp` of a Maildir. */
const unfinished = /^\.|~$|\.(?:tmp|temp|part|partial|crdownload|filepart|lock|swp)$/iu;

/** The files of a folder and of those in it, oldest first. Links are not followed. Throws where the folder cannot be read. */
export async function listFolder(folder: string): Promise<FolderFile[]> {
  const files: FolderFile[] = [];
  const walk = async (at: string, depth: number): Promise<void> => {
    const entries = await readdir(at, { withFileTypes: true });
    const isMaildir = entries.some(({ name }) => name === 'cur') && entries.some(({ name }) => name === 'new');
    for (const entry of entries) {
      if (files.length >= mostFiles) return;
      const path = join(at, entry.name);
      if (entry.isDirectory() && depth < deepest) {
        // Folders of a Maildir begin with a dot (Maildir++); elsewhere such a folder is hidden.
        const isHidden = entry.name.startsWith('.') && !isMaildir;
        if (!isHidden && !(isMaildir && entry.name === 'tmp')) await walk(path, depth + 1);
      } else if (entry.isFile() && !unfinished.test(entry.name)) {
        const { size, mtimeMs } = await lstat(path).catch(() => ({ size: 0, mtimeMs: 0 }));
        if (size === 0) continue;
        const name = relative(folder, path);
        files.push({ path, name, nameSha256: sha256(knownAs(name)), size, modifiedMs: Math.floor(mtimeMs) });
      }
    }
  };
  await walk(folder, 0);
  return files.sort((a, b) => a.modifiedMs - b.modifiedMs || (a.name < b.name ? -1 : 1));
}

/** A message of a Maildir moves from `new` to `cur` and is given flags (":2,S") when somebody reads it: it is the same. */
function knownAs(name: string): string {
  const place = basename(dirname(name));
  if (place !== 'new' && place !== 'cur') return name;
  return join(dirname(dirname(name)), 'message', basename(name).replace(/[:;!]2,[A-Za-z]*$/u, ''));
}
