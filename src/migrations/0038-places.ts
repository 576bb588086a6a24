import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/** Read from public lists of places, which can be read again: a backup leaves them out. `lang` '' is not known. */
export const places: SchemaStep = {
  name: '0038-places',
  reason: 'Places of the world with their names in every script, as a gazetteer says them.',
  async up(db) {
    const statements = [
      `create table places (
  id text primary key, name text not null, latitude double precision not null, longitude double precision not null,
  country text not null, admin text not null, feature_class text not null, feature_code text not null,
  population bigint not null)`,
      'create index places_by_population on places (population)',
      'create index places_by_country on places (country, population)',
      `create table place_names (
  place_id text not null references places (id), name text not null, lang text not null,
  primary key (place_id, name, lang))`,
      'create table gazetteer_reads (id text primary key, at text not null, source text not null, places bigint not null)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
