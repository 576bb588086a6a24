import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { describeOnBothEngines } from '../../../tests/support/engines.ts';
import { canonicalEntry, findDeedsAfter, findLatestDeeds, recordDeed } from './audit-store.ts';
import { verifyAudit } from './verify-audit.ts';

type Raw = { audit: { number: number; by_id: string; detail: string }; audit_head: { number: number } };

describeOnBothEngines('the audit log', (open) => {
  const at = '2026-11-20T09:00:00.000Z';
  const fill = async (count: number) => {
    const database = await open({ ownSchema: true });
    for (let each = 1; each <= count; each += 1)
      await database.write((tx) =>
        recordDeed(tx, at, {
          by: 'st_1',
          action: 'role changed',
          object: `staff:st_${each}`,
          detail: { role: 'editor' },
        }),
      );
    return database;
  };
  /** As somebody does who can do anything to the database. */
  const tamper = async (database: Database, work: (tx: ReturnType<typeof raw>) => { execute(): Promise<unknown> }) => {
    const triggers = open.engine === 'sqlite' ? ['audit_no_update', 'audit_no_delete'] : ['audit_append_only'];
    for (const trigger of triggers) await drop(database, trigger, open.engine === 'sqlite' ? null : 'audit');
    await database.write((tx) => work(raw(tx)).execute());
  };

  test('is whole as it is written, one entry after another, each holding the hash of the one before', async () => {
    const database = await fill(3);
    const [first, second, third] = await findDeedsAfter(database.read, 0, 10);
    expect([second?.previous, third?.previous]).toEqual([first?.sha256, second?.sha256]);
    expect(first && canonicalEntry(first)).toBe(
      `{"action":"role changed","at":"${at}","by":"st_1","detail":{"role":"editor"},"number":1,"object":"staff:st_1","previous":"${'0'.repeat(64)}"}`,
    );
    expect(await verifyAudit(database.read)).toEqual({ kind: 'whole', entries: 3, sha256: third?.sha256 });
    expect((await findLatestDeeds(database.read, 2, 3)).map(({ number }) => number)).toEqual([2, 1]);
  });

  test('has no gap and no fork when twenty deeds are done at once, and none of what was rolled back', async () => {
    const database = await fill(0);
    const deed = { by: 'st_1', action: 'signed in', object: 'staff:st_1' };
    await Promise.all(
      Array.from({ length: 20 }, (_, each) =>
        database
          .write(async (tx) => {
            await recordDeed(tx, at, deed);
            if (each % 4 === 0) throw new Error('rolled back');
          })
          .catch(() => null),
      ),
    );
    expect(await verifyAudit(database.read)).toMatchObject({ kind: 'whole', entries: 15 });
  });

  test('is not changed and not deleted from: the database refuses', async () => {
    const database = await fill(2);
    const change = database.write((tx) => raw(tx).updateTable('audit').set({ by_id: 'st_2' }).execute());
    await expect(change).rejects.toThrow('append-only');
    await expect(database.write((tx) => raw(tx).deleteFrom('audit').execute())).rejects.toThrow('append-only');
    expect(await verifyAudit(database.read)).toMatchObject({ kind: 'whole', entries: 2 });
  });

  test('names the first entry that was changed, taken out, or cut off, by who could do it all the same', async () => {
    const changed = await fill(4);
    await tamper(changed, (tx) =>
      tx.updateTable('audit').set({ detail: '{"role":"publisher"}' }).where('number', '=', 2),
    );
    expect(await verifyAudit(changed.read)).toEqual({ kind: 'broken', number: 2, why: 'changed' });
    const taken = await fill(4);
    await tamper(taken, (tx) => tx.deleteFrom('audit').where('number', '=', 3));
    expect(await verifyAudit(taken.read)).toEqual({ kind: 'broken', number: 3, why: 'missing' });
    const cut = await fill(4);
    await tamper(cut, (tx) => tx.deleteFrom('audit').where('number', '>', 2));
    expect(await verifyAudit(cut.read)).toEqual({ kind: 'broken', number: 3, why: 'missing' });
  });
});

function raw(db: Pick<Database['read'], 'withTables'>) {
  return db.withTables<Raw>();
}

async function drop(database: Database, trigger: string, table: string | null): Promise<void> {
  await sql.raw(`drop trigger ${trigger}${table ? ` on ${table}` : ''}`).execute(database.schema);
}
