import type { Database } from '#platform/database/database.ts';
import { rewriteRows } from '#platform/database/rewrite-rows.ts';

/** Rewrites names and mail addresses of staff (a withdrawn name may be an editor's own). Answers how many were changed. */
export async function rewriteStaff(
  database: Database,
  rewrite: { name(name: string): string; address(email: string): string },
  options: { write: boolean },
): Promise<number> {
  return rewriteRows<{ id: string; name: string; email: string }>(
    database,
    { table: 'staff', key: ['id'], columns: ['name', 'email'] },
    ({ name, email }) => ({ name: rewrite.name(name), email: rewrite.address(email) }),
    options,
  );
}
