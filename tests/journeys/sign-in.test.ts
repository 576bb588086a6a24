import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { end, type RunningDaybook, startDaybook } from '../support/daybook-process.ts';

describe.skipIf(chromiumPath === null)('who may enter the desk, in Chromium', () => {
  let folder = '';
  let daybook: RunningDaybook;
  let browser: Browser;
  /** Passkeys are of a name: `localhost`, never a number. */
  let site = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-sign-in-'));
    [daybook, browser] = await Promise.all([startDaybook(join(folder, 'data'), ['--sample']), openBrowser()]);
    site = daybook.site.replace('127.0.0.1', 'localhost');
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await end(daybook.process);
    await rm(folder, { recursive: true, force: true });
  });

  /** A browser of its own, with a device that holds passkeys and whose holder always proves who they are. */
  const person = async (): Promise<{ page: Page; context: BrowserContext; verified(is: boolean): Promise<void> }> => {
    const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    const verified = async (isUserVerified: boolean) => {
      await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    };
    return { page, context, verified };
  };
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

  async function signInAgain(page: Page): Promise<void> {
    await page.goto(`${site}/desk/sign-in?again`);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL(`${site}/desk/account`);
  }
});
