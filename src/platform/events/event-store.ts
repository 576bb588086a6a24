import type { Reader, Writer } from '#platform/database/database.ts';

/** A thing that happened to the newsroom, in its own words ("piece published"), for the audit and for what follows. */
export interface BusinessEvent {
  kind: string;
  data: Record<string, unknown>;
}

type EventTables = {
  events: { id: number; at: string; kind: string; data: string };
};

/** Records an event in the transaction of the change that it tells of. */
export async function recordEvent(tx: Writer, at: string, event: BusinessEvent): Promise<void> {
  await tx
    .withTables<{ events: Omit<EventTables['events'], 'id'> }>()
    .insertInto('events')
    .values({ at, kind: event.kind, data: JSON.stringify(event.data) })
    .execute();
}

/** The latest events, newest first. */
export async function findRecentEvents(db: Reader, limit: number): Promise<(BusinessEvent & { at: string })[]> {
  const rows = await db
    .withTables<EventTables>()
    .selectFrom('events')
    .select(['at', 'kind', 'data'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ at: row.at, kind: row.kind, data: JSON.parse(row.data) }));
}

/** The kind of the latest event among some kinds; null when none has happened. */
export async function findLastEvent(db: Reader, kinds: string[]): Promise<string | null> {
  const row = await db
    .withTables<EventTables>()
    .selectFrom('events')
    .select('kind')
    .where('kind', 'in', kinds)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.kind ?? null;
}
