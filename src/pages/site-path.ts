import type { Lang } from '#platform/language.ts';
import { firstLanguage, type Publication } from '#publications/publications.ts';
import { FEEDS } from './paths.ts';

export type FeedFile = (typeof FEEDS)[number]['file'];

/** What a path of the site asks for. */
export type SitePath =
  | { kind: 'network-home' }
  | { kind: 'robots' }
  | { kind: 'sitemap-index' }
  | (Place &
      (
        | { kind: 'home' | 'about' | 'contribute' | 'sitemap' }
        | { kind: 'summaries'; page: number }
        | { kind: 'summary'; path: string }
        | { kind: 'topic'; slug: string; page: number }
        | { kind: 'feed'; file: FeedFile; topic: string | null }
        | { kind: 'nothing' }
      ))
  /** The same thing stands at another path. */
  | { kind: 'moved'; to: string }
  | { kind: 'nothing-here' };

interface Place {
  publication: Publication;
  lang: Lang;
}

const dayPath = /^executive-summaries\/(\d{4})\/(\d{1,2})\/(\d{1,2})$/u;

/** Reads a root-relative path (with its query) into what it asks for. Old forms (`.html`, unpadded days, a slash at the end) have moved. */
export function readSitePath(url: URL, publications: Publication[]): SitePath {
  // A path must never read as another host's address (`//elsewhere`), neither here nor in a redirect.
  const pathname = url.pathname.replace(/^\/+/u, '/');
  if (pathname === '/') return { kind: 'network-home' };
  if (pathname === '/robots.txt') return { kind: 'robots' };
  if (pathname === '/sitemap.xml') return { kind: 'sitemap-index' };
  const plain = pathname
    .replace(/\/index\.html$/u, '')
    .replace(/\.html$/u, '')
    .replace(/\/+$/u, '');
  if (plain !== pathname) return { kind: 'moved', to: `${plain || '/'}${url.search}` };
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
  if (path === 'sitemap.xml') return { kind: 'sitemap', ...place };
  if (path === 'rss' || path === 'feed') return { kind: 'moved', to: `/${slug}/${prefix}rss.xml` };
  if (path === 'executive-summaries') return { kind: 'summaries', ...place, page };
  const day = dayPath.exec(path);
  if (day) {
    const [, year = '', month = '', date = ''] = day;
    const padded = `executive-summaries/${year}/${month.padStart(2, '0')}/${date.padStart(2, '0')}`;
    if (padded !== path) return { kind: 'moved', to: `/${slug}/${prefix}${padded}` };
    return { kind: 'summary', ...place, path: `${prefix}${path}` };
  }
  const segments = path.split('/');
  const file = FEEDS.find((feed) => feed.file === segments.at(-1))?.file;
  const topic = publication.topics.find((each) => each.slug === segments[0]);
  if (file && segments.length === 1) return { kind: 'feed', ...place, file, topic: null };
  if (file && topic && segments.length === 2) return { kind: 'feed', ...place, file, topic: topic.slug };
  if (topic && segments.length === 1) return { kind: 'topic', ...place, slug: topic.slug, page };
  return { kind: 'nothing', ...place };
}

function readPage(url: URL): number {
  const page = Number(url.searchParams.get('page') ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}
