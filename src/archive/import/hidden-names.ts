import { findCitedOutlets } from '#evidence/evidence.ts';
import type { Database, Reader } from '#platform/database/database.ts';
import { findPublications } from '#publications/publications.ts';
import { findOutlets } from '#wires/wires.ts';
import { beginWithdrawal, UnusableName } from '#withdrawals/withdrawals.ts';

/**
 * Names that the archive itself hides are recorded as withdrawn before anything that may hold them is kept. Of people only:
 * two words or more, and no name of a publication or of an outlet, agency or monitor that is known here. What is refused is
 * left out of its own page only.
 */
export async function recordHiddenNames(database: Database, hidden: string[], at: string): Promise<void> {
  if (hidden.length === 0) return;
  const taken = (await findKnownNames(database.read)).map((name) => name.toLowerCase());
  for (const name of new Set(hidden)) {
    if (!/\S\s+\S/u.test(name) || taken.some((each) => each.includes(name.toLowerCase()))) continue;
    try {
      await database.write((tx) => beginWithdrawal(tx, { names: [name], by: 'import' }, at));
    } catch (error) {
      if (!(error instanceof UnusableName)) throw error;
    }
  }
}

/** What publications, outlets, agencies and monitors are called here. */
async function findKnownNames(db: Reader): Promise<string[]> {
  const publications = await findPublications(db);
  const own = publications.flatMap(({ name, knownOrigins }) => [
    name,
    ...knownOrigins.flatMap((origin) => [origin.name, ...(origin.also ?? [])]),
  ]);
  return [...own, ...(await findOutlets(db)), ...(await findCitedOutlets(db))];
}
