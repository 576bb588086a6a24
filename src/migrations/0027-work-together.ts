import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/** What people tell each other of a piece, who has read it, and when it goes out. */
export const workTogether: SchemaStep = {
  name: '0027-work-together',
  reason:
    'Pieces have states of work, comments, approvals and times at which they go out; changes are corrections or updates.',
  async up(db) {
    const statements = [
      'alter table revisions add column saved_by_id text',
      `alter table corrections add column kind text not null default 'correction' check (kind in ('correction', 'update', 'withdrawal'))`,
      `create table approvals (
  piece_id text not null references pieces (id), revision integer not null, by_id text not null, by_whom text not null,
  at text not null, primary key (piece_id, revision, by_id))`,
      `create table schedules (
  piece_id text primary key references pieces (id), revision integer not null, local_time text not null,
  time_zone text not null, due_at text not null, set_by_id text not null, set_by text not null, set_at text not null,
  state text not null check (state in ('waiting', 'stopped')), stopped_by text)`,
      'create index schedules_by_time on schedules (state, due_at)',
      `create table work (
  piece_id text primary key references pieces (id),
  state text not null check (state in ('idea', 'writing', 'review', 'ready')),
  assignee_id text references staff (id), due_at text, changes integer not null)`,
      'create index work_by_assignee on work (assignee_id)',
      `create table checked_items (
  piece_id text not null references pieces (id), item text not null, by_whom text not null, at text not null,
  primary key (piece_id, item))`,
      `create table comments (
  id text primary key, piece_id text not null references pieces (id), reply_to text, revision integer not null,
  place text, quote text not null, words text not null, by_id text not null, by_whom text not null, at text not null,
  resolved_at text, resolved_by text)`,
      'create index comments_by_piece on comments (piece_id, at)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
