import { copyFile, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ReadArchive, readArchive } from '../../../../tests/support/read-archive.ts';
import { feed } from './feed.ts';

const corpus = fileURLToPath(new URL('../../../../tests/corpus/imports/feed/', import.meta.url));

async function written(name: string, text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'feed-')), name);
  await writeFile(path, text);
  return path;
}

describe('a folder of feeds', () => {
  let read: ReadArchive;

  beforeAll(async () => {
    read = await readArchive(feed, corpus);
  });

  test('every item becomes exactly one thing, and they were counted before', () => {
    expect(read.items).toBe(read.count);
    expect([...read.parsed].map(([name, { kind }]) => `${name}: ${kind}`)).toEqual([
      'the site itself: facts',
      'tag:courier.example,2016:3: piece',
      'https://courier.example/gulls: piece',
      'https://courier.example/?p=12: piece',
      'feed.json, item 3: unread',
      'https://courier.example/?p=12 (2): piece',
      'https://courier.example/tides: piece',
      'https://courier.example/none: set-aside',
      'rss.xml, item 4: unread',
    ]);
  });

  test('keeps the whole text, its author, tags, picture and addresses, and leaves the feed’s own notes', () => {
    expect(read.pieces.get('https://courier.example/?p=12 (2)')).toMatchObject({
      path: '2016/04/crane',
      publishedAt: '2016-04-11T21:30:00.000Z',
      modifiedAt: null,
      state: 'live',
      aliases: [
        'https://courier.example/2016/04/crane.html',
        'https://courier.example/2016/04/crane.html?utm_source=rss&utm_medium=feed',
        'https://courier.example/?p=12',
      ],
      content: {
        title: 'Crane & tide',
        lede: 'The crane stopped.',
        blocks: [{ type: 'paragraph', sentences: [{ basis: { kind: 'linked' } }] }],
        authors: [{ name: 'Oona Firth', role: 'author' }],
        tags: [{ slug: 'harbour', title: 'Harbour' }],
        topImage: { src: 'https://courier.example/crane.jpg', caption: 'The crane', credit: 'Tam Brell' },
        imported: { format: 'feed', url: 'https://courier.example/2016/04/crane.html', published: 'minute' },
      },
    });
  });

  test('the same address in two feeds is one place', () => {
    expect(read.pieces.get('https://courier.example/?p=12')?.path).toBe('2016/04/crane');
  });

  test('notes sound that came with an item, and takes midnight for a day', () => {
    expect(read.pieces.get('https://courier.example/tides')).toMatchObject({
      publishedAt: '2016-04-12T00:00:00.000Z',
      dated: '2016-04-12',
      content: {
        imported: { published: 'day' },
        blocks: [{ type: 'embed', href: 'https://courier.example/tides.mp3' }, { type: 'paragraph' }],
      },
    });
    expect(JSON.stringify([...read.pieces])).not.toContain('oona@courier.example');
  });

  test('reads Atom and Arabic', () => {
    expect(read.pieces.get('tag:courier.example,2016:3')).toMatchObject({
      path: 'ar/%D8%B1%D8%A7%D9%81%D8%B9%D8%A9',
      modifiedAt: '2016-05-12T10:00:00.000Z',
      content: { lang: 'ar', blocks: [{ sentences: [{ text: 'توقفت الرافعة في Gorvan.' }] }] },
    });
  });

  test('reads JSON Feed', () => {
    expect(read.pieces.get('https://courier.example/gulls')).toMatchObject({
      path: 'gulls',
      content: { topImage: { src: 'https://courier.example/gull.jpg' }, tags: [{ slug: 'birds' }] },
    });
  });

  test('reads the same again, ids included', async () => {
    expect([...(await readArchive(feed, corpus)).pieces]).toEqual([...read.pieces]);
  });
});

test('an export of WordPress, which has drafts in it, is never read as a feed', async () => {
  const path = fileURLToPath(new URL('../wxr/quay-courier.xml', new URL(`file://${corpus}`)));
  await expect(readArchive(feed, path)).rejects.toThrow(/daybook import wxr/u);
  const folder = await mkdtemp(join(tmpdir(), 'feed-'));
  await copyFile(path, join(folder, 'export.xml'));
  await copyFile(join(corpus, 'feed.json'), join(folder, 'feed.json'));
  const read = await readArchive(feed, folder);
  expect(read.parsed.get('export.xml')).toMatchObject({ unread: /daybook import wxr/u });
  expect([...read.pieces.keys()]).toEqual(['https://courier.example/gulls', 'https://courier.example/?p=12']);
});

test('refuses what is no feed, and resolves no entity', async () => {
  await expect(readArchive(feed, await written('a.xml', '<html><title>Sign in</title></html>'))).rejects.toThrow(
    /HTML page titled "Sign in"/u,
  );
  await expect(readArchive(feed, await written('a.xml', ''))).rejects.toThrow(/empty/u);
  const bomb =
    '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><channel><item><title>T</title><guid>1</guid><description>&a; &lt;b&gt;x&lt;/b&gt;</description></item></channel></rss>';
  const read = await readArchive(feed, await written('a.xml', bomb));
  expect(read.pieces.get('1')?.content.blocks).toMatchObject([{ sentences: [{ text: '&a; x' }] }]);
});

test('two items without an address are told apart', async () => {
  const item = (id: number) =>
    `<item><title>T</title><guid isPermaLink="false">${id}</guid><description>D ${id}</description></item>`;
  const read = await readArchive(feed, await written('a.xml', `<rss><channel>${item(1)}${item(2)}</channel></rss>`));
  expect([...read.pieces.values()].map(({ path }) => path)).toEqual(['articles/t', 'articles/t-2']);
});

test('reads a feed of more items than a newsroom takes in at once', async () => {
  const items = Array.from(
    { length: 2_500 },
    (_, at) => `<item><guid>i${at}</guid><description>D</description></item>`,
  );
  const read = await readArchive(feed, await written('a.rss', `<rss><channel>${items.join('')}</channel></rss>`));
  expect(read.pieces.size).toBe(2_500);
});
