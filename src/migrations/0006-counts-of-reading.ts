import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/** How often a page was read on a day, and nothing of who read it. */
export const countsOfReading: SchemaStep = {
  name: '0006-counts-of-reading',
  reason: 'Counts of reading, by page and day.',
  async up(db) {
    const table = `create table read_counts (
  path text not null, utc_day text not null, reads integer not null check (reads > 0),
  primary key (path, utc_day))`;
    await sql.raw(table).execute(db);
  },
};
