import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '#platform/root.ts';
import { type Block, sectionsOf, sentencesOf } from '#pieces/pieces.ts';
import { ArchiveUnreadable, type ImportContext, type ImportedPiece, type ParsedItem } from '../importer.ts';
import { newsdeeply } from './newsdeeply.ts';

const corpus = join(projectRoot, 'tests/corpus/newsdeeply');
const context: ImportContext = {
  publication: { slug: 'gorvan', timeZone: 'UTC', languages: ['en'] },
  address: null,
};

let items: Map<string, ParsedItem>;
let count: number | null;
let formerAddresses: string[];

async function readAll(path: string): Promise<Map<string, ParsedItem>> {
  const archive = await newsdeeply.open(path, context);
  const read = new Map<string, ParsedItem>();
  for await (const item of archive.items()) {
    read.set(item.name, 'unread' in item ? { kind: 'set-aside', reason: item.unread } : await archive.parse(item));
  }
  ({ count, formerAddresses } = archive);
  await archive.close();
  return read;
}

function pieceOf(name: string): ImportedPiece {
  const item = items.get(`gorvan/${name}`) ?? items.get(name);
  if (item?.kind !== 'piece') throw new Error(`${name} is ${item?.kind}: ${JSON.stringify(item)}`);
  return item.piece;
}

const textOf = (block: Block): string =>
  sentencesOf([block])
    .map(({ text }) => text)
    .join(' ');
const wordsOf = (piece: ImportedPiece): string => JSON.stringify(piece.content);

beforeAll(async () => {
  items = await readAll(corpus);
});

describe('newsdeeply: what the archive is', () => {
  it('makes of every file exactly one thing, and names the host that it stood at', () => {
    expect(items.size).toBe(count);
    const kinds = [...items.values()].map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'piece')).toHaveLength(17);
    expect(formerAddresses).toEqual(['https://www.deeply.example/gorvan']);
  });

  it('sets an empty file aside and says what to do, and passes over what is no page of its own', () => {
    expect(items.get('gorvan/executive-summaries/2026/03/a video of the harbour.html')).toMatchObject({
      kind: 'set-aside',
      reason: expect.stringMatching(/empty.*another copy/u),
    });
    for (const name of [
      'gorvan/articles.html',
      'gorvan/search.html',
      'gorvan/series/the-long-strike/rss',
      'styles.css',
      'override.js',
    ]) {
      expect(items.get(name)).toMatchObject({ kind: 'passed-over' });
    }
  });

  it('reads the same from the publication’s own folder, and gives the same ids each time', async () => {
    const own = await readAll(join(corpus, 'gorvan'));
    expect(own.get('executive-summaries/2026/03/04.html')).toEqual(
      items.get('gorvan/executive-summaries/2026/03/04.html'),
    );
    expect(await readAll(corpus)).toEqual(items);
  });
});

