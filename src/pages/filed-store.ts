import { sql } from 'kysely';
import type { Reader } from '#platform/database/database.ts';
import type { Filing } from '#pieces/pieces.ts';
import {
  columns,
  inYears,
  type LiveListing,
  type LivePiece,
  type PageTables,
  readRow,
  type YearCount,
} from './page-store.ts';

/** What pieces are filed under. */
export type Label = Pick<Filing, 'kind' | 'slug'>;

/** Read alone: `pieces` owns these tables. Only live pieces are in `piece_labels`. */
type FiledTables = PageTables & {
  piece_labels: {
    publication: string;
    kind: Filing['kind'];
    slug: string;
    piece_id: string;
    title: string;
    lang: string;
    dated: string | null;
  };
};

/** What is filed under a label, the latest day first and undated ones last. */
export async function findFiled(
  db: Reader,
  publication: string,
  label: Label,
  listing: Pick<LiveListing, 'langs' | 'limit' | 'offset'> & { dated?: true },
): Promise<LivePiece[]> {
  let query = filed(db, publication, label, listing)
    .innerJoin('pieces', 'pieces.id', 'piece_labels.piece_id')
    .where('pieces.state', '=', 'live')
    .select(columns.map((column) => `pieces.${column}` as const))
    .orderBy('piece_labels.dated', (day) => day.desc().nullsLast())
    .orderBy('pieces.path');
  if (listing.limit !== undefined) query = query.limit(listing.limit);
  if (listing.offset) query = query.offset(listing.offset);
  return (await query.execute()).map(readRow);
}

export async function countFiled(
  db: Reader,
  publication: string,
  label: Label,
  listing: Pick<LiveListing, 'langs'>,
): Promise<number> {
  const query = filed(db, publication, label, listing).select((eb) => eb.fn.countAll().as('pieces'));
  return Number((await query.executeTakeFirstOrThrow()).pieces);
}

export async function countFiledByYear(
  db: Reader,
  publication: string,
  label: Label,
  listing: Pick<LiveListing, 'langs'>,
): Promise<YearCount[]> {
  const year = sql<string | null>`substr(piece_labels.dated, 1, 4)`;
  const rows = await filed(db, publication, label, listing)
    .select(year.as('year'))
    .select((eb) => eb.fn.countAll().as('pieces'))
    .groupBy(year)
    .execute();
  return inYears(rows);
}

/** Every label of some kinds that a live piece is filed under, with how many pieces in each language. */
export async function findLabels(
  db: Reader,
  publication: string,
  kinds: Filing['kind'][],
): Promise<(Label & { lang: string; pieces: number })[]> {
  const rows = await db
    .withTables<FiledTables>()
    .selectFrom('piece_labels')
    .select(['kind', 'slug', 'lang'])
    .select((eb) => eb.fn.countAll().as('pieces'))
    .where('publication', '=', publication)
    .where('kind', 'in', kinds)
    .groupBy(['kind', 'slug', 'lang'])
    .orderBy('kind')
    .orderBy('slug')
    .orderBy('lang')
    .execute();
  return rows.map((row) => ({ ...row, pieces: Number(row.pieces) }));
}

/** What a label is called, as the piece says it that has the latest day. */
export async function findLabelTitle(
  db: Reader,
  publication: string,
  label: Label,
  listing: Pick<LiveListing, 'langs'>,
): Promise<string | null> {
  const row = await filed(db, publication, label, listing)
    .innerJoin('pieces', 'pieces.id', 'piece_labels.piece_id')
    .select('piece_labels.title')
    .orderBy('piece_labels.dated', (day) => day.desc().nullsLast())
    .orderBy('pieces.path')
    .limit(1)
    .executeTakeFirst();
  return row?.title ?? null;
}

function filed(
  db: Reader,
  publication: string,
  label: Label,
  { langs, dated }: Pick<LiveListing, 'langs'> & { dated?: true },
) {
  let query = db
    .withTables<FiledTables>()
    .selectFrom('piece_labels')
    .where('piece_labels.publication', '=', publication)
    .where('piece_labels.kind', '=', label.kind)
    .where('piece_labels.slug', '=', label.slug);
  if (langs && 'in' in langs) query = query.where('piece_labels.lang', 'in', langs.in);
  if (langs && 'not' in langs && langs.not.length > 0) query = query.where('piece_labels.lang', 'not in', langs.not);
  if (dated) query = query.where('piece_labels.dated', 'is not', null);
  return query;
}
