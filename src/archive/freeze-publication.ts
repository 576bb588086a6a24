import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listCardPaths, listMoved, listPaths, readStylesheets, renderPath } from '#pages/pages.ts';
import type { Blobs } from '#platform/blobs/blobs.ts';
import type { Database } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import { basePath, firstLanguage, type Publication, publicationName } from '#publications/publications.ts';
import { dumpLines } from './dump-lines.ts';
import { filePathOf, relativeAddress, relativeLinks, withoutOrigin } from './relative-links.ts';

export interface FrozenCopy {
  pages: number;
  files: number;
  bytes: number;
  /** Pictures that pages show and that are not held: named, never left broken. */
  missing: string[];
}

/** The target folder holds something that is no static copy of ours. */
export class NotAStaticCopy extends Error {
  override name = 'NotAStaticCopy';
}

export const manifestFile = 'manifest-sha256.txt';
/** Stands for the site's address while pages are made; it never reaches a file. */
const placeholder = 'https://origin.invalid';

/**
 * Writes a publication as files that open from disk and from any host, with no outside request, and a manifest of their
 * hashes. Written beside `out` and moved into its place at the end, so that `out` is never half a copy; the same
 * published data give the same bytes. `origin` is where the site lives on, null when nowhere.
 */
export async function freezePublication(
  deps: { database: Database; blobs: Blobs; networkName: string },
  publication: Publication,
  options: { out: string; origin: string | null; signal: AbortSignal; progress: (pages: number, of: number) => void },
): Promise<FrozenCopy> {
  const { out, origin } = options;
  await requireCopyOrNothing(out);
  const db = deps.database.read;
  const styles = await readStylesheets(db);
  const site = {
    origin: origin ?? placeholder,
    networkName: deps.networkName,
    assets: { css: styles.map(({ path }) => path) },
    frozen: true,
  };
  // Cards stand in no page: they are for where its address is shared, and a copy without a home has none.
  const cards = origin === null ? [] : await listCardPaths(db, publication);
  const paths = [...(await listPaths(db, publication)), ...cards];
  const moved = Map.groupBy(listMoved(publication, paths), ({ to }) => to);
  const pages = new Set(paths.map(filePathOf));
  const home = filePathOf(basePath(publication, firstLanguage(publication)));
  const partial = `${out}.${randomBytes(4).toString('hex')}.partial`;
  const copy = createCopy(partial);
  const missing = new Set<string>();
  const held = new Set<string>();
  try {
    for (const { path, css } of styles) await copy.write(path.slice(1), css);
    await copy.write('index.html', doorway(publication, relativeAddress('index.html', home)));
    for (const [index, path] of paths.entries()) {
      options.signal.throwIfAborted();
      const page = await renderPath(db, site, path, { picture: (name) => deps.blobs.get(name) });
      if (page.status !== 200) throw new Error(`${path} cannot be frozen: it answers ${page.status}`);
      const pictures = [...page.body.matchAll(/\/media\/([0-9a-f]{64})\.webp/gu)].map((match) => match[1] ?? '');
      for (const name of pictures) {
        if (held.has(name) || missing.has(name)) continue;
        const bytes = await deps.blobs.get(name);
        if (bytes) await copy.write(`media/${name}.webp`, bytes);
        (bytes ? held : missing).add(name);
      }
      const file = filePathOf(path);
      const files = new Set([
        ...pages,
        'index.html',
        ...styles.map((sheet) => sheet.path.slice(1)),
        ...[...held].map((name) => `media/${name}.webp`),
      ]);
      const linked = page.contentType.startsWith('text/html')
        ? relativeLinks(page.body, { file, files, origin })
        : page.body;
      const data = page.bytes ?? (origin === null ? withoutOrigin(linked, placeholder) : linked);
      await copy.write(file, data);
      for (const { from } of moved.get(path) ?? []) {
        const old = filePathOf(from);
        // A page leads to where it is now; what reads a feed at its old address gets it there.
        const isPage = page.contentType.startsWith('text/html');
        await copy.write(old, isPage ? doorway(publication, relativeAddress(old, file)) : data);
      }
      options.progress(index + 1, paths.length);
    }
    await copy.writeLines(`${publication.slug}/dump.jsonl`, dumpLines(deps.database, publication, { drafts: false }));
    const manifest = copy.entries
      .map(({ file, hash }) => `${hash}  ${file}\n`)
      .sort((a, b) => a.slice(66).localeCompare(b.slice(66), 'en'));
    await writeFile(join(partial, manifestFile), manifest.join(''));
    await moveIntoPlace(partial, out);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  const bytes = copy.entries.reduce((sum, entry) => sum + entry.bytes, 0);
  return { pages: paths.length, files: copy.entries.length + 1, bytes, missing: [...missing] };
}

function createCopy(folder: string) {
  const entries: { file: string; hash: string; bytes: number }[] = [];
  return {
    entries,
    async write(file: string, data: string | Uint8Array): Promise<void> {
      const target = join(folder, file);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, data);
      entries.push({ file, hash: sha256(data), bytes: Buffer.byteLength(data) });
    },
    /** A file of lines that need not all be in memory. */
    async writeLines(file: string, lines: AsyncIterable<string>): Promise<void> {
      const target = join(folder, file);
      await mkdir(dirname(target), { recursive: true });
      const hash = createHash('sha256');
      let bytes = 0;
      const handle = await open(target, 'w');
      try {
        for await (const line of lines) {
          const data = Buffer.from(`${line}\n`);
          hash.update(data);
          bytes += data.length;
          await handle.write(data);
        }
      } finally {
        await handle.close();
      }
      entries.push({ file, hash: hash.digest('hex'), bytes });
    },
  };
}

/** The copy's front door, and the page of what is part of another: leads there, with or without a server. */
function doorway(publication: Publication, to: string): string {
  const name = publicationName(publication, firstLanguage(publication))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
  return `<!doctype html><html lang="${firstLanguage(publication)}"><head><meta charset="utf-8"/><title>${name}</title><meta http-equiv="refresh" content="0;url=${to}"/><meta name="viewport" content="width=device-width"/></head><body><p><a href="${to}">${name}</a></p></body></html>`;
}

async function requireCopyOrNothing(out: string): Promise<void> {
  const names = await readdir(out).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length > 0 && !names.includes(manifestFile))
    throw new NotAStaticCopy(
      `“${out}” holds something that is no static copy of Daybook; name an empty or a new folder`,
    );
}

async function moveIntoPlace(partial: string, out: string): Promise<void> {
  const there = await stat(out).then(
    () => true,
    () => false,
  );
  const old = `${partial}.old`;
  if (there) await rename(out, old);
  else await mkdir(dirname(out), { recursive: true });
  await rename(partial, out);
  await rm(old, { recursive: true, force: true });
}
