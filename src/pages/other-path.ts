import type { FeedFile } from './site-path.ts';
import { FEEDS, labelFolders, type LabelKind, listFolders } from './paths.ts';
import type { ListedKind } from './view.ts';

/** What a list is of, beside topics: a kind, or a label. */
export type ListOf = { list: ListedKind } | { label: LabelKind; slug: string };

/** Places where a piece of the same path comes first. `path` is below the publication, with the language before it. */
export type OtherPlace = { path: string } & (
  | { kind: 'label'; of: LabelKind; slug: string; page: number }
  | { kind: 'list-feed'; of: ListOf; file: FeedFile }
  | { kind: 'corrections'; page: number }
  /** `year`: that year by months; null: all years. */
  | { kind: 'sources'; year: string | null; page: number }
  | { kind: 'privacy' }
  /** The piece's own path is `piece`. */
  | { kind: 'republish' | 'calendar' | 'card' | 'text'; piece: string }
  | { kind: 'year-sitemap'; year: string }
  | { kind: 'news-sitemap' | 'search-description' | 'manifest' }
);

const fixed = {
  privacy: 'privacy',
  'news-sitemap.xml': 'news-sitemap',
  'opensearch.xml': 'search-description',
  'manifest.webmanifest': 'manifest',
} as const;

/** Reads a path below a publication and its language (`prefix`, with its slash); null when it is a piece's or nothing's. */
export function readOtherPlace(below: string, prefix: string, page: number): OtherPlace | null {
  const path = prefix + below;
  const [first = '', second = '', third = '', ...more] = below.split('/');
  if (below in fixed) return { kind: fixed[below as keyof typeof fixed], path };
  if (below === 'corrections') return { kind: 'corrections', path, page };
  const year = /^sitemap-(\d{4})\.xml$/u.exec(below)?.[1];
  if (year !== undefined) return { kind: 'year-sitemap', path, year };
  if (first === 'sources' && third === '' && /^(?:\d{4})?$/u.test(second))
    return { kind: 'sources', path, year: second || null, page };
  const file = FEEDS.find((feed) => feed.file === (third || second))?.file;
  const label = labelFolders.find((folder) => folder === first);
  if (label && second && more.length === 0) {
    const slug = decoded(second);
    if (third === '') return { kind: 'label', path, of: label, slug, page };
    if (file) return { kind: 'list-feed', path, of: { label, slug }, file };
  }
  const list = Object.entries(listFolders).find(([, folder]) => folder === first)?.[0] as ListedKind | undefined;
  if (list && file && third === '') return { kind: 'list-feed', path, of: { list }, file };
  if (below.endsWith('/republish')) return { kind: 'republish', path, piece: path.slice(0, -'/republish'.length) };
  if (below.endsWith('/card.png')) return { kind: 'card', path, piece: path.slice(0, -'/card.png'.length) };
  if (/[^/]\.ics$/u.test(below)) return { kind: 'calendar', path, piece: path.slice(0, -'.ics'.length) };
  if (/[^/]\.txt$/u.test(below)) return { kind: 'text', path, piece: path.slice(0, -'.txt'.length) };
  return null;
}

/** As a label's slug is kept; what is no UTF-8 is left as it is, and is nobody's. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}
