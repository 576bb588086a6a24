import { readLooseDate } from '#lib/dates/parse-loose-date.ts';
import type { Author, Label } from '#pieces/pieces.ts';
import type { OriginalDate } from '../plain-piece.ts';
import { changedLater } from '../plain-piece-dates.ts';

/** A post or page: the row as exported, and what it refers to. */
export interface GhostPost {
  row: Record<string, unknown>;
  authors: Author[];
  tags: Label[];
}

/** The text of a field, '' when it is none. */
export function textIn(row: Record<string, unknown>, key: string): string {
  const value = row[key];
  return typeof value === 'string' ? value.trim() : '';
}

/** When a post was published: ISO 8601, or milliseconds in exports of Ghost before 1.0. */
export function publicationOf(row: Record<string, unknown>): OriginalDate | null {
  return dateIn(row, 'published_at');
}

/** When it was changed, where that was a day or more after it was published. */
export function changeOf(row: Record<string, unknown>): OriginalDate | null {
  return changedLater(publicationOf(row), dateIn(row, 'updated_at'));
}

function dateIn(row: Record<string, unknown>, key: string): OriginalDate | null {
  const value = row[key];
  const date = readLooseDate(typeof value === 'number' ? String(value) : textIn(row, key));
  return date && { at: date.instant, precision: date.precision === 'minute' ? 'minute' : 'day' };
}
