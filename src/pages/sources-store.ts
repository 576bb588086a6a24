import { sql } from 'kysely';
import type { Reader } from '#platform/database/database.ts';
import type { PageTables } from './page-store.ts';

/** How often a name is cited in a year, or in a month of one: `when` is '' where a piece has no day. */
export interface CountedSource {
  name: string;
  when: string;
  pieces: number;
  times: number;
}

/** Evidence that says who its report rests on, in one piece. */
export interface OriginCited {
  /** JSON, as evidence keeps it. */
  origin: string;
  piece: string;
  when: string;
  times: number;
}

/** Read alone: `pieces`, `evidence` and `wires` own these tables. */
type SourceTables = PageTables & {
  piece_sources: {
    publication: string;
    kind: 'evidence' | 'host';
    source: string;
    piece_id: string;
    times: number;
  };
  evidence: { id: string; report_id: string | null; outlet: string; origin: string | null };
  reports: { id: string; wire_id: string | null };
  wires: { id: string; visibility: 'public' | 'private' };
};

/** The outlets that live pieces cite, by year or by month of one year; none of a private wire. */
export async function countOutlets(db: Reader, publication: string, year: string | null): Promise<CountedSource[]> {
  const rows = await evidenceCited(db, publication, year)
    .select(['evidence.outlet as name', whenOf(year).as('when')])
    .select((eb) => [
      eb.fn.count('piece_sources.piece_id').distinct().as('pieces'),
      eb.fn.sum('piece_sources.times').as('times'),
    ])
    .groupBy(['evidence.outlet', whenOf(year)])
    .execute();
  return rows.map(readCount);
}

/** The hosts that imported pieces link to, counted alike. */
export async function countHosts(db: Reader, publication: string, year: string | null): Promise<CountedSource[]> {
  const rows = await cited(db, publication, 'host', year)
    .select(['piece_sources.source as name', whenOf(year).as('when')])
    .select((eb) => [
      eb.fn.count('piece_sources.piece_id').distinct().as('pieces'),
      eb.fn.sum('piece_sources.times').as('times'),
    ])
    .groupBy(['piece_sources.source', whenOf(year)])
    .execute();
  return rows.map(readCount);
}

/** Whom the cited evidence rests on, piece by piece: an origin is known by its name, which stands inside its JSON. */
export async function findOriginsCited(db: Reader, publication: string, year: string | null): Promise<OriginCited[]> {
  const rows = await evidenceCited(db, publication, year)
    .select(['evidence.origin', 'piece_sources.piece_id', 'piece_sources.times', whenOf(year).as('when')])
    .where('evidence.origin', 'is not', null)
    .execute();
  return rows.map((row) => ({
    origin: row.origin ?? '',
    piece: row.piece_id,
    when: row.when,
    times: Number(row.times),
  }));
}

/** The years of the live pieces that rest on anything, the latest first. */
export async function findSourceYears(db: Reader, publication: string): Promise<string[]> {
  const year = sql<string>`substr(pieces.dated, 1, 4)`;
  const rows = await db
    .withTables<SourceTables>()
    .selectFrom('pieces')
    .select(year.as('year'))
    .distinct()
    .where('publication', '=', publication)
    .where('state', '=', 'live')
    .where('dated', 'is not', null)
    .where((eb) =>
      eb.exists(eb.selectFrom('piece_sources').select('times').whereRef('piece_sources.piece_id', '=', 'pieces.id')),
    )
    .execute();
  return rows
    .map((row) => row.year)
    .sort()
    .reverse();
}

/** `2016` of a day, or `2016-08` where a year was asked for. A literal: an engine must see it is what it groups by. */
function whenOf(year: string | null) {
  const length = sql.lit(year === null ? 4 : 7);
  return sql<string>`coalesce(substr(pieces.dated, 1, ${length}), '')`;
}

function cited(db: Reader, publication: string, kind: 'evidence' | 'host', year: string | null) {
  const query = db
    .withTables<SourceTables>()
    .selectFrom('piece_sources')
    .innerJoin('pieces', 'pieces.id', 'piece_sources.piece_id')
    .where('piece_sources.publication', '=', publication)
    .where('piece_sources.kind', '=', kind)
    .where('pieces.state', '=', 'live');
  return year === null
    ? query
    : query.where('pieces.dated', '>=', `${year}-01-01`).where('pieces.dated', '<=', `${year}-12-31`);
}

function evidenceCited(db: Reader, publication: string, year: string | null) {
  return cited(db, publication, 'evidence', year)
    .innerJoin('evidence', 'evidence.id', 'piece_sources.source')
    .leftJoin('reports', 'reports.id', 'evidence.report_id')
    .leftJoin('wires', 'wires.id', 'reports.wire_id')
    .where((eb) => eb.or([eb('wires.visibility', 'is', null), eb('wires.visibility', '=', 'public')]));
}

function readCount(row: { name: string; when: string; pieces: unknown; times: unknown }): CountedSource {
  return { name: row.name, when: row.when, pieces: Number(row.pieces), times: Number(row.times) };
}
