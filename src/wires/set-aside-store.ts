import type { Reader, Writer } from '#platform/database/database.ts';
import { type SetAside, storableText } from './report.ts';

interface SetAsideRow {
  id: number;
  publication: string | null;
  wire_id: string | null;
  source: string;
  item: string;
  reason: string;
  raw_sha256: string | null;
  at: string;
}

/** Keeps an item that could not become a report, with its reason. */
export async function saveSetAside(tx: Writer, item: SetAside, at: string): Promise<void> {
  await tx
    .withTables<{ set_aside: Omit<SetAsideRow, 'id'> }>()
    .insertInto('set_aside')
    .values({
      publication: item.publication,
      wire_id: item.wireId,
      source: storableText(item.source),
      item: storableText(item.item).slice(0, 500),
      reason: storableText(item.reason).slice(0, 1000),
      raw_sha256: item.rawSha256,
      at,
    })
    .execute();
}

/** The items set aside lately, newest first. */
export async function findSetAside(db: Reader, limit: number): Promise<(SetAside & { at: string })[]> {
  const rows = await db
    .withTables<{ set_aside: SetAsideRow }>()
    .selectFrom('set_aside')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    publication: row.publication,
    wireId: row.wire_id,
    source: row.source,
    item: row.item,
    reason: row.reason,
    rawSha256: row.raw_sha256,
    at: row.at,
  }));
}
