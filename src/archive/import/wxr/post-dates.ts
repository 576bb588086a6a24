import { readLooseDate } from '#lib/dates/parse-loose-date.ts';
import type { OriginalDate } from '../plain-piece.ts';
import { changedLater } from '../plain-piece-dates.ts';
import type { WordPressPost } from './wordpress-post.ts';

/**
 * When a post was published: the time in UTC, else that of the feed's field (which has a zone), else the day of the time in
 * the site's zone, which an export does not name. Null where all are WordPress's zeros.
 */
export function publishedAt({ dates }: Pick<WordPressPost, 'dates'>): OriginalDate | null {
  const exact = readUtc(dates.gmt) ?? (dates.rss.includes('-0001') ? null : readLoose(dates.rss));
  if (exact) return exact;
  const day = readUtc(dates.local)?.at.slice(0, 10);
  return day === undefined ? null : { at: `${day}T00:00:00.000Z`, precision: 'day' };
}

/** When it was changed, where that was a day or more after it was published. */
export function modifiedAt(post: Pick<WordPressPost, 'dates'>): OriginalDate | null {
  return changedLater(publishedAt(post), readUtc(post.dates.modifiedGmt));
}

/** `2026-11-03 06:40:00`, of WordPress in UTC; `2026-11-03T06:40:00` of its REST interface. */
function readUtc(written: string): OriginalDate | null {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})Z?$/u.exec(written) ?? [];
  if (day === undefined || day.startsWith('0000') || !Number.isFinite(Date.parse(`${day}T${time}Z`))) return null;
  return { at: new Date(`${day}T${time}Z`).toISOString(), precision: 'minute' };
}

function readLoose(written: string): OriginalDate | null {
  const date = readLooseDate(written);
  return date && { at: date.instant, precision: date.precision };
}
