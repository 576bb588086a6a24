import { expect, test } from 'vitest';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addReadCounts, findReadCounts } from './read-count-store.ts';

describeOnBothEngines('counts of reading', (open) => {
  test('add up by page and day, whoever counted, and are told for one publication', async () => {
    const database = await open();
    const home = { path: '/gorvan', day: '2026-11-20' };
    await database.write((tx) => addReadCounts(tx, [{ ...home, reads: 2 }]));
    await database.write((tx) =>
      addReadCounts(tx, [
        { ...home, reads: 3 },
        { path: '/gorvan/about', day: '2026-11-20', reads: 9 },
        { path: '/gorvan', day: '2026-11-21', reads: 1 },
        { path: '/gorvanne', day: '2026-11-20', reads: 7 },
      ]),
    );
    await database.write((tx) => addReadCounts(tx, []));
    expect(await findReadCounts(database.read, 'gorvan')).toEqual([
      { path: '/gorvan', day: '2026-11-21', reads: 1 },
      { path: '/gorvan/about', day: '2026-11-20', reads: 9 },
      { path: '/gorvan', day: '2026-11-20', reads: 5 },
    ]);
  });
});
