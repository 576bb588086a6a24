import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/** Where a sentence of our own reporting comes from, sealed. A day, and no time of it. */
export const heldSources: SchemaStep = {
  name: '0033-held-sources',
  reason: 'A source of our own reporting is held, encrypted at rest, and is in no page, feed, dump or copy.',
  async up(db, engine) {
    const statements = [
      `create table held_sources (
  id text primary key, publication text not null references publications (slug),
  piece_id text not null references pieces (id), sentence_id text not null,
  held_on text not null, held_by_id text not null, key_id text not null, sealed text not null)${
    engine === 'sqlite' ? ' without rowid' : ''
  }`,
      'create index held_sources_by_piece on held_sources (piece_id)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
