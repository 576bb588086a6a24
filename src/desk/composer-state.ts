import type { Basis, Block, Citation, PieceContent, Sentence } from '#pieces/pieces.ts';

/** What the composer in the browser works with. Types alone: the browser's part imports nothing else from the desk. */

/** A mark of the gate, or something else that is missing, with its words. `at`: a sentence, a heading, `lede`, `title`, `top-image`, `reads`. */
export interface MarkView {
  at: string;
  kind: string;
  /** Its name as an override keeps it; null where it cannot be overridden. */
  name: string | null;
  /** The words that it found, to be underlined. */
  found: string | null;
  words: string;
  /** What to do about it. */
  todo: string;
}

/** What should be looked at; `waits`: publishing waits until it is mended or left as it is. */
export interface AdviceView extends MarkView {
  waits: boolean;
}

export interface OverrideView {
  at: string;
  text: string;
  mark: string;
  reason: string;
  by: string;
}

/** Where a citation leads: one version of a report. */
export interface EvidenceView {
  id: string;
  report: string;
  version: number;
  outlet: string;
  origin: string | null;
  title: string;
  url: string | null;
  lang: string;
  dir: 'ltr' | 'rtl';
  reported: string;
  retrieved: string;
  sha256: string;
}

/** What a translation is made from: the original's blocks as they read now, and those that changed since ours were made. */
export interface OriginalView {
  id: string;
  title: string;
  lang: string;
  revision: number;
  blocks: Block[];
  /** By block of the translation: what its source said then, and says now ('' where it is gone). */
  changes: { at: string; before: string; now: string }[];
}

export interface ComposerState {
  piece: {
    id: string;
    publication: string;
    publicationName: string;
    day: string | null;
    /** "summary", "article" */
    noun: string;
    /** The day whose reports are shown first: its own, or the latest with reports. */
    reportsOf: string;
    lang: string;
    dir: 'ltr' | 'rtl';
    state: 'unpublished' | 'live' | 'withdrawn';
    revision: number;
    liveRevision: number | null;
    livePath: string;
    savedBy: string;
    savedAt: string;
  };
  content: PieceContent;
  marks: MarkView[];
  overrides: OverrideView[];
  evidence: Record<string, EvidenceView>;
  topics: { slug: string; name: string }[];
  /** The texts that readers have, by the id of their sentence or heading; null while nothing is live. */
  live: Record<string, string> | null;
  /** Of a translation. */
  original: OriginalView | null;
  work: WorkView;
  checked: string;
}

/** A report of the day, to cite from. */
export interface PanelReport {
  id: string;
  version: number;
  outlet: string;
  origin: string | null;
  title: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  time: string;
  url: string | null;
  /** Why it may not be cited now; null when it may. */
  held: string | null;
  /** What its sender says to editors of it; '' when nothing. */
  handling: string;
  copies: PanelReport[];
}

export interface PanelDevelopment {
  id: string;
  headline: { text: string; lang: string; dir: 'ltr' | 'rtl' };
  outlets: { name: string; letters: string }[];
  corroboration: string;
  /** Why it stands where it does in the ranking, a sentence each; what is new since the day before among them. */
  why: string[];
  /** The figure that it carries, and what that was before: "killed: 34, before 31". */
  figure: string | null;
  reports: PanelReport[];
}

