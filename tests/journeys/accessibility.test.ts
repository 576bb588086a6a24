import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { end, type RunningDaybook, startDaybook } from '../support/daybook-process.ts';

const pages = [
  '/',
  '/belisar',
  '/belisar/ar',
  '/kharuba',
  '/belisar/executive-summaries',
  '/belisar/executive-summaries/2026/11/04',
  '/belisar/ar/executive-summaries/2026/11/20',
  '/belisar/health',
  '/belisar/about',
  '/belisar/contribute',
  '/belisar/search?q=bridge&topic=crossings',
  '/belisar/ar/search?q=%D8%A7%D9%84%D8%AC%D8%B3%D8%B1',
  '/belisar/nothing-here',
  '/desk/belisar/2026-11-20',
  '/desk/wires',
  '/desk/belisar/report/new',
];

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

describe.skipIf(chromiumPath === null)('accessibility (axe), in Chromium', () => {
  let folder = '';
  let daybook: RunningDaybook;
  let browser: Browser;
  let axe = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-axe-'));
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    [daybook, browser] = await Promise.all([startDaybook(join(folder, 'data'), ['--sample']), openBrowser()]);
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await end(daybook.process);
    await rm(folder, { recursive: true, force: true });
  });

  test('finds no violation on any kind of page, light and dark', { timeout: 120_000 }, async () => {
    const found: string[] = [];
    let signedIn = false;
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width: 390, height: 800 } });
      const page = await context.newPage();
      if (!signedIn) {
        await page.goto(daybook.desk);
        signedIn = true;
      }
      for (const path of pages.filter((each) => colorScheme === 'light' || !each.startsWith('/desk'))) {
        await page.goto(daybook.site + path);
        await page.evaluate(axe);
        const result = (await page.evaluate('axe.run()')) as AxeResult;
        for (const { id, nodes } of result.violations)
          found.push(`${path} (${colorScheme}): ${id} at ${nodes[0]?.html.slice(0, 120)}`);
      }
      await context.close();
    }
    expect(found).toEqual([]);
  });
});
