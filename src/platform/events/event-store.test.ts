import { expect, test } from 'vitest';
import { describeOnBothEngines } from '../../../tests/support/engines.ts';
import { findLastEvent, findRecentEvents, recordEvent } from './event-store.ts';

describeOnBothEngines('events', (open) => {
  test('are told newest first, with what they say', async () => {
    const database = await open();
    expect(await findRecentEvents(database.read, 5)).toEqual([]);
    expect(await findLastEvent(database.read, ['piece published'])).toBeNull();
    await database.write(async (tx) => {
      await recordEvent(tx, '2026-11-20T09:00:00.000Z', {
        kind: 'piece published',
        data: { path: 'a', words: ['نعم'] },
      });
      await recordEvent(tx, '2026-11-20T08:00:00.000Z', { kind: 'wire failed', data: {} });
    });
    expect((await findRecentEvents(database.read, 5)).map((event) => event.kind)).toEqual([
      'wire failed',
      'piece published',
    ]);
    expect(await findRecentEvents(database.read, 1)).toEqual([
      { at: '2026-11-20T08:00:00.000Z', kind: 'wire failed', data: {} },
    ]);
    expect((await findRecentEvents(database.read, 2))[1]?.data).toEqual({ path: 'a', words: ['نعم'] });
    expect(await findLastEvent(database.read, ['piece published', 'piece corrected'])).toBe('piece published');
  });

  test('are not told when what they tell of was undone', async () => {
    const database = await open();
    const undone = database.write(async (tx) => {
      await recordEvent(tx, '2026-11-20T09:00:00.000Z', { kind: 'piece published', data: {} });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await findRecentEvents(database.read, 5)).toEqual([]);
  });
});
