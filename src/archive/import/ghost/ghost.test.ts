import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { sentencesOf } from '#pieces/pieces.ts';
import { type ReadArchive, readArchive } from '../../../../tests/support/read-archive.ts';
import type { ImportedPiece } from '../importer.ts';
import { ghost } from './ghost.ts';

const corpus = fileURLToPath(new URL('../../../../tests/corpus/imports/ghost/quay-courier.json', import.meta.url));
const site = { address: 'https://courier.example' };

async function written(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'ghost-')), 'export.json');
  await writeFile(path, text);
  return path;
}

const words = (piece: ImportedPiece | undefined) =>
  sentencesOf(piece?.content.blocks ?? [])
    .map(({ text }) => text)
    .join(' ');

describe('a whole export', () => {
  let read: ReadArchive;
  const piece = (name: string) => {
    const found = read.pieces.get(name);
    if (!found) throw new Error(`no piece ${name}: ${JSON.stringify(read.parsed.get(name))}`);
    return found;
  };

  beforeAll(async () => {
    read = await readArchive(ghost, corpus, site);
  });

  test('every post becomes exactly one thing, and they were counted before', () => {
    expect(read.items).toBe(read.count);
    expect([...read.parsed].map(([name, { kind }]) => `${name}: ${kind}`)).toEqual([
      'the site itself: facts',
      ...['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'].map((id) => `post ${id}: piece`),
      'page a8: piece',
      'post a9: set-aside',
    ]);
  });

  test('keeps address, dates, authors in their order, tags that are shown, and the top image', () => {
    expect(piece('post a1')).toMatchObject({
      path: 'second-winter',
      dated: '2023-01-11',
      publishedAt: '2023-01-10T22:30:00.000Z',
      modifiedAt: '2023-03-01T10:00:00.000Z',
      state: 'live',
      aliases: ['https://courier.example/second-winter/', 'second-winter'],
      content: {
        kind: 'article',
        title: "The ferry's second winter",
        lede: 'Six, they said.',
        authors: [
          { name: 'Oona Firth', slug: 'oona', bio: 'Writes of ferries.', url: 'https://oona.example/' },
          { name: 'Tam Brell', slug: 'tam' },
        ],
        tags: [{ slug: 'harbour', title: 'Harbour' }],
        canonical: 'https://gorvan.example/second-winter',
        topImage: {
          src: 'https://courier.example/content/images/2023/01/top.png',
          caption: 'Ice on the quay',
          alt: 'Ice',
        },
      },
    });
    expect(JSON.stringify([...read.parsed])).not.toContain('@courier.example');
  });

  test('reads the rendered body with its cards, and what Ghost calls itself', () => {
    const { blocks } = piece('post a1').content;
    expect(blocks).toMatchObject([
      { sentences: [{ basis: { links: [{ href: 'https://gorvan-port.example/log' }] } }, { text: 'It left again.' }] },
      { sentences: [{ basis: { links: [{ href: 'https://courier.example/other/' }] } }] },
      {
        image: {
          src: 'https://courier.example/content/images/2023/01/ferry.png',
          caption: 'The ferry',
          credit: 'Photo: Tam Brell',
        },
      },
      {
        sentences: [
          { text: 'Gale at sea (Weather of Gorvan)', basis: { links: [{ href: 'https://weather.example/gale' }] } },
        ],
      },
    ]);
  });

  test('makes a body of what the new editor kept', () => {
    expect(piece('post a2').content.blocks).toMatchObject([
      { type: 'heading', level: 3, text: 'Tides' },
      { sentences: [{ text: 'High at noon & low.', basis: { links: [{ href: 'https://tides.example/' }] } }] },
      { type: 'list', ordered: true },
      { type: 'quote', sentences: [{ text: 'The sea waits.' }] },
      { type: 'figure', image: { caption: 'Seen from land' } },
      { sentences: [{ text: 'Gale at sea (Weather)', basis: { kind: 'linked' } }] },
      { type: 'embed', href: 'https://www.youtube.com/watch?v=abcdefghijk' },
      { sentences: [{ text: 'By hand.' }] },
    ]);
  });

  test('makes a body of what the old editor kept, Markdown too', () => {
    expect(piece('post a3').publishedAt).toBe('2023-02-02T00:00:00.000Z');
    expect(piece('post a3').content.blocks.map(({ type }) => type)).toEqual([
      'paragraph',
      'list',
      'heading',
      'paragraph',
      'list',
    ]);
    expect(words(piece('post a3'))).toBe('Bold words and a link after. Item See the list. Ana Bo');
  });

  test('nothing that was not for everybody is ever live', () => {
    const unpublished = [...read.pieces].filter(([, { state }]) => state !== 'live').map(([name]) => name);
    expect(unpublished).toEqual(['post a4', 'post a5', 'post a6', 'post a7']);
  });

  test('keeps a page out of the publication’s own places', () => {
    expect(piece('page a8')).toMatchObject({ path: 'pages/about', dated: null, content: { kind: 'page' } });
  });

  test('reads the same again, ids included', async () => {
    expect([...(await readArchive(ghost, corpus, site)).pieces]).toEqual([...read.pieces]);
  });
});

