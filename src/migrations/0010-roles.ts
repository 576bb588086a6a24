import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/** Roles are of a publication; who runs the newsroom is an administrator of all of them. */
export const roles: SchemaStep = {
  name: '0010-roles',
  reason: 'Who may do what, by publication.',
  async up(db) {
    const statements = [
      'alter table staff add column runs_newsroom integer not null default 0 check (runs_newsroom in (0, 1))',
      `update staff set runs_newsroom = 1 where role = 'administrator'`,
      `create table staff_roles (
  staff_id text not null references staff (id), publication text not null references publications (slug),
  role text not null check (role in ('contributor', 'editor', 'publisher', 'administrator')),
  primary key (staff_id, publication))`,
      `insert into staff_roles select staff.id, publications.slug, staff.role
  from staff cross join publications where staff.runs_newsroom = 0`,
      'alter table staff drop column role',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
