import type { Database } from '#platform/database/database.ts';
import { rewriteRows } from '#platform/database/rewrite-rows.ts';

/** Rewrites the data of events, which are otherwise never changed. Answers how many were. */
export async function rewriteEvents(
  database: Database,
  json: <T>(value: T) => T,
  options: { write: boolean },
): Promise<number> {
  return rewriteRows<{ id: number; data: string }>(
    database,
    { table: 'events', key: ['id'], columns: ['data'] },
    ({ data }) => ({ data: JSON.stringify(json(JSON.parse(data))) }),
    options,
  );
}
