/** Where a publication's pages stand. Root-relative; `basePath` already holds the slug and the language. */

interface Based {
  basePath: string;
}

export const homePath = ({ basePath }: Based): string => basePath || '/';
export const summariesPath = ({ basePath }: Based): string => `${basePath}/executive-summaries`;
export const topicPath = ({ basePath }: Based, slug: string): string => `${basePath}/${slug}`;
export const aboutPath = ({ basePath }: Based): string => `${basePath}/about`;
export const contributePath = ({ basePath }: Based): string => `${basePath}/contribute`;

/** Lists are paged as `?page=2`; the first page is the bare path. */
export const pagedPath = (path: string, page: number): string => (page > 1 ? `${path}?page=${page}` : path);

export const FEEDS = [
  { file: 'rss.xml', type: 'application/rss+xml', name: 'RSS' },
  { file: 'atom.xml', type: 'application/atom+xml', name: 'Atom' },
  { file: 'feed.json', type: 'application/feed+json', name: 'JSON' },
] as const;

/** The feeds of a folder: a publication's base path or a topic's path. */
export const feedsAt = (folder: string): { href: string; type: string; name: string }[] =>
  FEEDS.map(({ file, type, name }) => ({ href: `${folder}/${file}`, type, name }));
