import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { end, runDaybook, startDaybook } from '../support/daybook-process.ts';
import { startSample } from '../support/sample-newsroom.ts';

const path = '/belisar/articles/2026/11/17/walking-on-water';

/** What an heir does with a disk that is left: a backup of last week, and the data folder as it was. */
describe('a newsroom put back from an older backup', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-restore-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('shows what it showed, and no name that was withdrawn since', { timeout: 120_000 }, async () => {
    const [data, out, restored] = ['data', 'backup', 'restored'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const before = await startSample(data);
    const shown = await (await fetch(before.site + path)).text();
    expect(shown).toContain('Ada Merrow');
    const backup = runDaybook(['backup', out, '--data', data]);
    expect([backup.code, backup.stdout]).toEqual([0, expect.stringMatching(/rows, \d+ blobs\. It holds secrets/u)]);
    await end(before.process);

    expect(runDaybook(['withdraw', '--name', 'Ada Merrow', '--data', data]).code).toBe(0);
    const restore = runDaybook(['restore', out, '--withdrawn', data, '--data', restored]);
    expect([restore.code, restore.stderr]).toEqual([0, expect.not.stringContaining('are back')]);
    expect(runDaybook(['restore', out, '--data', restored])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('the database is not empty'),
    });

    const after = await startDaybook(restored);
    try {
      const page = await (await fetch(after.site + path)).text();
      expect(page).toContain('The planks answer each step a moment late');
      const said = [page];
      for (const other of [
        '/belisar',
        '/belisar/articles',
        '/belisar/rss.xml',
        `${path}.json`,
        '/belisar/contributor/ada-merrow',
      ])
        said.push(await (await fetch(after.site + other)).text());
      said.push(runDaybook(['dump', '--publication', 'belisar', '--data', restored]).stdout);
      expect(said.join('\n')).not.toMatch(/Ada Merrow|ada-merrow/u);
    } finally {
      await end(after.process);
    }
  });
});
