import { expect, test } from 'vitest';
import { findDeedsAfter } from '#platform/audit/audit-store.ts';
import { findPublication } from '#publications/publications.ts';
import { describeOnBothEngines } from '../../../tests/support/engines.ts';
import { addPublication, testClock } from '../../../tests/support/fixtures.ts';
import { aboutSetting, rulesSetting } from './plain-settings.ts';
import { saveSetting } from './save-setting.ts';
import { versionOf } from './setting.ts';

describeOnBothEngines('saving settings', (open) => {
  test('at the same moment, one of two who saw the same is told that it changed meanwhile', async () => {
    const database = await open();
    const publication = await addPublication(database);
    const base = versionOf(rulesSetting.keys, publication);
    const save = (line: string) =>
      saveSetting({ database, clock: testClock() }, rulesSetting, {
        ...{ slug: publication.slug, base, by: 'st_1' },
        typed: { checklist: line },
      });
    const lines = ['Names', 'Figures', 'Sources'];
    const kinds = (await Promise.all(lines.map(save))).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['changed-meanwhile', 'changed-meanwhile', 'saved']);
    const standing = await findPublication(database.read, publication.slug);
    expect(standing?.checklist).toEqual([lines[kinds.indexOf('saved')]]);
    expect(await findDeedsAfter(database.read, 0, 10)).toHaveLength(1);
  });

  test('at the same moment, different parts are all kept', async () => {
    const database = await open();
    const publication = await addPublication(database);
    const deps = { database, clock: testClock() };
    const asked = { slug: publication.slug, by: 'st_1' };
    const base = (setting: typeof rulesSetting) => versionOf(setting.keys, publication);
    const saved = await Promise.all([
      saveSetting(deps, rulesSetting, { ...asked, base: base(rulesSetting), typed: { checklist: 'Names' } }),
      saveSetting(deps, aboutSetting, {
        ...asked,
        base: base(aboutSetting),
        typed: { contact: 'desk@gorvan.example' },
      }),
    ]);
    expect(saved.map(({ kind }) => kind)).toEqual(['saved', 'saved']);
    const standing = await findPublication(database.read, publication.slug);
    expect(standing).toMatchObject({ checklist: ['Names'], contact: 'desk@gorvan.example' });
  });
});
