import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { end, type RunningDaybook } from '../support/daybook-process.ts';
import { startSample } from '../support/sample-newsroom.ts';

const walked = [
  '/belisar',
  '/belisar/ar',
  '/belisar/executive-summaries/2026/11/20',
  '/belisar/executive-summaries',
  '/belisar/talks/the-valley-votes',
  '/belisar/search?q=bridge',
  '/belisar/suggest',
  '/belisar/share',
  '/belisar/nothing-here',
];

/** Every place that Tab stops at, in the order of the HTML, and how each looks without the focus. */
const listStops = `
  const look = (each) => { const s = getComputedStyle(each); return [s.outlineStyle + s.outlineWidth, s.boxShadow, s.backgroundColor].join(); };
  window.look = look;
  const seen = new Set();
  window.stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter((each) => {
    if (each.tabIndex < 0 || each.disabled || !each.checkVisibility({ visibilityProperty: true }) || each.type === 'hidden') return false;
    if (each.type !== 'radio') return true;
    return !seen.has(each.name) && seen.add(each.name);
  });
  window.plain = window.stops.map(look);
  window.stops.length`;
/** Where the focus is among them, and whether that can be seen: outlined or shadowed as it was not, and on the screen. */
const nowAt = `(() => {
  const at = window.stops.indexOf(document.activeElement);
  if (at === -1) return { at, shown: true, what: document.activeElement.outerHTML.slice(0, 100) };
  const box = document.activeElement.getBoundingClientRect();
  const onScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { at, shown: onScreen && window.look(document.activeElement) !== window.plain[at], what: document.activeElement.outerHTML.slice(0, 100) };
})()`;

describe.skipIf(chromiumPath === null)('a reader by keyboard, in Chromium', () => {
  let folder = '';
  let daybook: RunningDaybook;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-keyboard-'));
    [daybook, browser] = await Promise.all([startSample(join(folder, 'data')), openBrowser()]);
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true })).newPage();
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await end(daybook.process);
    await rm(folder, { recursive: true, force: true });
  });

  const press = (key: string) => page.keyboard.press(key);
  const focused = () => page.evaluate<string>('document.activeElement.outerHTML.slice(0, 200)');
  /** Presses Tab until the focus is on what is meant. */
  const tabTo = async (selector: string) => {
    for (let presses = 0; presses < 400; presses += 1) {
      await press('Tab');
      if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    }
    throw new Error(`Tab never came to ${selector}`);
  };

  test(
    'Tab stops everywhere in the order of reading, each time where one sees it, and is caught nowhere',
    { timeout: 120_000 },
    async () => {
      const wrong: string[] = [];
      for (const path of walked) {
        await page.goto(daybook.site + path);
        const stops = (await page.evaluate(listStops)) as number;
        const order: number[] = [];
        // One more than there are: the last leads out of the page, or round to its first. A date has stops of its own within it.
        for (let presses = 0; presses <= stops + 12; presses += 1) {
          await press('Tab');
          const { at, shown, what } = (await page.evaluate(nowAt)) as { at: number; shown: boolean; what: string };
          if (at === -1 || (at === 0 && order.length > 1)) break;
          if (order.at(-1) === at) continue;
          order.push(at);
          if (!shown) wrong.push(`${path}: nothing shows the focus on ${what}`);
        }
        if (order.join() !== Array.from({ length: stops }, (_, n) => n).join())
          wrong.push(`${path}: ${stops} stops, visited ${order.join(' ')}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  test('the first stop skips to the text', async () => {
    await page.goto(`${daybook.site}/belisar/executive-summaries/2026/11/20`);
    await press('Tab');
    expect(await focused()).toContain('class="skip"');
    await press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await press('Tab');
    expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true);
  });

  test('a note opens and closes by keyboard, and gives the focus back', async () => {
    await page.goto(`${daybook.site}/belisar/executive-summaries/2026/11/20`);
    for (const close of ['Escape', 'Enter']) {
      await page.locator('sup button').first().focus();
      const record = page.locator(`#${(await page.locator('sup button').first().getAttribute('popovertarget')) ?? ''}`);
      await press('Enter');
      expect(await record.isVisible()).toBe(true);
      if (close === 'Enter') await tabTo(':popover-open .close');
      else {
        await press('Tab');
        expect(await page.evaluate('document.activeElement.closest(":popover-open") !== null')).toBe(true);
      }
      await press(close);
      expect(await record.isVisible()).toBe(false);
      expect(await focused()).toContain('popovertarget');
      expect(await page.evaluate('document.activeElement.closest("sup") !== null')).toBe(true);
    }
  });

  test('changes the language, goes by the calendar, searches, and writes in', { timeout: 60_000 }, async () => {
    await page.goto(`${daybook.site}/belisar/executive-summaries/2026/11/20`);
    await tabTo('.folio a[lang="ar"]');
    await press('Enter');
    await page.waitForURL(/\/belisar\/ar\/executive-summaries\/2026\/11\/20$/u);
    await tabTo('.calendar a');
    const day = await page.evaluate<string>('document.activeElement.pathname');
    await press('Enter');
    await page.waitForURL(daybook.site + day);
    await tabTo('[name="q"]');
    await page.keyboard.type('الجسر');
    await press('Enter');
    await page.waitForURL(/\/belisar\/ar\/search\?q=/u);
    await tabTo('.results h2 a');
    await press('Enter');
    await page.waitForURL((url) => !url.pathname.includes('search'));

    await page.goto(`${daybook.site}/belisar/suggest`);
    await tabTo('#text');
    await page.keyboard.type('The lock leaks.');
    await tabTo('main button');
    await press('Enter');
    await page.getByLabel('Your receipt code').waitFor();
  });
});