test('finds the pictures of an unpacked export, with or without its address', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ghost-'));
  await mkdir(join(folder, 'content/images/2023/01'), { recursive: true });
  await writeFile(join(folder, 'export.json'), await readFile(corpus));
  await writeFile(join(folder, 'content/images/2023/01/ferry.png'), 'png');
  for (const context of [site, { address: null }]) {
    const read = await readArchive(ghost, folder, context);
    const figure = read.pieces.get('post a1')?.content.blocks.find((block) => block.type === 'figure');
    expect(await read.pictures(figure?.image.src ?? '')).toEqual(new TextEncoder().encode('png'));
    expect(await read.pictures('https://courier.example/content/images/../../export.json')).toBeNull();
    expect(await read.pictures('https://courier.example/content/images/2023/01/top.png')).toBeNull();
  }
});

test('reads answers of Ghost’s interfaces and exports of before Ghost 1.0', async () => {
  const answer = {
    posts: [
      {
        id: '1',
        slug: 'tide',
        title: 'Tide',
        html: '<p>High.</p>',
        status: 'published',
        visibility: 'public',
        url: 'https://courier.example/sea/tide/',
        published_at: '2020-01-01T10:00:00.000+00:00',
        authors: [{ name: 'Oona Firth', slug: 'oona' }],
        tags: [
          { name: 'Sea', slug: 'sea' },
          { name: '#inner', slug: 'hash-inner' },
        ],
      },
    ],
  };
  const read = await readArchive(ghost, await written(JSON.stringify(answer)));
  expect(read.formerAddresses).toEqual(['https://courier.example']);
  expect(read.pieces.get('post 1')).toMatchObject({
    path: 'sea/tide',
    content: { authors: [{ name: 'Oona Firth' }], tags: [{ slug: 'sea', title: 'Sea' }] },
  });
  const old = {
    meta: { version: '004' },
    data: {
      posts: [{ id: 5, slug: 'old', title: 'Old', html: '<p>Old.</p>', page: 1, status: 'published', author_id: 1 }],
      users: [{ id: 1, name: 'Tam Brell', slug: 'tam' }],
    },
  };
  const before = await readArchive(ghost, await written(JSON.stringify(old)));
  expect(before.pieces.get('page 5')).toMatchObject({ state: 'live', content: { authors: [{ name: 'Tam Brell' }] } });
});

test('keeps what stands before the place where an export is broken, and names it', async () => {
  const whole = await readFile(corpus, 'utf8');
  const cut = await readArchive(ghost, await written(whole.slice(0, whole.indexOf('In the old editor'))));
  expect([...cut.pieces.keys()]).toEqual(['post a1', 'post a2']);
  expect(cut.parsed.get('export.json, posts 3')).toMatchObject({ unread: /the file ends inside it/u });
  const odd = await readArchive(
    ghost,
    await written('{"posts":[{"id":"1","title":"T","html":"<p>A</p>",},{"id":"2","html":"<p>B</p>"}]}'),
  );
  expect([...odd.parsed].map(([name, { kind }]) => [name, kind])).toEqual([
    ['export.json, posts 1', 'unread'],
    ['post 2', 'piece'],
  ]);
  expect([odd.items, cut.items]).toEqual([odd.count, cut.count]);
});

test('refuses what is no export of Ghost, and survives nesting and strings of any length', async () => {
  await expect(readArchive(ghost, await written('{"a":1}'))).rejects.toThrow(/no posts of Ghost/u);
  await expect(readArchive(ghost, await written('[]'))).rejects.toThrow(/no posts of Ghost/u);
  const nested = `{"posts":[{"id":"1","html":"<p>A</p>"},{"id":"2","x":${'['.repeat(100_000)}`;
  const read = await readArchive(ghost, await written(nested));
  expect([...read.parsed.values()].map(({ kind }) => kind)).toEqual(['piece', 'unread']);
  const long = JSON.stringify({
    posts: [
      { id: '1', html: 'x'.repeat(34_000_000) },
      { id: '2', html: '<p>B "[{</p>' },
    ],
  });
  const after = await readArchive(ghost, await written(long));
  expect([...after.parsed.values()].map(({ kind }) => kind)).toEqual(['unread', 'piece']);
});
