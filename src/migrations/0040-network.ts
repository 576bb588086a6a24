import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/** One row at most. */
export const network: SchemaStep = {
  name: '0040-network',
  reason:
    'The network says of itself, at the desk and not in a configuration file, what it is and how new publications begin.',
  async up(db) {
    const table =
      'create table network (one integer primary key check (one = 1), profile text not null, updated_at text not null)';
    await sql.raw(table).execute(db);
  },
};
