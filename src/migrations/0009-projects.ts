import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/** A kind of piece more: special projects. SQLite cannot change a constraint of a table that stands; it is made anew. */
export const projects: SchemaStep = {
  name: '0009-projects',
  reason: 'Special projects are pieces of a kind of their own.',
  async up(db, engine) {
    const kinds = `'summary', 'article', 'community', 'background', 'talk', 'series', 'project', 'page'`;
    const changed =
      engine === 'sqlite'
        ? [
            'pragma defer_foreign_keys = on',
            'create table pieces_kept as select * from pieces',
            'drop table pieces',
            `create table pieces (
  id text primary key, publication text not null references publications (slug),
  kind text not null check (kind in (${kinds})),
  lang text not null, path text not null, dated text, translation_of text references pieces (id),
  state text not null check (state in ('unpublished', 'live', 'withdrawn')),
  head_revision integer not null, live_revision integer,
  created_at text not null, first_published_at text, modified_at text,
  unique (publication, path))`,
            'insert into pieces select * from pieces_kept',
            'drop table pieces_kept',
            'create index pieces_by_day on pieces (publication, kind, lang, state, dated)',
          ]
        : [
            'alter table pieces drop constraint pieces_kind_check',
            `alter table pieces add constraint pieces_kind_check check (kind in (${kinds}))`,
          ];
    for (const statement of changed) await sql.raw(statement).execute(db);
  },
};
