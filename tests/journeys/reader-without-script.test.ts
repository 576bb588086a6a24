import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { end, type RunningDaybook, runDaybook } from '../support/daybook-process.ts';
import { startSample } from '../support/sample-newsroom.ts';

const days = 45;
/** An archive of three pages: one post a day, the newest last. */
const archive = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Gorvan Courier</title><link>https://courier.example</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version>
${Array.from({ length: days }, (_, n) => {
  const day = new Date(Date.UTC(2016, 0, 1 + n)).toISOString().slice(0, 10);
  return `<item><title>Ferry log ${n + 1}</title><link>https://courier.example/${day.replaceAll('-', '/')}/ferry-log-${n + 1}/</link><category domain="category" nicename="log"><![CDATA[Log]]></category><content:encoded><![CDATA[<p>The ferry sailed on time, with ${n + 1} passengers.</p>]]></content:encoded><wp:post_id>${n + 1}</wp:post_id><wp:post_date_gmt>${day} 09:00:00</wp:post_date_gmt><wp:post_date>${day} 09:00:00</wp:post_date><wp:post_name>ferry-log-${n + 1}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`;
}).join('\n')}
</channel></rss>`;

/** Who writes in is in readers-write-in.test.ts. */
describe.skipIf(chromiumPath === null)('a reader without script, in Chromium', () => {
  let folder = '';
  let daybook: RunningDaybook;
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-no-script-'));
    [daybook, browser] = await Promise.all([startSample(join(folder, 'data')), openBrowser()]);
    const file = join(folder, 'courier.xml');
    await writeFile(file, archive);
    const imported = runDaybook(['import', 'wxr', file, '--publication', 'gorvan', '--data', join(folder, 'data')]);
    if (imported.code !== 0) throw new Error(imported.stderr);
    page = await (
      await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } })
    ).newPage();
    page.setDefaultTimeout(8000);
    page.on('request', (request) => asked.push(request.url()));
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await end(daybook.process);
    await rm(folder, { recursive: true, force: true });
  });

  const path = () => new URL(page.url()).pathname + new URL(page.url()).search;
  const follow = async (name: string | RegExp) => {
    await page.getByRole('link', { name }).first().click();
    await page.waitForLoadState();
  };

  test('reads from the home to a summary, opens what a sentence rests on, and goes from day to day', async () => {
    await page.goto(`${daybook.site}/`);
    await page.locator('main').getByRole('link', { name: 'Belisar Daybook' }).first().click();
    await page.waitForURL(/\/belisar$/u);
    await page.goto(`${daybook.site}/belisar`);
    await page.locator('main a[href="/belisar/executive-summaries/2026/11/20"]').first().click();
    await page.waitForURL(/2026\/11\/20$/u);
    const mark = page.locator('sup button').first();
    const record = page.locator(`#${(await mark.getAttribute('popovertarget')) ?? ''}`);
    expect(await record.isVisible()).toBe(false);
    await mark.click();
    expect(await record.isVisible()).toBe(true);
    expect(await record.getByRole('link').count()).toBeGreaterThan(0);
    await record.getByRole('button').click();
    expect(await record.isVisible()).toBe(false);

    await follow(/^Previous day/u);
    expect(path()).toBe('/belisar/executive-summaries/2026/11/19');
    await follow(/^Next day/u);
    expect(path()).toBe('/belisar/executive-summaries/2026/11/20');
    await page.locator('.calendar a').first().click();
    await page.waitForURL(/executive-summaries\/2026\/11\/\d\d$/u);
    await page.locator('.sections').getByRole('link', { name: 'Executive Summaries' }).click();
    await page.waitForURL(/executive-summaries$/u);
    await page.locator('nav').getByRole('link', { name: 'Crossings, port and grain' }).first().click();
    await page.waitForURL(/\/belisar\/crossings$/u);
    expect(await page.locator('main .card').count()).toBeGreaterThan(2);
  });

  test('pages through a list to its end, and sees each piece once', async () => {
    const titles: string[] = [];
    await page.goto(`${daybook.site}/gorvan/category/log`);
    for (let visited = 1; ; visited += 1) {
      titles.push(...(await page.locator('main .card :is(h2, h3)').allTextContents()));
      const older = page.locator('.pager a[rel="next"]');
      if ((await older.count()) === 0) break;
      expect(visited).toBeLessThan(5);
      await older.click();
      await page.waitForURL(new RegExp(`page=${visited + 1}$`, 'u'));
    }
    expect(path()).toBe('/gorvan/category/log?page=3');
    expect([titles.length, new Set(titles).size]).toEqual([days, days]);
    const beyond = await page.goto(`${daybook.site}/gorvan/category/log?page=4`);
    expect(beyond?.status()).toBe(404);
  });

  test('searches, filters, and pages through what was found', { timeout: 60_000 }, async () => {
    // What another process brought is taken into the index by a job.
    await expect
      .poll(async () => (await fetch(`${daybook.site}/gorvan/search?q=ferry`)).text(), { timeout: 30_000 })
      .toContain(`${days} results`);
    await page.goto(`${daybook.site}/gorvan`);
    const form = page.getByRole('search').first();
    await form.getByRole('searchbox').fill('ferry');
    await form.getByRole('button').click();
    await page.waitForURL(/search\?q=ferry/u);
    expect(await page.getByRole('status').textContent()).toContain(`${days} results`);
    await page.locator('.pager a[rel="next"]').click();
    await page.waitForURL(/page=2/u);
    await page.locator('.pager a[rel="next"]').click();
    await page.waitForURL(/page=3/u);
    expect(await page.locator('.results .card').count()).toBe(days - 40);
    await page.locator('summary').click();
    await page.locator('[name="from"]').fill('2016-02-01');
    await page.locator('main').getByRole('button', { name: 'Search' }).click();
    await page.waitForURL(/from=2016-02-01/u);
    expect(await page.getByRole('status').textContent()).toContain('14 results');
    await page.locator('.results h2 a').first().click();
    expect(await page.locator('h1').textContent()).toMatch(/^Ferry log \d+$/u);
  });

  test('finds the piece from an address that was lost', async () => {
    const lost = await page.goto(`${daybook.site}/belisar/articles/2025/01/02/walking-water.html`);
    expect(lost?.status()).toBe(404);
    await page.locator('main .card a').first().click();
    await page.waitForURL(`${daybook.site}/belisar/articles/2026/11/17/walking-on-water`);
    const none = await page.goto(`${daybook.site}/belisar/zzyzzxq`);
    expect(none?.status()).toBe(404);
    expect(await page.locator('main .card').count()).toBe(0);
    await page.locator('main').getByRole('searchbox').fill('walking');
    await page.locator('main').getByRole('button', { name: 'Search' }).click();
    await page.waitForURL(/search\?q=walking/u);
    expect(await page.locator('.results').textContent()).toContain('Walking on water');
  });

  test.each([
    ['English', '/belisar/executive-summaries/2026/11/04'],
    ['Arabic', '/belisar/ar/executive-summaries/2026/11/20'],
  ])('prints a summary in %s on two sheets, its notes open, with addresses and without a menu', async (_, summary) => {
    await page.goto(daybook.site + summary);
    const sheets = await page.pdf({ preferCSSPageSize: true });
    expect(sheets.toString('latin1').match(/\/Type ?\/Page\b(?!s)/gu)).toHaveLength(2);
    await page.emulateMedia({ media: 'print' });
    const seen = (selector: string) =>
      page.locator(selector).evaluateAll((all) => all.map((each) => each.checkVisibility()));
    const notes = await seen('.note .number, .note blockquote');
    expect(notes.length).toBeGreaterThan(20);
    expect(notes).not.toContain(false);
    expect(await seen('nav, form, .sections, .onward ul, .close')).not.toContain(true);
    const said = (element: Element) => getComputedStyle(element, '::after').content.replaceAll('"', '');
    for (const link of await page.locator('.note:last-child a, .reads a[href^="http"]').all())
      expect(await link.evaluate(said)).toBe(await link.getAttribute('href'));
    expect(await page.locator('.page-address').isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    expect(await seen('.note blockquote')).not.toContain(true);
  });

  test('asked nobody but the site, and was sent no script', () => {
    expect(asked.filter((url) => !url.startsWith(`${daybook.site}/`))).toEqual([]);
    expect(asked.filter((url) => url.endsWith('.js'))).toEqual([]);
  });
});
