import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Absolute path of the checkout: the nearest folder above this code that holds package.json. */
export const projectRoot: string = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('daybook: package.json was not found above the program');
  return findRoot(parent);
}
