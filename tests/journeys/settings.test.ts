import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { end, type RunningDaybook } from '../support/daybook-process.ts';
import { startSample } from '../support/sample-newsroom.ts';

const accentOfPage = `getComputedStyle(document.querySelector('main a')).color`;

describe.skipIf(chromiumPath === null)('the settings of a publication, in Chromium', () => {
  let folder = '';
  let daybook: RunningDaybook;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-settings-'));
    [daybook, browser] = await Promise.all([startSample(join(folder, 'data')), openBrowser()]);
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await end(daybook.process);
    await rm(folder, { recursive: true, force: true });
  });

  test(
    'an administrator is refused a pale colour, sets another, pauses the publication with a letter and merges two topics; readers get it at once',
    { timeout: 60_000 },
    async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const [desk, reader] = [await context.newPage(), await context.newPage()];
      await desk.goto(daybook.desk);
      await desk.goto(`${daybook.site}/desk/belisar`);
      await desk.getByRole('link', { name: 'Settings' }).click();

      const colour = desk.locator('#colour');
      await colour.locator('summary').click();
      await colour.getByLabel('Accent colour').fill('#e0b040');
      await colour.getByRole('button', { name: 'Look at it first' }).click();
      expect(await colour.getByText('As chosen, on paper: 1.95:1').isVisible()).toBe(true);
      await colour.getByRole('button', { name: 'Save' }).click();
      expect(await colour.getByText('has a contrast of 1.95:1 to the paper').isVisible()).toBe(true);
      expect(await colour.getByLabel('Accent colour').inputValue()).toBe('#e0b040');
      await colour.getByLabel('Accent colour').fill('#7a1f3d');
      await colour.getByRole('button', { name: 'Save' }).click();
      expect(await colour.getByRole('status').innerText()).toBe('Saved.');

      const status = desk.locator('#status');
      await status.locator('summary').click();
      await status.getByLabel('Paused').check();
      const english = status.getByRole('group', { name: 'Letter to readers: English' });
      await english.getByLabel('Title').fill('We pause');
      await english.getByLabel('Salutation').fill('Dear readers');
      await english.getByLabel('Text').fill('We rest for the winter.\n\nThank you.');
      await english.getByLabel('Signed').fill('The desk');
      await english.getByLabel('Date').fill('2026-11-21');
      await status.getByRole('button', { name: 'Save' }).click();
      expect(await status.getByRole('status').innerText()).toBe('Saved.');

      await desk.getByRole('link', { name: 'Topics' }).click();
      const elections = desk.locator('#elections');
      await elections.locator('summary').click();
      await elections.getByLabel('Make it part of').selectOption('ceasefire');
      await elections.getByRole('button', { name: 'Merge' }).click();
      expect(await desk.getByRole('status').innerText()).toContain('Merged.');

      await desk.getByRole('link', { name: 'Contributors' }).click();
      await desk.getByRole('link', { name: 'Ada Merrow' }).click();
      await desk.getByLabel('Biography').first().fill('She has measured the river for eleven years.');
      await desk.getByRole('button', { name: 'Save', exact: true }).click();
      await desk.getByRole('textbox', { name: 'Address' }).fill('ada');
      await desk.getByRole('button', { name: 'Change the address' }).click();
      expect(await desk.getByRole('status').innerText()).toContain('They stand here from now on.');
      await reader.goto(`${daybook.site}/belisar/contributor/ada-merrow`);
      expect(reader.url()).toBe(`${daybook.site}/belisar/contributor/ada`);
      expect(await reader.getByText('She has measured the river').isVisible()).toBe(true);

      await reader.goto(`${daybook.site}/belisar`);
      const letter = reader.getByRole('article', { name: 'We pause' });
      expect(await letter.innerText()).toContain('We rest for the winter.');
      expect(await reader.evaluate(accentOfPage)).toBe('rgb(122, 31, 61)');
      const moved = await reader.goto(`${daybook.site}/belisar/elections`);
      expect((await moved?.request().redirectedFrom()?.response())?.status()).toBe(301);
      expect(reader.url()).toBe(`${daybook.site}/belisar/ceasefire`);
      await context.close();
    },
  );
});
