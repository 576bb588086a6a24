import { oldAddress } from '#pieces/pieces.ts';
import { pathBelow, slugOf } from './plain-piece-path.ts';
import type { PageHead } from './read-page-head.ts';
import type { SiteSurvey } from './read-page-survey.ts';

/** Comments in which tools that save pages write where a page stood. */
const savedFrom: readonly RegExp[] = [
  /<!-- Mirrored from (\S+) by HTTrack/u,
  /<!--\s*saved from url=\(\d+\)(\S+)/iu,
  /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/u,
];
const headLength = 16_384;

/** Where a saved page stood, by the comment of the tool that saved it; in full. */
export function addressInComment(html: string): string | null {
  const top = html.slice(0, headLength);
  for (const pattern of savedFrom) {
    const found = pattern.exec(top)?.[1];
    const address = found === undefined ? null : plainAddress(/^https?:/iu.test(found) ? found : `https://${found}`);
    if (address !== null) return address;
  }
  return null;
}

/** An address in full, out of a web archive's own where it stands in one; null when it is none. */
export function plainAddress(written: string): string | null {
  const text = written.replace(/^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(?=https?:)/iu, '');
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  url.hash = '';
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** A file of a folder as an address below the base: `?p=12` in a name, as wget writes it, is a query. */
export function addressOfFile(base: string, file: string): string {
  const [path = '', ...query] = file.split('?');
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return `${base}/${encoded}${query.length > 0 ? `?${encodeURI(query.join('?')).replace(/\.html?$/u, '')}` : ''}`;
}

/** Whether an address stands under one of the bases. */
export function isBelow(address: string, bases: string[]): boolean {
  const place = oldAddress(address, bases);
  return place !== null && !place.startsWith('//');
}

/** The path below the site with its query, clean; '' is the home. */
export function placeBelow(address: string, bases: string[]): string {
  const path = pathBelow(address.replace(/\?.*$/u, ''), bases) ?? '';
  const { search } = new URL(address);
  return path + search;
}

/** One page is captured with several queries; more that differ and claim one address do not stand there. */
const mostClaims = 3;

export interface PageAddress {
  /** The one that the page is known by. */
  original: string;
  /** Words for a path of its own, where the original's cannot be one. */
  slug: (title: string) => string;
  /** Where else it stood. */
  aliases: string[];
  /** Where it was first published, on another site. */
  canonical: string | null;
}

/**
 * The address of a page among those that it is known by. Its own is kept as it was; the canonical one counts where the own is
 * not known, has a query, or is an AMP page's, and where no more pages say the same of themselves.
 * @param own where it stood, as the container says
 * @param file its place in a folder as an address, where it lay in one
 */
export function choosePageAddress(
  head: PageHead,
  { own, file, bases, survey }: { own: string | null; file: string | null; bases: string[]; survey: SiteSurvey },
): PageAddress {
  const stated = [head.canonical, head.ogUrl].filter((each) => each !== null);
  const onSite = stated.filter((each) => isBelow(each, bases) && placeBelow(each, bases) !== '');
  const [best] = onSite;
  const known = own ?? file ?? best ?? '';
  const believed = best !== undefined && survey.claimsOf(best) <= (own === null ? 1 : mostClaims);
  const indirect = own === null || head.isAmp || new URL(own).search !== '';
  const original = believed && indirect ? best : known;
  const amp = head.amp !== null && isBelow(head.amp, bases) ? head.amp : null;
  const others = [own, file, amp, ...onSite.filter((each) => each === original || survey.claimsOf(each) <= 1)].filter(
    (each) => each !== null,
  );
  // A home is nobody's old address: it stays the publication's.
  const aliases = [...new Set([original, ...others])].filter((each) => placeBelow(each, bases) !== '');
  const elsewhere = head.canonical !== null && !isBelow(head.canonical, bases) ? head.canonical : null;
  return { original, slug: (title) => slugFor(original, title, bases), aliases, canonical: elsewhere };
}

/** The path's words; of a query form the title's and the query's, so that no two addresses share a path. */
function slugFor(address: string, title: string, bases: string[]): string {
  const place = placeBelow(address, bases);
  const [path = '', query = ''] = place.split('?');
  if (query === '') return path === '' ? title : path;
  const values = [...new URLSearchParams(query).values()].join(' ');
  return `${slugOf(title).slice(0, 60)} ${slugOf(values).slice(0, 19) || slugOf(query).slice(0, 19)}`;
}
