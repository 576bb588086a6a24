import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { checkout, end, type RunningDaybook, runDaybook } from '../support/daybook-process.ts';
import { startSample } from '../support/sample-newsroom.ts';
import { encodings, findTraces } from '../support/find-traces.ts';

const formType = 'application/x-www-form-urlencoded';

describe.skipIf(chromiumPath === null)('readers write in, in Chromium', () => {
  let folder = '';
  let daybook: RunningDaybook;
  let browser: Browser;
  /** Everything that the process printed. */
  let printed = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-write-in-'));
    [daybook, browser] = await Promise.all([startSample(join(folder, 'data')), openBrowser()]);
    for (const stream of [daybook.process.stdout, daybook.process.stderr])
      stream?.on('data', (chunk: Buffer) => (printed += chunk.toString('latin1')));
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await end(daybook.process);
    await rm(folder, { recursive: true, force: true });
  });

  const reader = async (width = 390): Promise<Page> =>
    (await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 800 } })).newPage();
  let deskContext: BrowserContext | null = null;
  /** The desk, signed in once. */
  const openDesk = async (): Promise<Page> => {
    if (deskContext) return deskContext.newPage();
    deskContext = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const desk = await deskContext.newPage();
    await desk.goto(daybook.desk);
    return desk;
  };

  test(
    'suggests a story without script; the desk shows it and replies; the receipt reads the reply',
    { timeout: 60_000 },
    async () => {
      const page = await reader();
      const asked: string[] = [];
      page.on('request', (each) => asked.push(each.url()));
      await page.goto(`${daybook.site}/belisar`);
      await page.getByRole('link', { name: 'Suggest your story or issue' }).click();
      expect(await page.locator('main').textContent()).toContain('This is not end-to-end encryption');
      expect(await page.locator('.trap').evaluate((field) => field.getBoundingClientRect().right < 0)).toBe(true);
      await page.getByLabel('Your story or issue').fill('The lock at Dunmorrow leaks.\nIt has since the spring flood.');
      await page.getByRole('textbox', { name: 'E-mail' }).fill('not an address');
      await page.getByRole('button', { name: 'Send' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('This is no e-mail address');
      expect(await page.getByLabel('Your story or issue').inputValue()).toContain('since the spring flood');
      await page.getByRole('textbox', { name: 'E-mail' }).fill('');
      await page.getByRole('button', { name: 'Send again' }).click();
      const code = ((await page.getByLabel('Your receipt code').textContent()) ?? '').trim();
      expect(code).toMatch(/^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}$/u);
      expect(await page.context().cookies()).toEqual([]);

      const desk = await openDesk();
      await desk.goto(`${daybook.site}/desk/belisar`);
      await desk.getByRole('link', { name: 'Inbox' }).click();
      await desk
        .getByRole('link', { name: /Suggested story or issue/u })
        .first()
        .click();
      expect(await desk.locator('blockquote').innerText()).toBe(
        'The lock at Dunmorrow leaks.\nIt has since the spring flood.',
      );
      await desk.getByLabel('To whoever holds the receipt').fill('Thank you. Which gate is it?');
      await desk.getByRole('button', { name: 'Send the reply' }).click();
      expect(await desk.getByRole('status').textContent()).toContain('The reply is kept');

      await page.getByRole('link', { name: 'Read our reply' }).click();
      await page.getByLabel('Receipt code').fill(code.toLowerCase().replaceAll('-', ' '));
      await page.getByRole('button', { name: 'Look for a reply' }).click();
      expect(await page.locator('blockquote').textContent()).toBe('Thank you. Which gate is it?');
      expect(asked.filter((url) => !url.startsWith(daybook.site))).toEqual([]);
    },
  );

  test('a pitch in Arabic arrives whole, from right to left', { timeout: 60_000 }, async () => {
    const page = await reader(320);
    await page.goto(`${daybook.site}/belisar/ar/share`);
    expect(await page.evaluate(() => document.dir).catch(() => 'rtl')).toBe('rtl');
    await page.locator('#text').fill('أريد أن أكتب عن محطة الضخ S-300');
    await page.locator('#languages').fill('العربية، English');
    await page.locator('#links').fill('https://nabd.example/1\nhttps://nabd.example/2');
    await page.locator('#byline').check();
    await page.locator('#name').fill('سلمى درويش');
    await page.getByRole('button', { name: 'أرسل' }).click();
    expect(await page.locator('h1').textContent()).toBe('وصلنا ما أرسلتموه');
    const desk = await openDesk();
    await desk.goto(`${daybook.site}/desk/belisar/inbox`);
    await desk.getByRole('link', { name: /Pitch/u }).first().click();
    const shown = await desk.locator('main').innerText();
    for (const words of ['محطة الضخ S-300', 'العربية، English', 'https://nabd.example/2', 'Yes, as: سلمى درويش'])
      expect(shown).toContain(words);
  });

  test('hostile lines run nowhere: not at the desk, not on the way back', { timeout: 90_000 }, async () => {
    const file = join(checkout, '../shared/data/hostile/xss.txt');
    const shared = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const own = `<script>alert(1)</script>\n"><img src=x onerror=alert(1)>\n</textarea><svg onload=alert(1)>\njavascript:alert(1)\n`;
    const text = (own + shared).slice(0, 19_000);
    const page = await (await browser.newContext()).newPage();
    const desk = await openDesk();
    const dialogs: string[] = [];
    for (const each of [page, desk]) {
      each.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
    }
    await page.goto(`${daybook.site}/aldermoss/share`);
    await page.locator('#text').fill(text);
    await page.locator('#languages').fill('"><img src=x onerror=alert(1)>');
    await page.getByRole('button', { name: 'Send' }).click();
    // Refused (no byline chosen): every word is back in its field.
    expect((await page.locator('#text').inputValue()).slice(0, 60)).toBe(text.slice(0, 60));
    await page.locator('#byline-no').check();
    await page.getByRole('button', { name: 'Send again' }).click();
    const code = ((await page.getByLabel('Your receipt code').textContent()) ?? '').trim();
    await desk.goto(`${daybook.site}/desk/aldermoss/inbox`);
    await desk.getByRole('link', { name: /Pitch/u }).first().click();
    expect(await desk.locator('blockquote').textContent()).toContain('<script>alert(1)</script>');
    await desk.getByLabel('To whoever holds the receipt').fill(text.slice(0, 9000));
    await desk.getByRole('button', { name: 'Send the reply' }).click();
    await page.goto(`${daybook.site}/aldermoss/receipt`);
    await page.locator('#code').fill(code);
    await page.getByRole('button', { name: 'Look for a reply' }).click();
    expect(await page.locator('blockquote').textContent()).toContain('<script>alert(1)</script>');
    for (const each of [page, desk]) expect(await each.locator('main :is(script, img, svg, iframe)').count()).toBe(0);
    expect(dialogs).toEqual([]);
  });

  // The forms as they are first seen are among the pages of accessibility.test.ts.
  test(
    'refused, sent and closed forms have no violation of axe and nothing wider than 320 pixels, in either language, light and dark',
    { timeout: 120_000 },
    async () => {
      const found: string[] = [];
      const check = async (page: Page, name: string, rules?: 'colours') =>
        void found.push(...(await axeFaults(page, rules)).map((each) => `${name}: ${each}`));
      const checkBoth = async (page: Page, name: string) => {
        // A click only begins the way to the next page.
        await page.waitForFunction('document.documentElement !== null && document.readyState === "complete"');
        if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) found.push(`${name}: too wide`);
        await check(page, name);
        await page.emulateMedia({ colorScheme: 'dark' });
        await check(page, `${name} (dark)`, 'colours');
        await page.emulateMedia({ colorScheme: 'light' });
      };
      const submit = async (page: Page) => {
        const answered = page.waitForResponse((response) => response.request().method() === 'POST');
        await page.locator('main button').click();
        await answered;
        await page.waitForLoadState('load');
      };
      const reader = await browser.newContext({ bypassCSP: true, viewport: { width: 320, height: 800 } });
      const page = await reader.newPage();
      for (const lang of ['', '/ar']) {
        for (const path of ['suggest', 'share', 'receipt']) {
          await page.goto(`${daybook.site}/belisar${lang}/${path}`);
          if (path === 'receipt') await page.locator('#code').fill('0000');
          await submit(page);
          await checkBoth(page, `${lang}/${path}, refused`);
        }
        await page.goto(`${daybook.site}/belisar${lang}/suggest`);
        await page.locator('#text').fill('Words');
        await submit(page);
        await checkBoth(page, `${lang}/sent`);
      }
      await page.goto(`${daybook.site}/kharuba/share`);
      await checkBoth(page, 'closed');
      await reader.close();
      const state = await (await openDesk()).context().storageState();
      const context = await browser.newContext({
        bypassCSP: true,
        storageState: state,
        viewport: { width: 320, height: 800 },
      });
      const desk = await context.newPage();
      await desk.goto(`${daybook.site}/desk/belisar/inbox`);
      await checkBoth(desk, 'inbox');
      await desk.locator('.inbox li a').first().click();
      await desk.waitForURL(/\/inbox\/./u);
      await checkBoth(desk, 'submission');
      await desk.goto(`${daybook.site}/desk/kharuba/inbox`);
      await checkBoth(desk, 'empty inbox');
      await context.close();
      expect(found).toEqual([]);
    },
  );

  test(
    '100 submissions with sentinel addresses, agents and cookies leave no trace of them in the data folder or the logs',
    { timeout: 120_000 },
    async () => {
      const agent = { site: daybook.site };
      const post = (path: string, body: string, headers: Record<string, string>) =>
        new Promise<{ status: number; body: string }>((answered, failed) => {
          const asked = request(`${agent.site}${path}`, { method: body ? 'POST' : 'GET', headers }, (response) => {
            let text = '';
            response.setEncoding('utf8').on('data', (part: string) => (text += part));
            response.on('end', () => answered({ status: response.statusCode ?? 0, body: text }));
          });
          asked.on('error', failed).end(body);
        });
      const words = (n: number) => [
        `203.0.113.${n}`,
        `SentinelAgent/${n}.7`,
        `sentinel-referer-${n}`,
        `sentinel-cookie-${n}`,
      ];
      const codes: string[] = [];
      for (let n = 1; n <= 100; n += 1) {
        const [address = '', userAgent = '', referer = '', cookie = ''] = words(n);
        const headers = {
          'x-forwarded-for': address,
          'x-real-ip': address,
          forwarded: `for=${address}`,
          'cf-connecting-ip': address,
          'user-agent': userAgent,
          referer: `https://${referer}.example/`,
          cookie: `session=${cookie}`,
          'accept-language': `x-sentinel-language-${n}`,
        };
        const path = n % 2 ? '/belisar/suggest' : '/belisar/share';
        const page = await post(`${path}?sentinel-query-${n}`, '', headers);
        const form = /name="form" value="([^"]+)"/u.exec(page.body)?.[1] ?? '';
        const fields = {
          form,
          text: `sentinel-words-${n}`,
          email: `sentinel-mail-${n}@quay.example`,
          byline: 'yes',
          name: `Sentinel Name ${n}`,
        };
        const sent = await post(path, new URLSearchParams(fields).toString(), { ...headers, 'content-type': formType });
        expect(sent.status).toBe(200);
        codes.push(/aria-label="Your receipt code">(.*?)<\/p>/u.exec(sent.body)?.[1]?.replace(/<[^>]*>/gu, '') ?? '');
        // Some that are refused, too large, or broken: no trace of these either.
        if (n % 10 === 0) {
          await post(path, `form=forged&text=sentinel-words-${n}`, { ...headers, 'content-type': formType });
          await post(path, `text=${'sentinel-words-'.repeat(30_000)}`, { ...headers, 'content-type': formType });
          await post(path, '{"text":"sentinel-words-json"}', { ...headers, 'content-type': 'application/json' });
        }
        await post('/belisar/receipt', new URLSearchParams({ code: codes.at(-1) ?? '' }).toString(), {
          ...headers,
          'content-type': formType,
        });
      }
      expect(new Set(codes).size).toBe(100);

      const traces = [
        'sentinel',
        'Sentinel',
        'SENTINEL',
        '203.0.113.',
        ...codes,
        ...codes.map((code) => code.replaceAll('-', '')),
      ];
      const encoded = ['sentinel', 'Sentinel', '203.0.113.'].flatMap(encodings);
      const looked = await findTraces(join(folder, 'data'), [...traces, ...encoded]);
      const inPrint = [...traces, ...encoded].filter((trace) => printed.includes(trace));
      expect([looked.found, inPrint]).toEqual([[], []]);
      expect(looked.files.length).toBeGreaterThan(5);
      for (const name of [/daybook\.sqlite$/u, /-wal$/u, /blobs\//u])
        expect([String(name), looked.files.some((file) => name.test(file))]).toEqual([String(name), true]);
      // And that a trace would be found where there is one.
      await writeFile(join(folder, 'data/planted'), 'x sentinel-cookie-7 x');
      expect((await findTraces(join(folder, 'data'), traces)).found.length).toBeGreaterThan(0);
      await rm(join(folder, 'data/planted'));

      const desk = await openDesk();
      await desk.goto(`${daybook.site}/desk/belisar/inbox?page=2`);
      expect(await desk.locator('.inbox li').count()).toBeGreaterThan(40);
    },
  );

  test(
    'the static copy and the dump hold nothing of it; in the forms’ place the copy says that nothing can be sent',
    { timeout: 60_000 },
    async () => {
      const data = join(folder, 'data');
      const out = join(folder, 'copy');
      expect(runDaybook(['freeze', '--data', data, '--publication', 'aldermoss', out]).code).toBe(0);
      expect(runDaybook(['verify', out]).code).toBe(0);
      const contribute = await readFile(join(out, 'aldermoss/contribute/index.html'), 'utf8');
      expect(contribute).toContain('Nothing can be sent from here');
      expect(contribute).not.toContain('<form');
      expect(existsSync(join(out, 'aldermoss/suggest'))).toBe(false);
      const home = await readFile(join(out, 'aldermoss/index.html'), 'utf8');
      expect(home).toMatch(/<a href="contribute\/index\.html">Suggest your story or issue<\/a>/u);
      const dump = runDaybook(['dump', '--data', data, '--publication', 'belisar']).stdout;
      expect(dump).not.toMatch(/sentinel|sub_|Dunmorrow leaks/u);
    },
  );
});
