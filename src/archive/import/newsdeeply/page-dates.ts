import { readLooseDate } from '#lib/dates/parse-loose-date.ts';
import type { DatePrecision } from '#pieces/pieces.ts';
import { linkedData } from './read-page.ts';

/** When a page came out and was changed, as instants in UTC with milliseconds. */
export interface PageDates {
  dated: string | null;
  published: { at: string; precision: DatePrecision } | null;
  modified: { at: string; precision: DatePrecision } | null;
}

const dayMs = 86_400_000;

/**
 * The dates of a page: the day from its path, the instant from its JSON-LD or `time` where that is of about the same day.
 * A change within the first day is the end of writing, and one on a day of re-saving is none. Words such as "over 2 years
 * ago" are never read.
 */
export function readDates(path: string, html: string, resaved: ReadonlySet<string>): PageDates {
  const dated = dayOfPath(path);
  const stated = dateOf(linkedData(html, 'datePublished')) ?? dateOf(/<time[^>]*\sdatetime="([^"]+)"/u.exec(html)?.[1]);
  const published =
    stated && (dated === null || Math.abs(Date.parse(stated.at) - Date.parse(dated)) < 2 * dayMs)
      ? stated
      : dated === null
        ? null
        : { at: `${dated}T00:00:00.000Z`, precision: 'day' as const };
  const changed = dateOf(linkedData(html, 'dateModified'));
  const isChange =
    changed !== null &&
    published !== null &&
    Date.parse(changed.at) - Date.parse(published.at) > dayMs &&
    !resaved.has(changed.at.slice(0, 10));
  return { dated: dated ?? published?.at.slice(0, 10) ?? null, published, modified: isChange ? changed : null };
}

function dateOf(written: string | null | undefined): PageDates['published'] {
  const date = written ? readLooseDate(written) : null;
  if (date === null || date.precision === 'month') return null;
  return { at: new Date(date.instant).toISOString(), precision: date.precision };
}

/** `executive-summaries/2016/4/11` is of 2016-04-11; null where a path holds no day that there was. */
export function dayOfPath(path: string): string | null {
  const [, year = '', month = '', day = ''] = /\/(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/u.exec(path) ?? [];
  if (year === '') return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

/** On so many earlier days must pages have come out that were changed on one day, for that to be no work of editors. */
const fewestDays = 5;

/**
 * Finds the days on which pages were saved again in bulk: nobody revises the work of five different days in one. Pages
 * are shown one by one; only days are kept.
 */
export class ResaveSurvey {
  private readonly publishedBy = new Map<string, Set<string>>();

  see(html: string): void {
    const changed = linkedData(html, 'dateModified')?.slice(0, 10);
    const published = linkedData(html, 'datePublished')?.slice(0, 10);
    if (changed === undefined || published === undefined) return;
    if (!(Date.parse(changed) - Date.parse(published) >= dayMs)) return;
    const days = this.publishedBy.get(changed) ?? new Set();
    this.publishedBy.set(changed, days.add(published));
  }

  days(): Set<string> {
    return new Set([...this.publishedBy].flatMap(([day, published]) => (published.size >= fewestDays ? [day] : [])));
  }
}
