import { expect, test } from 'vitest';
import { renderPath } from '#pages/pages.ts';
import { pageKinds } from '../../tests/support/page-kinds.ts';
import { openTestNewsroom } from '../../tests/support/test-newsroom.ts';

test('every piece of the sample passes the gate, and each kind of page stands', { timeout: 60_000 }, async () => {
  const newsroom = await openTestNewsroom({ sample: true });
  const site = { origin: 'https://daybook.example', networkName: 'Daybook', assets: { css: ['/assets/site-0.css'] } };
  const wrong: unknown[] = [];
  for (const { path, arabic, status: expected = 200 } of pageKinds)
    for (const each of arabic ? [path, arabic] : [path]) {
      const { status } = await renderPath(newsroom.database.read, site, each);
      if (status !== expected) wrong.push([each, status]);
    }
  expect(wrong).toEqual([]);
  await newsroom.close();
});
