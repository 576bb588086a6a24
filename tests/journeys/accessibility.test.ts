import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { end, type RunningDaybook } from '../support/daybook-process.ts';
import { startSample } from '../support/sample-newsroom.ts';
import { pageKinds } from '../support/page-kinds.ts';

const readerPages = pageKinds.flatMap(({ path, arabic }) => (arabic === undefined ? [path] : [path, arabic]));
const inArabic = new Set(pageKinds.map(({ arabic }) => arabic));
const deskPages = [
  '/desk',
  '/desk/belisar/2026-11-20',
  '/desk/belisar/plan',
  '/desk/belisar/pieces',
  '/desk/belisar/pieces/new',
  '/desk/belisar/find?q=ferry',
  '/desk/belisar/report/new',
  '/desk/belisar/inbox',
  '/desk/publications/new',
  '/desk/belisar/settings',
  '/desk/belisar/settings/topics',
  '/desk/belisar/settings/names',
  '/desk/belisar/settings/labels',
  '/desk/wires',
  '/desk/media',
  '/desk/account',
  '/desk/staff',
  '/desk/audit',
  '/desk/nothing-here',
];

/** In the dark the same HTML has other colours, and nothing else. */
const everyRule = 'axe.run({ rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] })';
const colours = 'axe.run({ runOnly: ["color-contrast", "link-in-text-block"], resultTypes: ["violations"] })';
/** What is folded away is part of the page too. */
const unfolded = `for (const each of document.querySelectorAll('details')) each.open = true`;
const scrollWidth = 'document.documentElement.scrollWidth';
/** Buttons, fields, what unfolds, and links of navigation that are lower than 44 pixels; what stands in a text is excepted. */
const smallTargets = `[...document.querySelectorAll('main :is(button, input, select, textarea, summary), nav a')]
  .filter((each) => each.checkVisibility() && !each.closest('.trap, [popover], p, sup, table'))
  .map((each) => [each, (each.matches('[type=radio], [type=checkbox]') ? each.closest('label') ?? each : each).getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && box.height < 43.5)
  .map(([each, box]) => each.outerHTML.slice(0, 90) + ' ' + Math.round(box.width) + ' by ' + Math.round(box.height))`;

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
    [daybook, browser] = await Promise.all([startSample(join(folder, 'data')), openBrowser()]);
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await end(daybook.process);
    await rm(folder, { recursive: true, force: true });
  });

  const violations = ({ violations: some }: AxeResult): string[] =>
    some.map(({ id, nodes }) => `${id} at ${nodes[0]?.html.slice(0, 120)}`);

  // One visit of each page: most of the time goes into axe.
  test(
    'every kind of page in both languages: no violation in light or dark, nothing that scrolls sideways at 320 pixels or at double size, controls of 44 pixels',
    { timeout: 240_000 },
    async () => {
      const context = await browser.newContext({
        bypassCSP: true,
        hasTouch: true,
        isMobile: true,
        viewport: { width: 320, height: 800 },
      });
      const page = await context.newPage();
      const found = new Set<string>();
      for (const path of readerPages) {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.setViewportSize({ width: 320, height: 800 });
        await page.goto(daybook.site + path);
        const wide = (await page.evaluate(scrollWidth)) as number;
        if (wide > 320) found.add(`${path}: ${wide} of 320 pixels`);
        for (const target of (await page.evaluate(smallTargets)) as string[]) found.add(`${path}: ${target}`);
        await page.evaluate(axe);
        for (const each of violations((await page.evaluate(everyRule)) as AxeResult)) found.add(`${path}: ${each}`);
        // The colours of a kind of page are those of its style sheet, in whichever language.
        if (!inArabic.has(path)) {
          await page.emulateMedia({ colorScheme: 'dark' });
          for (const each of violations((await page.evaluate(colours)) as AxeResult))
            found.add(`${path} (dark): ${each}`);
        }
        // 1280 pixels at 200%.
        await page.setViewportSize({ width: 640, height: 400 });
        const zoomed = (await page.evaluate(scrollWidth)) as number;
        if (zoomed > 640) found.add(`${path}: ${zoomed} of 640 pixels at double size`);
      }
      await context.close();
      expect([...found]).toEqual([]);
    },
  );

  test('the desk’s pages have no violation', { timeout: 120_000 }, async () => {
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 390, height: 800 } });
    const page = await context.newPage();
    await page.goto(daybook.desk);
    const found: string[] = [];
    for (const path of deskPages) {
      await page.goto(daybook.site + path);
      await page.evaluate(unfolded);
      await page.evaluate(axe);
      found.push(...violations((await page.evaluate(everyRule)) as AxeResult).map((each) => `${path}: ${each}`));
    }
    // A piece's history, and what is said of the work on it.
    await page.goto(`${daybook.site}/desk/belisar/2026-11-20`);
    const piece = (await page.locator('a[href*="/desk/piece/"]').first().getAttribute('href')) ?? '';
    await page.goto(`${daybook.site}${piece}/history`);
    await page.getByText('Withdraw this piece').click();
    await page.evaluate(axe);
    found.push(...violations((await page.evaluate(everyRule)) as AxeResult).map((each) => `history: ${each}`));
    await page.goto(`${daybook.site}${piece}/details`);
    await page.evaluate(axe);
    found.push(...violations((await page.evaluate(everyRule)) as AxeResult).map((each) => `details: ${each}`));
    await page.goto(daybook.site + piece);
    await page.locator('[data-ready]').waitFor();
    await page.keyboard.press('Alt+w');
    await page.locator('[data-dialog="work"]').waitFor();
    await page.evaluate(axe);
    found.push(...violations((await page.evaluate(everyRule)) as AxeResult).map((each) => `work: ${each}`));
    await context.close();
    expect(found).toEqual([]);
  });
});
