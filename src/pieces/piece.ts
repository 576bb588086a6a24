import type { Lang } from '#platform/language.ts';
import type { PieceContent, PieceKind } from './document.ts';

/** A piece: what is published under one path of a publication, in any of its revisions. */
export interface Piece {
  id: string;
  publication: string;
  kind: PieceKind;
  lang: Lang;
  /** Below the publication's base path, no slash at its ends: `executive-summaries/2016/04/11`; other languages have their prefix. */
  path: string;
  /** The day that the piece is of, in its publication's zone; null for undated ones. */
  dated: string | null;
  translationOf: string | null;
  state: 'unpublished' | 'live' | 'withdrawn';
  headRevision: number;
  liveRevision: number | null;
  firstPublishedAt: string | null;
  modifiedAt: string | null;
}

export interface Revision {
  number: number;
  content: PieceContent;
  savedBy: string;
  /** A member of staff; null where the terminal, an import or an older Daybook saved it. */
  savedById: string | null;
  savedAt: string;
}

/** What a public note says: that something was wrong, that something is new, or that the piece is gone and why. */
export type NoteKind = 'correction' | 'update' | 'withdrawal';

/** A public note that says what was wrong (or new, or why a piece is gone), at the sentence where it stood. */
export interface Correction {
  id: string;
  kind: NoteKind;
  revision: number;
  sentenceId: string | null;
  note: string;
  lang: Lang;
  at: string;
  by: string;
}

/** An editor's decision to let a mark of the gate stand, for one sentence as it reads now. */
export interface Override {
  sentenceId: string;
  sentenceText: string;
  mark: string;
  reason: string;
  at: string;
  by: string;
}

/** `executive-summaries/2016/04/11`, with the language before it where it is not the publication's first. */
export function summaryPath(day: string, lang: Lang, first: Lang): string {
  const path = `executive-summaries/${day.replaceAll('-', '/')}`;
  return lang === first ? path : `${lang}/${path}`;
}

const wordsPerMinute = 225;

/** Approximate minutes to read a text, at least one. */
export function readMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}
