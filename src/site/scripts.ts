import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '#platform/hash.ts';
import { projectRoot } from '#platform/root.ts';
import { type StoredPage, storeAsset } from './stored-page.ts';

/** The few scripts for readers, each under a name that holds its hash. Every page that takes one works without it. */
export interface Scripts {
  /** The path of each by its island's name; one that was not built is left out. */
  paths: Record<string, string>;
  find(path: string): Promise<StoredPage | null>;
}

/** Reads what `tools/build.ts` made of `src/site/islands`. */
export function loadScripts(): Scripts {
  const folder = join(projectRoot, 'dist/islands/site');
  const paths: Record<string, string> = {};
  const files = new Map<string, Promise<StoredPage>>();
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const code = readFileSync(join(folder, file), 'utf8');
    const name = file.replace('.island.js', '');
    const path = `/assets/${name}-${sha256(code).slice(0, 12)}.js`;
    paths[name] = path;
    files.set(path, storeAsset(code, 'text/javascript; charset=utf-8'));
  }
  return { paths, find: async (path) => (await files.get(path)) ?? null };
}
