import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/**
 * `wires.terms`: what an editor says of the use of a wire's reports, as JSON. `wires.position`: how far a mailbox was read.
 * SQLite cannot change a constraint of a table that stands: the column and the table are made anew.
 */
export const terms: SchemaStep = {
  name: '0037-terms',
  reason: 'Terms of use are obeyed: those of a wire, and tasks where they end. A wire can be a mailbox.',
  async up(db, engine) {
    const taskKinds = `'killed', 'withheld', 'corrected', 'ended', 'internal'`;
    const wireKinds = `'feed', 'page', 'folder', 'mailbox'`;
    const changed =
      engine === 'sqlite'
        ? [
            `alter table wires add column kind_kept text not null default 'feed' check (kind_kept in (${wireKinds}))`,
            'update wires set kind_kept = kind',
            'alter table wires drop column kind',
            'alter table wires rename column kind_kept to kind',
            'pragma defer_foreign_keys = on',
            'create table tasks_kept as select * from tasks',
            'drop table tasks',
            `create table tasks (
  id text primary key, kind text not null check (kind in (${taskKinds})),
  report_id text not null, version integer not null, raised_at text not null,
  unique (report_id, version, kind),
  foreign key (report_id, version) references report_versions (report_id, version))`,
            'insert into tasks (id, kind, report_id, version, raised_at) select id, kind, report_id, version, raised_at from tasks_kept',
            'drop table tasks_kept',
          ]
        : [
            'alter table wires drop constraint wires_kind_check',
            `alter table wires add constraint wires_kind_check check (kind in (${wireKinds}))`,
            'alter table tasks drop constraint tasks_kind_check',
            `alter table tasks add constraint tasks_kind_check check (kind in (${taskKinds}))`,
            'alter table tasks drop constraint tasks_report_id_version_key',
            'alter table tasks add constraint tasks_report_id_version_kind_key unique (report_id, version, kind)',
          ];
    const added = ['alter table wires add column terms text', 'alter table wires add column position text'];
    for (const statement of [...changed, ...added]) await sql.raw(statement).execute(db);
  },
};
