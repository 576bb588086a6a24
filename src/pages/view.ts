/**
 * What the reader's pages are made from. Pages and feeds are pure functions of these values: no clock, no store, no request.
 * Days are ISO dates of the publication's own calendar (`2026-04-11`), instants are ISO UTC, paths are root-relative.
 */
import type { Mark } from '#pieces/pieces.ts';

export type PublicationStatus = 'active' | 'paused' | 'archived';

export interface SiteView {
  /** Absolute, without a slash at the end: `https://example.org`. */
  origin: string;
  networkName: string;
  assets: { css: string };
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
  topics: TopicView[];
  siblings: SiblingView[];
  letter: LetterView | null;
  about: string[];
  contribute: string[];
  contact: string | null;
  noindex: boolean;
  /** `/slug`, `/slug/ar`, or empty on a host of its own. */
  basePath: string;
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
  title: string;
  salutation: string;
  paragraphs: string[];
  signed: string;
  date: string;
}

/** `number` is what a section's sentences call the note by; `id` is unique in the summary. The page makes its own anchors. */
interface NoteHandle {
  number: number;
  id: string;
}

export type OriginKind = 'agency' | 'monitor' | 'official';

export interface ReportNoteView extends NoteHandle {
  kind: 'report';
  outlet: string;
  /** Who the report rests on, where that is somebody other than the outlet. */
  origin: string | null;
  originKind: OriginKind | null;
  title: string;
  url: string | null;
  /** Exactly the cited span. */
  quote: string;
  quoteLang: string;
  reportedOn: string;
  retrievedAt: string;
  bodySha256: string;
  /** Which version of the report the span was taken from; 1 is the first. */
  version: number;
}

/** An imported piece's link, never checked by us. */
export interface LinkedNoteView extends NoteHandle {
  kind: 'linked';
  href: string;
  text: string;
}

/** Several sentences may share one. */
export interface VouchedNoteView extends NoteHandle {
  kind: 'vouched';
  by?: string | null;
}

export interface OwnNoteView extends NoteHandle {
  kind: 'own';
}

export type NoteView = ReportNoteView | LinkedNoteView | VouchedNoteView | OwnNoteView;

export type BasisKind = 'cited' | 'linked' | 'vouched' | 'own' | 'uncited';

export interface SentenceView {
  id: string;
  text: string;
  marks: Mark[];
  /** Null when it is the summary's own. */
  lang: string | null;
  basis: BasisKind;
  /** Numbers of notes of the same section. */
  notes: number[];
  /** Indexes into the summary's corrections. */
  corrections: number[];
}

export interface PictureView {
  /** A path on this site; null when the picture is not held, and is then described. */
  src: string | null;
  width: number;
  height: number;
  srcset?: { src: string; width: number }[];
  caption: string;
  credit: string;
  alt: string;
}

export type BlockView =
  | { type: 'paragraph'; sentences: SentenceView[] }
  | { type: 'list'; ordered: boolean; items: SentenceView[][] }
  | { type: 'quote'; sentences: SentenceView[]; attribution?: string | null }
  | { type: 'figure'; picture: PictureView }
  | { type: 'table'; header: boolean; rows: SentenceView[][][] }
  | { type: 'embed'; href: string; note: string };

export interface SectionBasisView {
  outlets: string[];
  origins: { name: string; kind: string; outlets: number }[];
  /** How many voices are left when outlets that carry the same origin count as one. */
  independent: number;
  firstReportedOn: string | null;
  /** The day of its storyline that this is: 12 for "day 12". */
  dayNumber?: number | null;
}

export interface SectionView {
  id: string;
  heading: string;
  basis: SectionBasisView;
  blocks: BlockView[];
  notes: NoteView[];
}

export interface CorrectionView {
  id: string;
  /** A day, or the instant it was made. */
  on: string;
  note: string;
  /** Null when it concerns the whole summary. */
  sentenceId: string | null;
  lang: string;
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

export interface SummaryView {
  path: string;
  date: string;
  title: string;
  lede: string;
  lang: string;
  publishedAt: string;
  modifiedAt: string | null;
  readMinutes: number;
  topImage: PictureView | null;
  preamble: BlockView[];
  /** Notes of the preamble's sentences; numbers as in a section. */
  preambleNotes?: NoteView[];
  sections: SectionView[];
  reads: ReadView[];
  corrections: CorrectionView[];
  previous: NeighbourView | null;
  next: NeighbourView | null;
  month: MonthView;
  topics: TopicView[];
  revision: number;
}

export interface SummaryCard {
  path: string;
  date: string;
  title: string;
  lede: string;
  headings: string[];
  readMinutes: number;
  lang: string;
  corrected: boolean;
  image: PictureView | null;
}

export interface NetworkHomeView {
  publications: (PublicationView & { latest: SummaryCard | null })[];
}

export interface PublicationHomeView {
  latest: SummaryView | null;
  recent: SummaryCard[];
  month: MonthView;
}

export interface SummaryListView {
  cards: SummaryCard[];
  /** From 1. */
  page: number;
  pages: number;
  month: MonthView;
}

export interface TopicPageView {
  topic: TopicView;
  cards: SummaryCard[];
  page: number;
  pages: number;
}

export interface FeedView {
  publication: PublicationView;
  /** The feed's own path. */
  feedPath: string;
  /** Set on a topic's feed. */
  topic?: TopicView | null;
  items: SummaryView[];
}
