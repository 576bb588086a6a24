/**
 * What the reader's pages are made from. Pages and feeds are pure functions of these values: no clock, no store, no request.
 * Days are ISO dates of the publication's own calendar (`2026-04-11`), instants are ISO UTC, paths are root-relative.
 */
import type { Author, Label, PieceKind } from '#pieces/pieces.ts';
import type { LabelKind, StandingPage } from './paths.ts';
import type { BlockView, CorrectionView, NoteView, PictureView, SectionView } from './text-view.ts';

export type PublicationStatus = 'active' | 'paused' | 'archived';

export interface SiteView {
  /** Absolute, without a slash at the end: `https://example.org`. */
  origin: string;
  networkName: string;
  /** `css`: the style sheets in their order; a summary needs the first alone. `scripts`: the path of each island's by its name; a static copy has none. */
  assets: { css: string[]; scripts?: Record<string, string> };
  /** The page becomes a file of a static copy: nothing can be sent from it. */
  frozen?: boolean;
  /** The day, where somebody asks now; a static copy has none. What reads it says so: it is stale the next day. */
  today?: string | null;
}

export interface PublicationView {
  slug: string;
  name: string;
  tagline: string;
  /** The language of this page. */
  lang: string;
  /** This page in each language; where it has no such page, that language's home. This page's own language is among them. */
  languages: { lang: string; path: string }[];
  defaultLang: string;
  timeZone: string;
  status: PublicationStatus;
  region: string;
  /** `#rrggbb`; anything else falls back to the house blue. */
  accent: string;
  logo: LogoView | null;
  topics: TopicView[];
  siblings: SiblingView[];
  letter: LetterView | null;
  about: string[];
  contribute: string[];
  contact: string | null;
  /** Whether the readers' forms are open. */
  takesSubmissions: boolean;
  noindex: boolean;
  /** The kinds that have a list here, in the order in which the masthead names them. */
  lists: ListedKind[];
  /** Who owns what was published and what they allow; null until somebody has said. */
  rights: RightsView | null;
  /** What it says of itself at a path of its own, where that is there. */
  standing: StandingPage[];
  /** `/slug`, `/slug/ar`, or empty on a host of its own. */
  basePath: string;
}

/** Held pictures in place of the name in type; `srcset` is by pixels to one, `wide` the widest copy. */
export interface LogoView {
  src: string;
  srcset: string | null;
  wide: string;
  width: number;
  height: number;
  alt: string;
  dark: string | null;
  onPaper: boolean;
}

/** A kind whose pieces have a list of their own. */
export type ListedKind = Exclude<PieceKind, 'page'>;

export interface RightsView {
  owner: string;
  /** In words. */
  allows: string;
  url: string | null;
}

export interface TopicView {
  slug: string;
  name: string;
}

export interface SiblingView {
  slug: string;
  name: string;
  tagline: string;
  status: PublicationStatus;
}

export interface LetterView {
  /** Where it is not the page's own. */
  lang?: string;
  title: string;
  salutation: string;
  paragraphs: string[];
  signed: string;
  date: string;
}

export interface ReadView {
  publisher: string;
  title: string;
  url: string;
  lang?: string | null;
}

export interface NeighbourView {
  path: string;
  date: string;
  title: string;
}

export interface MonthView {
  year: number;
  /** 1 to 12. */
  month: number;
  /** Days without a summary may be left out. */
  days: { date: string; path: string | null; current: boolean }[];
  previousMonth: string | null;
  nextMonth: string | null;
}

/** When something was published, as exactly as it is known: `2016`, `2016-08` or `2016-08-19`. */
export type DatelineView = string;

export type AuthorView = Pick<Author, 'name' | 'role'> & {
  title: string | null;
  bio: string | null;
  /** What else is by them; null where nothing of theirs is gathered. */
  path: string | null;
};

/** A series or special project that a piece is part of, and where in it. */
export interface SeriesView {
  of: 'series' | 'project';
  title: string;
  /** Null where the series has no page. */
  path: string | null;
  /** From 1; null where the series does not name the piece. */
  position: number | null;
  pieces: number;
  previous: LinkView | null;
  next: LinkView | null;
}

export interface LinkView {
  path: string;
  title: string;
}

/** What a piece of an earlier site says of where it comes from. */
export interface ImportedView {
  /** The original's address in full, where it is known. */
  url: string | null;
}

