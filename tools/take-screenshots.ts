// Takes the pictures of docs/screenshots/ from the sample newsroom: run it after a change to how things look, and look.
// sh tools/with-node.sh tools/take-screenshots.ts [--into FOLDER] [--only WORD]
// A reader's page is called KIND[-ar]-WIDTH[-dark].png (tests/support/page-kinds.ts names the kinds); the desk's begin with desk-.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { openBrowser } from '../tests/support/browser.ts';
import { checkout, end, startDaybook } from '../tests/support/daybook-process.ts';
import { pageKinds } from '../tests/support/page-kinds.ts';

const { values } = parseArgs({ options: { into: { type: 'string' }, only: { type: 'string', default: '' } } });
const folder = values.into ?? join(checkout, 'docs/screenshots');
/** A whole page, but no more of it than this. */
const tallest = 1600;
const data = mkdtempSync(join(tmpdir(), 'daybook-shots-'));
mkdirSync(folder, { recursive: true });

interface Shot {
  name: string;
  path: string;
  width: number;
  dark?: boolean;
  signedOut?: boolean;
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

const openWork = async (page: Page): Promise<void> => {
  await openSummary(page);
  await page.keyboard.press('Alt+w');
  await page.locator('[data-dialog="work"]').waitFor();
};
const openSettling = async (page: Page): Promise<void> => {
  await openSummary(page);
  await page.locator('[data-publish]').click();
  await page.locator('[data-leave]:focus').waitFor();
};
const openDetails = async (page: Page): Promise<void> => {
  await openSummary(page);
  await page.goto(`${page.url()}/details`);
};
const openTranslation = async (page: Page): Promise<void> => {
  await page
    .getByRole('link', { name: /^الملخص/u })
    .first()
    .click();
  await page.locator('[data-ready]').waitFor();
  await page.waitForTimeout(800);
};
const openSummary = async (page: Page): Promise<void> => {
  await page
    .getByRole('link', { name: /open the summary/iu })
    .first()
    .click();
  await page.locator('[data-ready]').waitFor();
};
const openHistory = async (page: Page): Promise<void> => {
  await openSummary(page);
  await page.goto(`${page.url()}/history`);
};

const openPicture = async (page: Page): Promise<void> => {
  await page.locator('.pictures a').last().click();
  await page.waitForURL(/\/desk\/media\/[0-9a-f]/u);
  await page.getByLabel('From the left').fill('30');
  await page.getByRole('button', { name: 'Keep this place' }).click();
  await page.getByText('As it is shared').waitFor();
};

/** The first of what a list holds. */
const openFirst =
  (part: string) =>
  async (page: Page): Promise<void> => {
    const link = page.locator(`main a[href*="${part}"]`).first();
    await page.goto(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
  };
/** The nth part of the settings, or entry of a list, unfolded. */
const unfold =
  (summary: number) =>
  async (page: Page): Promise<void> => {
    await page.locator('details > summary').nth(summary).click();
  };
const pale = async (page: Page): Promise<void> => {
  const colour = page.locator('#colour');
  await colour.locator('summary').click();
  await colour.getByLabel('Accent colour').fill('#e0b040');
  await colour.getByRole('button', { name: 'Save' }).click();
};

const note = '/belisar/executive-summaries/2026/11/04';
const deskShots: Shot[] = [
  { name: 'summary-note-open-1280', path: note, width: 1280, act: openNote },
  { name: 'summary-note-open-360', path: note, width: 360, act: openNote },
  { name: 'desk-sign-in', path: '/desk/sign-in', width: 390, signedOut: true },
  { name: 'desk-home', path: '/desk', width: 1280 },
  { name: 'desk-home-phone', path: '/desk', width: 390, dark: true },
  { name: 'desk-day', path: '/desk/belisar/2026-11-21', width: 1280 },
  { name: 'desk-day-phone', path: '/desk/belisar/2026-11-21', width: 390 },
  { name: 'desk-composer', path: '/desk/belisar/2026-11-21', width: 1280, act: openComposer },
  { name: 'desk-settle', path: '/desk/belisar/2026-11-21', width: 1280, act: openSettling },
  { name: 'desk-settle-phone', path: '/desk/belisar/2026-11-21', width: 390, dark: true, act: openSettling },
  { name: 'desk-composer-mark', path: '/desk/belisar/2026-11-21', width: 1280, act: wrongNumber },
  { name: 'desk-composer-phone', path: '/desk/belisar/2026-11-21', width: 390, dark: true, act: wrongNumber },
  { name: 'desk-composer-ar', path: '/desk/belisar/pieces?lang=ar&kind=summary', width: 1280, act: openTranslation },
  {
    name: 'desk-composer-ar-phone',
    path: '/desk/belisar/pieces?lang=ar&kind=summary',
    width: 390,
    dark: true,
    act: openTranslation,
  },
  { name: 'desk-pieces', path: '/desk/belisar/pieces', width: 1280 },
  { name: 'desk-pieces-phone', path: '/desk/belisar/pieces', width: 390, dark: true },
  { name: 'desk-new-piece', path: '/desk/belisar/pieces/new', width: 1280 },
  { name: 'desk-details', path: '/desk/belisar/2026-11-20', width: 1280, act: openDetails },
  { name: 'desk-details-phone', path: '/desk/belisar/2026-11-20', width: 390, dark: true, act: openDetails },
  { name: 'desk-find', path: '/desk/belisar/find?q=ferry', width: 1280 },
  { name: 'desk-find-phone', path: '/desk/belisar/find?q=ferry', width: 390, dark: true },
  { name: 'desk-contributors', path: '/desk/belisar/contributors', width: 1280 },
  { name: 'desk-contributor', path: '/desk/belisar/contributors', width: 1280, act: openFirst('/contributors/') },
  {
    ...{ name: 'desk-contributor-phone', path: '/desk/belisar/contributors', width: 390, dark: true },
    act: openFirst('/contributors/'),
  },
  { name: 'desk-storylines', path: '/desk/belisar/storylines', width: 1280 },
  { name: 'desk-storyline', path: '/desk/belisar/storylines', width: 1280, act: openFirst('/storylines/') },
  {
    ...{ name: 'desk-storyline-phone', path: '/desk/belisar/storylines', width: 390, dark: true },
    act: openFirst('/storylines/'),
  },
  { name: 'desk-ranking', path: '/desk/belisar/settings/ranking', width: 1280 },
  { name: 'desk-logo', path: '/desk/belisar/settings/logo', width: 1280 },
  { name: 'desk-network', path: '/desk/network', width: 1280 },
  { name: 'desk-terms', path: '/desk/wires', width: 1280, act: openFirst('/terms') },
  { name: 'desk-new-picture', path: '/desk/media/new', width: 1280 },
  { name: 'desk-inbox', path: '/desk/belisar/inbox', width: 1280 },
  { name: 'desk-new-report', path: '/desk/belisar/report/new', width: 1280 },
  { name: 'desk-new-publication', path: '/desk/publications/new', width: 1280 },
  { name: 'desk-work', path: '/desk/belisar/2026-11-20', width: 1280, act: openWork },
  { name: 'desk-work-phone', path: '/desk/belisar/2026-11-20', width: 390, dark: true, act: openWork },
  { name: 'desk-history', path: '/desk/belisar/2026-11-20', width: 1280, act: openHistory },
  { name: 'desk-plan', path: '/desk/belisar/plan', width: 1280 },
  { name: 'desk-plan-phone', path: '/desk/belisar/plan', width: 390, dark: true },
  { name: 'desk-account', path: '/desk/account', width: 1280 },
  { name: 'desk-settings', path: '/desk/belisar/settings', width: 1280, act: unfold(0) },
  { name: 'desk-settings-colour-phone', path: '/desk/belisar/settings', width: 390, dark: true, act: pale },
  { name: 'desk-topics', path: '/desk/belisar/settings/topics', width: 1280, act: unfold(1) },
  { name: 'desk-topics-phone', path: '/desk/belisar/settings/topics', width: 390, dark: true, act: unfold(1) },
  { name: 'desk-names', path: '/desk/belisar/settings/names', width: 1280, act: unfold(1) },
  { name: 'desk-labels-phone', path: '/desk/belisar/settings/labels', width: 390, act: unfold(0) },
  { name: 'desk-staff', path: '/desk/staff', width: 1280 },
  { name: 'desk-audit', path: '/desk/audit', width: 1280 },
  { name: 'desk-wires', path: '/desk/wires', width: 1280 },
  { name: 'desk-media', path: '/desk/media', width: 1280 },
  { name: 'desk-picture', path: '/desk/media', width: 1280, act: openPicture },
  { name: 'desk-picture-phone', path: '/desk/media', width: 390, dark: true, act: openPicture },
];

const wanted = ({ name }: Shot): boolean => name.includes(values.only);
const readersShots = pageKinds.flatMap(({ name, path, arabic }): Shot[] =>
  [{ name, path }, ...(arabic ? [{ name: `${name}-ar`, path: arabic }] : [])].flatMap((page) =>
    [360, 1280].flatMap((width) => [
      { name: `${page.name}-${width}`, path: page.path, width },
      { name: `${page.name}-${width}-dark`, path: page.path, width, dark: true },
    ]),
  ),
);
async function keep(name: string, width: number, bytes: Buffer): Promise<void> {
  const { height } = await sharp(bytes).metadata();
  await sharp(bytes)
    .extract({ left: 0, top: 0, width, height: Math.min(height, tallest) })
    .png({ palette: true, colours: 16, effort: 5, dither: 0 })
    .toFile(join(folder, `${name}.png`));
  process.stdout.write(`${name}\n`);
}

const [daybook, browser] = await Promise.all([startDaybook(data, ['--sample']), openBrowser()]);
try {
  const signIn = await browser.newContext();
  await (await signIn.newPage()).goto(daybook.desk);
  const storageState = await signIn.storageState();
  const readers = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  let at = '';
  for (const { name, path, width, dark } of readersShots.filter(wanted)) {
    await readers.setViewportSize({ width, height: width < 500 ? 780 : 860 });
    await readers.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    if (path !== at) await readers.goto(daybook.site + path);
    at = path;
    await keep(name, width, await readers.screenshot({ fullPage: true }));
  }
  for (const { name, path, width, dark, signedOut, act } of deskShots.filter(wanted)) {
    const context = await browser.newContext({
      ...(signedOut ? {} : { storageState }),
      viewport: { width, height: width < 500 ? 780 : 860 },
      colorScheme: dark ? 'dark' : 'light',
    });
    const page = await context.newPage();
    await page.goto(daybook.site + path);
    await act?.(page);
    await keep(name, width, await page.screenshot());
    await context.close();
  }
} finally {
  await browser.close();
  await end(daybook.process);
  rmSync(data, { recursive: true, force: true });
}
