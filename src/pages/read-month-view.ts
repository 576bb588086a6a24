import type { Reader } from '#platform/database/database.ts';
import type { Lang } from '#platform/language.ts';
import { findNeighbour, findPieces, readKeys } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import type { ReadLog } from './read-log.ts';
import type { MonthView } from './view.ts';

/** The month of a day with its live summaries, and the way to the nearest months that have any. */
export async function readMonthView(
  db: Reader,
  publication: Publication,
  lang: Lang,
  day: string,
  log: ReadLog,
): Promise<MonthView> {
  log.add(...readKeys.monthOf({ publication: publication.slug, kind: 'summary', lang }, day));
  const month = Temporal.PlainYearMonth.from(day);
  const first = month.toPlainDate({ day: 1 }).toString();
  const last = month.toPlainDate({ day: month.daysInMonth }).toString();
  const scope = { kind: 'summary' as const, lang };
  const pieces = await findPieces(db, publication.slug, { ...scope, state: 'live', from: first, to: last });
  const before = await findNeighbour(db, publication.slug, { ...scope, day: first, side: 'before' });
  const after = await findNeighbour(db, publication.slug, { ...scope, day: last, side: 'after' });
  const pathOf = (path: string | undefined) => (path === undefined ? null : `/${publication.slug}/${path}`);
  return {
    year: month.year,
    month: month.month,
    days: pieces
      .toReversed()
      .map((piece) => ({ date: piece.dated ?? '', path: pathOf(piece.path), current: piece.dated === day })),
    previousMonth: pathOf(before?.path),
    nextMonth: pathOf(after?.path),
  };
}
