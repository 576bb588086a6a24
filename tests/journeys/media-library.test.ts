import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { leaveNotes } from '../support/leave-notes.ts';
import { end, type RunningDaybook } from '../support/daybook-process.ts';
import { startSample } from '../support/sample-newsroom.ts';

/** Of the camera that took it, and where. */
const jpeg = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#3a5' } })
    .withExif({ IFD0: { Artist: 'Secret Photographer' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 12/1 0/1' } })
    .jpeg()
    .toBuffer();

describe.skipIf(chromiumPath === null)('the media library, in Chromium', () => {
  let folder = '';
  let daybook: RunningDaybook;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-media-'));
    [daybook, browser] = await Promise.all([startSample(join(folder, 'data')), openBrowser()]);
    // The desk's policy takes no script but its own files, so the checker has to come in past it.
    context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    await page.goto(daybook.desk);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await end(daybook.process);
    await rm(folder, { recursive: true, force: true });
  });

  async function sound(): Promise<void> {
    expect([page.url(), await axeFaults(page)]).toEqual([page.url(), []]);
  }

  async function upload(fields: Record<string, string>): Promise<void> {
    await page.goto(`${daybook.site}/desk/media/new`);
    await page.setInputFiles('#file', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await jpeg() });
    for (const [name, value] of Object.entries(fields)) await page.fill(`#${name}`, value);
  }

  test(
    'a picture is uploaded with its words and rights, found by them, and refused without a description',
    { timeout: 60_000 },
    async () => {
      await upload({ credit: 'Ilka Brandt', owner: 'Courier', caption: 'A green wall.' });
      // Without script nothing but the server stands in the way.
      await page.$eval('form[enctype]', (form) => form.setAttribute('novalidate', ''));
      await page.getByRole('button', { name: 'Add the picture' }).click();
      expect(await page.locator('.wrong').allTextContents()).toEqual([
        expect.stringContaining('Choose the file again'),
        expect.stringContaining('Say what is seen in it'),
      ]);
      await sound();
      await upload({
        ...{ credit: 'Ilka Brandt', owner: 'Courier', caption: 'A green wall.', alt: 'A wall, green' },
        endsOn: '2099-12-31',
      });
      await page.getByRole('button', { name: 'Add the picture' }).click();
      await page.getByText('The picture is in the library, without its metadata.').waitFor();
      await sound();
      await page.goto(`${daybook.site}/desk/media`);
      await sound();
      await page.getByLabel('Words of the caption').fill('WALL green');
      await page.keyboard.press('Enter');
      await page.getByText('One picture with').waitFor();
      expect(await page.locator('.pictures .caption').allTextContents()).toEqual(['A green wall.']);
    },
  );

  test(
    'it is chosen as top picture by keyboard, and stops publishing without a description and after its rights',
    { timeout: 120_000 },
    async () => {
      await page.goto(`${daybook.site}/desk/belisar/2026-11-21`);
      await page.getByRole('button', { name: 'Draft the summary' }).click();
      await page.waitForURL(/\/desk\/piece\//u);
      await page.locator('[data-ready]').waitFor();
      const composer = page.url();
      await page.getByRole('button', { name: 'From the library' }).first().focus();
      await page.keyboard.press('Enter');
      await page.locator('[data-dialog="library"] .pictures button').first().waitFor();
      await sound();
      await page.keyboard.type('green wall');
      await page.getByText('1 picture, the newest first.').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.pictures button:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('[data-part="top-image"] img').waitFor();
      const words = page.locator('[data-part="top-image"] .picture-words > p');
      expect(await words.allTextContents()).toEqual(['A green wall.', 'Ilka Brandt', 'A wall, green']);
      const saved = () => page.locator('[data-save="saved"]').waitFor({ timeout: 15_000 });
      const says = (words: string) => page.locator('.note[data-at="top-image"] .mark', { hasText: words });
      const publish = async (confirm: boolean) => {
        await page.locator('[data-publish]').click();
        if (confirm) await leaveNotes(page);
        if (confirm) await page.locator('[data-confirm="publish"]').click();
      };
      await saved();

      // Without its description it is not published.
      await words.nth(2).click({ clickCount: 3 });
      await page.keyboard.press('Backspace');
      await says('needs a description').waitFor({ timeout: 15_000 });
      await publish(false);
      await page
        .getByText(/not published/iu)
        .first()
        .waitFor();
      await words.nth(2).click();
      await page.keyboard.type('A wall, green');
      await says('needs a description').waitFor({ state: 'detached', timeout: 15_000 });
      await saved();

      // Nor after its rights have ended; while it is used it cannot be deleted.
      const endRights = async (day: string) => {
        await page.goto(`${daybook.site}/desk/media?q=green+wall`);
        expect(await page.locator('.pictures p').first().textContent()).toContain('in one piece');
        await page.locator('.pictures a').click();
        await page.locator('#endsOn').fill(day);
        expect(await page.getByText('Delete this picture').count()).toBe(0);
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByText('Saved.').waitFor();
      };
      await endRights('2026-11-01');
      await page.getByText('The rights to this picture ended on Sunday, 1 November 2026').waitFor();
      await sound();
      await page.goto(composer);
      await says('The rights to this picture ended on Sunday, 1 November 2026').waitFor();
      await publish(false);
      await page
        .getByText(/not published/iu)
        .first()
        .waitFor();

      // With its rights it goes live; when they end, its page describes it.
      await endRights('');
      await page.goto(composer);
      await page.locator('[data-ready]').waitFor();
      await publish(true);
      await page.locator('[data-dialog="published"]').waitFor();
      const live = `${daybook.site}/belisar/executive-summaries/2026/11/21`;
      await page.goto(live);
      expect(await page.locator('figure.picture img').first().getAttribute('alt')).toBe('A wall, green');
      await endRights('2026-11-01');
      await page.goto(live);
      // The browser may keep a page for a minute.
      await page.reload();
      expect(await page.locator('figure.absent').first().textContent()).toContain(
        'We may no longer show this picture. It shows: A wall, green',
      );
    },
  );
});
