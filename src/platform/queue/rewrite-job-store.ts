import type { Database } from '#platform/database/database.ts';
import { rewriteRows } from '#platform/database/rewrite-rows.ts';

/** Rewrites what jobs carry and what went wrong with them. `json` is asked of a payload, `text` of an error. Answers how many were changed. */
export async function rewriteJobs(
  database: Database,
  rewrite: { json<T>(value: T): T; text(text: string): string },
  options: { write: boolean },
): Promise<number> {
  return rewriteRows<{ id: number; payload: string; last_error: string | null }>(
    database,
    { table: 'jobs', key: ['id'], columns: ['payload', 'last_error'] },
    ({ payload, last_error }) => ({
      payload: JSON.stringify(rewrite.json(JSON.parse(payload))),
      last_error: last_error && rewrite.text(last_error),
    }),
    options,
  );
}
