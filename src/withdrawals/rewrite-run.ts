import type { Database } from '#platform/database/database.ts';
import type { Redactor } from './redactor.ts';

/** One pass over everything that is kept, to take names out of it. Each feature rewrites what is its own. */
export interface RewriteRun {
  database: Database;
  redactor: Redactor;
  /** Of the changes that it records. */
  at: string;
  /** False: only found and counted. */
  write: boolean;
  /** Blobs that were read and hold no name: they need no second look. */
  free: Set<string>;
  /** Told of each row (or blob) that was changed: which place, and the texts as they are now. */
  found(place: string, texts: string[]): void;
}

/** The texts among changed columns, for `RewriteRun.found`. */
export function changedTexts(changes: Record<string, unknown>): string[] {
  return Object.values(changes).filter((value) => typeof value === 'string');
}
