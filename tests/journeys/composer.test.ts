import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { leaveNotes } from '../support/leave-notes.ts';
import { end, type RunningDaybook } from '../support/daybook-process.ts';
import { startSample } from '../support/sample-newsroom.ts';

/** The machine of a whole run does other things too. */
const patient = { timeout: 10_000 };

/** Clicks into the first sentence, and waits for the editor to know of it: a moment, more on a busy machine. */
async function intoFirst(page: Page): Promise<void> {
  await page.locator('[data-sentence]').first().click();
  await page.locator('.writing .lit').first().waitFor();
}

describe.skipIf(chromiumPath === null)('the composer, in Chromium', () => {
  let folder = '';
  let daybook: RunningDaybook;
  let browser: Browser;
  let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;
  let composer = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-composer-'));
    [daybook, browser] = await Promise.all([startSample(join(folder, 'data')), openBrowser()]);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(daybook.desk);
    await page.goto(`${daybook.site}/desk/belisar/2026-11-21`);
    await page.getByRole('button', { name: 'Draft the summary' }).click();
    await page.waitForURL(/\/desk\/piece\//u);
    composer = page.url();
    signedIn = await context.storageState();
    await context.close();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await end(daybook.process);
    await rm(folder, { recursive: true, force: true });
  });

  const open = async (
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<{ page: Page; faults: string[] }> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      storageState: signedIn,
      ...options,
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(composer);
    await page.locator('[data-ready]').waitFor();
    return { page, faults };
  };
  const saved = (page: Page) => page.locator('[data-save="saved"]').waitFor({ timeout: 15_000 });
  const texts = (page: Page) => page.locator('[data-sentence]').allTextContents();
  /** What the browser's clipboard would bring, with nothing of this machine's. */
  const paste = (page: Page, html: string, text = '') =>
    page.locator('.writing').evaluate(
      (element, data) => {
        const clipboardData = new DataTransfer();
        if (data.html) clipboardData.setData('text/html', data.html);
        clipboardData.setData('text/plain', data.text);
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      { html, text },
    );

  test(
    'is written in by keys alone, and what was written can be undone after a reload',
    { timeout: 120_000 },
    async () => {
      const { page, faults } = await open();
      const before = await texts(page);
      await intoFirst(page);
      await page.keyboard.press('Alt+a');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.type(' A sentence more. And then the HRCD');
      await expect.poll(() => texts(page), patient).toContain('A sentence more.');
      expect((await texts(page)).slice(1, 3)).toEqual(['A sentence more.', 'And then the HRCD']);
      await page.keyboard.press('Alt+i');
      await expect
        .poll(() => page.locator('[data-message]').textContent(), patient)
        .toMatch(/^Rests on nothing yet\./u);
      await saved(page);
      // What should be looked at comes by itself, and goes when an editor leaves it as it is.
      const acronym = page.locator('.advice', { hasText: 'HRCD' });
      await acronym.getByRole('button', { name: 'Leave it' }).click();
      await acronym.waitFor({ state: 'detached' });
      await page.reload();
      await page.locator('[data-ready]').waitFor();
      expect((await texts(page)).slice(1, 3)).toEqual(['A sentence more.', 'And then the HRCD']);
      for (let press = 0; press < 60 && (await texts(page)).length > before.length; press += 1)
        await page.keyboard.press('Control+z');
      expect(await texts(page)).toEqual(before);
      await saved(page);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  test('takes a hostile page’s HTML in as words, and runs and loads nothing of it', { timeout: 60_000 }, async () => {
    const { page, faults } = await open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await intoFirst(page);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await paste(
      page,
      '<p style="position:fixed">Pasted <b onclick="x()">words</b>.<img src=https://evil.example/x onerror="document.title=1"><script>document.title=2</script></p><h2>A heading of theirs</h2><ul><li>One point.</li></ul><svg onload="document.title=3"></svg><a href="javascript:document.title=4">A link</a>',
    );
    await expect.poll(() => texts(page), patient).toContain('One point.');
    expect(await texts(page)).toContain('Pasted words.');
    expect(await page.locator('.writing :is(script, img:not([src^="/media"]), svg, [onclick], [href])').count()).toBe(
      0,
    );
    expect(await page.locator('.writing h2', { hasText: 'A heading of theirs' }).count()).toBe(1);
    expect(asked.filter((url) => !url.startsWith(daybook.site))).toEqual([]);
    expect(await page.title()).not.toMatch(/^\d$/u);
    await saved(page);
    expect(faults).toEqual([]);
    for (let press = 0; press < 6 && (await texts(page)).includes('One point.'); press += 1)
      await page.keyboard.press('Control+z');
    await saved(page);
    await page.context().close();
  });

  test(
    'writes an article from a report of another day, says who made it, publishes it and begins it in Arabic',
    {
      timeout: 60_000,
    },
    async () => {
      const { page, faults } = await open();
      await page.goto(`${daybook.site}/desk/belisar/pieces/new`);
      await page.getByRole('radio', { name: 'article' }).check();
      await page.getByLabel('Title').fill('What the engineers said');
      await page.getByLabel('Day', { exact: true }).fill('2026-11-21');
      await page.getByRole('button', { name: 'Begin' }).click();
      await page.locator('[data-ready]').waitFor();
      const piece = new URL(page.url()).pathname;
      await page.getByLabel('Day of the reports').fill('2026-11-19');
      const told = page.locator('.panel[data-day="2026-11-19"] .panel-development').first();
      await told.locator('summary').first().click();
      const asked = page.waitForResponse((answer) => answer.url().endsWith('/section'));
      await told.getByRole('button', { name: 'Add as a section' }).click();
      expect((await asked).status()).toBe(200);
      await expect.poll(() => texts(page), patient).not.toEqual(['']);
      await page.locator('[data-sentence]').last().click();
      await page.keyboard.press('Alt+g');
      await page.locator('[data-dialog="figure"]').getByRole('button', { name: 'From the library' }).click();
      await page.locator('[data-dialog="library"] .pictures button:enabled').first().click();
      const words = page.locator('.writing figure[data-block] .picture-words > *').first();
      await words.click({ clickCount: 3 });
      await page.keyboard.type('The place of it.');
      await expect.poll(() => words.textContent(), patient).toBe('The place of it.');
      await saved(page);
      await page.getByRole('link', { name: 'Details' }).click();
      await page.getByLabel('Name').first().fill('Oona Firth');
      await page.getByLabel('Tags').fill('engineers');
      await page.getByRole('button', { name: 'Save the details' }).click();
      await page.getByText('The details are saved').waitFor();

      await page.goto(`${daybook.site}${piece}`);
      await page.locator('[data-ready]').waitFor();
      await page.locator('[data-publish]').click();
      await leaveNotes(page);
      await page.getByRole('button', { name: 'Publish now' }).click();
      await expect.poll(() => page.locator('[data-message]').textContent(), patient).toMatch(/^Published/u);
      const article = `${daybook.site}/belisar/articles/2026/11/21/what-the-engineers-said`;
      await page.goto(article);
      expect(await page.locator('main').textContent()).toContain('Oona Firth');
      expect(await page.locator('button[popovertarget]').count()).toBeGreaterThan(0);
      expect(await page.locator('main figure img').count()).toBe(1);

      await page.goto(`${daybook.site}${piece}/details`);
      expect(await page.getByLabel('Last part of the address').count()).toBe(0);
      await page.getByRole('button', { name: 'Begin it in Arabic' }).click();
      await page.getByRole('button', { name: 'Bring them in' }).click();
      await expect.poll(() => page.locator('.writing h2').count(), patient).toBeGreaterThan(0);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  test('has no fault that axe finds, light and dark, on a phone and at 200%', { timeout: 120_000 }, async () => {
    const found: string[] = [];
    const views = [
      { colorScheme: 'light', viewport: { width: 1280, height: 860 } },
      { colorScheme: 'dark', viewport: { width: 640, height: 430 } },
      { colorScheme: 'dark', viewport: { width: 360, height: 780 } },
    ] as const;
    for (const view of views) {
      const { page } = await open({ ...view, bypassCSP: true });
      await page.locator('[data-sentence]').nth(1).click();
      await page.keyboard.press('Alt+a');
      await page.keyboard.insertText('Nobody counted 9,999 people here.');
      await page.locator('.note.lit .mark').first().waitFor({ timeout: 15_000 });
      for (const column of view.viewport.width === 1280 ? [null] : ['reports', 'summary', 'evidence']) {
        if (column) await page.locator(`[data-tab="${column}"]`).click();
        // At 200% it is the phone's page, in a window that is wider.
        if (view.viewport.width !== 640)
          for (const each of await axeFaults(page)) found.push(`${view.viewport.width} ${column ?? 'all'}: ${each}`);
        const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
        if (wide) found.push(`${view.viewport.width} ${column ?? 'all'}: it scrolls sideways`);
      }
      await page.context().close();
    }
    expect(found).toEqual([]);
  });
});
