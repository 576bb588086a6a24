import type { Database } from '#platform/database/database.ts';
import { rewriteRows } from '#platform/database/rewrite-rows.ts';

/** Rewrites names and mail addresses of staff (a withdrawn name may be an editor's own), and what they call their passkeys. Answers how many were changed. */
export async function rewriteStaff(
  database: Database,
  rewrite: { name(name: string): string; address(email: string): string },
  options: { write: boolean },
): Promise<number> {
  const members = await rewriteRows<{ id: string; name: string; email: string }>(
    database,
    { table: 'staff', key: ['id'], columns: ['name', 'email'] },
    ({ name, email }) => ({ name: rewrite.name(name), email: rewrite.address(email) }),
    options,
  );
  const passkeys = await rewriteRows<{ id: string; name: string }>(
    database,
    { table: 'passkeys', key: ['id'], columns: ['name'] },
    ({ name }) => ({ name: rewrite.name(name) }),
    options,
  );
  return members + passkeys;
}
