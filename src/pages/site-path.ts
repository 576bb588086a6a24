import type { Lang } from '#platform/language.ts';
import { firstLanguage, labelNow, type Publication } from '#publications/publications.ts';
import { encodedPath, FEEDS, type FormName, formNames, listFolders } from './paths.ts';
import { decoded, type OtherPlace, readOtherPlace } from './other-path.ts';
import type { ListedKind } from './view.ts';

export type FeedFile = (typeof FEEDS)[number]['file'];

/** What a path of the site asks for. */
export type SitePath =
  | { kind: 'network-home' }
  | { kind: 'robots' }
  | { kind: 'icon' }
  | { kind: 'sitemap-index' }
  | (Place &
      (
        | { kind: 'home' | 'about' | 'contribute' | 'sitemap' }
        | { kind: 'form'; form: FormName }
        | { kind: 'list'; of: ListedKind; page: number }
        | { kind: 'topic'; slug: string; page: number }
        | { kind: 'feed'; file: FeedFile; topic: string | null }
        | { kind: 'search'; page: number }
        | { kind: 'search-feed'; file: FeedFile }
        /** Whatever piece stands there, if one does; `moved`: it was asked for at another form of its path. */
        | { kind: 'piece'; path: string; moved: boolean }
        | OtherPlace
      ))
  /** What another page says, as data. `instead`: what stands at the address as it is written, where that page has none. */
  | { kind: 'data'; of: SitePath; instead: SitePath }
  /** The same thing stands at another path. */
  | { kind: 'moved'; to: string }
  | { kind: 'nothing-here' };

interface Place {
  publication: Publication;
  lang: Lang;
}

const kindsByFolder = new Map(Object.entries(listFolders).map(([kind, folder]) => [folder, kind as ListedKind]));
/** A day below one of our own folders; other sites' pieces may keep theirs as they wrote it. */
const dayPath = new RegExp(
  `^((?:[a-z-]+/)?(?:${Object.values(listFolders).join('|')}))/(\\d{4})/(\\d{1,2})/(\\d{1,2})(?=/|$)`,
  'u',
);

/** Reads a root-relative path (with its query) into what it asks for. Old forms (`.html`, unpadded days, a slash at the end) have moved. */
export function readSitePath(url: URL, publications: Publication[]): SitePath {
  // A path must never read as another host's address (`//elsewhere`), neither here nor in a redirect.
  const pathname = url.pathname.replace(/^\/+/u, '/');
  if (pathname === '/') return { kind: 'network-home' };
  if (pathname === '/robots.txt') return { kind: 'robots' };
  if (pathname === '/favicon.ico') return { kind: 'icon' };
  if (pathname === '/sitemap.xml') return { kind: 'sitemap-index' };
  const plain = plainPath(pathname);
  const data = dataOf(pathname);
  if (data !== null) {
    const of = readSitePath(new URL(data + url.search, url), publications);
    if (of.kind === 'moved') return { kind: 'moved', to: of.to.replace(/(?=\?|$)/u, '.json') };
    return { kind: 'data', of, instead: readPlainPath(plain, url, publications) };
  }
  const asked = readPlainPath(plain, url, publications);
  if (plain === pathname || asked.kind === 'moved') return asked;
  if (asked.kind === 'piece') return { ...asked, moved: true };
  return { kind: 'moved', to: `${plain || '/'}${url.search}` };
}

/** The path whose data a path asks for: `/P/articles.json` is `/P/articles`, `/index.json` the network's home. */
function dataOf(pathname: string): string | null {
  if (!/[^/]\.json$/u.test(pathname) || pathname.endsWith('/feed.json')) return null;
  return pathname === '/index.json' ? '/' : pathname.slice(0, -'.json'.length);
}

/** Without what old addresses end in: `/index.html`, `.html`, a slash. */
export function plainPath(path: string): string {
  return path
    .replace(/(?:^|\/)index\.html?$/u, '')
    .replace(/\.html?$/u, '')
    .replace(/\/+$/u, '');
}

