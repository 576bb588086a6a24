import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/** `developments.nearest`: the one that its first report was nearly put into, and how likely that was right; null when there was none, or once an editor said. */
export const nearest: SchemaStep = {
  name: '0041-nearest',
  reason:
    'Editors see which developments may be one, and what they join and part teaches how readily reports are joined.',
  async up(db) {
    const statements = [
      'alter table developments add column nearest text',
      'alter table developments add column nearness real',
      `create table joining_lessons (
  publication text not null references publications (slug), subject text not null,
  is_same integer not null check (is_same in (0, 1)), log_odds real not null, taught_at text not null,
  primary key (publication, subject))`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
