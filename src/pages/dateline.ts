import { dayIn } from '#platform/clock.ts';
import type { Piece, PieceContent } from '#pieces/pieces.ts';
import type { DatelineView } from './view.ts';

/** What is known of when a piece was published or is of, no more exact than it is known; null where nothing is. */
export function datelineOf(
  piece: Pick<Piece, 'kind' | 'dated' | 'firstPublishedAt'>,
  content: Pick<PieceContent, 'imported'>,
  timeZone: string,
): DatelineView | null {
  const { dated, firstPublishedAt: at } = piece;
  if (piece.kind === 'summary' && dated !== null) return dated;
  const precision = content.imported ? content.imported.published : 'minute';
  if (at === null || precision === null) return dated;
  switch (precision) {
    case 'year':
      return at.slice(0, 4);
    case 'month':
      return at.slice(0, 7);
    case 'day':
      return at.slice(0, 10);
    case 'minute':
      return dated ?? dayIn(timeZone, at);
  }
}

/** What is known of when a piece was changed: the instant, or as much of a day as an original said; null when it was not. */
export function updatedOf(
  { modifiedAt }: Pick<Piece, 'modifiedAt'>,
  { imported }: Pick<PieceContent, 'imported'>,
): string | null {
  if (modifiedAt === null || imported === undefined || imported.modified === 'minute') return modifiedAt;
  return modifiedAt.slice(0, { year: 4, month: 7, day: 10 }[imported.modified ?? 'day']);
}
