import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/** A piece's day and language never change; its address may, when a name is withdrawn, and so stands with it alone. */
export const labelsInOrder: SchemaStep = {
  name: '0021-labels-in-order',
  reason: 'A page of a list by label reads that page, in order, and its count reads an index.',
  async up(db, engine) {
    // On SQLite nulls come last in falling order, and saying so would keep it from the index.
    const fallingDay = engine === 'sqlite' ? 'dated desc' : 'dated desc nulls last';
    for (const statement of [
      `alter table piece_labels add column lang text not null default ''`,
      'alter table piece_labels add column dated text',
      `update piece_labels set lang = (select lang from pieces where id = piece_id),
  dated = (select dated from pieces where id = piece_id)`,
      `create index piece_labels_listed on piece_labels (publication, kind, slug, ${fallingDay}, piece_id, lang)`,
    ])
      await sql.raw(statement).execute(db);
  },
};
