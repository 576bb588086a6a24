import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/** Apart from the profile, which every reader may have. */
export const contributorContacts: SchemaStep = {
  name: '0039-contributor-contacts',
  reason: 'How the desk reaches a contributor is kept where no page, feed, dump or copy is made from.',
  async up(db, engine) {
    const table = `create table contributor_contacts (
  publication text not null references publications (slug), slug text not null, email text not null,
  primary key (publication, slug))${engine === 'sqlite' ? ' without rowid' : ''}`;
    await sql.raw(table).execute(db);
  },
};
