import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The names of all blobs of a folder, in order: also of those that no row names (a process was killed before it wrote one). */
export async function* listBlobs(folder: string): AsyncGenerator<string> {
  const shelves = await readdir(folder).catch(() => []);
  for (const shelf of shelves.filter((name) => /^[0-9a-f]{2}$/u.test(name)).sort()) {
    const names = await readdir(join(folder, shelf));
    yield* names.filter((name) => /^[0-9a-f]{64}$/u.test(name)).sort();
  }
}
