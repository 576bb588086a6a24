import { sql } from 'kysely';
import type { Reader } from '#platform/database/database.ts';
import type { Lang } from '#platform/language.ts';
import { type Piece, type PieceKind, pieceKinds } from '#pieces/pieces.ts';

/** A piece that readers get, as lists know it: everything but its text. */
export type LivePiece = Pick<
  Piece,
  'id' | 'kind' | 'lang' | 'path' | 'dated' | 'translationOf' | 'firstPublishedAt' | 'modifiedAt'
> & { liveRevision: number };

/** Which live pieces: of some kinds, in some languages (or in all but some), the latest day first and undated ones last. */
export interface LiveListing {
  kinds?: readonly PieceKind[];
  langs?: { in: Lang[] } | { not: Lang[] };
  /** Only those of a day, of none, or of some days. */
  dated?: boolean | { from: string; to: string };
  /** Only those whose address of record is their own: no partner's, and none that is shared from another publication. */
  ofRecord?: true;
  /** First published on this day (UTC) or later. */
  publishedFrom?: string;
  limit?: number;
  offset?: number;
}

/** Read alone: `pieces` owns these tables. */
export type PageTables = {
  pieces: {
    id: string;
    publication: string;
    kind: PieceKind;
    lang: string;
    path: string;
    dated: string | null;
    translation_of: string | null;
    state: Piece['state'];
    live_revision: number | null;
    first_published_at: string | null;
    modified_at: string | null;
    elsewhere: number;
  };
  redirects: { publication: string; source: string; piece_id: string | null; target: string | null };
};

const manyAtOnce = 500;

export async function findLivePieces(db: Reader, publication: string, listing: LiveListing): Promise<LivePiece[]> {
  let query = listed(db, publication, listing)
    .select(columns)
    .orderBy('dated', (day) => day.desc().nullsLast())
    .orderBy('path');
  if (listing.limit !== undefined) query = query.limit(listing.limit);
  if (listing.offset) query = query.offset(listing.offset);
  return (await query.execute()).map(readRow);
}

export async function countLivePieces(db: Reader, publication: string, listing: LiveListing): Promise<number> {
  const query = listed(db, publication, listing).select((eb) => eb.fn.countAll().as('pieces'));
  return Number((await query.executeTakeFirstOrThrow()).pieces);
}

/** How many there are of each year, the latest first; null, last, stands for those without a day. */
export interface YearCount {
  year: string | null;
  pieces: number;
}

export async function countLiveByYear(db: Reader, publication: string, listing: LiveListing): Promise<YearCount[]> {
  const year = sql<string | null>`substr(dated, 1, 4)`;
  const rows = await listed(db, publication, listing)
    .select(year.as('year'))
    .select((eb) => eb.fn.countAll().as('pieces'))
    .groupBy(year)
    .execute();
  return inYears(rows);
}

export function inYears(rows: { year: string | null; pieces: unknown }[]): YearCount[] {
  return rows
    .map(({ year, pieces }) => ({ year, pieces: Number(pieces) }))
    .sort((a, b) => ((a.year ?? '') < (b.year ?? '') ? 1 : -1));
}

/** The kinds of which there is a live piece. */
export async function findLiveKinds(
  db: Reader,
  publication: string,
  langs: NonNullable<LiveListing['langs']>,
): Promise<Set<PieceKind>> {
  const found = new Set<PieceKind>();
  // One of each, rather than the kind of every piece.
  for (const kind of pieceKinds) {
    const some = listed(db, publication, { kinds: [kind], langs })
      .select('id')
      .limit(1);
    if (await some.executeTakeFirst()) found.add(kind);
  }
  return found;
}

/** The years that live pieces of record are of, the latest first. */
export async function findLiveYears(db: Reader, publication: string): Promise<string[]> {
  const year = sql<string>`substr(dated, 1, 4)`;
  const rows = await listed(db, publication, { dated: true, ofRecord: true })
    .select(year.as('year'))
    .distinct()
    .execute();
  return rows
    .map((row) => row.year)
    .toSorted()
    .toReversed();
}

