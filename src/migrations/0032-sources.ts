import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/**
 * `handling` holds what the sender says of a version beside its words; what is looked up has a column. `taken_files` knows
 * a file by the hash of its name, which may be a person's.
 */
export const sources: SchemaStep = {
  name: '0032-sources',
  reason: 'Wires are folders and pages too; reports are embargoed, withheld and killed, which is somebody’s task.',
  async up(db) {
    const statements = [
      `alter table wires add column kind text not null default 'feed' check (kind in ('feed', 'page', 'folder'))`,
      'alter table wires add column selectors text',
      `alter table report_versions add column status text not null default 'usable' check (status in ('usable', 'withheld', 'killed'))`,
      'alter table report_versions add column embargoed_until text',
      `alter table report_versions add column handling text not null default '{}'`,
      `create table taken_files (
  wire_id text not null references wires (id), name_sha256 text not null, size bigint not null, modified_at text not null,
  read_to bigint not null, taken_at text not null, primary key (wire_id, name_sha256))`,
      `create table tasks (
  id text primary key, kind text not null check (kind in ('killed', 'withheld', 'corrected')),
  report_id text not null, version integer not null, raised_at text not null,
  unique (report_id, version),
  foreign key (report_id, version) references report_versions (report_id, version))`,
      `create table task_pieces (
  task_id text not null references tasks (id), piece_id text not null references pieces (id),
  done_at text, done_by_id text, done_by text, what text, primary key (task_id, piece_id))`,
      'create index task_pieces_by_piece on task_pieces (piece_id, done_at)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
