/**
 * What the text of a piece is made from, as its page shows it: blocks of sentences, and the notes that say what each rests
 * on. Days are ISO dates of the publication's own calendar, instants ISO UTC; offsets in `marks` are UTF-16.
 */
import type { TotalKind } from '#developments/developments.ts';
import type { Mark } from '#pieces/pieces.ts';

/** `number` is what a section's sentences call the note by; `id` is unique in the piece. The page makes its own anchors. */
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
  /** In full, or a path of this site where the piece that it led to has come here. */
  href: string;
  /** Who stands behind it: the host without `www.`, or the publication of this site. */
  outlet: string;
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
  /** Null when it is the piece's own. */
  lang: string | null;
  basis: BasisKind;
  /** Numbers of notes of the same section. */
  notes: number[];
  /** Indexes into the piece's corrections. */
  corrections: number[];
}

export interface PictureView {
  /** A path on this site; null when the picture is not held, and is then described. */
  src: string | null;
  /** Where a picture that is not held stood, in full. Said in words, never loaded. */
  original?: string | null;
  /** It is held, and the rights to show it have ended. */
  ended?: true;
  width: number;
  height: number;
  srcset?: { src: string; width: number }[];
  /** Its copy that is cut for sharing. */
  share?: { src: string; width: number; height: number };
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

/** Where a section's story stands in the summary of another day. */
export interface ToldView {
  /** Of the section itself. */
  path: string;
  date: string;
  heading: string;
}

/** Days on which the same story was told: the nearest of each side, nearest first. */
export interface StoryView {
  before: ToldView[];
  /** The oldest that is known, where there are more than are named. */
  earliest: ToldView | null;
  after: ToldView[];
}

/** A total as a published sentence states it, held by the span of a report that it cites. */
export interface ReportedView {
  value: number;
  /** The report's day. */
  on: string;
  outlet: string;
  origin: string | null;
  originKind: OriginKind | null;
  /** The section that states it; null for the one it stands under. */
  path: string | null;
  /** Somebody else reported another on that day. */
  differs: boolean;
}

/** How a total went in a section's story, oldest first. */
export interface HistoryView {
  kind: TotalKind;
  reported: ReportedView[];
}

export interface SectionView {
  id: string;
  heading: string;
  /** How deep the section stands below the title: 1 for the first level. No level is skipped. */
  depth: number;
  basis: SectionBasisView;
  blocks: BlockView[];
  notes: NoteView[];
  /** Of a summary's section that other days tell of too. */
  story?: StoryView;
  /** Where its own sentences state a total that was another before. */
  histories?: HistoryView[];
}

export interface CorrectionView {
  id: string;
  kind: 'correction' | 'update' | 'withdrawal';
  /** A day, or the instant it was made. */
  on: string;
  note: string;
  /** Null when it concerns the whole piece. */
  sentenceId: string | null;
  lang: string;
}
