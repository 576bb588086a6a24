import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate } from '#platform/database/migrate.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { terms } from './0037-terms.ts';
import { migrations } from './migrations.ts';

const at = `'2026-11-20T09:00:00.000Z'`;
const before = [
  `insert into publications values ('gorvan', '{}', 'active', 'UTC', 1, null, ${at}, ${at})`,
  `insert into wires (id, outlet, url, visibility, state, interval_minutes, idle_alarm_hours, next_fetch_at, failures, created_at, kind)
     values ('w1', 'Halyard', 'folder:halyard', 'private', 'active', 1, 48, ${at}, 0, ${at}, 'folder')`,
  `insert into reports values ('rep_1', 'k', 'e', null, 'Halyard', 'w1', 1, ${at})`,
  `insert into report_versions (report_id, version, title, body, lang, authors, origins, method, reported_at, retrieved_at, body_sha256)
     values ('rep_1', 1, 't', 'b', 'en', '[]', '[]', 'file', ${at}, ${at}, 'h')`,
  `insert into pieces (id, publication, kind, lang, path, state, head_revision, created_at)
     values ('pc_1', 'gorvan', 'summary', 'en', 'x', 'unpublished', 1, ${at})`,
  `insert into tasks (id, kind, report_id, version, raised_at) values ('task_1', 'killed', 'rep_1', 1, ${at})`,
  `insert into task_pieces (task_id, piece_id, what) values ('task_1', 'pc_1', 'Taken out')`,
];

describeOnBothEngines('a newsroom of before terms were obeyed', (open) => {
  test('keeps its wires and tasks, and takes the new kinds of both', async () => {
    const database = await open({ empty: true });
    await migrate(database, migrations.slice(0, migrations.indexOf(terms)));
    const run = (statement: string) => sql.raw<Record<string, string>>(statement).execute(database.schema);
    for (const statement of before) await run(statement);
    expect(await migrate(database, migrations)).toContain('0037-terms');
    await run(
      `insert into tasks (id, kind, report_id, version, raised_at) values ('task_2', 'ended', 'rep_1', 1, ${at})`,
    );
    await expect(run(`insert into tasks values ('task_3', 'bored', 'rep_1', 1, ${at})`)).rejects.toThrow();
    await run(`update wires set kind = 'mailbox' where id = 'w1'`);
    await expect(run(`update wires set kind = 'radio'`)).rejects.toThrow();
    const joined = 'select task_pieces.what, tasks.kind from task_pieces join tasks on tasks.id = task_pieces.task_id';
    expect((await run(joined)).rows).toEqual([{ what: 'Taken out', kind: 'killed' }]);
  });
});