describe('newsdeeply: summaries', () => {
  it('reads sections under headings, with links, quotations and lists', () => {
    const { content, path, dated } = pieceOf('executive-summaries/2026/03/04.html');
    expect([path, dated, content.kind, content.title, content.readMinutes]).toEqual([
      'executive-summaries/2026/03/04',
      '2026-03-04',
      'summary',
      'Executive Summary for March 4th',
      3,
    ]);
    expect(content.lede).toBe('We review the key developments in Gorvan, including the UDG’s strike.');
    const { preamble, sections } = sectionsOf(content.blocks);
    expect(preamble).toEqual([]);
    expect(sections.map(({ heading }) => heading.text)).toEqual(['Dockers Walk Out', 'A Crane Falls']);
    expect(sections.map(({ blocks }) => blocks.map(({ type }) => type))).toEqual([
      ['paragraph', 'paragraph'],
      ['quote', 'quote', 'paragraph', 'list'],
    ]);
    expect(sections[0]?.blocks[1]).toMatchObject({
      sentences: [
        {
          basis: {
            kind: 'linked',
            links: [
              {
                href: 'https://www.deeply.example/gorvan/articles/2026/03/04/a-crane-falls',
                originalHref: '../../../articles/2026/03/04/a-crane-falls.html',
              },
            ],
          },
        },
      ],
    });
  });

  it('reads recommended reads as written: a colon inside the link, several in one item, a semicolon, one paragraph for all', () => {
    expect(pieceOf('executive-summaries/2026/03/04.html').content.recommendedReads).toEqual([
      { publisher: 'The Quay Courier', title: 'All Hands: A History', url: 'https://quay.example/all?a=1&b=2' },
      { publisher: 'GNA', title: 'How Cranes Fall', url: 'https://gna.example/', originalHref: 'https://gna.example' },
      { publisher: 'Harbour Direct', title: 'And Rise', url: 'https://direct.example/x' },
      { publisher: 'The Ledger', title: 'Who Pays', url: 'https://ledger.example/y' },
    ]);
    expect(pieceOf('executive-summaries/2026/03/05.html').content.recommendedReads).toMatchObject([
      { publisher: 'Gorvan Courier', title: 'An Hour at the Table' },
    ]);
    expect(pieceOf('executive-summaries/2026/03/06.html').content.recommendedReads).toMatchObject([
      { publisher: 'Gorvan Courier', title: 'The Owners' },
      { publisher: 'The Quay Courier', title: 'The Way' },
    ]);
  });

  it('takes caption and credit from the line of the top image, and its picture from what the page tells other machines', () => {
    expect(pieceOf('executive-summaries/2026/03/04.html').content.topImage).toEqual({
      src: 'https://pictures-app.s3.amazonaws.com/20260304/crane.jpg',
      caption: 'A fallen crane on the east quay (left) on Tuesday.',
      credit: 'The Quay Courier/Oona Firth',
      alt: '',
    });
  });

  it('takes paragraphs that are bold as a whole for headings, and keeps a line that only credits the picture with it', () => {
    const { blocks } = pieceOf('executive-summaries/2026/03/05.html').content;
    expect(blocks.map((block) => (block.type === 'heading' ? block.text : block.type))).toEqual([
      'figure',
      'The Strike Goes On',
      'paragraph',
      'paragraph',
      'UDG Meets the Owners',
      'paragraph',
    ]);
    expect(blocks[0]).toMatchObject({ image: { caption: '', credit: 'GNA Images' } });
  });

  it('takes a day on which many pages were saved again for no update, and another change for one', () => {
    expect(pieceOf('executive-summaries/2026/03/04.html').modifiedAt).toBeNull();
    expect(pieceOf('executive-summaries/2026/03/04.html').content.imported).toMatchObject({
      published: 'day',
      modified: null,
    });
    expect(pieceOf('executive-summaries/2026/03/13.html')).toMatchObject({
      publishedAt: '2026-03-13T09:30:00.000Z',
      modifiedAt: '2026-03-20T08:00:00.000Z',
      content: { imported: { published: 'minute', modified: 'minute' } },
    });
  });
});

describe('newsdeeply: articles', () => {
  it('reads an article whole: people, labels, dates, picture, where it first stood', () => {
    const { content, publishedAt, modifiedAt, path } = pieceOf('articles/2026/03/04/a-crane-falls.html');
    expect({ path, publishedAt, modifiedAt }).toEqual({
      path: 'articles/2026/03/04/a-crane-falls',
      publishedAt: '2026-03-04T09:15:00.000Z',
      modifiedAt: null,
    });
    expect(content).toMatchObject({
      kind: 'article',
      title: 'A Crane Falls',
      lede: 'What a crane leaves behind.',
      readMinutes: 5,
      topics: ['harbour', 'weather'],
      authors: [
        {
          name: 'Tamsin Vale',
          slug: 'tamsin-vale',
          role: 'author',
          title: 'Fellow, Gorvan Institute',
          bio: 'Tamsin Vale writes on ropes.',
        },
      ],
      categories: [
        { slug: 'articles', title: 'Articles' },
        { slug: 'general-articles', title: 'General' },
      ],
      tags: [{ slug: 'cranes', title: 'cranes' }],
      series: [{ slug: 'the-long-strike', title: 'The Long Strike' }],
      topImage: {
        src: 'https://pictures-app.s3.amazonaws.com/20260304/crane.jpg',
        caption: 'The fallen crane.',
        credit: 'GNA/ Oona Firth',
      },
      canonical: 'https://institute.example/blog/cranes',
      imported: { url: 'https://www.deeply.example/gorvan/articles/2026/03/04/a-crane-falls' },
    });
  });

  it('keeps its body and nothing around it: no share bar, sign-in box, list of other pages, repeated quotation or invitation', () => {
    const { content } = pieceOf('articles/2026/03/04/a-crane-falls.html');
    expect(content.blocks.map((block) => (block.type === 'paragraph' ? textOf(block) : block.type))).toEqual([
      'GORVAN – The crane fell at dawn. Ropes had frayed.',
      '“Ropes had frayed for a year,” said the foreman, before the inquiry.',
      'heading',
      'figure',
      'embed',
      'The fall, filmed from a tug.',
      'embed',
      'This article was originally published by the Gorvan Institute and is reprinted here with permission.',
    ]);
    for (const item of items.values()) {
      if (item.kind !== 'piece') continue;
      expect(wordsOf(item.piece)).not.toMatch(
        /Fusce|Share via|Tweet"|Most Popular|Join us|Sign in|sign up|BROWSE|years ago/u,
      );
    }
  });

  it('leads links between the sites of the archive to where they stood', () => {
    expect(wordsOf(pieceOf('articles/2026/03/04/a-crane-falls.html'))).toContain(
      '"https://www.deeply.example/quays/articles/2026/03/01/ropes"',
    );
    expect(JSON.stringify([...items.values()])).not.toContain('mirror.invalid');
  });

  it('gives both forms of a page the one path, and each its other forms as aliases', () => {
    const [padded, bare] = [
      pieceOf('articles/2026/03/04/a-crane-falls.html'),
      pieceOf('articles/2026/3/4/a-crane-falls.html'),
    ];
    expect(bare).toEqual(padded);
    expect(padded.aliases).toEqual([
      'articles/2026/03/04/a-crane-falls.html',
      'articles/2026/3/4/a-crane-falls',
      'articles/2026/3/4/a-crane-falls.html',
    ]);
  });

  it('makes a redirect of the mirror’s note that a page has moved', () => {
    expect(items.get('gorvan/articles/2026/3/7/what-we-owe.html')).toMatchObject({
      kind: 'facts',
      facts: {
        redirects: expect.arrayContaining([
          { from: 'articles/2026/03/07/what-we-owe', to: 'community/2026/03/07/what-we-owe' },
        ]),
      },
    });
  });
});

