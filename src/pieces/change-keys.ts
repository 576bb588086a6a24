import { recordChanges } from '#platform/changes/change-store.ts';
import type { Writer } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import type { PieceContent } from './document.ts';
import { developmentsTold, restingOf } from './filing.ts';
import type { Piece } from './piece.ts';
import { findNeighbour } from './piece-store.ts';

/**
 * The keys under which what a change to pieces touches is known to whatever was made from them: what a page reads of a
 * list is one of these, so that a publishing makes anew the pages that show it, and no other.
 */
type List = Pick<Piece, 'publication' | 'kind' | 'lang'>;

const named = ({ publication, kind, lang }: List): string => `${publication}:${kind}:${lang}`;
/** Recorded where many pieces may have changed at once, and nobody works out what each of them touched. */
const manyKey = (list: List): string => `many:${named(list)}`;
const membersKey = (list: List): string => `members:${named(list)}`;
const dayKey = (list: List, day: string): string => `day:${named(list)}:${day}`;
const monthKey = (list: List, day: string): string => `month:${named(list)}:${day.slice(0, 7)}`;
const yearKey = (list: List, day: string): string => `year:${named(list)}:${day.slice(0, 4)}`;
const familyKey = ({ id, translationOf }: Pick<Piece, 'id'> & Partial<Pick<Piece, 'translationOf'>>): string =>
  `family:${translationOf ?? id}`;
/** Hashed: an address may say a name that is withdrawn later, and changes are not rewritten. */
const pathKey = (publication: string, path: string): string => `path:${sha256(`${publication}/${path}`).slice(0, 16)}`;

/** What a page says that it read. */
export const readKeys = {
  /** Anything of a list: which pieces are live in it, and what they say. */
  list: (list: List): string[] => [`list:${named(list)}`],
  /** Which pieces are live in a list; what they say is read by their own keys. */
  members: (list: List): string[] => [membersKey(list), manyKey(list)],
  /** The live summaries nearest to a day, before and after. */
  neighboursOf: (list: List, day: string): string[] => [dayKey(list, day), manyKey(list)],
  /** The live summaries of a day's month, and the nearest before and after that month. */
  monthOf: (list: List, day: string): string[] => [monthKey(list, day), manyKey(list)],
  /** The live pieces of a list in a year, and when each was last changed. */
  yearOf: (list: List, year: string): string[] => [yearKey(list, year), manyKey(list)],
  /** Which languages a piece is live in. */
  family: (piece: Parameters<typeof familyKey>[0]): string[] => [familyKey(piece)],
  /** Which live pieces tell the developments, or cite the evidence, that a content does. */
  stories: (publication: string, content: Pick<PieceContent, 'blocks'>): string[] =>
    [
      ...developmentsTold(content),
      ...restingOf(content).flatMap(({ kind, source }) => (kind === 'evidence' ? [source] : [])),
    ].map((id) => `story:${publication}:${id}`),
  /** Whether anything is live at a path of a publication. */
  path: (publication: string, path: string): string[] => [pathKey(publication, path)],
};

/** The keys of a piece that came, went or changed among many others. */
export function changesOf(piece: Pick<Piece, 'id'> & List & Partial<Pick<Piece, 'translationOf'>>): string[] {
  return [`piece:${piece.id}`, ...readKeys.list(piece), manyKey(piece), familyKey(piece)];
}

/**
 * Records exactly what one piece's publishing touches, `came` being true where it was not live before: last in the
 * transaction that makes it live.
 */
export async function recordPublishing(
  tx: Writer,
  piece: Piece,
  content: PieceContent,
  came: boolean,
  at: string,
): Promise<void> {
  const own = [`piece:${piece.id}`, ...readKeys.list(piece)];
  if (piece.dated !== null) own.push(yearKey(piece, piece.dated));
  if (piece.kind === 'summary') own.push(...readKeys.stories(piece.publication, content));
  if (came) own.push(membersKey(piece), familyKey(piece), pathKey(piece.publication, piece.path));
  // First these: another that publishes waits here, and then sees this piece among its neighbours.
  await recordChanges(tx, at, own);
  if (came && piece.kind === 'summary' && piece.dated !== null)
    await recordChanges(tx, at, await keysAround(tx, piece, piece.dated));
}

/** The days whose next or previous one is now this day, and the months whose calendar or way on it is in. */
async function keysAround(tx: Writer, piece: Piece, day: string): Promise<string[]> {
  const month = Temporal.PlainYearMonth.from(day);
  const firstDay = month.toPlainDate({ day: 1 }).toString();
  const lastDay = month.toPlainDate({ day: month.daysInMonth }).toString();
  const nearest = async (from: string, side: 'before' | 'after'): Promise<string | null> =>
    (await findNeighbour(tx, piece.publication, { kind: piece.kind, lang: piece.lang, day: from, side }))?.dated ??
    null;
  const days = [await nearest(day, 'before'), await nearest(day, 'after')];
  const inMonths = [day, await nearest(firstDay, 'before'), await nearest(lastDay, 'after')];
  return [
    ...days.flatMap((each) => (each === null ? [] : [dayKey(piece, each)])),
    ...inMonths.flatMap((each) => (each === null ? [] : [monthKey(piece, each)])),
  ];
}
