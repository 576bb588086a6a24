import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { end, type RunningDaybook, startDaybook } from '../support/daybook-process.ts';
import { pageKinds } from '../support/page-kinds.ts';

const readerPages = pageKinds.flatMap(({ path, arabic }) => (arabic === undefined ? [path] : [path, arabic]));
const deskPages = ['/desk/belisar/2026-11-20', '/desk/wires', '/desk/belisar/report/new', '/desk/belisar/inbox'];

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

  test(
    'finds no violation on any kind of page, light and dark, and nothing wider than 320 pixels',
    { timeout: 120_000 },
    async () => {
      const found: string[] = [];
      const signIn = await browser.newContext();
      await (await signIn.newPage()).goto(daybook.desk);
      const storageState = await signIn.storageState();
      await signIn.close();
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await browser.newContext({
          bypassCSP: true,
          colorScheme,
          storageState,
          viewport: { width: 320, height: 800 },
        });
        const page = await context.newPage();
        for (const path of [...readerPages, ...(colorScheme === 'light' ? deskPages : [])]) {
          await page.goto(daybook.site + path);
          await page.evaluate(axe);
          const result = (await page.evaluate('axe.run()')) as AxeResult;
          for (const { id, nodes } of result.violations)
            found.push(`${path} (${colorScheme}): ${id} at ${nodes[0]?.html.slice(0, 120)}`);
          if (path.startsWith('/desk')) continue;
          if (await page.evaluate('document.documentElement.scrollWidth > innerWidth'))
            found.push(`${path} (${colorScheme}): wider than 320 pixels`);
        }
        await context.close();
      }
      expect(found).toEqual([]);
    },
  );

  test('at 200% zoom nothing is cut off or scrolls sideways', { timeout: 60_000 }, async () => {
    const context = await browser.newContext({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    const page = await context.newPage();
    const wide: string[] = [];
    for (const path of readerPages) {
      await page.goto(daybook.site + path);
      if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) wide.push(path);
    }
    await context.close();
    expect(wide).toEqual([]);
  });

  test('controls that stand alone are 44 pixels high on a phone', { timeout: 60_000 }, async () => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 780 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    const small: string[] = [];
    for (const path of readerPages) {
      await page.goto(daybook.site + path);
      const targets = (await page.evaluate(measureTargets)) as string[];
      small.push(...targets.map((target) => `${path}: ${target}`));
    }
    await context.close();
    expect([...new Set(small)]).toEqual([]);
  });
});

/** Buttons, fields, what unfolds, and links in navigation (WCAG 2.5.5); a link in running text is excepted. */
const measureTargets = `[...document.querySelectorAll('main button, main input, main select, main textarea, main summary, nav a, footer nav a, .pager a')]
  .filter((each) => each.checkVisibility() && !each.closest('.trap, [popover], p, li p'))
  .map((each) => [each, (each.matches('[type=radio], [type=checkbox]') ? each.closest('label') ?? each : each).getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && box.height < 43.5)
  .map(([each, box]) => each.outerHTML.slice(0, 90) + ' ' + Math.round(box.width) + 'x' + Math.round(box.height))`;
