import type { Handling } from './handling.ts';

/** A document of any format, read into one shape. */
export interface ParsedFeed {
  format: 'rss' | 'atom' | 'rdf' | 'json' | 'newsml-g2' | 'nitf' | 'ninjs' | 'mail' | 'page';
  /** Plain text, '' when the feed has none. */
  title: string;
  /** BCP 47 tag as declared, or null. */
  lang: string | null;
  items: ParsedItem[];
  setAside: SetAsideItem[];
}

/** An item that could not be read, and why. */
export interface SetAsideItem {
  /** Its identifier, link or place in the feed ("item 3"). */
  item: string;
  reason: string;
}

export interface ParsedItem {
  /** The feed's own identifier (guid, id, rdf:about), else the link, else title and date. Unique in the feed. */
  externalId: string;
  /** Full http(s) address of the report, or null. */
  url: string | null;
  /** Plain text, on one line. */
  title: string;
  /** The whole text as the feed carries it: foreign, not sanitised, relative addresses completed. */
  contentHtml: string | null;
  summaryHtml: string | null;
  authors: string[];
  /** UTC instants as ISO text. An Atom entry with only `updated` has no `publishedAt`. */
  publishedAt: string | null;
  updatedAt: string | null;
  /** The item's own language, else the feed's. */
  lang: string | null;
  /** Whom the item names as its source, perhaps the agency: `source`, dc:source, or a dc:creator or media:credit that is named like an agency. */
  credit: string | null;
  categories: string[];
  /** How its sender wants it handled, where the format can say so. */
  handling?: Handling;
}

/** The bytes are no feed; the message says what they are instead. */
export class FeedUnreadable extends Error {
  override name = 'FeedUnreadable';
}

/** Most items that are read of one feed. */
export const maxItems = 2_000;
/** Longest text of one item, in characters; longer ones are set aside. */
export const maxItemText = 1_000_000;
/** Longest title, in characters; longer ones are cut. */
export const maxTitle = 1_000;