/** A path below a publication with the month and day of our own folders in two digits each. */
export function paddedPath(path: string): string {
  return path.replace(
    dayPath,
    (_, folder: string, year: string, month: string, day: string) =>
      `${folder}/${year}/${month.padStart(2, '0')}/${day.padStart(2, '0')}`,
  );
}

function readPlainPath(plain: string, url: URL, publications: Publication[]): SitePath {
  const [slug = '', ...rest] = plain.slice(1).split('/');
  const publication = publications.find((each) => each.slug === slug);
  if (!publication) return { kind: 'nothing-here' };
  const [first = ''] = rest;
  const other = first !== firstLanguage(publication) && publication.languages.includes(first);
  const lang = other ? first : firstLanguage(publication);
  const place: Place = { publication, lang };
  const path = (other ? rest.slice(1) : rest).join('/');
  const prefix = other ? `${lang}/` : '';

  const page = readPage(url);
  if (path === '') return { kind: 'home', ...place };
  if (path === 'about' || path === 'contribute') return { kind: path, ...place };
  const form = formNames.find((name) => name === path);
  if (form) return { kind: 'form', form, ...place };
  if (path === 'sitemap.xml') return { kind: 'sitemap', ...place };
  if (path === 'rss' || path === 'feed') return { kind: 'moved', to: `/${slug}/${prefix}rss.xml` };
  const kind = kindsByFolder.get(path);
  if (kind) return { kind: 'list', of: kind, ...place, page };
  const segments = path.split('/');
  const file = FEEDS.find((feed) => feed.file === segments.at(-1))?.file;
  const topic = publication.topics.find((each) => each.slug === segments[0]);
  if (path === 'search') return { kind: 'search', ...place, page };
  if (file && segments.length === 2 && segments[0] === 'search') return { kind: 'search-feed', ...place, file };
  if (file && segments.length === 1) return { kind: 'feed', ...place, file, topic: null };
  if (file && topic && segments.length === 2) return { kind: 'feed', ...place, file, topic: topic.slug };
  if (topic && segments.length === 1) return { kind: 'topic', ...place, slug: topic.slug, page };
  const now = pathNow(publication, path);
  if (now !== null) return { kind: 'moved', to: `/${slug}/${prefix}${now}${url.search}` };
  const otherPlace = readOtherPlace(path, prefix, page);
  if (otherPlace) return { ...place, ...otherPlace };
  return { kind: 'piece', ...place, path: `${prefix}${path}`, moved: false };
}

/** Where the page or a feed of a topic, tag or category is now that was merged into another; null for any other path. */
function pathNow(publication: Publication, path: string): string | null {
  const [first = '', second = '', ...rest] = path.split('/').map(decoded);
  const topic = labelNow(publication, 'topic', first);
  const isFeed = (name: string) => FEEDS.some(({ file }) => file === name);
  if (topic !== first && rest.length === 0 && (second === '' || isFeed(second)))
    return encodedPath(second === '' ? topic : `${topic}/${second}`);
  const label = labelNow(publication, first, second);
  if (label === second || rest.length > 1 || (rest[0] !== undefined && !isFeed(rest[0]))) return null;
  return encodedPath([first, label, ...rest].join('/'));
}

/** Whether a path asks for a search, or its feed: what is found is made for one reader, and kept for nobody. */
export function isSearchPath(path: string): boolean {
  return /^\/[^/?]+(?:\/[^/?]+)?\/search(?:\.json|\/(?:rss\.xml|atom\.xml|feed\.json))?(?:\?|$)/u.test(path);
}

/** Whether a piece can stand at a path below a publication. Its pages `about`, `contribute` and `privacy` take the place of ours. */
export function isFreePath(publication: Publication, path: string): boolean {
  const { kind } = readSitePath(new URL(`/${publication.slug}/${path}`, 'https://here.invalid'), [publication]);
  return kind === 'piece' || kind === 'about' || kind === 'contribute' || kind === 'privacy';
}

function readPage(url: URL): number {
  const page = Number(url.searchParams.get('page') ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}
