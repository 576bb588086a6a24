import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/** Which developments go on from each other. A subject is hashes of words, so that no name stands in it. */
export const storylines: SchemaStep = {
  name: '0035-storylines',
  reason:
    'Developments that continue each other over days and months are one storyline, which an editor names and follows.',
  async up(db, engine) {
    const compact = engine === 'sqlite' ? ' without rowid' : '';
    const statements = [
      `create table storylines (
  id text primary key, publication text not null references publications (slug), name text not null,
  followed integer not null check (followed in (0, 1)))${compact}`,
      'create index storylines_by_publication on storylines (publication)',
      `create table storyline_developments (
  development_id text primary key references developments (id),
  publication text not null references publications (slug), storyline_id text not null references storylines (id),
  started_at text not null, linked_to text, score real not null,
  decided_by text not null check (decided_by in ('placing', 'editor')), subject text not null)${compact}`,
      'create index storyline_developments_by_time on storyline_developments (publication, started_at)',
      'create index storyline_developments_by_storyline on storyline_developments (storyline_id, started_at)',
      'create index developments_by_publication on developments (publication, last_on)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
