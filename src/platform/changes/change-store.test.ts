import { expect, test } from 'vitest';
import { describeOnBothEngines } from '../../../tests/support/engines.ts';
import { findChangesAfter, findLastChange, recordChanges } from './change-store.ts';

const at = '2026-11-20T09:00:00.000Z';

describeOnBothEngines('changes', (open) => {
  test('are told in the order they were made, from a number on', async () => {
    const database = await open();
    expect(await findLastChange(database.read)).toBe(0);
    expect(await findChangesAfter(database.read, 0)).toEqual([]);
    await database.write((tx) => recordChanges(tx, at, ['piece:1', 'network']));
    const seen = await findLastChange(database.read);
    await database.write((tx) => recordChanges(tx, at, []));
    await database.write((tx) => recordChanges(tx, at, ['piece:2']));
    expect((await findChangesAfter(database.read, 0)).map((change) => change.key)).toEqual([
      'piece:1',
      'network',
      'piece:2',
    ]);
    expect((await findChangesAfter(database.read, seen)).map((change) => change.key)).toEqual(['piece:2']);
  });

  test('are not told when what made them was undone', async () => {
    const database = await open();
    const undone = database.write(async (tx) => {
      await recordChanges(tx, at, ['piece:1']);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await findLastChange(database.read)).toBe(0);
  });

  test('reach a reader who follows along, though a slow transaction ends after a quick one', async () => {
    const database = await open();
    const seen: string[] = [];
    let last = 0;
    const follow = async () => {
      for (const { id, key } of await findChangesAfter(database.read, last)) {
        seen.push(key);
        last = id;
      }
    };
    let finish = () => {};
    const mayEnd = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let begun = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow = database.write(async (tx) => {
      await recordChanges(tx, at, ['slow']);
      begun();
      await mayEnd;
    });
    await hasBegun;
    const quick = database.write((tx) => recordChanges(tx, at, ['quick']));
    await Promise.race([quick, new Promise((resolve) => setTimeout(resolve, 150))]);
    await follow();
    finish();
    await Promise.all([slow, quick]);
    await follow();
    expect(seen.sort()).toEqual(['quick', 'slow']);
  });
});
