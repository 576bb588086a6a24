import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/** Passkeys, sessions that can be listed, invitations, codes by an app. Whoever was signed in signs in again. */
export const waysIn: SchemaStep = {
  name: '0023-ways-in',
  reason: 'People prove who they are by passkey, are invited by link, and see where they are signed in.',
  async up(db) {
    const statements = [
      'alter table staff add column suspended_at text',
      'drop table sessions',
      `create table sessions (
  token_sha256 text primary key, id text not null unique, staff_id text not null references staff (id),
  device text not null, created_at text not null, used_on text not null, expires_at text not null)`,
      'create index sessions_by_staff on sessions (staff_id)',
      `create table passkeys (
  id text primary key, staff_id text not null references staff (id), public_key text not null,
  counter bigint not null, transports text not null, name text not null, created_at text not null, used_on text)`,
      'create index passkeys_by_staff on passkeys (staff_id)',
      `create table challenges (
  challenge text primary key, owner text not null, expires_at text not null)`,
      'create index challenges_by_end on challenges (expires_at)',
      `create table invitations (
  token_sha256 text primary key, id text not null unique, publication text not null references publications (slug),
  role text not null check (role in ('contributor', 'editor', 'publisher', 'administrator')),
  invited_by text not null references staff (id), created_at text not null, expires_at text not null, used_at text)`,
      `create table app_codes (
  staff_id text primary key references staff (id), key_sha256 text not null unique, secret text not null,
  last_step bigint not null, wrong integer not null, locked_until text, confirmed integer not null check (confirmed in (0, 1)))`,
      `create table recovery_codes (
  code_sha256 text primary key, staff_id text not null references staff (id))`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
