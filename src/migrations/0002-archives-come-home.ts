import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/**
 * What imports need: series as pieces, evidence whose report is not held (its dump has come home, its text has not),
 * redirects from old addresses, and what became of each item of an archive. SQLite cannot change a constraint of a table
 * that stands; its two tables are made anew, with the checks of foreign keys put off to the end of the transaction.
 */
export const archivesComeHome: SchemaStep = {
  name: '0002-archives-come-home',
  reason: 'Imports: series, evidence without its report, redirects, outcomes by item.',
  async up(db, engine) {
    const kinds = `'summary', 'article', 'community', 'background', 'talk', 'series', 'page'`;
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
            'create table evidence_kept as select * from evidence',
            'drop table evidence',
            `create table evidence (
  id text primary key, report_id text, version integer not null, outlet text not null, origin text,
  url text, title text not null, lang text not null, reported_at text not null, retrieved_at text not null,
  capture_sha256 text not null, made_at text not null, external_id text,
  unique (report_id, version),
  foreign key (report_id, version) references report_versions (report_id, version))`,
            'insert into evidence select *, null from evidence_kept',
            'drop table evidence_kept',
          ]
        : [
            'alter table pieces drop constraint pieces_kind_check',
            `alter table pieces add constraint pieces_kind_check check (kind in (${kinds}))`,
            'alter table evidence alter column report_id drop not null',
            'alter table evidence add column external_id text',
          ];
    const added = [
      `create table redirects (
  publication text not null references publications (slug), source text not null,
  piece_id text references pieces (id), target text, at text not null,
  primary key (publication, source), check ((piece_id is null) <> (target is null)))`,
      'create index redirects_by_piece on redirects (piece_id)',
      `create table import_items (
  publication text not null references publications (slug), item_key text not null, item text not null,
  read_sha256 text not null, outcome text not null, reason text, facts text not null, at text not null,
  primary key (publication, item_key))`,
      'alter table withdrawals add column number integer not null default 0',
      `alter table withdrawals add column state text not null default 'begun' check (state in ('begun', 'done'))`,
    ];
    for (const statement of [...changed, ...added]) await sql.raw(statement).execute(db);
  },
};
