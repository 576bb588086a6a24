import type { Lang } from '#platform/language.ts';

/**
 * The document: what a revision of a piece says, and what each of its sentences rests on.
 * The contract, with the reasons, is docs/contracts/document.md; its version rises when a reader of old data would break.
 */

/** A run of a sentence's text set differently; offsets are UTF-16, end exclusive, marks never overlap partially. */
export type Mark =
  | { type: 'strong' | 'em'; start: number; end: number }
  | { type: 'link'; start: number; end: number; href: string };

/**
 * One citation: a span of one version of one report, and the sentence text that it was made for.
 * `quote` is always `body.slice(start, end)` of the evidence's report version, offsets in UTF-16 code units.
 */
export interface Citation {
  id: string;
  evidence: string;
  quote: string;
  start: number;
  end: number;
  madeFor: string;
}

/** What a sentence rests on. The words of PRODUCT.md; `linked` is an imported link that nobody here checked. */
export type Basis =
  | { kind: 'cited'; citations: Citation[] }
  | { kind: 'linked'; links: { href: string; text: string; originalHref?: string }[] }
  | { kind: 'vouched'; by: string; at: string }
  | { kind: 'own'; note?: string }
  | { kind: 'uncited' };

/** A sentence: plain text, marks over it, its language where it is not the piece's own, and its basis. */
export interface Sentence {
  id: string;
  text: string;
  marks?: Mark[];
  lang?: Lang;
  basis: Basis;
}

/** In a translation: the block of the original that this one was made from, and the original's revision then. */
export interface MadeFrom {
  block: string;
  revision: number;
}

export interface Heading {
  type: 'heading';
  id: string;
  level: 2 | 3 | 4;
  text: string;
  lang?: Lang;
  /** The development that the section under this heading tells, when there is one. */
  development?: string;
  madeFrom?: MadeFrom;
}

export interface Paragraph {
  type: 'paragraph';
  id: string;
  sentences: Sentence[];
  madeFrom?: MadeFrom;
}

export interface List {
  type: 'list';
  id: string;
  ordered: boolean;
  items: Sentence[][];
  madeFrom?: MadeFrom;
}

export interface Quote {
  type: 'quote';
  id: string;
  sentences: Sentence[];
  attribution?: string;
  madeFrom?: MadeFrom;
}

export interface Figure {
  type: 'figure';
  id: string;
  image: Picture;
}

/** A table of plain cells; the first row is the header when `header` is true. */
export interface Table {
  type: 'table';
  id: string;
  header: boolean;
  rows: Sentence[][][];
}

/** Something that lived elsewhere (a video, a map): kept as a note and a link, never loaded. */
export interface Embed {
  type: 'embed';
  id: string;
  href: string;
  note: string;
}

export type Block = Heading | Paragraph | List | Quote | Figure | Table | Embed;

/** A picture: held here (`media`, a SHA-256 of stored bytes) or only referred to (`src`). `caption` is without the credit. */
export interface Picture {
  media?: string;
  src?: string;
  width?: number;
  height?: number;
  caption: string;
  credit: string;
  alt: string;
}

export interface RecommendedRead {
  publisher: string;
  title: string;
  url: string;
  /** The link as an imported original wrote it, where it differs. */
  originalHref?: string;
  lang?: Lang;
}

export type PieceKind = 'summary' | 'article' | 'community' | 'background' | 'talk' | 'series' | 'project' | 'page';

/** Every kind, in the order in which a dump lists them. */
export const pieceKinds: readonly PieceKind[] = [
  'summary',
  'article',
  'community',
  'background',
  'talk',
  'series',
  'project',
  'page',
];

/** Who made a piece. `slug` names their page below `contributor/`; `title` is what they are, `bio` a text of paragraphs joined by blank lines. */
export interface Author {
  name: string;
  slug?: string;
  role: 'author' | 'contributor' | 'expert' | 'speaker' | 'editor' | 'translator' | 'photographer';
  title?: string;
  bio?: string;
  url?: string;
}

/** A category, tag or series by its slug, with its title as it is read. */
export interface Label {
  slug: string;
  title: string;
}

/** When and where a talk is: instants (ISO UTC with milliseconds), the zone of its place, and where to answer and to listen. */
export interface Talk {
  startsAt: string;
  endsAt?: string;
  /** An IANA name. */
  timeZone: string;
  place?: string;
  /** An e-mail address or a web address. */
  rsvp?: string;
  /** Where the recording is: a web address. */
  recording?: string;
}

/** How exactly a date is known. */
export type DatePrecision = 'year' | 'month' | 'day' | 'minute';

/** What an imported piece was: who read it in, where it stood, what it said of its own dates. */
export interface ImportedFrom {
  /** The import format. */
  format: string;
  /** The original's address in full, null when the archive does not know it. */
  url: string | null;
  /** How exactly `first_published_at` is known; a day is kept as its midnight in UTC. */
  published: DatePrecision | null;
  modified: DatePrecision | null;
}

/** Who paid for a piece, or for the work behind it. `label` is what is said before the name, where it is not “Sponsored by”. */
export interface Sponsor {
  name: string;
  url?: string;
  label?: string;
}

/** Everything a revision of a piece holds. Appended, never changed in place (but by the withdrawal of a name). */
export interface PieceContent {
  version: 1;
  kind: PieceKind;
  lang: Lang;
  title: string;
  lede: string;
  blocks: Block[];
  recommendedReads: RecommendedRead[];
  topImage: Picture | null;
  topics: string[];
  authors?: Author[];
  categories?: Label[];
  tags?: Label[];
  /** The series and special projects that it is part of. */
  series?: Label[];
  /** Of a series or a project: the paths of its pieces, in its order. */
  members?: string[];
  /** Minutes to read as an imported original stated them; else they are counted. */
  readMinutes?: number;
  /** The address of the original of a piece republished from a partner. */
  canonical?: string;
  /** Where it first stood, when that is another publication here. */
  sharedFrom?: { publication: string; path: string };
  sponsor?: Sponsor;
  /** Of a talk. */
  talk?: Talk;
  imported?: ImportedFrom;
  /** A withdrawn name stood in this revision, or in what it cites; its page says so. */
  nameWithdrawn?: true;
}

/** Whether pieces of a kind gather others in an order of their own. */
export function gathers(kind: PieceKind): kind is 'series' | 'project' {
  return kind === 'series' || kind === 'project';
}

/** Whether pieces of a kind tell of the publication itself, who it is and what it holds: its own word, which needs no source. */
export function speaksForItself(kind: PieceKind): boolean {
  return kind === 'page' || kind === 'talk' || gathers(kind);
}

/** The heads of a document with the blocks that stand under each; what precedes the first heading is `preamble`. */
export interface Section {
  heading: Heading;
  blocks: Block[];
}

/** Cuts a flat list of blocks into the sections that its headings open. */
export function sectionsOf(blocks: Block[]): { preamble: Block[]; sections: Section[] } {
  const preamble: Block[] = [];
  const sections: Section[] = [];
  for (const block of blocks) {
    if (block.type === 'heading') sections.push({ heading: block, blocks: [] });
    else (sections.at(-1)?.blocks ?? preamble).push(block);
  }
  return { preamble, sections };
}

/** Every sentence under a list of blocks, in reading order. */
export function sentencesOf(blocks: Block[]): Sentence[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'quote':
        return block.sentences;
      case 'list':
        return block.items.flat();
      case 'table':
        return block.rows.flat(2);
      default:
        return [];
    }
  });
}
