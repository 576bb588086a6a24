import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { end, type RunningDaybook } from '../support/daybook-process.ts';
import { startSample } from '../support/sample-newsroom.ts';
import { encodings, findTraces } from '../support/find-traces.ts';
import { pageKinds } from '../support/page-kinds.ts';

describe.skipIf(chromiumPath === null)('a reader with script, in Chromium', () => {
  let folder = '';
  let daybook: RunningDaybook;
  let browser: Browser;
  let printed = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-script-'));
    [daybook, browser] = await Promise.all([startSample(join(folder, 'data')), openBrowser()]);
    for (const stream of [daybook.process.stdout, daybook.process.stderr])
      stream?.on('data', (chunk: Buffer) => (printed += chunk.toString('latin1')));
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await end(daybook.process);
    await rm(folder, { recursive: true, force: true });
  });

  /** A page, every address that it asked for, and what its console complained of. */
  async function open(path: string, options: BrowserContextOptions = {}) {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })).newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(daybook.site + path);
    return { page, asked, complaints };
  }

  const firstHit = (page: Page) => page.locator('.results h2 a').first();

  test('finds while it types, on the page’s own form, and says aloud how much', { timeout: 60_000 }, async () => {
    const { page, asked, complaints } = await open('/belisar/search');
    const form = page.getByRole('search');
    // The page's clock stands still while the six letters come: a busy machine cannot make a pause of them.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await form.getByRole('searchbox').pressSequentially('bridge');
    await page.clock.resume();
    await firstHit(page).waitFor();
    expect(await page.getByRole('status').textContent()).toMatch(/\d+ results?/u);
    await page.waitForURL(/\/belisar\/search\?q=bridge$/u);
    expect(await page.title()).toContain('bridge');
    const searches = asked.filter((url) => url.includes('/search?q='));
    // Six letters, one question: what is typed fast is not asked for letter by letter.
    expect(searches).toEqual([`${daybook.site}/belisar/search?q=bridge`]);

    await page.locator('summary').click();
    await page.getByLabel('Kind').selectOption({ index: 1 });
    await page.waitForURL(/q=bridge&kind=/u);
    expect(await page.locator('details').getAttribute('open')).not.toBeNull();

    const script = (await page.locator('.results').innerHTML()).replace(/\s+/gu, ' ');
    await page.reload();
    expect((await page.locator('.results').innerHTML()).replace(/\s+/gu, ' ')).toBe(script);
    expect(asked.filter((url) => !url.startsWith(`${daybook.site}/`))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('arrows lead through what was found and Escape back to the field', { timeout: 60_000 }, async () => {
    const { page } = await open('/belisar/search');
    const field = page.getByRole('search').getByRole('searchbox');
    await field.fill('bridge');
    await firstHit(page).waitFor();
    const focused = () => page.evaluate<string>('document.activeElement.getAttribute("href") ?? "the field"');
    const hits = await page
      .locator('.results h2 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    await field.focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(hits[0]);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(hits[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('the field');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('the field');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${daybook.site}${hits[0]}`);
    await page.goBack();
    expect(await page.getByRole('search').first().getByRole('searchbox').inputValue()).toBe('bridge');
    await page.context().close();
  });

  test('an answer that comes late does not take the place of a newer one', { timeout: 60_000 }, async () => {
    const { page } = await open('/belisar/search');
    await page.route(/q=ferry/u, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue().catch(() => {});
    });
    const field = page.getByRole('search').getByRole('searchbox');
    const slow = page.waitForRequest(/q=ferry/u);
    await field.fill('ferry');
    const dropped = page.waitForEvent('requestfailed');
    await slow;
    await field.fill('bridge');
    expect((await dropped).url()).toContain('q=ferry');
    await page.waitForURL(/q=bridge$/u);
    await page.waitForTimeout(1800);
    expect(page.url()).toMatch(/q=bridge$/u);
    await page.context().close();
  });

  test('a reader who saves data has the form alone, and it still works', { timeout: 60_000 }, async () => {
    const context = await browser.newContext();
    await context.addInitScript('Object.defineProperty(navigator, "connection", { value: { saveData: true } })');
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${daybook.site}/belisar/search`);
    await page.getByRole('search').getByRole('searchbox').fill('bridge');
    await page.waitForTimeout(800);
    expect(asked.filter((url) => url.includes('q='))).toEqual([]);
    await page.keyboard.press('Enter');
    await firstHit(page).waitFor();
    await context.close();
  });

  test('nothing of what is typed is kept or printed', { timeout: 60_000 }, async () => {
    const { page } = await open('/belisar/search');
    const field = page.getByRole('search').getByRole('searchbox');
    const typed = ['zanzelmire', 'zanzelmire crossings'];
    for (const words of typed) {
      const answered = page.waitForResponse(/q=zanzelmire/u);
      await field.fill(words);
      expect((await answered).headers()['cache-control']).toBe('private, no-cache');
    }
    await page.goto(`${daybook.site}/belisar/articles/2026/11/17/zanzelmire-crossings`);
    const words = ['zanzelmire', ...encodings('zanzelmire')];
    expect((await findTraces(join(folder, 'data'), words)).found).toEqual([]);
    expect(words.filter((word) => printed.includes(word))).toEqual([]);
    expect((await page.context().cookies()).length).toBe(0);
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
    await page.context().close();
  });

  test('a talk says its time in the reader’s zone beside the publication’s, once', { timeout: 60_000 }, async () => {
    const talk = '/belisar/talks/the-valley-votes';
    const { page, complaints } = await open(talk, { timezoneId: 'America/Lima' });
    const own = page.locator('.own-time');
    expect(await own.count()).toBeGreaterThan(0);
    expect(await own.first().textContent()).toMatch(/\d\d:\d\d \(In your zone, Lima\)/u);
    expect(complaints).toEqual([]);
    const inUtc = await open(talk, { timezoneId: 'UTC' });
    expect(await inUtc.page.locator('.own-time').count()).toBe(0);
    const arabic = await open('/belisar/ar/talks/the-valley-votes', { timezoneId: 'America/Lima' });
    expect(await arabic.page.locator('.own-time').first().textContent()).toContain('بتوقيتكم');
    for (const each of [page, inUtc.page, arabic.page]) await each.context().close();
  });

  test('only the search page and talks may run a script, and that one of our own', { timeout: 60_000 }, async () => {
    for (const { path } of pageKinds) {
      const response = await fetch(daybook.site + path);
      const policy = response.headers.get('content-security-policy') ?? '';
      const scripts = (await response.text()).match(/<script(?! type="application\/ld\+json")[^>]*>/gu) ?? [];
      const may = /\/search|\/talks\/./u.test(path);
      expect([path, policy.includes("script-src 'none'"), scripts.length]).toEqual([path, !may, may ? 1 : 0]);
      if (!may) continue;
      expect(policy).toContain("script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'");
      expect(scripts[0]).toMatch(/^<script type="module" src="\/assets\/(?:search|talk)-[0-9a-f]{12}\.js">$/u);
    }
  });
});
