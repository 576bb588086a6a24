import { expect, test } from 'vitest';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { testMoment } from '../../tests/support/fixtures.ts';
import { beginWithdrawal } from './begin-withdrawal.ts';
import { findRedactor, findWithdrawals, setWithdrawalState } from './withdrawal-store.ts';

describeOnBothEngines('the list of withdrawals', (open) => {
  const begin = (database: Awaited<ReturnType<typeof open>>, names: string[], at = testMoment) =>
    database.write((tx) => beginWithdrawal(tx, { names, by: 'Editor' }, at));

  test('keeps every spelling, tidied, with its tombstone, and is begun before it is done', async () => {
    const database = await open();
    const { id } = await begin(database, [' Oona   Firth ', 'Oona Firth', 'عونة فيرث', '']);
    const kept = {
      id,
      names: ['Oona Firth', 'عونة فيرث'],
      tombstone: { en: '[name withdrawn]' },
      by: 'Editor',
      state: 'begun',
    };
    expect(await findWithdrawals(database.read)).toMatchObject([kept]);
    await database.write((tx) => setWithdrawalState(tx, id, 'done'));
    expect(await findWithdrawals(database.read)).toMatchObject([{ ...kept, state: 'done' }]);
  });

  test('keeps the same spellings under the id that they have: addresses hang on it', async () => {
    const database = await open();
    const first = await begin(database, ['Oona Firth', 'O. Firth']);
    await database.write((tx) => setWithdrawalState(tx, first.id, 'done'));
    expect(await begin(database, ['O. Firth'])).toEqual({ id: first.id, isNew: false });
    expect(await begin(database, ['Oona Firth', 'عونة فيرث'])).toMatchObject({ isNew: true });
    expect((await findWithdrawals(database.read)).map(({ state }) => state).sort()).toEqual(['begun', 'done']);
  });

  test('makes a redactor that is the same while nothing is withdrawn, and another one at once when something is', async () => {
    const database = await open();
    expect((await findRedactor(database.read)).empty).toBe(true);
    await begin(database, ['Oona Firth']);
    const redactor = await findRedactor(database.read);
    expect(redactor.text('Oona Firth sailed')).toBe('[name withdrawn] sailed');
    expect(await findRedactor(database.read)).toBe(redactor);
    await begin(database, ['Mira Holt'], '2026-11-20T10:00:00.000Z');
    expect((await findRedactor(database.read)).mentions('Mira Holt')).toBe(true);
  });
});
