import type { Lang } from '#platform/language.ts';
import type { Handling } from './handling.ts';
import type { Origin } from './origins/origins.ts';

/** How a version of a report came in: the feed's own text, the page behind it, a file of reports, or an editor's hand. */
export type ReportMethod = 'feed' | 'page' | 'file' | 'hand';

/** One item from a wire, in one version. `body` is plain text, kept to the letter: citations hold offsets into it. */
export interface Report {
  id: string;
  externalId: string;
  url: string | null;
  outlet: string;
  wireId: string | null;
  version: number;
  title: string;
  body: string;
  lang: Lang;
  authors: string[];
  agency: string | null;
  origins: Origin[];
  method: ReportMethod;
  /** When the outlet published it (ISO instant). */
  reportedAt: string;
  /** When Daybook took it (ISO instant). */
  retrievedAt: string;
  bodySha256: string;
  rawSha256: string | null;
  handling: Handling;
}

/** A report as it arrives, before it has an id. `sourceKey` tells the same report again (a new version, or nothing new). */
export interface ArrivingReport {
  sourceKey: string;
  externalId: string;
  url: string | null;
  outlet: string;
  wireId: string | null;
  title: string;
  body: string;
  lang: Lang;
  authors: string[];
  agency: string | null;
  method: ReportMethod;
  reportedAt: string;
  rawSha256: string | null;
  /** How its sender wants it handled, where it says so. */
  handling?: Handling;
}

/** An item that could not become a report: kept with its reason, while the rest went on. */
export interface SetAside {
  publication: string | null;
  wireId: string | null;
  source: string;
  item: string;
  reason: string;
  rawSha256: string | null;
}

/**
 * Text as both engines can keep it, each character's UTF-16 offset unchanged: NUL and unpaired surrogates, which
 * PostgreSQL and UTF-8 cannot hold, become U+FFFD.
 */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\uFFFD');
}
