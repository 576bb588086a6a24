import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOfStep } from '../../src/staff/time-code.ts';
import { axeFaults } from '../support/axe.ts';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { end, type RunningDaybook, runDaybook } from '../support/daybook-process.ts';
import { openPasskeyHolder } from '../support/passkey-holder.ts';
import { startSample } from '../support/sample-newsroom.ts';

describe.skipIf(chromiumPath === null)('who may enter the desk, in Chromium', () => {
  let folder = '';
  let daybook: RunningDaybook;
  let browser: Browser;
  /** Passkeys are of a name: `localhost`, never a number. */
  let site = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-sign-in-'));
    [daybook, browser] = await Promise.all([startSample(join(folder, 'data')), openBrowser()]);
    site = daybook.site.replace('127.0.0.1', 'localhost');
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await end(daybook.process);
    await rm(folder, { recursive: true, force: true });
  });

  const person = () => openPasskeyHolder(browser, { width: 360, height: 780 });
  const addPasskey = async (page: Page, name: string) => {
    await page.goto(`${site}/desk/account`);
    await page.getByLabel('Name for it').fill(name);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.locator('.rows b', { hasText: name }).waitFor();
  };
  const signInByPasskey = async (page: Page) => {
    await page.goto(`${site}/desk/sign-in`);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL(`${site}/desk`);
  };

  test(
    'the first administrator comes from the terminal, and signs in by passkey from then on',
    { timeout: 60_000 },
    async () => {
      const { page, verified, context } = await person();
      await page.goto(daybook.desk.replace('127.0.0.1', 'localhost'));
      await addPasskey(page, 'Phone');

      // The last way in stays.
      await page.locator('summary', { hasText: 'Change' }).first().click();
      await page.getByRole('button', { name: 'Remove this passkey' }).click();
      expect(await page.locator('.notice').textContent()).toContain('last way in');

      const before = (await context.cookies(`${site}/desk`)).map(({ value }) => value);
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      expect((await page.goto(`${site}/desk`))?.status()).toBe(401);

      // A holder who does not prove who they are to the device does not come in.
      await verified(false);
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      await page.locator('[role="status"]', { hasText: 'Nothing was done' }).waitFor({ timeout: 10_000 });
      expect((await page.goto(`${site}/desk`))?.status()).toBe(401);
      await verified(true);
      await signInByPasskey(page);
      const [cookie] = await context.cookies(`${site}/desk`);
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
      expect(before).not.toContain(cookie?.value);

      // An answer that was sent once signs nobody in a second time.
      const sent = page.waitForRequest((request) => request.url().endsWith('/desk/api/sign-in'));
      await signInAgain(page);
      const answer = (await sent).postData() ?? '';
      const replayed = await fetch(`${site}/desk/api/sign-in`, {
        method: 'POST',
        headers: { origin: site, 'content-type': 'application/json' },
        body: answer,
      });
      expect([replayed.status, replayed.headers.get('set-cookie')]).toEqual([400, null]);

      // Signed in elsewhere, and out again from here: at the next request.
      const other = await person();
      await other.page.goto(`${site}/desk`);
      await other.context.addCookies(await context.cookies(`${site}/desk`));
      expect((await other.page.goto(`${site}/desk`))?.status()).toBe(200);
      await signInAgain(page);
      expect((await other.page.goto(`${site}/desk`))?.status()).toBe(401);
    },
  );

  test(
    'an invitation works once, its role applies, and who is kept out is out at once',
    { timeout: 60_000 },
    async () => {
      const first = await person();
      await first.page.goto(await newLink());
      await first.page.goto(`${site}/desk/staff`);
      const section = first.page.locator('section', { has: first.page.locator('#of-belisar') });
      await section.getByLabel('Invite').selectOption('contributor');
      await section.getByRole('button', { name: 'Make a link' }).click();
      const link = ((await first.page.locator('[data-invitation]').textContent()) ?? '').replace(
        '127.0.0.1',
        'localhost',
      );
      expect(await first.page.goto(`${site}/desk/staff`).then((page) => page?.text())).not.toContain(link.slice(-20));

      const invited = await person();
      await invited.page.goto(link);
      await invited.page.getByLabel('Your name').fill('إيدا ثورنلي');
      await invited.page.getByLabel('Name of the passkey').fill('Phone');
      await faultless(invited.page);
      await invited.page.getByRole('button', { name: 'Add the passkey and come in' }).click();
      await invited.page.waitForURL(`${site}/desk`);
      expect((await fetch(link)).status).toBe(404);

      // A contributor reads the newsroom, and neither its inbox nor its staff; then an editor, who reads the inbox.
      const status = async (path: string) => (await invited.page.goto(site + path))?.status();
      expect([await status('/desk/belisar/2026-11-21'), await status('/desk/belisar/inbox')]).toEqual([200, 403]);
      expect(await status('/desk/staff')).toBe(403);
      await first.page.goto(`${site}/desk/staff`);
      const row = first.page.locator('.rows > li', { hasText: 'إيدا ثورنلي' });
      await row.getByLabel('Role', { exact: true }).selectOption('editor');
      await row.getByRole('button', { name: 'Change the role' }).click();
      await first.page.locator('.notice', { hasText: 'The role is changed' }).waitFor();
      await faultless(first.page);
      expect(await status('/desk/belisar/inbox')).toBe(200);

      await row.getByRole('button', { name: 'Keep out' }).click();
      await first.page.locator('.notice', { hasText: 'They are kept out' }).waitFor();
      expect(await status('/desk')).toBe(401);
      await invited.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      await invited.page.locator('[role="status"]', { hasText: 'does not sign in here' }).waitFor();
      await row.getByRole('button', { name: 'Let in again' }).click();
      await first.page.locator('.notice', { hasText: 'They may come in again' }).waitFor();
      await signInByPasskey(invited.page);
      await invited.page.goto(`${site}/desk/account`);
      await faultless(invited.page);
    },
  );

  test(
    'a key and the code of an app sign in, a code once, and a recovery code stands for it',
    { timeout: 60_000 },
    async () => {
      const { page } = await person();
      await page.goto(await newLink());
      await page.goto(`${site}/desk/account`);
      await page.getByRole('button', { name: 'Set up a key and an app' }).click();
      const letters = ((await page.locator('[data-secret]').textContent()) ?? '').replaceAll(' ', '');
      await faultless(page);
      const step = Math.floor(Date.now() / 30_000);
      await page.getByLabel('The code that it shows').fill(codeOfStep(fromBase32(letters), step));
      await page.getByRole('button', { name: 'Go on' }).click();
      const key = (await page.locator('[data-key]').textContent()) ?? '';
      const [recovery = ''] = ((await page.locator('[data-recovery]').textContent()) ?? '').split('\n');
      await faultless(page);
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();

      const enter = async (code: string) => {
        await page.goto(`${site}/desk/sign-in`);
        await page.getByText('Sign in with a key and a code').click();
        await page.getByLabel('Key', { exact: true }).fill(key);
        await page.getByLabel('Code of the app').fill(code);
        await faultless(page);
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        await page.waitForLoadState();
        return new URL(page.url()).pathname;
      };
      // The code that set it up is used; the next one is not, and then it is.
      expect(await enter(codeOfStep(fromBase32(letters), step))).toBe('/desk/sign-in/code');
      expect(await enter(codeOfStep(fromBase32(letters), step + 1))).toBe('/desk');
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      expect(await enter(codeOfStep(fromBase32(letters), step + 1))).toBe('/desk/sign-in/code');
      expect(await enter(recovery)).toBe('/desk');
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      expect(await enter(recovery)).toBe('/desk/sign-in/code');
    },
  );

  test('the audit log says who did what, without a name in it, and is whole', { timeout: 60_000 }, async () => {
    const { page } = await person();
    await page.goto(await newLink());
    // The bar at its longest.
    for (const path of ['inbox', '2026-11-21']) {
      await page.goto(`${site}/desk/belisar/${path}`);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 360]);
    }
    await page.goto(`${site}/desk/audit`);
    await faultless(page);
    expect(await page.locator('.notice').textContent()).toContain('entries are there and as they were written');
    const shown = (await page.locator('.rows').textContent()) ?? '';
    for (const words of [
      'signed in',
      'way passkey',
      'way code',
      'role changed',
      'role editor',
      'kept out',
      'let in again',
    ])
      expect(shown).toContain(words);
    const lines = await page.evaluate(async () => (await fetch('/desk/audit.jsonl')).text());
    const deeds = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { number: number; action: string });
    expect(deeds.map(({ number }) => number)).toEqual(deeds.map((_, index) => index + 1));
    expect(deeds.map(({ action }) => action)).toContain('published');
    expect(lines).not.toContain('ثورنلي');
    const checked = runDaybook(['audit', '--data', join(folder, 'data')]);
    expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining(`is whole: ${deeds.length} entries`)]);
  });

  /** Another link from the terminal, as the printed one works once. */
  async function newLink(): Promise<string> {
    const { stdout } = runDaybook(['sign-in', '--data', join(folder, 'data')]);
    return site + (/\/desk\/sign-in\?token=\S+/u.exec(stdout)?.[0] ?? '');
  }

  /** Nothing that axe finds, and nothing that goes past the edge of a phone. */
  async function faultless(page: Page): Promise<void> {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await axeFaults(page)).toEqual([]);
  }

  async function signInAgain(page: Page): Promise<void> {
    await page.goto(`${site}/desk/sign-in?again=account`);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL(`${site}/desk/account`);
  }
});

function fromBase32(letters: string): Uint8Array {
  const bits = Array.from(letters, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  return Uint8Array.from(bits.match(/.{8}/gu) ?? [], (byte) => Number.parseInt(byte, 2));
}
