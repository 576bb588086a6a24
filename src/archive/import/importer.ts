import type { Correction, PieceContent } from '#pieces/pieces.ts';
import type { Evidence } from '#evidence/evidence.ts';
import type { Publication, Topic } from '#publications/publications.ts';

/**
 * What an importer is. One pipeline serves all: an archive is opened, its items are read in a stable order, each is parsed
 * into at most one piece, and the runner publishes what came of it and counts it. All of an importer runs in a thread
 * that is ended when it takes too long: it may be slow, or never end, and harms only itself.
 */
export interface Importer {
  /** Rises when the same bytes would be read into something else: then a second import reads them again. */
  version: number;
  /** Throws ArchiveUnreadable when there is nothing to read: no such file, another format. */
  open(path: string, context: ImportContext): Promise<OpenArchive>;
}

export interface ImportContext {
  publication: Pick<Publication, 'slug' | 'timeZone' | 'languages'>;
  /** Where the archive stood, in full without a slash at the end (`--url`), when the archive does not say. */
  address: string | null;
}

/** There is nothing that this importer can read; the message says what to do. */
export class ArchiveUnreadable extends Error {
  override name = 'ArchiveUnreadable';
}

export interface OpenArchive {
  /** How many items there are, where that is known without reading them. */
  count: number | null;
  /** The addresses, in full, that what it holds stood under: links to them are links into the publication. */
  formerAddresses: string[];
  /** Streams: never more than a few items in memory. The order is the same on every reading. */
  items(): AsyncIterable<ArchiveItem | UnreadItem>;
  /** What one item says. Pure: the same item and archive give the same result, ids included. */
  parse(item: ArchiveItem): ParsedItem | Promise<ParsedItem>;
  /** The bytes of a picture that the archive holds, by its address as a parsed piece names it; null when it does not. */
  picture(address: string): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

/** One thing that an archive holds: a page, an entry, a record. */
export interface ArchiveItem {
  /** What the report calls it: unique in the archive, the same on every reading (a path, an entry's id, a record's place). */
  name: string;
  /** All that decides what it says; the same bytes are not parsed twice. */
  bytes: Uint8Array;
  /** Where it stood, where the container knows. */
  url: string | null;
  contentType: string | null;
}

/** Something that the archive has and that could not be read: damaged, too large, outside the folder. */
export interface UnreadItem {
  name: string;
  unread: string;
}

/** What came of an item: exactly one of these, and so what comes in is what is counted. */
export type ParsedItem =
  | { kind: 'piece'; piece: ImportedPiece; facts?: PublicationFacts }
  /** No piece: it told something of the publication (a topic's page, the letter to readers). */
  | { kind: 'facts'; facts: PublicationFacts }
  /** Nothing of the publication's own words: a style sheet, a list of links, a sign-in page. `why` is one of few texts, counted. */
  | { kind: 'passed-over'; why: string }
  /** It should have been a piece and is not: empty, broken. `reason` says what to do. */
  | { kind: 'set-aside'; reason: string };

/** A piece as it comes home: everything is the original's own. */
export interface ImportedPiece {
  /** Below the publication, no slash at the ends, with the language before it where that is not the first. */
  path: string;
  /** Ids made by `createIds` from the piece's path, so that another reading makes the same. */
  content: PieceContent;
  /** The day that it is of (YYYY-MM-DD), null for undated ones. */
  dated: string | null;
  /** Instants in UTC with milliseconds; a day alone is its midnight (`content.imported` says how exact). */
  publishedAt: string | null;
  /** Null unless it was really changed: a re-save of many at once is none. */
  modifiedAt: string | null;
  /** `unpublished`: drafts, private and password-protected ones are never public. */
  state: 'live' | 'unpublished';
  /** Where else it stood: addresses in full, or paths below the publication. The runner adds nothing and drops what is the path itself. */
  aliases: string[];
  /** The path of the piece that this one translates. */
  translationOf?: string;
  /** Names that the archive itself hides, already left out of everything here; recorded as withdrawn. */
  withdrawn?: string[];
  /** What hung on it and is not imported, counted by what it is (`comments`). */
  leftOut?: Record<string, number>;
  /** Only from our own dump: what makes the piece the same piece. */
  kept?: {
    id: string;
    revision: number;
    translationOf: string | null;
    corrections: Omit<Correction, 'id' | 'revision' | 'by'>[];
    evidence: Omit<Evidence, 'reportId'>[];
  };
}

/** What an archive says of its publication. It fills what is empty there and overwrites nothing; topics are added. */
export interface PublicationFacts extends Partial<
  Pick<
    Publication,
    | 'name'
    | 'tagline'
    | 'languages'
    | 'timeZone'
    | 'status'
    | 'region'
    | 'about'
    | 'contribute'
    | 'contact'
    | 'letter'
    | 'siblings'
    | 'formerAddresses'
  >
> {
  topics?: Topic[];
  /** Old addresses of what is no piece (home, a topic), and the path below the publication that it has now ('' is the home). */
  redirects?: { from: string; to: string }[];
  /** Only from our own dump: the profile whole, taken as it is by a publication that was not there before. */
  profile?: Omit<Publication, 'slug'>;
}

export const importFormats = ['newsdeeply', 'wxr', 'ghost', 'warc', 'wacz', 'html', 'feed', 'daybook'] as const;
export type ImportFormat = (typeof importFormats)[number];