export interface ReportText {
  id: string;
  version: number;
  body: string;
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** A span of a report, chosen in the browser; the server looks whether it is the report's own. */
export interface SpanRequest {
  report: string;
  version: number;
  start: number;
  end: number;
  quote: string;
}

export type SaveAnswer =
  | { kind: 'saved'; revision: number; marks: MarkView[]; bases: Record<string, Basis> }
  | Conflict
  | Refused;

/** Somebody saved meanwhile: what they saved. */
export interface Conflict {
  kind: 'conflict';
  head: number;
  savedBy: string;
  savedAt: string;
  content: PieceContent;
  evidence: Record<string, EvidenceView>;
}

export interface Refused {
  kind: 'refused' | 'failed' | 'signed-out';
  reason: string;
}

/** `pending`: links are being looked at; ask again in a while. */
export type AdviceAnswer = { kind: 'advice'; advice: AdviceView[]; pending: boolean } | Refused;

export type CheckAnswer =
  | { kind: 'checked'; revision: number; marks: MarkView[]; basis: Basis }
  | { kind: 'unclean'; marks: MarkView[] }
  | Conflict
  | Refused;

export type CiteAnswer = { kind: 'cited'; citation: Omit<Citation, 'madeFor'>; evidence: EvidenceView } | Refused;
export type SentenceAnswer = { kind: 'made'; sentence: Sentence; evidence: EvidenceView } | Refused;
export type SectionAnswer = { kind: 'made'; blocks: Block[]; evidence: EvidenceView[] } | Refused;
export type OverrideAnswer = { kind: 'kept'; marks: MarkView[]; overrides: OverrideView[] } | Refused;
export type LedeAnswer = { kind: 'made'; lede: string } | Refused;
export type PictureAnswer = { kind: 'added'; media: string; width: number; height: number; src: string } | Refused;

/** A picture of the library, to be chosen; `ended` says why it cannot be. */
export interface LibraryPictureView {
  media: string;
  src: string;
  width: number;
  height: number;
  caption: string;
  credit: string;
  alt: string;
  terms: string;
  ended: string | null;
}

export type LibraryAnswer = { kind: 'found'; count: number; pictures: LibraryPictureView[] } | Refused;

/** What a link or a file says, to be looked at before it is taken. */
export type ReportReadAnswer =
  | {
      kind: 'read';
      report: { outlet: string; title: string; url: string; reported: string; body: string; raw: string };
    }
  | Refused;
export type ReportAddedAnswer =
  | { kind: 'added'; reportId: string; day: string }
  /** By field, what is wrong with it. */
  | { kind: 'wrong'; wrong: Record<string, string> }
  | Refused;
/** That a source is held for a sentence: who holds it and since which day. What it says is asked for apart. */
export interface HeldSourceView {
  id: string;
  at: string;
  by: string;
  on: string;
}
export type HeldAnswer = { kind: 'held'; mayRead: boolean; sources: HeldSourceView[] } | Refused;
export type OpenSourceAnswer = { kind: 'open'; words: string } | Refused;

/** The names of the others who have the piece open; `stamp` is another where the work, the comments or what is live changed. */
export interface PresenceAnswer {
  kind: 'here';
  others: string[];
  stamp: string;
}

/** What somebody said of a passage, with what was answered. */
export interface CommentView {
  id: string;
  at: string | null;
  /** What stood there when it was said. */
  quote: string;
  words: string;
  by: string;
  when: string;
  replies: { words: string; by: string; when: string }[];
}

/** Who works on a piece, how far they are, and when it goes out. */
export interface WorkView {
  /** Another whenever any of it changes. */
  stamp: string;
  /** What readers have: it changes while a composer is open, as a schedule comes due or somebody else publishes. */
  published: { state: 'unpublished' | 'live' | 'withdrawn'; liveRevision: number | null };
  state: 'idea' | 'writing' | 'review' | 'ready';
  assignee: string | null;
  /** As the publication's clock shows it: "2026-11-20T08:00". */
  due: string | null;
  changes: number;
  staff: { id: string; name: string }[];
  checklist: { item: string; checked: string | null }[];
  /** Whether somebody other than who saved a revision has to approve it. */
  needsSecond: boolean;
  approvals: { revision: number; by: string }[];
  schedule: { revision: number; at: string; words: string; stopped: string | null } | null;
  zone: string;
  comments: CommentView[];
  mayApprove: boolean;
  mayPublish: boolean;
}

export type WorkAnswer =
  | { kind: 'work'; work: WorkView; words?: string }
  | { kind: 'not-done'; words: string; work: WorkView }
  | Refused;

type Refusal = 'refused' | 'empty' | 'unchanged' | 'needs-note' | 'needs-second' | 'not-scheduled';

export type PublishAnswer =
  | { kind: 'published'; revision: number; path: string; words: string }
  | { kind: 'not-published'; why: Refusal; words: string; marks: MarkView[] }
  /** The rules have publishing wait until each of these is mended, or left as it is. */
  | { kind: 'unsettled'; words: string; advice: AdviceView[] }
  | Conflict
  | Refused;
