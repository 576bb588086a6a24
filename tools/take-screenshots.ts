// Takes the pictures of docs/screenshots/ from the sample newsroom: run it after a change to how things look, and look.
// sh tools/with-node.sh tools/take-screenshots.ts
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../tests/support/browser.ts';
import { checkout, end, startDaybook } from '../tests/support/daybook-process.ts';

const folder = join(checkout, 'docs/screenshots');
const data = mkdtempSync(join(tmpdir(), 'daybook-shots-'));
mkdirSync(folder, { recursive: true });

interface Shot {
  name: string;
  path: string;
  width: number;
  height?: number;
  dark?: boolean;
  whole?: boolean;
  act?(page: Page): Promise<void>;
}

const openNote = async (page: Page): Promise<void> => {
  const mark = page.locator('button[popovertarget]').nth(3);
  await mark.scrollIntoViewIfNeeded();
  await mark.click();
};
const openComposer = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Draft the summary' }).click();
  await page.waitForURL(/\/desk\/piece\//u);
  const row = page.locator('[data-sentence]').nth(1);
  await row.waitFor();
  await row.click();
  await page.waitForTimeout(800);
};
const wrongNumber = async (page: Page): Promise<void> => {
  await page
    .getByRole('link', { name: /open the summary/iu })
    .first()
    .click();
  const row = page.locator('[data-sentence]', { hasText: /15 are known|71 people aboard/u }).first();
  await row.click();
  await page.keyboard.press('Alt+a');
  await page.keyboard.insertText('The first report counts 71 people aboard, and 16 dead.');
  await page.locator('.note.lit .mark').first().waitFor();
  await page.waitForTimeout(1500);
};

const day = '/belisar/executive-summaries/2026/11/04';
const shots: Shot[] = [
  { name: 'network-desktop', path: '/', width: 1280 },
  { name: 'home-desktop', path: '/belisar', width: 1280 },
  { name: 'home-phone', path: '/belisar', width: 360 },
  { name: 'summary-desktop', path: day, width: 1280 },
  { name: 'summary-desktop-whole', path: day, width: 1280, whole: true },
  { name: 'summary-phone', path: day, width: 360 },
  { name: 'summary-tablet', path: day, width: 768 },
  { name: 'summary-dark', path: day, width: 1280, dark: true, act: openNote },
  { name: 'summary-note-open-desktop', path: day, width: 1280, act: openNote },
  { name: 'summary-note-open-phone', path: day, width: 360, act: openNote },
  { name: 'summary-arabic-desktop', path: '/belisar/ar/executive-summaries/2026/11/20', width: 1280 },
  { name: 'summary-arabic-phone', path: '/belisar/ar/executive-summaries/2026/11/20', width: 360 },
  { name: 'list-desktop', path: '/belisar/executive-summaries', width: 1280 },
  { name: 'letter-desktop', path: '/kharuba', width: 1280 },
  { name: 'not-found-phone', path: '/belisar/nothing', width: 360 },
  { name: 'desk-day', path: '/desk/belisar/2026-11-21', width: 1280 },
  { name: 'desk-day-phone', path: '/desk/belisar/2026-11-21', width: 390 },
  { name: 'desk-composer', path: '/desk/belisar/2026-11-21', width: 1280, act: openComposer },
  { name: 'desk-composer-mark', path: '/desk/belisar/2026-11-21', width: 1280, act: wrongNumber },
  { name: 'desk-composer-phone', path: '/desk/belisar/2026-11-21', width: 390, dark: true, act: wrongNumber },
  { name: 'desk-wires', path: '/desk/wires', width: 1280 },
];

const [daybook, browser] = await Promise.all([startDaybook(data, ['--sample']), openBrowser()]);
try {
  const signIn = await browser.newContext();
  await (await signIn.newPage()).goto(daybook.desk);
  const storageState = await signIn.storageState();
  for (const { name, path, width, height, dark, whole, act } of shots) {
    const context = await browser.newContext({
      storageState,
      viewport: { width, height: height ?? (width < 500 ? 780 : 860) },
      colorScheme: dark ? 'dark' : 'light',
      javaScriptEnabled: path.startsWith('/desk'),
    });
    const page = await context.newPage();
    await page.goto(daybook.site + path);
    await act?.(page);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole ?? false });
    await context.close();
    process.stdout.write(`${name}\n`);
  }
} finally {
  await browser.close();
  await end(daybook.process);
  rmSync(data, { recursive: true, force: true });
}
