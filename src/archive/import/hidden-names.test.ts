import { expect, test } from 'vitest';
import { findWithdrawals } from '#withdrawals/withdrawals.ts';
import { describeOnBothEngines } from '../../../tests/support/engines.ts';
import { addPublication, addReport, testMoment } from '../../../tests/support/fixtures.ts';
import { recordHiddenNames } from './hidden-names.ts';

describeOnBothEngines('names that an archive hides', (open) => {
  test('are withdrawn where they are people’s, and never an outlet’s, a publication’s or a single word', async () => {
    const database = await open();
    await addReport(database, await addPublication(database, { name: 'Gorvan Deeply' }), { agency: 'Amrin Agency' });
    const names = ['Oona Firth', 'Gorvan Courier', 'Amrin Agency', 'Gorvan Deeply', 'Firth'];
    await recordHiddenNames(database, names, testMoment);
    expect((await findWithdrawals(database.read)).flatMap((each) => each.names)).toEqual(['Oona Firth']);
  });
});
