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

/**
 * Keeps an item that could not become a report, with its reason. The same is kept once: an item of a wire that fails
 * again at each fetch, or a line of a file that is read again.
 */
export async function saveSetAside(tx: Writer, item: SetAside, at: string): Promise<void> {
  const row = {
    publication: item.publication,
    wire_id: item.wireId,
    source: storableText(item.source),
    item: storableText(item.item.slice(0, 500)),
    reason: storableText(item.reason.slice(0, 1000)),
    raw_sha256: item.rawSha256,
    at,
  };
  const tables = tx.withTables<{ set_aside: SetAsideRow }>();
  let same = tables
    .selectFrom('set_aside')
    .select('id')
    .where('source', '=', row.source)
    .where('item', '=', row.item)
    .where('reason', '=', row.reason);
  // Another file of the same name has other lines.
  if (row.wire_id === null && row.raw_sha256 !== null) same = same.where('raw_sha256', '=', row.raw_sha256);
  if (await same.limit(1).executeTakeFirst()) return;
  await tx.withTables<{ set_aside: Omit<SetAsideRow, 'id'> }>().insertInto('set_aside').values(row).execute();
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
