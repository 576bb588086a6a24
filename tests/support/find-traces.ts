import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const shortest = 7;

/** Which of some words stand in the bytes of any file of a folder: databases, their journals, blobs, logs. */
export async function findTraces(folder: string, words: string[]): Promise<{ files: string[]; found: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  const found: string[] = [];
  for (const file of files) {
    const bytes = await readFile(file, 'latin1').catch((error: NodeJS.ErrnoException) => {
      // A journal may have been folded into its database meanwhile.
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    for (const word of words) if (word.length >= shortest && bytes.includes(word)) found.push(`${file}: ${word}`);
  }
  return { files, found };
}

/** A word as somebody might have encoded it: in hexadecimal, in UTF-16, and in base64 at each of its three places. */
export function encodings(word: string): string[] {
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from(' '.repeat(shift) + word)
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  );
  return [Buffer.from(word).toString('hex'), Buffer.from(word, 'utf16le').toString('latin1'), ...base64];
}
