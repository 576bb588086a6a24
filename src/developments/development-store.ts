import type { Reader, Writer } from '#platform/database/database.ts';

/** Where one report of a publication belongs. `copyOf`: the report whose near-duplicate (wire copy) it is. */
export interface Placement {
  reportId: string;
  developmentId: string;
  copyOf: string | null;
  similarity: number;
}

/** Which development another was nearly part of, by its first report, and how likely that was right: 0 to 1. */
export interface NearMiss {
  nearest: string;
  likely: number;
}

interface DevelopmentRow {
  id: string;
  publication: string;
  first_on: string;
  last_on: string;
  nearest: string | null;
  nearness: number | null;
}

interface MemberRow {
  publication: string;
  report_id: string;
  development_id: string;
  copy_of: string | null;
  similarity: number;
}

type DevelopmentTables = {
  developments: DevelopmentRow;
  development_reports: MemberRow;
};

/** Puts a report into a development, which is made when it is the first. `day` is the report's day in the publication. */
export async function savePlacement(
  tx: Writer,
  publication: string,
  placement: Placement,
  day: string,
  near: NearMiss | null = null,
): Promise<void> {
  const tables = tx.withTables<DevelopmentTables>();
  await tables
    .insertInto('developments')
    .values({
      id: placement.developmentId,
      publication,
      first_on: day,
      last_on: day,
      nearest: near?.nearest ?? null,
      nearness: near?.likely ?? null,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        first_on: eb
          .case()
          .when('developments.first_on', '>', day)
          .then(day)
          .else(eb.ref('developments.first_on'))
          .end(),
        last_on: eb.case().when('developments.last_on', '<', day).then(day).else(eb.ref('developments.last_on')).end(),
      })),
    )
    .execute();
  await tables
    .insertInto('development_reports')
    .values({
      publication,
      report_id: placement.reportId,
      development_id: placement.developmentId,
      copy_of: placement.copyOf,
      similarity: placement.similarity,
    })
    .onConflict((conflict) => conflict.columns(['publication', 'report_id']).doNothing())
    .execute();
}

/** Which of these ids are developments of a publication. */
export async function findDevelopments(db: Reader, publication: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .withTables<DevelopmentTables>()
    .selectFrom('developments')
    .select('id')
    .where('publication', '=', publication)
    .where('id', 'in', ids)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Puts every report of some developments into another, which takes over their days; the emptied ones go. */
export async function moveMembers(tx: Writer, publication: string, from: string[], into: string): Promise<void> {
  const tables = tx.withTables<DevelopmentTables>();
  const days = await tables
    .selectFrom('developments')
    .select((eb) => [eb.fn.min('first_on').as('first'), eb.fn.max('last_on').as('last')])
    .where('id', 'in', [...from, into])
    .executeTakeFirstOrThrow();
  await tables
    .updateTable('development_reports')
    .set({ development_id: into })
    .where('publication', '=', publication)
    .where('development_id', 'in', from)
    .execute();
  await tables
    .updateTable('developments')
    .set({ first_on: days.first, last_on: days.last })
    .where('id', '=', into)
    .execute();
  await tables
    .updateTable('developments')
    .set({ nearest: into })
    .where('publication', '=', publication)
    .where('nearest', 'in', from)
    .execute();
  await forgetNearMiss(tx, [into], into);
  await tables.deleteFrom('developments').where('id', 'in', from).execute();
}

/** The near misses of some developments, by development. */
export async function findNearMisses(db: Reader, ids: string[]): Promise<Map<string, NearMiss>> {
  const found = new Map<string, NearMiss>();
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await db
      .withTables<DevelopmentTables>()
      .selectFrom('developments')
      .select(['id', 'nearest', 'nearness'])
      .where('id', 'in', ids.slice(start, start + 500))
      .where('nearest', 'is not', null)
      .execute();
    for (const { id, nearest, nearness } of rows) if (nearest) found.set(id, { nearest, likely: nearness ?? 0 });
  }
  return found;
}

/** An editor said what the near misses of some developments are: they are no question any more. `of`: those near this one alone. */
export async function forgetNearMiss(tx: Writer, ids: string[], of: string): Promise<void> {
  await tx
    .withTables<DevelopmentTables>()
    .updateTable('developments')
    .set({ nearest: null, nearness: null })
    .where('id', 'in', ids)
    .where('nearest', '=', of)
    .execute();
}

/** Takes some reports out of their development into a new one of their day. */
export async function partMembers(
  tx: Writer,
  publication: string,
  reportIds: string[],
  made: { id: string; day: string },
): Promise<void> {
  const tables = tx.withTables<DevelopmentTables>();
  await tables
    .insertInto('developments')
    .values({ id: made.id, publication, first_on: made.day, last_on: made.day, nearest: null, nearness: null })
    .execute();
  await tables
    .updateTable('development_reports')
    .set({ development_id: made.id, similarity: 1 })
    .where('publication', '=', publication)
    .where('report_id', 'in', reportIds)
    .execute();
}

/** Where some reports of a publication belong, by report id. */
export async function findPlacements(
  db: Reader,
  publication: string,
  reportIds: string[],
): Promise<Map<string, Placement>> {
  const found = new Map<string, Placement>();
  for (let start = 0; start < reportIds.length; start += 500) {
    const rows = await members(db, publication)
      .where('report_id', 'in', reportIds.slice(start, start + 500))
      .execute();
    for (const row of rows) found.set(row.report_id, readMember(row));
  }
  return found;
}

/** Every member of some developments. */
export async function findMembers(db: Reader, publication: string, developmentIds: string[]): Promise<Placement[]> {
  if (developmentIds.length === 0) return [];
  const rows = await members(db, publication).where('development_id', 'in', developmentIds).execute();
  return rows.map(readMember);
}

function members(db: Reader, publication: string) {
  return db
    .withTables<DevelopmentTables>()
    .selectFrom('development_reports')
    .selectAll()
    .where('publication', '=', publication)
    .orderBy('report_id');
}

function readMember(row: MemberRow): Placement {
  return {
    reportId: row.report_id,
    developmentId: row.development_id,
    copyOf: row.copy_of,
    similarity: row.similarity,
  };
}
