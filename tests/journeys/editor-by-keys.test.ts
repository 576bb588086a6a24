import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { end, type RunningDaybook, runDaybook } from '../support/daybook-process.ts';
import { Hands } from '../support/hands.ts';
import { openPasskeyHolder } from '../support/passkey-holder.ts';
import { startSample } from '../support/sample-newsroom.ts';

const summary = '/belisar/executive-summaries/2026/11/21';
const feeds = ['/belisar/rss.xml', '/belisar/atom.xml', '/belisar/feed.json'];
const sentence = (words: string) => `[data-sentence]:has-text("${words}")`;

describe.skipIf(chromiumPath === null)('an editor who has no mouse, in Chromium', () => {
  let folder = '';
  let daybook: RunningDaybook;
  let browser: Browser;
  /** Passkeys are of a name: `localhost`, never a number. */
  let site = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-keys-'));
    [daybook, browser] = await Promise.all([startSample(join(folder, 'data')), openBrowser()]);
    site = daybook.site.replace('127.0.0.1', 'localhost');
    const rules = join(folder, 'rules.json');
    await writeFile(
      rules,
      JSON.stringify({ secondPairOfEyes: true, checklist: ['Every name is spelled as our list spells it'] }),
    );
    const data = join(folder, 'data');
    const set = runDaybook(['publication', '--data', data, '--publication', 'belisar', '--from', rules]);
    if (set.code !== 0) throw new Error(set.stderr);
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await end(daybook.process);
    await rm(folder, { recursive: true, force: true });
  });

  const person = async () => (await openPasskeyHolder(browser, { width: 1280, height: 900 })).page;
  const read = async (path: string): Promise<string> => (await fetch(daybook.site + path)).text();
  const shows = (path: string, words: string) => expect.poll(() => read(path), { timeout: 5000 }).toContain(words);

  test(
    'comes in by passkey, composes, is stopped and helped by the gate, is read by a second pair of eyes, publishes and corrects',
    { timeout: 240_000 },
    async () => {
      // Before the day: both have a passkey.
      const page = await person();
      await page.goto(daybook.desk.replace('127.0.0.1', 'localhost'));
      await page.goto(`${site}/desk/account`);
      await page.getByLabel('Name for it').fill('Laptop');
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await page.locator('.rows b', { hasText: 'Laptop' }).waitFor();
      await page.goto(`${site}/desk/staff`);
      const section = page.locator('section', { has: page.locator('#of-belisar') });
      await section.getByLabel('Invite').selectOption('editor');
      await section.getByRole('button', { name: 'Make a link' }).click();
      const invitation = (await page.locator('[data-invitation]').textContent()) ?? '';
      const second = await person();
      await second.goto(invitation.replace('127.0.0.1', 'localhost'));
      await second.getByLabel('Your name').fill('Second Reader');
      await second.getByLabel('Name of the passkey').fill('Laptop');
      await second.getByRole('button', { name: 'Add the passkey and come in' }).click();
      await second.waitForURL(`${site}/desk`);
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      const faults: string[] = [];
      for (const each of [page, second]) each.on('pageerror', (error) => faults.push(error.message));

      // From here on, keys alone.
      const keys = new Hands(page);
      await page.goto(`${site}/desk/sign-in`);
      await keys.enterOn('button:has-text("Sign in with a passkey")');
      await page.waitForURL(`${site}/desk`);
      await keys.enterOn('a:has-text("Belisar Daybook")');
      await page.waitForURL(`${site}/desk/belisar/2026-11-21`);

      // Three developments.
      for (const headline of [
        'sank ferry, inquiry says',
        'Campaign opens with one debate',
        'Families walk to the quay',
      ]) {
        await keys.reach(`[data-development]:has-text("${headline}") input[type="checkbox"]`);
        await keys.press('Space');
      }
      await keys.enterOn('button:has-text("Draft the summary")');
      await page.waitForURL(/\/desk\/piece\//u);
      await page.locator('[data-ready]').waitFor();
      const piece = page.url().split('/').at(-1) ?? '';
      const saved = () => page.locator('[data-save="saved"]').waitFor({ timeout: 10_000 });
      const marks = (kind: string) => page.locator(`.mark[data-kind="${kind}"]`);
      /** Puts the cursor into the sentence that holds some words, and writes others over it. */
      const rewrite = async (words: string, by: string) => {
        await keys.moveInto(sentence(words));
        await keys.press('Alt+a');
        await keys.write(by);
        await saved();
      };
      await keys.reach('.writing', 'F6', 12);

      // A wrong number, a sentence of the outlet's own words, and a quotation that nothing carries.
      await rewrite('15 are known to have died', 'The first report counts 71 people aboard, of whom 16 died.');
      await marks('number').waitFor({ timeout: 10_000 });
      expect(await marks('number').textContent()).toContain('16');
      await rewrite(
        'She recommended no charge',
        'She recommended no charge against the captain, and asked prosecutors to consider the company’s manager, Marten Gale, and two officials of the Council’s transport office.',
      );
      await marks('copied').waitFor({ timeout: 10_000 });
      await rewrite('spoke for itself', 'The letter said: “Nobody shall sail on that deck again.”');
      await saved();
      await marks('quotation').first().waitFor({ timeout: 10_000 });
      await keys.enterOn('[data-publish]', 'Shift+Tab');
      const message = page.locator('[data-message]');
      await expect.poll(() => message.textContent(), { timeout: 10_000 }).toMatch(/^Not published/u);
      expect((await fetch(daybook.site + summary)).status).toBe(404);

      // The number is mended and checked again.
      await rewrite('of whom 16 died', 'The first report counts 71 people aboard, of whom 4 died.');
      await keys.press('Alt+c');
      await expect.poll(() => marks('number').count(), { timeout: 10_000 }).toBe(0);
      // The quotation goes: what is left is background that the editor stands for.
      await rewrite('Nobody shall sail', 'The company had run ferries on the strait for years.');
      await keys.press('Alt+v');
      await saved();
      await expect.poll(() => marks('quotation').count(), { timeout: 10_000 }).toBe(0);
      // The outlet's words stay, for a reason that is kept.
      await keys.moveInto(sentence('She recommended no charge'));
      await keys.enterOn('.mark[data-kind="copied"] button:has-text("Override")');
      await keys.write('The recommendation is a formula; other words would say something else.');
      await keys.enterOn('[data-dialog="override"] button:has-text("Let it stand")');
      await expect.poll(() => marks('copied').count(), { timeout: 10_000 }).toBe(0);
      await keys.reach('.writing', 'F6', 12);
      await keys.moveInto(sentence('She recommended no charge'));
      await keys.press('Alt+c');
      await expect.poll(() => page.locator('.page .mark').count(), { timeout: 10_000 }).toBe(0);

      // Nobody publishes alone.
      await page.route('**/desk/api/pieces/**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        await route.continue();
      });
      await keys.enterOn('[data-publish]', 'Shift+Tab');
      // What was noticed beside the text is looked at, and left as it is.
      await page.locator('[data-leave]:focus').waitFor();
      while (await page.locator('[data-leave]').count()) {
        const left = await page.locator('[data-leave]').count();
        await page.locator('[data-leave]:focus').waitFor();
        await keys.press('Enter');
        await expect.poll(() => page.locator('[data-leave]').count(), { timeout: 10_000 }).toBeLessThan(left);
      }
      await page.locator('[data-confirm="publish"]:focus').waitFor();
      await keys.press('Enter');
      await expect.poll(() => message.textContent(), { timeout: 10_000 }).toMatch(/nobody publishes alone/u);
      // The cursor is back where it was, however long the newsroom took.
      expect(await page.locator('[data-publish]:focus').count()).toBe(1);
      const approve = async () => {
        const reader = new Hands(second);
        await second.goto(`${site}/desk/piece/${piece}`);
        await second.locator('[data-ready]').waitFor();
        await reader.press('Alt+w');
        await reader.enterOn('[data-work="approve"]');
        await second.locator('.approval', { hasText: 'Read by Second Reader' }).waitFor();
        keys.deeds += reader.deeds;
      };
      await approve();
      await keys.enterOn('[data-publish]', 'Shift+Tab');
      await page.locator('[data-confirm="publish"]:focus').waitFor();
      await keys.press('Enter');
      await shows(summary, 'of whom 4 died');
      process.stdout.write(`sign-in to published: ${keys.deeds} actions, ${Math.round(keys.seconds)} s\n`);
      await page.locator('[data-dialog="published"]').waitFor();
      await keys.press('Escape');

      // The four are the missing: a figure is corrected, and read again.
      await keys.reach('.writing', 'F6', 12);
      await rewrite('of whom 4 died', 'The first report counts 71 people aboard, of whom 15 died.');
      await keys.press('Alt+c');
      await expect.poll(() => page.locator('.page .mark').count(), { timeout: 10_000 }).toBe(0);
      await saved();
      await approve();
      await keys.enterOn('[data-publish]', 'Shift+Tab');
      await page.locator('[data-dialog="correct"] textarea:focus').waitFor();
      const note = 'An earlier version said that 4 people died. Four are missing; 15 died.';
      await keys.write(note);
      await keys.enterOn('[data-confirm="correct"]');
      await shows(summary, note);
      for (const feed of feeds) await shows(feed, note);
      expect(await read(summary)).toContain('of whom 15 died');

      // The list of revisions says what became of it.
      await page.locator('[data-dialog="published"]').waitFor();
      await keys.press('Escape');
      await keys.enterOn('.state-bar a:has-text("History")', 'Shift+Tab');
      await page.waitForURL(/\/history/u);
      const history = (await page.locator('main').textContent()) ?? '';
      for (const words of [
        'Published',
        'Corrected',
        'Approved by Second Reader',
        note,
        'other words would say something',
      ])
        expect(history).toContain(words);
      await keys.enterOn('a:has-text("What changed")');
      await page.locator('.differences').waitFor();
      expect(faults).toEqual([]);
    },
  );
});
