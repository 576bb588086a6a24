import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { sentencesOf } from '#pieces/pieces.ts';
import { type ReadArchive, readArchive } from '../../../../tests/support/read-archive.ts';
import type { ImportedPiece } from '../importer.ts';
import { wxr } from './wxr.ts';

const corpus = (name: string) =>
  fileURLToPath(new URL(`../../../../tests/corpus/imports/wxr/${name}`, import.meta.url));

async function written(name: string, text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'wxr-')), name);
  await writeFile(path, text);
  return path;
}

const shell = (items: string) =>
  `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>T</title><link>https://t.example</link>${items}</channel></rss>`;
const post = (id: number, fields: string) =>
  `<item><wp:post_id>${id}</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>${fields}</item>`;
const body = (html: string) => `<title>T</title><content:encoded><![CDATA[${html}]]></content:encoded>`;
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
    read = await readArchive(wxr, corpus('quay-courier.xml'));
  });

  test('every item becomes exactly one thing, and they were counted before', () => {
    expect(read.items).toBe(read.count);
    const kinds = [...read.parsed.values()].map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'piece')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'passed-over')).toHaveLength(8);
    expect(kinds.filter((kind) => kind === 'set-aside')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'facts')).toHaveLength(1);
  });

  test('keeps address, dates, authors, labels, top image and every alias of a post', () => {
    const { content, ...kept } = piece('post 12');
    expect(kept).toMatchObject({
      path: '2016/04/11/crane-and-tide',
      dated: '2016-04-12',
      publishedAt: '2016-04-11T21:30:00.000Z',
      modifiedAt: '2016-06-01T08:00:00.000Z',
      state: 'live',
      aliases: [
        'https://courier.example/2016/04/11/crane-and-tide/',
        'https://courier.example/?p=12',
        'https://courier.example/2016/04/11/crane-stops/',
      ],
    });
    expect(content).toMatchObject({
      kind: 'article',
      lang: 'en',
      title: 'Crane & tide: the harbour’s long week',
      lede: 'The crane at the north quay stopped on Monday.',
      authors: [
        { name: 'Oona Firth', slug: 'ofirth', role: 'author' },
        { name: 'Mela Dorn', slug: 'mela-dorn', role: 'author', bio: 'Writes of ships.' },
      ],
      categories: [{ slug: 'harbour', title: 'Harbour & sea' }],
      tags: [{ slug: 'cranes', title: 'Cranes' }],
      series: [{ slug: 'long-week', title: 'The long week' }],
      topImage: {
        src: 'https://courier.example/wp-content/uploads/2016/04/crane.jpg',
        caption: 'The crane, seen from the ferry',
        alt: 'A yellow crane',
      },
      imported: { format: 'wxr', url: 'https://courier.example/2016/04/11/crane-and-tide/', published: 'minute' },
    });
  });

  test('reads a body as WordPress shows it', () => {
    const { blocks } = piece('post 12').content;
    expect(blocks.map(({ type }) => type)).toEqual([
      'paragraph',
      'figure',
      'embed',
      'figure',
      'figure',
      'paragraph',
      'paragraph',
      'list',
      'paragraph',
    ]);
    const [first, caption, film, tide, , columns, escaped] = blocks;
    expect(first).toMatchObject({
      sentences: [
        {
          text: "It was [sic] the third time this year, the port's log says.",
          basis: { kind: 'linked', links: [{ href: 'https://gorvan-port.example/log' }] },
        },
        { text: 'Nobody was hurt.', basis: { kind: 'uncited' } },
        { text: 'The harbour master spoke of "a long week".' },
      ],
    });
    expect(caption).toMatchObject({
      image: { alt: 'A crane', caption: 'The crane on Monday', credit: 'Photo: Tam Brell' },
    });
    expect(film).toMatchObject({ href: 'https://www.youtube.com/watch?v=abcdefghijk' });
    expect(tide).toMatchObject({ image: { caption: 'Low tide' } });
    expect(columns).toMatchObject({ sentences: [{ text: 'Left of the quay.' }] });
    expect(escaped).toMatchObject({ sentences: [{ text: '[gallery] is how galleries are written.' }] });
    expect(JSON.stringify(blocks)).not.toContain('A comment that stays behind');
  });

  test('keeps a page out of the publication’s own places, with what the block editor keeps elsewhere', () => {
    const { path, content, dated, publishedAt } = piece('page 13');
    expect({ path, dated, publishedAt, precision: content.imported?.published }).toEqual({
      path: 'pages/about',
      dated: null,
      publishedAt: '2015-01-02T00:00:00.000Z',
      precision: 'day',
    });
    expect(content.blocks.map(({ type }) => type)).toEqual(['paragraph', 'embed', 'paragraph', 'list']);
    expect(words(piece('page 13'))).toBe(
      'Gorvan has one port. And two ferries. Every ferry is counted. Counted in 2014.',
    );
  });

  test('keeps Arabic text and its address', () => {
    expect(piece('post 14')).toMatchObject({
      path: 'ar/%D8%B1%D8%A7%D9%81%D8%B9%D8%A9',
      content: { lang: 'ar', title: 'رافعة الميناء تتوقف' },
    });
    expect(words(piece('post 14'))).toBe('توقفت الرافعة يوم الاثنين في Gorvan.');
  });

  test('nothing that was not public is ever live', () => {
    const unpublished = [...read.pieces].filter(([, { state }]) => state !== 'live').map(([name]) => name);
    expect(unpublished).toEqual(['post 15', 'post 16', 'post 17', 'post 18', 'post 19', 'post 20']);
    expect(piece('post 15')).toMatchObject({
      path: 'articles/2016/05/01/a-draft-of-the-budget-15',
      content: { authors: [{ name: 'Tam Brell', slug: 'tam-brell' }] },
    });
    expect(JSON.stringify([...read.parsed])).not.toContain('@courier.example');
  });

  test('says why it passes over what is no text of the publication, and sets aside what is empty', () => {
    expect(read.parsed.get('post 21')).toEqual({ kind: 'passed-over', why: 'in the bin' });
    expect(read.parsed.get('feedback 23')).toEqual({ kind: 'passed-over', why: 'a message from a reader' });
    expect(read.parsed.get('attachment 30')).toEqual({
      kind: 'passed-over',
      why: 'a picture or file of the library',
    });
    expect(read.parsed.get('post 22')).toMatchObject({ kind: 'set-aside', reason: /“Empty” has no text/u });
  });

  test('reads a post of the site’s own sort, its excerpt and the feed’s date', () => {
    expect(piece('film 25')).toMatchObject({
      path: 'films/flood',
      publishedAt: '2017-05-27T11:33:38.000Z',
      content: { kind: 'article', lede: 'A film of the flood.' },
      aliases: ['https://courier.example/films/flood.html', 'https://courier.example/?p=25'],
    });
  });

  test('tells what the export says of its publication', () => {
    expect(read.facts).toMatchObject([
      { name: 'The Quay Courier', tagline: { en: 'News of the port of Gorvan' }, languages: ['en'] },
    ]);
    expect(read.formerAddresses).toEqual(['https://courier.example']);
  });

  test('reads the same again, ids included', async () => {
    const again = await readArchive(wxr, corpus('quay-courier.xml'));
    expect([...again.pieces]).toEqual([...read.pieces]);
  });
});

