import { kindFolders } from '#pieces/pieces.ts';
import type { ListedKind } from './view.ts';

/** Where a publication's pages stand. Root-relative; `basePath` already holds the slug and the language. */

/** Where the list of each kind stands, in the order in which they are named to readers. */
export const listFolders: Record<ListedKind, string> = kindFolders;

export const listedKinds = Object.keys(listFolders) as ListedKind[];

interface Based {
  basePath: string;
}

export const homePath = ({ basePath }: Based): string => basePath || '/';
export const listPath = ({ basePath }: Based, kind: ListedKind): string => `${basePath}/${listFolders[kind]}`;
export const topicPath = ({ basePath }: Based, slug: string): string => `${basePath}/${slug}`;
export const aboutPath = ({ basePath }: Based): string => `${basePath}/about`;
export const searchPath = ({ basePath }: Based): string => `${basePath}/search`;
export const contributePath = ({ basePath }: Based): string => `${basePath}/contribute`;
/** The readers' forms, and where a receipt is read. */
export const formPath = ({ basePath }: Based, form: FormName): string => `${basePath}/${form}`;
export const formNames = ['suggest', 'share', 'receipt'] as const;
export type FormName = (typeof formNames)[number];

/** Where what stands at a path below a publication is; '' is its home. */
export const placePath = ({ slug }: { slug: string }, path: string): string => (path ? `/${slug}/${path}` : `/${slug}`);

/** Cards on a page of a list. */
export const cardsOnPage = 20;

/** Lists are paged as `?page=2`, searches as `?q=…&page=2`; the first page is the bare path. */
export const pagedPath = (path: string, page: number): string =>
  page > 1 ? `${path}${path.includes('?') ? '&' : '?'}page=${page}` : path;

export const FEEDS = [
  { file: 'rss.xml', type: 'application/rss+xml', name: 'RSS' },
  { file: 'atom.xml', type: 'application/atom+xml', name: 'Atom' },
  { file: 'feed.json', type: 'application/feed+json', name: 'JSON' },
] as const;

/** The feeds of a folder: a publication's base path or a topic's path. */
export const feedsAt = (folder: string): { href: string; type: string; name: string }[] =>
  FEEDS.map(({ file, type, name }) => ({ href: `${folder}/${file}`, type, name }));

/** A path as a header or another system takes it: whatever is not ASCII percent-encoded, what is encoded already left. */
export const encodedPath = (path: string): string => path.replace(/[^\x21-\x7e]+/gu, encodeURIComponent);

/** Where lists by label stand, and what the label is. */
export const labelFolders = ['contributor', 'tag', 'category'] as const;
export type LabelKind = (typeof labelFolders)[number];

export const labelPath = ({ basePath }: Based, of: LabelKind, slug: string): string => `${basePath}/${of}/${slug}`;

/** What a publication says of itself, where a piece stands at that path; a page on privacy is always there. */
export const standingPages = [
  'masthead',
  'team',
  'independence',
  'funders',
  'partners',
  'copyright',
  'republishing',
  'terms',
  'privacy',
  'contact',
] as const;
export type StandingPage = (typeof standingPages)[number];

export const correctionsPath = ({ basePath }: Based): string => `${basePath}/corrections`;
export const sourcesPath = ({ basePath }: Based): string => `${basePath}/sources`;
export const republishPath = (piecePath: string): string => `${piecePath}/republish`;
export const textPath = (piecePath: string): string => `${piecePath}.txt`;
export const calendarPath = (piecePath: string): string => `${piecePath}.ics`;
/** The picture that is drawn for a piece, for where its address is shared. */
export const cardPath = (piecePath: string): string => `${piecePath}/card.png`;
