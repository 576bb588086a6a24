import type { Reader, Writer } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';

/**
 * Who did what to what. Ids alone, never a name, an address or anybody's words: what is written here can never be taken
 * out again, also when a name is withdrawn.
 */
export interface Deed {
  /** A member of staff's id, or `terminal`: whoever owns the data folder. */
  by: string;
  /** "role changed" */
  action: string;
  /** "staff:st_3f9k…", "piece:pc_…" */
  object: string;
  detail?: Record<string, string | number>;
}

export interface AuditEntry extends Required<Deed> {
  /** 1, 2, 3 … without a gap. */
  number: number;
  at: string;
  /** SHA-256 of the entry before; 64 zeros in front of the first. */
  previous: string;
  /** SHA-256 of this entry's canonical form, which holds `previous`. */
  sha256: string;
}

type AuditTables = {
  audit: {
    number: number;
    at: string;
    by_id: string;
    action: string;
    object: string;
    detail: string;
    previous_sha256: string;
    sha256: string;
  };
  audit_head: { one: number; number: number; sha256: string };
};

const beforeTheFirst = '0'.repeat(64);

/** What an entry's hash is of: JSON with its keys in alphabetical order, without white space. */
export function canonicalEntry(entry: Omit<AuditEntry, 'sha256'>): string {
  const { action, at, by, number, object, previous } = entry;
  const detail = Object.fromEntries(Object.entries(entry.detail).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ action, at, by, detail, number, object, previous });
}

/** Adds an entry to the chain, in the transaction of the deed itself. */
export async function recordDeed(tx: Writer, at: string, deed: Deed): Promise<void> {
  const tables = tx.withTables<AuditTables>();
  await tables
    .insertInto('audit_head')
    .values({ one: 1, number: 0, sha256: beforeTheFirst })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // Whoever else adds an entry waits here for the end of this transaction.
  await tables
    .updateTable('audit_head')
    .set((eb) => ({ number: eb('number', '+', 1) }))
    .execute();
  const head = await tables.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow();
  const entry = { detail: {}, ...deed, at, number: Number(head.number), previous: head.sha256 };
  const hash = sha256(canonicalEntry(entry));
  await tables
    .insertInto('audit')
    .values({
      number: entry.number,
      at,
      by_id: entry.by,
      action: entry.action,
      object: entry.object,
      detail: JSON.stringify(entry.detail),
      previous_sha256: entry.previous,
      sha256: hash,
    })
    .execute();
  await tables.updateTable('audit_head').set({ sha256: hash }).execute();
}

/** Entries after a number, oldest first. */
export async function findDeedsAfter(db: Reader, number: number, limit: number): Promise<AuditEntry[]> {
  const rows = await db
    .withTables<AuditTables>()
    .selectFrom('audit')
    .selectAll()
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(entryOf);
}

/** The latest entries before a number (the very latest without one), newest first. */
export async function findLatestDeeds(db: Reader, limit: number, before: number | null): Promise<AuditEntry[]> {
  let query = db.withTables<AuditTables>().selectFrom('audit').selectAll();
  if (before !== null) query = query.where('number', '<', before);
  return (await query.orderBy('number', 'desc').limit(limit).execute()).map(entryOf);
}

/** Where the chain ends. */
export async function findAuditHead(db: Reader): Promise<{ number: number; sha256: string }> {
  const head = await db.withTables<AuditTables>().selectFrom('audit_head').selectAll().executeTakeFirst();
  return head ? { number: Number(head.number), sha256: head.sha256 } : { number: 0, sha256: beforeTheFirst };
}

function entryOf(row: AuditTables['audit']): AuditEntry {
  return {
    number: Number(row.number),
    at: row.at,
    by: row.by_id,
    action: row.action,
    object: row.object,
    detail: JSON.parse(row.detail) as AuditEntry['detail'],
    previous: row.previous_sha256,
    sha256: row.sha256,
  };
}