test('keeps what is whole of a damaged export, and names the rest by its line', async () => {
  const read = await readArchive(wxr, corpus('damaged.xml'));
  expect([...read.pieces.keys()]).toEqual(['post 1', 'post 3', 'post 5', 'post 7']);
  const unread = [...read.parsed].flatMap(([name, parsed]) =>
    parsed.kind === 'unread' ? [[name, parsed.unread]] : [],
  );
  expect(unread).toEqual([
    ['damaged.xml, item at line 7, column 1', expect.stringMatching(/line 8, column 51: unexpected close tag/u)],
    ['damaged.xml, item at line 10, column 1', expect.stringMatching(/never closed/u)],
    ['damaged.xml, item at line 12, column 1', expect.stringMatching(/not closed where the next one begins/u)],
    ['damaged.xml, item at line 14, column 1', expect.stringMatching(/the file ends inside it/u)],
  ]);
  expect(read.items).toBe(read.count);
});

test('refuses an export that declares entities, and what is no export', async () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaa">]>${shell(post(1, body('&a;')))}`;
  await expect(readArchive(wxr, await written('a.xml', bomb))).rejects.toThrow(/declares a document type/u);
  const feed = '<rss><channel><item><title>T</title></item></channel></rss>';
  await expect(readArchive(wxr, await written('a.xml', feed))).rejects.toThrow(/daybook import feed/u);
  await expect(readArchive(wxr, await written('a.json', '{"db":[]}'))).rejects.toThrow(/daybook import ghost/u);
  await expect(readArchive(wxr, '/nowhere/at-all.xml')).rejects.toThrow(/is not there/u);
});

test('an entity inside an item is text, and a document type there damages that item only', async () => {
  const items = post(1, '<title>&undeclared; &amp;lt; a&b</title><content:encoded>Words.</content:encoded>');
  const read = await readArchive(
    wxr,
    await written('a.xml', shell(`${items}<item><!DOCTYPE x></item>${post(2, body('B'))}`)),
  );
  expect(read.pieces.get('post 1')?.content.title).toBe('&undeclared; < a&b');
  expect([...read.parsed.values()].map(({ kind }) => kind)).toEqual(['facts', 'piece', 'unread', 'piece']);
});

