import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSqlite } from './sqlite.ts';

test('a row whose number is greater than JavaScript counts exactly can be written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-sqlite-'));
  const database = openSqlite(join(folder, 'a.sqlite'));
  try {
    await sql`create table rows (number integer primary key)`.execute(database.schema);
    const { numAffectedRows } = await database.write((tx) =>
      sql`insert into rows (number) values (9009535716950016)`.execute(tx),
    );
    expect(numAffectedRows).toBe(1n);
    const { rows } = await sql<{ text: string }>`select cast(number as text) as text from rows`.execute(database.read);
    expect(rows).toEqual([{ text: '9009535716950016' }]);
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
});
