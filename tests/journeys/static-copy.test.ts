import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freezePublication, verifyCopy } from '../../src/archive/archive.ts';
import { findLibraryPictures, findPictures } from '../../src/media/media.ts';
import { type Newsroom, openNewsroom } from '../../src/newsroom.ts';
import { keepPicture } from '../../src/pieces/pieces.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { findPublication, type Publication } from '../../src/publications/publications.ts';
import { copySample } from '../support/sample-newsroom.ts';

const manifestFile = 'manifest-sha256.txt';

describe('a static copy', () => {
  let folder = '';
  let newsroom: Newsroom;
  let publication: Publication;
  const freeze = (out: string, origin: string | null = null) =>
    freezePublication({ ...newsroom, networkName: 'Daybook' }, publication, {
      out,
      origin,
      signal: new AbortController().signal,
      progress: () => {},
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-archive-'));
    await copySample(join(folder, 'data'));
    newsroom = await openNewsroom(readConfig({ data: join(folder, 'data') }, {}));
    const found = await findPublication(newsroom.database.read, 'belisar');
    if (!found) throw new Error('the sample has no belisar');
    publication = found;
    await freeze(join(folder, 'copy'));
  }, 60_000);
  afterAll(async () => {
    await newsroom.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('checks out whole: every hash, every link, nothing from elsewhere', async () => {
    const check = await verifyCopy(join(folder, 'copy'));
    expect(check.faults).toEqual([]);
    expect(check.links).toBeGreaterThan(1000);
  });

  test('is the same to the byte a second time', async () => {
    await freeze(join(folder, 'again'));
    const [first, second] = await Promise.all(
      ['copy', 'again'].map((name) => readFile(join(folder, name, manifestFile), 'utf8')),
    );
    expect(second).toBe(first);
  });

  test(
    'with an address of its own it holds the cards of its pieces, the same to the byte a second time',
    { timeout: 120_000 },
    async () => {
      for (const name of ['homed', 'homed-again']) await freeze(join(folder, name), 'https://belisar.example');
      const [first = '', second] = await Promise.all(
        ['homed', 'homed-again'].map((name) => readFile(join(folder, name, manifestFile), 'utf8')),
      );
      expect(second).toBe(first);
      const summary = 'belisar/executive-summaries/2026/11/04';
      expect(first).toContain(`  ${summary}/card.png\n`);
      expect(await readFile(join(folder, 'homed', summary, 'index.html'), 'utf8')).toContain(
        `content="https://belisar.example/${summary}/card.png"`,
      );
      expect((await verifyCopy(join(folder, 'homed'))).faults).toEqual([]);
      expect(await readFile(join(folder, 'copy', manifestFile), 'utf8')).not.toContain('card.png');
    },
  );

  test('names a flipped byte, a lost file, a stranger, a broken link and an outside request', async () => {
    const out = join(folder, 'again');
    const page = join(out, 'belisar/about/index.html');
    await appendFile(page, '<a href="../nowhere/index.html">x</a><img src="https://elsewhere.example/pixel.gif">');
    await rm(join(out, 'belisar/rss.xml'));
    await writeFile(join(out, 'stranger.txt'), 'x');
    const { faults } = await verifyCopy(out);
    expect(faults).toEqual(
      expect.arrayContaining([
        { kind: 'damaged', file: 'belisar/about/index.html' },
        { kind: 'missing', file: 'belisar/rss.xml' },
        { kind: 'unlisted', file: 'stranger.txt' },
        { kind: 'broken-link', file: 'belisar/about/index.html', link: '../nowhere/index.html' },
        { kind: 'outside-request', file: 'belisar/about/index.html', link: 'https://elsewhere.example/pixel.gif' },
      ]),
    );
  });

  test('is never written over something that is no copy', async () => {
    const out = join(folder, 'mine');
    await mkdir(out);
    await writeFile(join(out, 'letter.txt'), 'mine');
    await expect(freeze(out)).rejects.toThrow('no static copy');
    expect(await readFile(join(out, 'letter.txt'), 'utf8')).toBe('mine');
  });

  test('leaves out a picture whose rights have ended, in all its widths, and is whole without it', async () => {
    const { read } = newsroom.database;
    const listing = { publications: ['belisar'], words: 'bridge', limit: 1, offset: 0 };
    const [picture] = (await findLibraryPictures(read, listing)).pictures;
    if (!picture) throw new Error('the sample has no picture of a bridge');
    const file = (await findPictures(read, [picture.media])).get(picture.media);
    const names = [picture.media, ...(file?.variants ?? []).map(({ sha256 }) => sha256)];
    const held = async (out: string) => {
      const manifest = await readFile(join(folder, out, manifestFile), 'utf8');
      return names.filter((name) => manifest.includes(`media/${name}.webp`)).length;
    };
    expect([names.length > 1, await held('copy')]).toEqual([true, names.length]);
    const { caption, credit, alt } = picture;
    await keepPicture(newsroom, picture, { caption, credit, alt, owner: 'Courier', terms: '' }, '2026-01-01', 'st_1');
    await freeze(join(folder, 'ended'));
    expect(await held('ended')).toBe(0);
    expect((await verifyCopy(join(folder, 'ended'))).faults).toEqual([]);
  });
});