/** The live pieces among some paths of a publication, by path. */
export async function findLiveByPaths(
  db: Reader,
  publication: string,
  paths: string[],
): Promise<Map<string, LivePiece>> {
  const found = new Map<string, LivePiece>();
  for (const some of batches(paths)) {
    // By their addresses alone: with the state, SQLite goes through the list of all that is live.
    const rows = await db
      .withTables<PageTables>()
      .selectFrom('pieces')
      .select([...columns, 'state'])
      .where('publication', '=', publication)
      .where('path', 'in', some)
      .execute();
    for (const row of rows) if (row.state === 'live') found.set(row.path, readRow(row));
  }
  return found;
}

/** The live pieces among some of a publication, in the order of their ids. */
export async function findLiveByIds(db: Reader, publication: string, ids: string[]): Promise<LivePiece[]> {
  const found = new Map<string, LivePiece>();
  for (const some of batches(ids)) {
    const rows = await listed(db, publication, {}).select(columns).where('id', 'in', some).execute();
    for (const row of rows) found.set(row.id, readRow(row));
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** What stands behind old addresses, by the address: a path below the publication, or a piece that was withdrawn. */
export async function findRedirects(
  db: Reader,
  publication: string,
  sources: string[],
): Promise<Map<string, { path: string } | 'withdrawn'>> {
  const found = new Map<string, { path: string } | 'withdrawn'>();
  for (const some of batches(sources)) {
    const rows = await db
      .withTables<PageTables>()
      .selectFrom('redirects')
      .leftJoin('pieces', 'pieces.id', 'redirects.piece_id')
      .select(['redirects.source', 'redirects.target', 'pieces.path', 'pieces.state'])
      .where('redirects.publication', '=', publication)
      .where('redirects.source', 'in', some)
      .execute();
    for (const { source, target, path, state } of rows) {
      if (target !== null) found.set(source, { path: target });
      else if (state === 'withdrawn') found.set(source, 'withdrawn');
      else if (state === 'live' && path !== null) found.set(source, { path });
    }
  }
  return found;
}

/** Whether anything that stood at a host (without `www.`) has come here. */
export async function hasRedirectsFrom(db: Reader, host: string): Promise<boolean> {
  const row = await db
    .withTables<PageTables>()
    .selectFrom('redirects')
    .select('source')
    .where('source', 'like', `//${host.replace(/[%_\\]/gu, '')}/%`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export const columns = [
  'id',
  'kind',
  'lang',
  'path',
  'dated',
  'translation_of',
  'first_published_at',
  'modified_at',
  'live_revision',
] as const;

function listed(db: Reader, publication: string, { kinds, langs, dated, ofRecord, publishedFrom }: LiveListing) {
  let query = db
    .withTables<PageTables>()
    .selectFrom('pieces')
    .where('publication', '=', publication)
    .where('state', '=', 'live');
  if (kinds) query = query.where('kind', 'in', kinds);
  if (langs && 'in' in langs) query = query.where('lang', 'in', langs.in);
  if (langs && 'not' in langs && langs.not.length > 0) query = query.where('lang', 'not in', langs.not);
  if (dated === true) query = query.where('dated', 'is not', null);
  else if (dated === false) query = query.where('dated', 'is', null);
  else if (dated) query = query.where('dated', '>=', dated.from).where('dated', '<=', dated.to);
  if (ofRecord) query = query.where('elsewhere', '=', 0);
  if (publishedFrom !== undefined) query = query.where('first_published_at', '>=', publishedFrom);
  return query;
}

type Row = Pick<PageTables['pieces'], (typeof columns)[number]>;

export function readRow(row: Row): LivePiece {
  return {
    id: row.id,
    kind: row.kind,
    lang: row.lang,
    path: row.path,
    dated: row.dated,
    translationOf: row.translation_of,
    firstPublishedAt: row.first_published_at,
    modifiedAt: row.modified_at,
    liveRevision: row.live_revision ?? 0,
  };
}

function batches<T>(values: T[]): T[][] {
  const once = [...new Set(values)];
  return Array.from({ length: Math.ceil(once.length / manyAtOnce) }, (_, at) =>
    once.slice(at * manyAtOnce, (at + 1) * manyAtOnce),
  );
}
