import type { Block } from '#pieces/pieces.ts';
import { sentencesOf } from '#pieces/pieces.ts';

/**
 * Where the pages of one publication lie in a mirror: `syria/articles/2016/…` in the folder stood at
 * `https://www.newsdeeply.com/syria/articles/2016/…`. In its links `../../../about.html` is the mirror's writing of
 * `/syria/about`.
 */
export interface SitePlace {
  /** What stands in file names before the host's folders: '' or a path with a slash at the end. */
  root: string;
  /** The folder of the publication's pages with a slash at the end, `root` included; '' when that folder was named itself. */
  folder: string;
  /** Its name on the site: `syria`. */
  site: string;
  /** The host's address without a slash at the end: `https://www.newsdeeply.com`. */
  origin: string;
}

/** A host that cannot be: links are completed with it first, so that those that leave the mirror's host are seen. */
const mirror = 'https://mirror.invalid';

/** The base for links in a file: the mirror's folders with the host's before them, as HTTrack lays them out. */
export function baseOf(place: SitePlace, name: string): string {
  const below = place.folder === '' ? `${place.site}/${name}` : name.slice(place.root.length);
  return `${mirror}/${new URL(place.origin).host}/${below.split('/').map(encodeURIComponent).join('/')}`;
}

/** The address that a completed one stood for: without the mirror, `.html` and `index.html`. */
export function originalAddress(place: SitePlace, address: string): string {
  if (!address.startsWith(`${mirror}/`)) return address;
  const below = address.slice(mirror.length + 1);
  const slash = below.indexOf('/');
  const host = slash === -1 ? below : below.slice(0, slash);
  const own = new URL(place.origin);
  const inside = host === own.host || !host.includes('.');
  const origin = inside ? place.origin : `https://${host}`;
  const path = inside && host !== own.host ? `/${below}` : slash === -1 ? '/' : below.slice(slash);
  return (
    origin +
    path
      .replace(/\/index\.html(?=$|[?#])/u, '/')
      .replace(/\.html(?=$|[?#])/u, '')
      .replace(/(?<=[^/])\/(?=$|[?#])/u, '')
  );
}

/** The path below the publication of an address in full; null for others. */
export function pathBelow(place: SitePlace, address: string): string | null {
  const root = `${place.origin}/${place.site}`;
  if (!address.startsWith(`${root}/`)) return null;
  return plainPath(address.slice(root.length + 1).replace(/[?#].*$/su, ''));
}

/** A path without `.html`, months and days in two digits. */
export function plainPath(path: string): string {
  return path
    .replace(/\.html?$/iu, '')
    .replace(/\/+$/u, '')
    .replace(/(?<=\/\d{4})\/(\d{1,2})\/(\d{1,2})(?=\/|$)/u, (_, month: string, day: string) => {
      return `/${month.padStart(2, '0')}/${day.padStart(2, '0')}`;
    });
}

/** The forms of a dated or plain path that the site and its mirror knew, the path itself left out. */
export function otherForms(path: string): string[] {
  const bare = path.replace(/(?<=\/\d{4})\/0?(\d{1,2})\/0?(\d{1,2})(?=\/|$)/u, '/$1/$2');
  return [...new Set([`${path}.html`, bare, `${bare}.html`])].filter((form) => form !== path);
}

/** Blocks with every address that was completed put back to the one that it stood for. */
export function withOriginalAddresses(place: SitePlace, blocks: Block[]): Block[] {
  for (const sentence of sentencesOf(blocks)) {
    for (const mark of sentence.marks ?? []) if (mark.type === 'link') mark.href = originalAddress(place, mark.href);
    if (sentence.basis.kind === 'linked') {
      for (const link of sentence.basis.links) link.href = originalAddress(place, link.href);
    }
  }
  for (const block of blocks) {
    if (block.type === 'embed') block.href = originalAddress(place, block.href);
    if (block.type === 'figure' && block.image.src !== undefined)
      block.image.src = pictureAddress(place, block.image.src);
  }
  return blocks;
}

/** A picture's one address: the store of the site's pictures gives the same file whatever its query asks. */
export function pictureAddress(place: SitePlace, address: string): string {
  const url = new URL(originalAddress(place, address));
  if (/(?:^|\.)(?:s3\.amazonaws\.com|imgix\.net)$/u.test(url.hostname)) url.search = '';
  return url.href;
}
