import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/** The database itself refuses to change or delete an entry; `audit_head` says where the chain ends, so that a lost end shows. */
export const auditLog: SchemaStep = {
  name: '0024-audit',
  reason: 'Who did what to what, and when, in a chain that cannot be changed unseen.',
  async up(db, engine) {
    const refuse =
      engine === 'sqlite'
        ? ['update', 'delete'].map(
            (deed) => `create trigger audit_no_${deed} before ${deed} on audit
  begin select raise(abort, 'the audit log is append-only'); end`,
          )
        : [
            `create function refuse_audit_change() returns trigger language plpgsql as
  $$ begin raise exception 'the audit log is append-only'; end $$`,
            `create trigger audit_append_only before update or delete on audit
  for each row execute function refuse_audit_change()`,
          ];
    const statements = [
      `create table audit (
  number bigint primary key, at text not null, by_id text not null, action text not null, object text not null,
  detail text not null, previous_sha256 text not null, sha256 text not null)`,
      `create table audit_head (
  one integer primary key check (one = 1), number bigint not null, sha256 text not null)`,
      ...refuse,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
