import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/platform/hash.ts';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { checkout, end, runDaybook, startDaybook } from '../support/daybook-process.ts';
import { articlePath, mirroredSite, writeMirror } from '../support/mirror.ts';

const articles = 60;
const kills = 4;

/** Somebody has inherited a site as a folder of pages, and a list of what to do with it. */
describe('an archive comes home', () => {
  let folder = '';
  let data = '';
  let mirror = '';
  const bring = (into: string, ...more: string[]) =>
    runDaybook(['import', 'html', mirror, '--data', into, '--publication', 'quay', '--url', mirroredSite, ...more]);
  const dump = (from: string) => runDaybook(['dump', '--data', from, '--publication', 'quay']).stdout;
  /** The lines of a dump, each as a hash: short where they differ. */
  const linesOf = (dumped: string) => dumped.split('\n').map((line) => `${line.slice(0, 160)} ${sha256(line)}`);
  /** What the archive is once it is home, as a dump. */
  let home = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-home-'));
    data = join(folder, 'data');
    mirror = join(folder, 'mirror');
    await writeMirror(mirror, articles);
    await writeFile(join(mirror, 'broken.html'), '');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('looked at first: the report is whole, and nothing is written', () => {
    const { code, stdout } = bring(data, '--dry-run', '--json');
    const report = JSON.parse(stdout);
    expect(code).toBe(report.outcomes['set-aside'] > 0 ? 3 : 0);
    expect(report.outcomes.piece).toBe(articles);
    const sum = Object.values<number>(report.outcomes).reduce((total, count) => total + count, 0);
    expect(sum).toBe(report.seen);
    expect(dump(data)).toBe('');
  });

  test(
    `killed ${kills} times and resumed, it is what it would have been, to the byte`,
    { timeout: 120_000 },
    async () => {
      let killed = 0;
      while (killed < kills) {
        const args = ['import', 'html', mirror, '--data', data, '--publication', 'quay', '--url', mirroredSite];
        const child = spawn(process.execPath, [join(checkout, 'dist/main.js'), ...args], { stdio: 'ignore' });
        await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 1000));
        const running = child.exitCode === null;
        await end(child, 'SIGKILL');
        killed += 1;
        if (!running) break;
      }
      expect(killed).toBeGreaterThan(0);
      const resumed = bring(data, '--json');
      const report = JSON.parse(resumed.stdout);
      expect(report.outcomes.piece).toBe(articles);
      expect(report.setAside.map(({ item }: { item: string }) => item)).toEqual(['broken.html']);
      const whole = join(folder, 'whole');
      bring(whole);
      home = dump(data);
      expect(linesOf(home)).toEqual(linesOf(dump(whole)));
      expect(home.trim().split('\n')).toHaveLength(articles + 1);
    },
  );

  test('repeated, it changes nothing', () => {
    const report = JSON.parse(bring(data, '--json').stdout);
    expect(report).toMatchObject({ already: report.seen, pieces: { made: 0, updated: 0, unchanged: 0 } });
    expect(linesOf(dump(data))).toEqual(linesOf(home));
  });

  test('written out as files and read in elsewhere, it is the same', { timeout: 60_000 }, () => {
    const copy = join(folder, 'copy');
    expect(runDaybook(['freeze', '--data', data, '--publication', 'quay', copy]).code).toBe(0);
    expect(runDaybook(['verify', copy])).toMatchObject({ code: 0 });
    const heir = join(folder, 'heir');
    const { code, stderr } = runDaybook(['import', 'daybook', copy, '--data', heir, '--publication', 'quay']);
    // On a busy machine it says how far it is.
    const said = stderr.replace(/^\d+ items, \d+ a second\n/gmu, '');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(linesOf(dump(heir))).toEqual(linesOf(home));
  });

  test.skipIf(chromiumPath === null)(
    'opened in Chromium, pages say what they are and old addresses lead to them',
    {
      timeout: 60_000,
    },
    async () => {
      const daybook = await startDaybook(data);
      const browser = await openBrowser();
      try {
        const page = await browser.newPage();
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        const answer = await page.goto(`${daybook.site}/quay/${articlePath(7)}.html`);
        expect(new URL(page.url()).pathname).toBe(`/quay/${articlePath(7)}`);
        expect(answer?.headers()['x-robots-tag']).toContain('noindex');
        expect(await page.textContent('h1')).toBe('Harbour notes, part 7');
        const text = (await page.textContent('main')) ?? '';
        expect(text).toContain('107 boats along Lantern Steps');
        expect(text).toContain('Tam Corrie');
        expect(text).toContain('not checked');
        expect(text).not.toMatch(/newsletter|Share this on every|Sign in/u);
        const broken = await page.$$eval('img', async (images) => {
          // One that waits to be scrolled to has no size yet.
          for (const image of images) image.loading = 'eager';
          const decoded = await Promise.allSettled(images.map((image) => image.decode()));
          return decoded.filter(({ status }) => status === 'rejected').length;
        });
        expect(broken).toBe(0);
        expect(asked.filter((url) => !url.startsWith(daybook.site))).toEqual([]);
        await page.click('main a[href$="harbour-notes-6"]');
        expect(await page.textContent('h1')).toBe('Harbour notes, part 6');
      } finally {
        await browser.close();
        await end(daybook.process);
      }
    },
  );

  test('a name that was withdrawn stays withdrawn when the archive is read again', { timeout: 60_000 }, async () => {
    const name = /Oona.{0,3}Firth/iu;
    expect(name.test(home)).toBe(true);
    const withdrawn = runDaybook(['withdraw', '--data', data, '--name', 'Oona Firth']);
    expect(withdrawn).toMatchObject({ code: 0 });
    expect(name.test(dump(data))).toBe(false);
    // The archive has changed a little since, so that every page of it is read again.
    for (let n = 0; n < articles; n += 1) await appendFile(join(mirror, `${articlePath(n)}.html`), '\n<!-- again -->');
    const report = JSON.parse(bring(data, '--json').stdout);
    expect(report.already).toBeLessThan(articles);
    expect(name.test(dump(data))).toBe(false);
    const daybook = await startDaybook(data);
    try {
      for (const path of [articlePath(0), 'rss.xml', 'atom.xml', 'feed.json', '']) {
        const body = await (await fetch(`${daybook.site}/quay/${path}`)).text();
        expect([path, name.test(body)]).toEqual([path, false]);
      }
    } finally {
      await end(daybook.process);
    }
    expect(name.test(await readFile(join(mirror, `${articlePath(0)}.html`), 'utf8'))).toBe(true);
  });
});
