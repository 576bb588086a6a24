import type { Reader, Writer } from '#platform/database/database.ts';
import { findRedactor, type RewriteRun } from '#withdrawals/withdrawals.ts';
import { findPublication } from './publication-store.ts';

/** How the desk reaches contributors: apart from what is public of them. */
type ContactTables = { contributor_contacts: { publication: string; slug: string; email: string } };

/** The mail address of a contributor; null where none is kept. */
export async function findContributorEmail(db: Reader, publication: string, slug: string): Promise<string | null> {
  const row = await db
    .withTables<ContactTables>()
    .selectFrom('contributor_contacts')
    .select('email')
    .where('publication', '=', publication)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.email ?? null;
}

/** Keeps a contributor's mail address in place of the one before; an empty one, or that of a withdrawn name, is not kept. */
export async function setContributorEmail(tx: Writer, publication: string, slug: string, email: string): Promise<void> {
  const tables = tx.withTables<ContactTables>();
  await tables
    .deleteFrom('contributor_contacts')
    .where('publication', '=', publication)
    .where('slug', '=', slug)
    .execute();
  if (email === '' || (await findRedactor(tx)).mentions(email)) return;
  await tables.insertInto('contributor_contacts').values({ publication, slug, email }).execute();
}

/** Deletes the addresses of those who are withdrawn: one that holds a name, and any of whom the profile says nothing more. */
export async function redactContacts(run: RewriteRun): Promise<void> {
  const { database, redactor, write } = run;
  const rows = await database.read.withTables<ContactTables>().selectFrom('contributor_contacts').selectAll().execute();
  for (const { publication: at, slug, email } of rows) {
    const publication = await findPublication(database.read, at);
    const known = publication?.contributors.some((each) => each.slug === slug) ?? false;
    if (known && !redactor.mentions(email)) continue;
    run.found('contributors’ mail addresses', []);
    if (write) await database.write((tx) => setContributorEmail(tx, at, slug, ''));
  }
}
