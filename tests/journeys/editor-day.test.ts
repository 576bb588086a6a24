import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { end, type RunningDaybook, runDaybook } from '../support/daybook-process.ts';
import { leaveNotes } from '../support/leave-notes.ts';
import { startSample } from '../support/sample-newsroom.ts';

const summary = '/belisar/executive-summaries/2026/11/21';
const feeds = ['/belisar/rss.xml', '/belisar/atom.xml', '/belisar/feed.json'];

describe.skipIf(chromiumPath === null)('an editor’s day, in Chromium', () => {
  let folder = '';
  let daybook: RunningDaybook;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-journey-'));
    [daybook, browser] = await Promise.all([startSample(join(folder, 'data')), openBrowser()]);
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await end(daybook.process);
    await rm(folder, { recursive: true, force: true });
  });

  const read = async (path: string): Promise<string> => (await fetch(daybook.site + path)).text();
  /** Waits until the site shows, or no longer shows, some words at a path. */
  const shows = (path: string, words: string) => expect.poll(() => read(path), { timeout: 5000 }).toContain(words);
  /** Puts the cursor into a sentence, chooses all of it and writes other words over it, by keys. */
  const rewrite = async (desk: Page, id: string, words: string) => {
    await desk.locator(`[data-sentence="${id}"]`).click();
    await desk.keyboard.press('Alt+a');
    await desk.keyboard.insertText(words);
  };
  const saved = (desk: Page) => desk.locator('[data-save="saved"]').waitFor({ timeout: 10_000 });

  test('goes from reports to a published, corrected and frozen summary', { timeout: 120_000 }, async () => {
    const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    const faults: string[] = [];
    desk.on('pageerror', (error) => faults.push(error.message));

    // Sign in; the link works once.
    await desk.goto(daybook.desk);
    expect(new URL(desk.url()).pathname).toBe('/desk');
    expect((await fetch(daybook.desk, { redirect: 'manual' })).status).not.toBe(303);

    // Today's developments, one of them chosen, drafted.
    await desk.goto(`${daybook.site}/desk/belisar/2026-11-21`);
    const inquiry = desk.locator('[data-development]', { hasText: 'ferry, inquiry says' }).first();
    expect(await inquiry.locator('.story-line').innerText()).toMatch(/Ferry capsizes at Dunmorrow.*, day \d+/u);
    expect(await inquiry.locator('.why').innerText()).toMatch(/independent origin.*points/su);
    await inquiry.getByRole('checkbox').check();
    await desk.getByRole('button', { name: 'Draft the summary' }).click();
    await desk.waitForURL(/\/desk\/piece\//u);
    await desk.locator('[data-sentence]').first().waitFor();
    expect((await fetch(daybook.site + summary)).status).toBe(404);

    // A sentence is rewritten with a wrong number: the gate says so, and refuses.
    const row = desk.locator('[data-sentence]', { hasText: '15 are known to have died' });
    const id = (await row.getAttribute('data-sentence')) ?? '';
    const marks = desk.locator(`.note[data-at="${id}"]`);
    await rewrite(desk, id, 'The first report counts 71 people aboard, and 16 dead.');
    await marks.locator('.mark[data-kind="number"]').waitFor({ timeout: 10_000 });
    expect(await marks.locator('.mark[data-kind="number"]').textContent()).toContain('16');
    await saved(desk);
    await desk.locator('[data-publish]').click();
    await expect
      .poll(() => desk.locator('[data-message]').textContent(), { timeout: 10_000 })
      .toMatch(/not published/iu);
    expect((await fetch(daybook.site + summary)).status).toBe(404);

    // Mended and checked again: published.
    await rewrite(desk, id, 'The first report counts 71 people aboard, and 15 dead.');
    await saved(desk);
    await marks
      .getByRole('button', { name: /check again/iu })
      .first()
      .click();
    await expect.poll(() => desk.locator('.page .mark').count(), { timeout: 10_000 }).toBe(0);
    await desk.locator('[data-publish]').click();
    expect(await leaveNotes(desk)).toBeGreaterThan(0);
    await desk.locator('[data-confirm="publish"]').click();
    await shows(summary, '71 people aboard, and 15 dead');

    // Read with JavaScript off, and who says so opened.
    const reader = await (
      await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
    ).newPage();
    const asked: string[] = [];
    reader.on('request', (request) => asked.push(request.url()));
    await reader.goto(daybook.site + summary);
    const mark = reader.locator('button[popovertarget]').first();
    const note = reader.locator(`#${await mark.getAttribute('popovertarget')}`);
    expect(await note.isVisible()).toBe(false);
    await mark.click();
    expect(await note.isVisible()).toBe(true);
    expect(await note.textContent()).toMatch(/Nobody here has checked who did what/iu);
    expect(asked.filter((url) => !url.startsWith(daybook.site))).toEqual([]);
    for (const feed of feeds) expect(await read(feed)).toContain('71 people aboard, and 15 dead');

    // Corrected, with a public note where the error stood.
    await desk.reload();
    await desk.locator(`[data-sentence="${id}"]`).waitFor();
    await rewrite(desk, id, 'The first report counts 71 people aboard, of whom 15 died.');
    await saved(desk);
    await marks
      .getByRole('button', { name: /check again/iu })
      .first()
      .click();
    await expect.poll(() => desk.locator('.page .mark').count(), { timeout: 10_000 }).toBe(0);
    await desk.locator('[data-publish]').click();
    await desk.getByRole('textbox', { name: 'Public note' }).fill('An earlier version was unclear about who had died.');
    await desk.getByLabel('Where it stood').selectOption(id);
    await desk.locator('[data-confirm="correct"]').click();
    await shows(summary, 'An earlier version was unclear about who had died.');
    await reader.reload();
    expect(await reader.locator('main').textContent()).toContain('of whom 15 died');
    for (const feed of feeds) await shows(feed, 'An earlier version was unclear');
    expect(faults).toEqual([]);

    // Frozen: opens from disk, asks nothing of elsewhere, every link leads somewhere.
    const out = join(folder, 'frozen');
    const frozen = runDaybook(['freeze', '--data', join(folder, 'data'), '--publication', 'belisar', out]);
    expect(frozen.stderr + frozen.stdout).toContain('pages');
    expect(runDaybook(['verify', out]).code).toBe(0);
    const disk = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const outside: string[] = [];
    disk.on('request', (request) => {
      if (!request.url().startsWith('file:')) outside.push(request.url());
    });
    await disk.goto(pathToFileURL(join(out, summary, 'index.html')).href);
    expect(await disk.locator('main').textContent()).toContain('of whom 15 died');
    await disk.getByRole('link', { name: 'Executive summaries' }).first().click();
    expect(await disk.locator('main').textContent()).toContain('November');
    expect(outside).toEqual([]);
  });
});
