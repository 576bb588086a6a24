import type { Lang } from '#platform/language.ts';
import { oldAddress, type PieceKind } from '#pieces/pieces.ts';
import type { ImportContext } from './importer.ts';

/** Places of the publication itself (src/pages/site-path.ts), those to come among them: whole paths, and folders. */
const reserved = new Set(
  (
    'about contribute feed rss rss.xml atom.xml feed.json sitemap.xml search tag tags category categories topics ' +
    'contributor contributors executive-summaries'
  ).split(' '),
);
const reservedFolders = new Set('executive-summaries contributor contributors tag tags category categories'.split(' '));

const summaryDay = /^executive-summaries\/\d{4}\/\d{2}\/\d{2}$/u;
const longestPath = 400;

/** What decides where a piece stands. */
export interface Placed {
  context: ImportContext;
  lang: Lang;
  kind: PieceKind;
  /** Where the original stood, in full or root-relative; kept below `bases`, so that addresses stay. */
  address: string | null;
  /** The addresses that the publication stood under, in full without a slash at the end. */
  bases: string[];
  /** The instant or day that it was published at. */
  at: string | null;
  /** Used where the address has no path or one that is taken: its words, of any script. */
  slug: string;
}

/**
 * The path of a piece: its original's, else `articles/2026/11/03/slug` (`pages/slug` for a page), with the language before
 * it where the publication has it as another language. Percent-encoded, as a browser asks for it.
 */
export function placePiece({ context, lang, kind, address, bases, at, slug }: Placed): string {
  const own = address === null ? null : pathBelow(address, bases);
  const [first, ...others] = context.publication.languages;
  const prefix = lang !== first && others.includes(lang) ? `${lang}/` : '';
  if (own !== null && isFree(own, kind, others, prefix)) return own.startsWith(prefix) ? own : prefix + own;
  const day = (at ?? '').slice(0, 10).replaceAll('-', '/');
  const folder = kind === 'page' ? 'pages' : day === '' ? 'articles' : `articles/${day}`;
  return `${prefix}${folder}/${cleanSegment(slugOf(slug)) || 'untitled'}`;
}

/**
 * Tells apart what would stand at one path: the second key that asks for it gets `path-2`. The same key gets the same path
 * again, because it is the same thing twice.
 */
export function createTaken(): (path: string, key: string) => string {
  const takenBy = new Map<string, string>();
  return (wanted, key) => {
    let path = wanted;
    for (let n = 2; (takenBy.get(path) ?? key) !== key; n += 1) path = `${wanted}-${n}`;
    takenBy.set(path, key);
    return path;
  };
}

/** The clean path of an address below one of the bases; null for a home, a query form (`?p=12`) and another host. */
export function pathBelow(address: string, bases: string[]): string | null {
  const below = oldAddress(address, bases);
  if (below === null || below.startsWith('//') || below.includes('?')) return null;
  const path = below
    .split('/')
    .map(cleanSegment)
    .filter((segment) => segment !== '')
    .join('/')
    .replace(/(?:^|\/)index\.(?:html?|php)$/iu, '')
    .replace(/\.html?$/iu, '');
  return path === '' || path.length > longestPath ? null : path;
}

/** Words of any script in lower case, joined by hyphens; percent-encoding is read. */
export function slugOf(text: string): string {
  return decodePercent(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.html?$/u, '')
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 80)
    .replace(/-+$/u, '');
}

function isFree(path: string, kind: PieceKind, otherLanguages: Lang[], prefix: string): boolean {
  const below = prefix !== '' && path.startsWith(prefix) ? path.slice(prefix.length) : path;
  const [first = ''] = below.toLowerCase().split('/');
  if (otherLanguages.includes(first)) return false;
  if (kind === 'summary') return summaryDay.test(below);
  return !reserved.has(below.toLowerCase()) && !reservedFolders.has(first);
}

/** One segment as a browser writes it; '' for one that climbs or hides. */
function cleanSegment(segment: string): string {
  const text = decodePercent(segment)
    .replace(/[\p{Cc}\p{Cs}/\\]+/gu, '')
    .trim();
  return text === '.' || text === '..' ? '' : encodeURI(text).replace(/[?#]/gu, encodeURIComponent);
}

/** Percent-encoding read; a text that is none stays as it is. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    // A bare percent sign: it is what it is.
    if (error instanceof URIError) return text;
    throw error;
  }
}