describe('newsdeeply: names that the archive hides', () => {
  it('takes the name that a script put in their place, and records the one it hid', () => {
    const piece = pieceOf('community/2026/03/07/what-we-owe.html');
    expect(piece.withdrawn).toEqual(['Perrin Holt']);
    expect(piece.content.authors).toEqual([{ name: 'A Docker', role: 'author', title: 'Fellow, Gorvan Institute' }]);
    expect(wordsOf(piece)).not.toContain('perrin-holt');
  });

  it('leaves out a contributor whose own page is hidden', () => {
    const piece = pieceOf('community/2026/03/08/what-we-saw.html');
    expect(piece.withdrawn).toEqual(['Ilse Brandt']);
    expect(wordsOf(piece)).not.toMatch(/Ilse|Brandt/iu);
  });

  it('takes nobody else out', () => {
    expect(pieceOf('articles/2026/03/04/a-crane-falls.html').withdrawn).toBeUndefined();
  });
});

describe('newsdeeply: everything else', () => {
  it('reads a series with its pieces in order', () => {
    const { content } = pieceOf('series/the-long-strike.html');
    expect(content).toMatchObject({
      kind: 'series',
      title: 'The Long Strike',
      members: ['community/2026/03/07/what-we-owe', 'articles/2026/03/04/a-crane-falls'],
    });
    expect(content.blocks.map(textOf)).toEqual(['A strike in three parts.']);
  });

  it('reads background with its own date, talks with their recordings, and pages about the site', () => {
    expect(pieceOf('background/the-basics.html')).toMatchObject({
      modifiedAt: '2026-04-01T00:00:00.000Z',
      content: { kind: 'background', title: 'The Basics', blocks: [{ type: 'paragraph' }, { type: 'embed' }] },
    });
    expect(pieceOf('talks.html').content).toMatchObject({
      kind: 'talk',
      title: 'Deeply Talks',
      blocks: [{ type: 'paragraph' }, { type: 'embed', href: 'https://soundcloud.com/deeplies/cranes' }],
    });
    expect(
      pieceOf('about.html').content.blocks.map((block) => (block.type === 'heading' ? block.text : textOf(block))),
    ).toEqual([
      'Gorvan Deeply is about a port.',
      'Oona Firth, Managing Editor',
      'Oona leads.',
      'Foundation Support',
      'The Rope Foundation',
      'https://rope.example',
      'It gives.',
      'Contribute',
      'We welcome letters.',
      'Write to us.',
    ]);
    expect(wordsOf(pieceOf('republishing.html'))).not.toContain('pixel');
    expect(pieceOf('republishing.html').aliases).toContain('https://www.deeply.example/republishing');
  });

  it('tells of the publication: name, line, letter, topics in the menu’s order, sister sites', () => {
    expect(items.get('gorvan/index.html')).toMatchObject({
      kind: 'facts',
      facts: {
        name: 'Gorvan Deeply',
        region: { en: 'Gorvan' },
        tagline: { en: 'In-depth coverage of the port of Gorvan.' },
        status: 'paused',
        contact: 'readers@deeply.example',
        siblings: ['quays'],
        letter: {
          en: {
            title: 'Thank You, Deeply',
            salutation: 'Dear Readers,',
            paragraphs: [
              expect.stringContaining('paused regular publication'),
              'You can reach us at readers@deeply.example.',
            ],
            signed: 'Team Deeply',
            date: '2026-05-15',
          },
        },
        topics: [
          { slug: 'harbour', name: { en: 'Harbour & Quays' } },
          { slug: 'unions', name: { en: 'Unions' } },
        ],
      },
    });
    expect(items.get('index.html')).toMatchObject({ kind: 'facts', facts: { siblings: ['quays'] } });
    expect(items.get('gorvan/about.html')).toMatchObject({
      facts: {
        about: { en: ['Gorvan Deeply is about a port.'] },
        contribute: { en: ['We welcome letters.', 'Write to us.'] },
      },
    });
    expect(items.get('gorvan/harbour.html')).toMatchObject({
      kind: 'facts',
      facts: {
        topics: [{ slug: 'harbour', intro: { en: 'Ships, cranes and those who work them.' } }, { slug: 'unions' }],
      },
    });
  });
});