export interface PieceView {
  kind: PieceKind;
  path: string;
  /** The day that it is of, or was published on. */
  date: string | null;
  /** What the page says of that; null where nothing is known, and then nothing is said. */
  dateline: DatelineView | null;
  title: string;
  lede: string;
  lang: string;
  /** An instant; null where the original did not say. */
  publishedAt: string | null;
  modifiedAt: string | null;
  /** What the page says of that: an instant, or as much of a day as is known. */
  updated: string | null;
  readMinutes: number;
  authors: AuthorView[];
  topImage: PictureView | null;
  preamble: BlockView[];
  /** Notes of the preamble's sentences; numbers as in a section. */
  preambleNotes?: NoteView[];
  sections: SectionView[];
  reads: ReadView[];
  corrections: CorrectionView[];
  previous: NeighbourView | null;
  next: NeighbourView | null;
  /** The calendar of summaries round a summary. */
  month: MonthView | null;
  topics: TopicView[];
  categories: Label[];
  tags: Label[];
  series: SeriesView[];
  /** Of a series or a project: its pieces, in its order. */
  members: PieceCard[];
  /** The same piece in other languages. */
  translations: { lang: string; path: string }[];
  /** The address of the original of a piece republished from a partner. */
  republished: string | null;
  /** The publication here in which it first stood, and the piece there. */
  sharedFrom: LinkView | null;
  sponsor: SponsorView | null;
  /** Of a talk: when and where it is. */
  talk: TalkView | null;
  imported: ImportedView | null;
  nameWithdrawn: boolean;
  revision: number;
}

/** Who paid; `label` is said before the name where it is given. */
export interface SponsorView {
  name: string;
  url: string | null;
  label: string | null;
}

export interface PieceCard {
  kind: PieceKind;
  path: string;
  /** As a dateline: a year, a month or a day. */
  date: DatelineView | null;
  title: string;
  lede: string;
  /** A summary's developments; none of other kinds. */
  headings: string[];
  /** Names alone. */
  authors: string[];
  readMinutes: number;
  lang: string;
  corrected: boolean;
  sponsor: SponsorView | null;
  image: PictureView | null;
}

/** Instants, and the zone of the place where it is held. */
export interface TalkView {
  startsAt: string;
  endsAt: string | null;
  timeZone: string;
  place: string | null;
  /** An e-mail address or a web address. */
  rsvp: string | null;
  recording: string | null;
}

export interface NetworkHomeView {
  /** What it says of itself, where it says anything. */
  network?: { lang: string; description: string; about: string[]; contact: string | null };
  publications: (PublicationView & { latest: PieceCard | null })[];
}

export interface PublicationHomeView {
  latest: PieceView | null;
  recent: PieceCard[];
  month: MonthView | null;
  /** The newest of each other kind that there is. */
  shelves: { kind: ListedKind; cards: PieceCard[]; pieces: number }[];
}

/** A list of cards, page by page. */
interface PagedCards {
  cards: PieceCard[];
  /** From 1. */
  page: number;
  pages: number;
  /** The page on which each year begins, the latest first. */
  years?: { year: string; page: number }[];
}

export interface ListView extends PagedCards {
  kind: ListedKind;
  /** With a list of talks: what is on this day or later is still to come. Null where no day is known, as in a static copy. */
  today?: string | null;
  /** With a list of summaries. */
  month: MonthView | null;
}

export interface TopicPageView extends PagedCards {
  topic: TopicView;
  /** What it covers, as its publication says it; `lang` where that is another than the page's. */
  intro?: { text: string; lang: string } | null;
}

export interface FeedView {
  publication: PublicationView;
  /** The feed's own path. */
  feedPath: string;
  /** Set on a topic's feed. */
  topic?: TopicView | null;
  /** Set on the feed of a search: what was looked for, and the page of it. */
  search?: { q: string; path: string };
  items: PieceView[];
}

export interface LabelPageView extends PagedCards {
  of: LabelKind;
  slug: string;
  title: string;
  /** Of a contributor. */
  person: PersonView | null;
}

/** A text, and the language that it is in. */
export interface SaidView {
  text: string;
  lang: string;
}

/** What is said of somebody; `lang` is their biography's. */
export interface PersonView {
  title: SaidView | null;
  affiliation: SaidView | null;
  bio: string[];
  lang: string;
  /** Only one that is held, and may be shown. */
  portrait: PictureView | null;
  links: { label: string; url: string }[];
}

export interface PublicCorrectionView extends CorrectionView {
  piece: LinkView & { lang: string };
  /** Where it stood, or the list at the piece's foot. */
  anchor: string;
}

export interface CorrectionsPageView {
  corrections: PublicCorrectionView[];
  page: number;
  pages: number;
}

/** Who stands behind what a publication says, and how often. */
export interface SourceView {
  kind: 'outlet' | 'agency' | 'monitor' | 'host';
  name: string;
  pieces: number;
  times: number;
  /** By year, or by month of one year; what has no day is under ''. In order. */
  over: { when: string; pieces: number }[];
}

export interface SourcesPageView {
  year: string | null;
  years: string[];
  sources: SourceView[];
  page: number;
  pages: number;
}
