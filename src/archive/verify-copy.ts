import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { decodeEntities } from '#lib/html/entities.ts';
import { sha256 } from '#platform/hash.ts';
import { manifestFile } from './freeze-publication.ts';

/** One thing wrong with a static copy, by file. */
export type CopyFault =
  | { kind: 'damaged' | 'missing' | 'unlisted'; file: string }
  | { kind: 'broken-link'; file: string; link: string }
  | { kind: 'outside-request'; file: string; link: string };

export interface CopyCheck {
  files: number;
  links: number;
  faults: CopyFault[];
}

/** The folder has no manifest: it is no static copy, or not a whole one. */
export class ManifestMissing extends Error {
  override name = 'ManifestMissing';
}

/** Checks every file of a static copy against its hash, every inside link and fragment, and that nothing is asked of elsewhere. */
export async function verifyCopy(folder: string): Promise<CopyCheck> {
  const manifest = await readFile(join(folder, manifestFile), 'utf8').catch((cause: unknown) => {
    throw new ManifestMissing(`“${folder}” has no ${manifestFile}: it is no static copy of Daybook`, { cause });
  });
  const listed = new Map(
    manifest
      .split('\n')
      .filter(Boolean)
      .map((line): [string, string] => [line.slice(66), line.slice(0, 64)]),
  );
  const present = await listFiles(folder);
  const faults: CopyFault[] = [];
  for (const file of present) if (!listed.has(file) && file !== manifestFile) faults.push({ kind: 'unlisted', file });
  const pages = new Map<string, string>();
  for (const [file, hash] of listed) {
    const bytes = present.has(file) ? await readFile(join(folder, file)) : null;
    if (!bytes) faults.push({ kind: 'missing', file });
    else if (sha256(bytes) !== hash) faults.push({ kind: 'damaged', file });
    if (bytes && file.endsWith('.html')) pages.set(file, bytes.toString('utf8'));
  }
  const anchors = new Map(
    [...pages].map(([file, html]) => [
      file,
      new Set([...html.matchAll(/ id="([^"]+)"/gu)].map((match) => match[1] ?? '')),
    ]),
  );
  let links = 0;
  for (const [file, html] of pages) {
    for (const { link, loads } of linksOf(html)) {
      links += 1;
      if (/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(link)) {
        if (loads) faults.push({ kind: 'outside-request', file, link });
        continue;
      }
      const [path = '', fragment = ''] = link.split('#');
      const target =
        path === '' ? file : posix.normalize(posix.join(posix.dirname(file), decodePath(path.split('?')[0] ?? '')));
      const there = listed.has(target) && present.has(target);
      if (!there || (fragment !== '' && pages.has(target) && !anchors.get(target)?.has(fragment)))
        faults.push({ kind: 'broken-link', file, link });
    }
  }
  return { files: listed.size, links, faults };
}

/** Every address in a page; `loads`: the browser fetches it by itself. */
function linksOf(html: string): { link: string; loads: boolean }[] {
  const found: { link: string; loads: boolean }[] = [];
  for (const [tag, name = ''] of html.matchAll(/<([a-z]+)\b[^>]*>/gu)) {
    if (name === 'meta') continue;
    for (const [, attribute, value = ''] of tag.matchAll(/ (href|src|srcset|action|poster)="([^"]*)"/gu)) {
      const loads =
        attribute === 'src' ||
        attribute === 'srcset' ||
        attribute === 'poster' ||
        (name === 'link' && /rel="(?:stylesheet|icon|preload|manifest)"/u.test(tag));
      for (const part of attribute === 'srcset' ? value.split(', ') : [value])
        found.push({ link: decodeEntities(part.split(' ')[0] ?? ''), loads });
    }
  }
  return found;
}

async function listFiles(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => posix.join(...entry.parentPath.slice(folder.length).split(/[\\/]/u).filter(Boolean), entry.name)),
  );
}

/** The file that an address means, as a server would look for it. */
function decodePath(path: string): string {
  return path
    .split('/')
    .map((segment) => {
      try {
        return decodeURIComponent(segment);
      } catch {
        return segment;
      }
    })
    .join('/');
}