test('a flood of tags, brackets or sections harms nothing', async () => {
  const html = `${'<div>'.repeat(100_000)}deep ${'[a '.repeat(5_000)}${'<!--'.repeat(20_000)}`;
  const xml = `<title>${'<b>'.repeat(100_000)}</title>`;
  const read = await readArchive(
    wxr,
    await written('a.xml', shell(post(1, body(html)) + post(2, xml) + post(3, body('C')))),
  );
  expect([...read.parsed.values()].map(({ kind }) => kind)).toEqual(['facts', 'piece', 'unread', 'piece']);
});

test('a record longer than may be held is named, and reading goes on after it', async () => {
  const read = await readArchive(
    wxr,
    await written('a.xml', shell(post(1, body('x'.repeat(17_000_000))) + post(2, body('B')))),
  );
  expect([...read.parsed.values()].map(({ kind }) => kind)).toEqual(['facts', 'unread', 'piece']);
});

test('a day on which everything was saved again changed nothing', async () => {
  const dated = (id: number, day: string) =>
    post(
      id,
      `${body('Words.')}<wp:post_date_gmt>2015-01-0${id} 10:00:00</wp:post_date_gmt><wp:post_modified_gmt>${day} 10:00:00</wp:post_modified_gmt>`,
    );
  const days = ['2019-03-03', '2019-03-03', '2019-03-03', '2019-03-03', '2019-03-03', '2015-02-01', '2015-01-07'];
  const read = await readArchive(
    wxr,
    await written('a.xml', shell(days.map((day, at) => dated(at + 1, day)).join(''))),
  );
  expect([...read.pieces.values()].map(({ modifiedAt }) => modifiedAt)).toEqual([
    ...Array<null>(5).fill(null),
    '2015-02-01T10:00:00.000Z',
    null,
  ]);
});

test('two posts of one address are told apart, one that comes twice is at one place', async () => {
  const link = '<link>https://t.example/same/</link>';
  const read = await readArchive(
    wxr,
    await written(
      'a.xml',
      shell(post(1, link + body('One.')) + post(2, link + body('Two.')) + post(1, link + body('One.'))),
    ),
  );
  expect([...read.pieces].map(([name, { path }]) => [name, path])).toEqual([
    ['post 1', 'same'],
    ['post 2', 'same-2'],
    ['post 1 (2)', 'same'],
  ]);
});

test('no address climbs out of the publication', async () => {
  const links = ['https://t.example/../../etc/passwd', 'https://t.example/%2e%2e/%2fetc%5cx', '/a/..%2f..%2fb/'];
  const items = links.map((link, at) => post(at + 1, `<link>${link}</link>${body('Words.')}`)).join('');
  const read = await readArchive(wxr, await written('a.xml', shell(items)));
  const paths = [...read.pieces.values()].map(({ path }) => path);
  expect(paths).toHaveLength(3);
  for (const path of paths) expect(path.split('/')).not.toContain('..');
});

test('reads answers of WordPress’s REST interface', async () => {
  const answer = {
    id: 7,
    date_gmt: '2019-11-07T15:36:54',
    modified_gmt: '2019-11-09T15:36:54',
    guid: { rendered: 'https://courier.example/?p=7' },
    slug: 'ferry',
    status: 'publish',
    type: 'post',
    link: 'https://courier.example/2019/11/07/ferry/',
    title: { rendered: 'The ferry &#8211; again' },
    content: { rendered: '<p>The ferry came. It left.</p>', protected: false },
    excerpt: { rendered: '<p>The ferry came [&hellip;]</p>' },
    _links: { self: [{ href: 'https://courier.example/wp-json/wp/v2/posts/7' }] },
    _embedded: {
      author: [{ name: 'Oona Firth', slug: 'ofirth', description: 'Writes of ferries.' }],
      'wp:term': [[{ taxonomy: 'category', name: 'Harbour', slug: 'harbour' }]],
    },
  };
  const draft = { ...answer, id: 8, link: 'https://courier.example/?p=8', status: 'draft' };
  const read = await readArchive(wxr, await written('posts.json', JSON.stringify([answer, draft])));
  expect(read.formerAddresses).toEqual(['https://courier.example']);
  expect(read.pieces.get('post 7')).toMatchObject({
    path: '2019/11/07/ferry',
    state: 'live',
    modifiedAt: '2019-11-09T15:36:54.000Z',
    content: {
      title: 'The ferry – again',
      lede: '',
      authors: [{ name: 'Oona Firth', bio: 'Writes of ferries.' }],
      categories: [{ slug: 'harbour' }],
    },
  });
  expect(read.pieces.get('post 8')?.state).toBe('unpublished');
});