describe('newsdeeply: folders that are something else', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-newsdeeply-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function put(name: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }

  it('refuses a folder without such pages, and one of several publications of which none is named', async () => {
    await expect(newsdeeply.open(join(folder, 'nowhere'), context)).rejects.toThrow(ArchiveUnreadable);
    await put('several/index.html', '<p>Nothing</p>');
    await expect(newsdeeply.open(join(folder, 'several'), context)).rejects.toThrow(/no page of a News Deeply site/u);
    await put('several/quays/articles/2026/03/04/x.html', '<main></main>');
    await put('several/arctic/articles/2026/03/04/x.html', '<main></main>');
    await expect(newsdeeply.open(join(folder, 'several'), context)).rejects.toThrow(/“arctic”, “quays”/u);
    await cp(join(corpus, 'gorvan'), join(folder, 'several/gorvan'), { recursive: true });
    const names = [...(await readAll(join(folder, 'several'))).keys()];
    expect(names).toContain('gorvan/about.html');
    expect(names.filter((name) => name.startsWith('quays/'))).toEqual([]);
  });

  it('obeys scripts in the page itself, and hides a byline where a script does more than is understood', async () => {
    const byline =
      '<table class="meta"><tr><td><small>Written by</small> <a href="../../../../contributor/perrin-holt.html">Perrin Holt</a></td></tr></table>';
    const main = `<main><h1>X</h1>${byline}<div class="body"><p>Said.</p></div></main>`;
    const script = (path: string, deed: string): string =>
      `<script>if (location.pathname == '${path}') { ${deed} }</script>`;
    const day = 'scripts/gorvan/articles/2026/03/04';
    await put(
      `${day}/own.html`,
      main + script('/gorvan/articles/2026/03/04/own.html', "document.querySelector('.meta a').remove()"),
    );
    await put(`${day}/odd.html`, main + script('/gorvan/articles/2026/03/04/odd', "scramble('.meta a', 'author')"));
    await put(
      `${day}/other.html`,
      main + script('/gorvan/articles/2026/03/04/own', "document.querySelector('.meta a').remove()"),
    );
    await put(
      `${day}/picture.html`,
      main + script('/gorvan/articles/2026/03/04/picture', "document.querySelector('figure').remove()"),
    );
    const read = await readAll(join(folder, 'scripts'));
    const withdrawn = [...read].map(([name, item]) => [
      name.split('/').at(-1),
      item.kind === 'piece' ? item.piece.withdrawn : item.kind,
    ]);
    expect(withdrawn).toEqual([
      ['odd.html', undefined],
      ['other.html', undefined],
      ['own.html', ['Perrin Holt']],
      ['picture.html', undefined],
    ]);
  });

  it('names pages that are cut off, hostile or nested a hundred thousand deep, and reads what they say', async () => {
    const day = 'hostile/gorvan/executive-summaries/2026/03';
    await put(`${day}/04.html`, '<html><head><title>Cut');
    await put(
      `${day}/05.html`,
      `<main><h1>Deep</h1><div class="body">${'<div>'.repeat(100_000)}<p>Deep down.</p></div></main>`,
    );
    await put(
      `${day}/06.html`,
      '<main><h1>X</h1><div class="body"><p><a href="javascript:alert(1)">Click</a><script>alert(1)</script></p></div></main>',
    );
    await put(`${day}/07.html`, '<main><h1>Nothing</h1><div class="body"><p>&nbsp;</p></div></main>');
    const read = await readAll(join(folder, 'hostile'));
    expect([...read.values()].map(({ kind }) => kind)).toEqual(['set-aside', 'piece', 'piece', 'set-aside']);
    expect(JSON.stringify(read.get('gorvan/executive-summaries/2026/03/05.html'))).toContain('Deep down.');
    expect(JSON.stringify(read.get('gorvan/executive-summaries/2026/03/06.html'))).not.toMatch(/javascript:|alert/u);
  });
});
