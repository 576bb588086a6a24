import { recordChanges } from '#platform/changes/change-store.ts';
import type { Reader, Writer } from '#platform/database/database.ts';
import { findRedactor } from '#withdrawals/withdrawals.ts';
import { mapTermsTexts, type WireTerms } from './terms.ts';
import type { PageSelectors, Wire, WireKind } from './wire.ts';

interface WireRow {
  id: string;
  outlet: string;
  url: string;
  lang: string | null;
  visibility: 'public' | 'private';
  state: 'active' | 'paused';
  interval_minutes: number;
  idle_alarm_hours: number;
  etag: string | null;
  last_modified: string | null;
  last_fetched_at: string | null;
  next_fetch_at: string;
  last_new_report_at: string | null;
  failures: number;
  last_error: string | null;
  created_at: string;
  kind: WireKind;
  selectors: string | null;
  terms: string | null;
  position: string | null;
}

type WireTables = { wires: WireRow; wire_publications: { wire_id: string; publication: string } };

/** What an editor may set of a wire. */
export type WireSettings = Pick<
  Wire,
  'id' | 'outlet' | 'url' | 'lang' | 'visibility' | 'state' | 'intervalMinutes' | 'idleAlarmHours' | 'publications'
> &
  Partial<Pick<Wire, 'kind' | 'selectors'>>;

/** Adds a wire or changes its settings; what its fetches recorded stays. */
export async function saveWire(tx: Writer, wire: WireSettings, at: string): Promise<void> {
  const tables = tx.withTables<WireTables>();
  const settings = {
    outlet: wire.outlet,
    url: wire.url,
    lang: wire.lang,
    visibility: wire.visibility,
    state: wire.state,
    interval_minutes: wire.intervalMinutes,
    idle_alarm_hours: wire.idleAlarmHours,
    kind: wire.kind ?? 'feed',
    selectors: wire.selectors ? JSON.stringify(wire.selectors) : null,
  };
  await tables
    .insertInto('wires')
    .values({
      id: wire.id,
      ...settings,
      etag: null,
      last_modified: null,
      last_fetched_at: null,
      next_fetch_at: at,
      last_new_report_at: null,
      failures: 0,
      last_error: null,
      created_at: at,
      terms: null,
      position: null,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(settings))
    .execute();
  // Whether it is public is said on pages that count sources.
  await recordChanges(tx, at, ['wires']);
  await tables.deleteFrom('wire_publications').where('wire_id', '=', wire.id).execute();
  if (wire.publications.length > 0) {
    await tables
      .insertInto('wire_publications')
      .values(wire.publications.map((publication) => ({ wire_id: wire.id, publication })))
      .execute();
  }
}

/** What an editor says of the use of a wire's reports; it goes for those that are here already too. */
export async function saveWireTerms(tx: Writer, id: string, terms: WireTerms | null): Promise<void> {
  const redactor = await findRedactor(tx);
  const kept = terms && mapTermsTexts(terms, (text) => redactor.text(text));
  await tx
    .withTables<WireTables>()
    .updateTable('wires')
    .set({ terms: kept && JSON.stringify(kept) })
    .where('id', '=', id)
    .execute();
}

/** How far a mailbox was read: the last message, by its number, and what its numbers are valid for. */
export interface MailboxPosition {
  uidValidity: number;
  uid: number;
}

export async function findPosition(db: Reader, id: string): Promise<MailboxPosition | null> {
  const row = await db
    .withTables<WireTables>()
    .selectFrom('wires')
    .select('position')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.position ? (JSON.parse(row.position) as MailboxPosition) : null;
}

export async function savePosition(tx: Writer, id: string, position: MailboxPosition): Promise<void> {
  await tx
    .withTables<WireTables>()
    .updateTable('wires')
    .set({ position: JSON.stringify(position) })
    .where('id', '=', id)
    .execute();
}

/** What a fetch leaves on its wire: when, what to send next time, and how it went. */
export interface FetchRecord {
  at: string;
  nextFetchAt: string;
  newReports: boolean;
  failures: number;
  lastError: string | null;
  etag?: string | null;
  lastModified?: string | null;
  /** Where the wire has moved for good; not taken over where another wire is there already. */
  url?: string;
}

export async function recordFetch(tx: Writer, id: string, fetched: FetchRecord): Promise<void> {
  const tables = tx.withTables<WireTables>();
  const taken =
    fetched.url === undefined
      ? undefined
      : await tables.selectFrom('wires').select('id').where('url', '=', fetched.url).executeTakeFirst();
  await tables
    .updateTable('wires')
    .set({
      last_fetched_at: fetched.at,
      next_fetch_at: fetched.nextFetchAt,
      failures: fetched.failures,
      last_error: fetched.lastError,
      ...(fetched.etag === undefined ? {} : { etag: fetched.etag }),
      ...(fetched.lastModified === undefined ? {} : { last_modified: fetched.lastModified }),
      ...(fetched.newReports ? { last_new_report_at: fetched.at } : {}),
      ...(fetched.url === undefined || taken ? {} : { url: fetched.url }),
    })
    .where('id', '=', id)
    .execute();
}

export async function findWires(db: Reader): Promise<Wire[]> {
  const tables = db.withTables<WireTables>();
  const rows = await tables.selectFrom('wires').selectAll().orderBy('outlet').orderBy('id').execute();
  const links = await tables.selectFrom('wire_publications').selectAll().orderBy('publication').execute();
  return rows.map((row) => readWire(row, links));
}

export async function findWire(db: Reader, id: string): Promise<Wire | null> {
  const tables = db.withTables<WireTables>();
  const row = await tables.selectFrom('wires').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  return readWire(row, await tables.selectFrom('wire_publications').selectAll().where('wire_id', '=', id).execute());
}

function readWire(row: WireRow, links: { wire_id: string; publication: string }[]): Wire {
  return {
    id: row.id,
    kind: row.kind,
    outlet: row.outlet,
    url: row.url,
    terms: row.terms === null ? null : (JSON.parse(row.terms) as WireTerms),
    selectors: row.selectors === null ? null : (JSON.parse(row.selectors) as PageSelectors),
    lang: row.lang,
    visibility: row.visibility,
    state: row.state,
    intervalMinutes: row.interval_minutes,
    idleAlarmHours: row.idle_alarm_hours,
    etag: row.etag,
    lastModified: row.last_modified,
    lastFetchedAt: row.last_fetched_at,
    nextFetchAt: row.next_fetch_at,
    lastNewReportAt: row.last_new_report_at,
    failures: row.failures,
    lastError: row.last_error,
    publications: links.filter((link) => link.wire_id === row.id).map((link) => link.publication),
  };
}
