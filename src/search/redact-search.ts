import { analyse } from '#lib/search/analyse.ts';
import type { Database } from '#platform/database/database.ts';
import { findRedactor, findWithdrawals } from '#withdrawals/withdrawals.ts';
import { indexPending } from './index-pending.ts';
import { findFacetValues, purgeDeletedWords, removeWords } from './search-index-store.ts';

/**
 * Takes withdrawn names out of the index: after pieces were rewritten, and before free space is erased. A word of a name
 * that others bear too comes back with the next piece that says it.
 */
export async function redactSearch(database: Database): Promise<void> {
  const redactor = await findRedactor(database.read);
  const names = (await findWithdrawals(database.read)).flatMap((withdrawal) => withdrawal.names);
  const forms = new Set(
    names.flatMap((name) => [...analyse(name, 'en'), ...analyse(name.replaceAll(/\s/gu, ''), 'en')]),
  );
  const outlets = (await findFacetValues(database.read)).filter((value) => redactor.text(value) !== value);
  await database.write((tx) => removeWords(tx, [...new Set([...forms].map(({ form }) => form))], outlets));
  while ((await indexPending(database)).more);
  await database.write(purgeDeletedWords);
}
