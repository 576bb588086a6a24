import type { Reader, Writer } from '#platform/database/database.ts';
import type { RewriteRun } from '#withdrawals/withdrawals.ts';

/** How often a page was sent whole on a day of UTC. Nothing of who asked is known here. */
export interface ReadCount {
  path: string;
  day: string;
  reads: number;
}

type ReadCountTables = { read_counts: { path: string; utc_day: string; reads: number } };

/** Adds to what stands: several processes count, each its own. At most 500 a call. */
export async function addReadCounts(tx: Writer, counts: ReadCount[]): Promise<void> {
  if (counts.length === 0) return;
  await tx
    .withTables<ReadCountTables>()
    .insertInto('read_counts')
    .values(counts.map(({ path, day, reads }) => ({ path, utc_day: day, reads })))
    .onConflict((conflict) =>
      conflict.columns(['path', 'utc_day']).doUpdateSet((eb) => ({
        reads: eb('read_counts.reads', '+', eb.ref('excluded.reads')),
      })),
    )
    .execute();
}

/** Deletes the counts of addresses that say a withdrawn name. */
export async function redactReadCounts({ database, redactor, write, found }: RewriteRun): Promise<void> {
  const rows = await database.read
    .withTables<ReadCountTables>()
    .selectFrom('read_counts')
    .select('path')
    .distinct()
    .execute();
  for (const { path } of rows) {
    if (redactor.slug(path) === path) continue;
    found('counts of reading', [redactor.slug(path)]);
    if (write)
      await database.write((tx) =>
        tx.withTables<ReadCountTables>().deleteFrom('read_counts').where('path', '=', path).execute(),
      );
  }
}

/** The counts of a publication's pages, the latest day first, the most read first. */
export async function findReadCounts(db: Reader, publication: string): Promise<ReadCount[]> {
  const home = `/${publication}`;
  const rows = await db
    .withTables<ReadCountTables>()
    .selectFrom('read_counts')
    .selectAll()
    // Slugs are letters, digits and hyphens: nothing in them means more to LIKE.
    .where((eb) => eb.or([eb('path', '=', home), eb('path', 'like', `${home}/%`), eb('path', 'like', `${home}?%`)]))
    .orderBy('utc_day', 'desc')
    .orderBy('reads', 'desc')
    .orderBy('path')
    .execute();
  return rows.map(({ path, utc_day, reads }) => ({ path, day: utc_day, reads }));
}
