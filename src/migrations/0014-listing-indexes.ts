import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

export const listingIndexes: SchemaStep = {
  name: '0014-listing-indexes',
  reason: 'A page of a list of ten thousand pieces reads that page, in order, and not the table.',
  async up(db, engine) {
    // On SQLite nulls come last in falling order, and saying so would keep it from the index.
    const fallingDay = engine === 'sqlite' ? 'dated desc' : 'dated desc nulls last';
    for (const statement of [
      `create index pieces_listed on pieces (publication, state, ${fallingDay}, path)`,
      `create index pieces_listed_by_kind on pieces (publication, state, kind, ${fallingDay}, path, lang)`,
      'create index pieces_by_original on pieces (translation_of)',
    ])
      await sql.raw(statement).execute(db);
  },
};
