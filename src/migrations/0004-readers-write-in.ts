import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/**
 * What readers send, sealed. No instant and no number that counts up. SQLite would number the rows as they come:
 * `without rowid` keeps them in the order of their random ids.
 */
export const readersWriteIn: SchemaStep = {
  name: '0004-readers-write-in',
  reason: 'Submissions from readers, encrypted at rest.',
  async up(db, engine) {
    const statements = [
      `create table submissions (
  id text primary key, publication text not null references publications (slug),
  kind text not null check (kind in ('tip', 'pitch')),
  received_on text not null, key_id text not null, sealed text not null,
  receipt_lookup text not null unique, receipt_key text not null,
  state text not null check (state in ('new', 'read', 'answered', 'closed')),
  reply_sealed text, reply_desk_copy text, replied_on text,
  check ((reply_sealed is null) = (reply_desk_copy is null) and (reply_sealed is null) = (replied_on is null))
)${engine === 'sqlite' ? ' without rowid' : ''}`,
      'create index submissions_by_day on submissions (publication, state, received_on)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
