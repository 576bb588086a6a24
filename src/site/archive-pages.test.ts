import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { axeFaults, showInPlace } from '../../tests/support/axe.ts';
import { chromiumPath, openBrowser } from '../../tests/support/browser.ts';
import { insertCorrection } from '#pieces/pieces.ts';
import { loadSampleArchive, pieceId } from '../../tests/support/sample-archive.ts';
import { openTestNewsroom } from '../../tests/support/test-newsroom.ts';
import { createSite, type Site } from './site.ts';

const paths = [
  '/gorvan',
  '/gorvan/articles/2016/08/19/the-ferry-sails-again',
  '/gorvan/ar/articles/2016/08/19/al-abbara',
  '/gorvan/community/2015/03/a-letter-from-the-mole',
  '/gorvan/series/nine-days',
  '/gorvan/ferries',
  '/gorvan/background',
  '/gorvan/masthead',
  '/gorvan/contributor/oona-firth',
  '/gorvan/ar/contributor/أونا-فيرث',
  '/gorvan/tag/mole',
  '/gorvan/corrections',
  '/gorvan/sources/2016',
  '/gorvan/ar/sources',
  '/gorvan/ar/privacy',
  '/gorvan/talks',
  '/gorvan/talks/an-evening-about-ferries',
  '/gorvan/articles/2016/08/19/the-ferry-sails-again/republish',
  '/gorvan/background/the-ferry/republish',
];

test.skipIf(chromiumPath === null)(
  'imported pages of every shape pass axe and fit 320 pixels, in Chromium, light and dark',
  { timeout: 120_000 },
  async () => {
    const newsroom = await openTestNewsroom();
    await loadSampleArchive(newsroom.database, {
      contact: 'desk@courier.example',
      rights: { owner: 'The Gorvan Trust', allows: 'Free to republish with credit.' },
    });
    await newsroom.database.write((tx) =>
      insertCorrection(tx, pieceId('articles/2016/08/19/the-ferry-sails-again'), {
        ...{ revision: 1, sentenceId: null, note: 'It was a Friday.', lang: 'en' },
        ...{ at: '2016-08-20T09:00:00.000Z', by: 'Mara Quist' },
      }),
    );
    const sites: Site[] = [];
    const server = createServer((asked, response) => void sites[0]?.handle(asked, response));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    sites.push(createSite(newsroom, origin));
    const browser = await openBrowser();
    try {
      const found: string[] = [];
      const context = await browser.newContext({ bypassCSP: true });
      const page = await context.newPage();
      await page.goto(`${origin}/gorvan`);
      const expectToFit = async (path: string, width: number) => {
        if (await page.evaluate('document.documentElement.scrollWidth > innerWidth'))
          found.push(`${path} (${width}): wider than the window`);
      };
      for (const path of paths) {
        await page.setContent('');
        await page.emulateMedia({ colorScheme: 'light' });
        await page.setViewportSize({ width: 1280, height: 800 });
        await showInPlace(page, origin + path);
        await expectToFit(path, 1280);
        for (const each of await axeFaults(page)) found.push(`${path}: ${each}`);
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.setViewportSize({ width: 320, height: 800 });
        await expectToFit(path, 320);
        for (const each of await axeFaults(page, 'colours')) found.push(`${path} (dark): ${each}`);
      }
      expect(found).toEqual([]);
    } finally {
      await browser.close();
      await new Promise((closed) => server.close(closed));
      await newsroom.close();
    }
  },
);
