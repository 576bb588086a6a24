import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, showInPlace } from '../support/axe.ts';
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
  '/desk/belisar/settings/logo',
  '/desk/belisar/settings/ranking',
  '/desk/belisar/contributors',
  '/desk/belisar/storylines',
  '/desk/network',
  '/desk/wires',
  '/desk/media',
  '/desk/media/new',
  '/desk/join',
  '/desk/account',
  '/desk/staff',
  '/desk/audit',
  '/desk/nothing-here',
];

/** Lists, and the address of what stands in them: the first of each is a page too. */
const listed = [
  ['/desk/belisar/contributors', '/contributors/'],
  ['/desk/belisar/storylines', '/storylines/'],
  ['/desk/wires', '/terms'],
  ['/desk/media', '/desk/media/'],
] as const;

/** What is folded away is part of the page too. */
const unfolded = `for (const each of document.querySelectorAll('details')) each.open = true`;
const scrollWidth = 'document.documentElement.scrollWidth';
/** Buttons, fields, what unfolds, and links of navigation that are lower than 44 pixels; what stands in a text is excepted. */
const smallTargets = `[...document.querySelectorAll('main :is(button, input, select, textarea, summary), nav a')]
  .filter((each) => each.checkVisibility() && !each.closest('.trap, [popover], p, sup, table'))
  .map((each) => [each, (each.matches('[type=radio], [type=checkbox]') ? each.closest('label') ?? each : each).getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && box.height < 43.5)
  .map(([each, box]) => each.outerHTML.slice(0, 90) + ' ' + Math.round(box.width) + ' by ' + Math.round(box.height))`;

describe.skipIf(chromiumPath === null)('accessibility (axe), in Chromium', () => {
  let folder = '';
  let daybook: RunningDaybook;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-axe-'));
    [daybook, browser] = await Promise.all([startSample(join(folder, 'data')), openBrowser()]);
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await end(daybook.process);
    await rm(folder, { recursive: true, force: true });
  });

  test('planted faults are found, in the first of what is alike and in what differs among it', async () => {
    const page = await browser.newPage();
    const items = '<li><a href="/1">One</a></li>'.repeat(5);
    const planted = (style: string, html: string) =>
      page.setContent(
        `<!doctype html><html lang="en"><title>A</title><style>li { margin: 2em } ${style}</style><main><h1>A</h1>${html}</main>`,
      );
    await planted('', `<ul>${items}</ul>`);
    expect(await axeFaults(page)).toEqual([]);
    await planted('li a { color: #ccc }', `<ul>${items}</ul>`);
    expect((await axeFaults(page, 'colours')).join()).toContain('color-contrast at <a href="/1">');
    await planted('.pale { color: #ccc }', `<ul>${items}<li class="pale">Pale</li></ul>`);
    expect((await axeFaults(page)).join()).toContain('color-contrast at <li class="pale">');
    await planted('', `<ul>${items}<li><img src="/x.png"></li></ul>`);
    expect((await axeFaults(page)).join()).toContain('image-alt at');
    await page.close();
  });

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
      await page.goto(daybook.site);
      const found = new Set<string>();
      for (const path of readerPages) {
        await page.setContent('');
        await page.emulateMedia({ colorScheme: 'light' });
        await page.setViewportSize({ width: 320, height: 800 });
        await showInPlace(page, daybook.site + path);
        const wide = (await page.evaluate(scrollWidth)) as number;
        if (wide > 320) found.add(`${path}: ${wide} of 320 pixels`);
        for (const target of (await page.evaluate(smallTargets)) as string[]) found.add(`${path}: ${target}`);
        for (const each of await axeFaults(page, inArabic.has(path) ? 'all but contrast' : 'every rule'))
          found.add(`${path}: ${each}`);
        if (!inArabic.has(path)) {
          await page.emulateMedia({ colorScheme: 'dark' });
          for (const each of await axeFaults(page, 'colours')) found.add(`${path} (dark): ${each}`);
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

  test(
    'the desk’s pages have no violation in light or dark, and nothing that scrolls sideways at 360 pixels or at double size',
    { timeout: 240_000 },
    async () => {
      const context = await browser.newContext({ bypassCSP: true });
      const page = await context.newPage();
      const found: string[] = [];
      const judge = async (name: string) => {
        for (const [width, height] of [
          [640, 400],
          [360, 780],
        ] as const) {
          await page.setViewportSize({ width, height });
          const wide = (await page.evaluate(scrollWidth)) as number;
          if (wide > width) found.push(`${name}: ${wide} of ${width} pixels`);
        }
        found.push(...(await axeFaults(page)).map((each) => `${name}: ${each}`));
        await page.emulateMedia({ colorScheme: 'dark' });
        found.push(...(await axeFaults(page, 'colours')).map((each) => `${name}, dark: ${each}`));
        await page.emulateMedia({ colorScheme: 'light' });
      };
      await page.goto(`${daybook.site}/desk/sign-in`);
      await judge('sign-in');
      await page.goto(daybook.desk);
      for (const path of deskPages) {
        await page.goto(daybook.site + path);
        await page.evaluate(unfolded);
        await judge(path);
      }
      for (const [path, part] of listed) {
        await page.goto(daybook.site + path);
        const link = page.locator(`main a[href*="${part}"]:not([href$="/new"])`).first();
        await page.goto(daybook.site + ((await link.getAttribute('href')) ?? ''));
        await page.evaluate(unfolded);
        await judge(`one of ${path}`);
      }
      // A piece: its history, its details, itself, the work on it, and what is settled before it goes out.
      await page.goto(`${daybook.site}/desk/belisar/2026-11-21`);
      await page.getByRole('button', { name: 'Draft the summary' }).click();
      await page.waitForURL(/\/desk\/piece\//u);
      const piece = page.url();
      await page.goto(`${piece}/history`);
      await judge('history');
      await page.goto(`${piece}/details`);
      await judge('details');
      await page.goto(piece);
      await page.locator('[data-ready]').waitFor();
      await judge('composer');
      await page.keyboard.press('Alt+w');
      await page.locator('[data-dialog="work"]').waitFor();
      await judge('work');
      await page.keyboard.press('Escape');
      await page.locator('[data-publish]').click();
      await page.locator('[data-leave]').first().waitFor();
      await judge('settling');
      await context.close();
      expect(found).toEqual([]);
    },
  );
});
