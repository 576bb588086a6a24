import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sentencesOf } from '#pieces/pieces.ts';
import { ArchiveUnreadable, type ImportContext, type OpenArchive, type ParsedItem } from '../importer.ts';
import { testZip } from '../../../../tests/support/test-zip.ts';
import { html } from './html.ts';

const corpus = 'tests/corpus/imports/html';
const context: ImportContext = {
  publication: { slug: 'gorvan', timeZone: 'UTC', languages: ['en', 'ar'] },
  address: null,
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-html-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function readAll(
  path: string,
  given = context,
): Promise<{ archive: OpenArchive; found: Map<string, ParsedItem> }> {
  const archive = await html.open(path, given);
  const found = new Map<string, ParsedItem>();
  for await (const item of archive.items()) {
    expect(found.has(item.name)).toBe(false);
    found.set(item.name, 'unread' in item ? { kind: 'set-aside', reason: item.unread } : await archive.parse(item));
  }
  expect(found.size).toBe(archive.count);
  return { archive, found };
}

function pieceAt(found: Map<string, ParsedItem>, name: string) {
  const parsed = found.get(name);
  if (parsed?.kind !== 'piece') throw new Error(`${name}: ${JSON.stringify(parsed)}`);
  return parsed.piece;
}

function summary(found: Map<string, ParsedItem>): Record<string, string> {
  return Object.fromEntries(
    [...found].map(([name, parsed]) => {
      if (parsed.kind === 'piece') return [name, `${parsed.piece.state} ${parsed.piece.path}`];
      return [name, parsed.kind === 'passed-over' ? parsed.why : parsed.kind];
    }),
  );
}

/** A folder as a zip, each file an entry. */
function zipFolder(path: string): string {
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1));
  const zip = join(folder, 'site.zip');
  writeFileSync(zip, testZip(names.map((name) => ({ name, bytes: readFileSync(join(path, name)) }))));
  return zip;
}

describe('a mirror by HTTrack', () => {
  it('gives its pages, passes over what is HTTrack’s, and counts every file', async () => {
    const { archive, found } = await readAll(join(corpus, 'mirror'));
    expect(summary(found)).toEqual({
      'courier.example/2026/11/arabic.html': 'live ar/2026/11/arabic',
      'courier.example/2026/11/empty.html': 'set-aside',
      'courier.example/2026/11/ferry.html': 'live 2026/11/ferry',
      'courier.example/2026/11/harbour-wall.html': 'live 2026/11/harbour-wall',
      'courier.example/2026/11/old-name.html': 'facts',
      'courier.example/about.html': 'live pages/about',
      'courier.example/index.html': 'home page',
      'courier.example/media/ferry.jpg': 'picture',
      'courier.example/script.js': 'script',
      'courier.example/sign-in.html': 'sign-in or search page',
      'courier.example/style.css': 'style sheet',
      'courier.example/tag/ferries.html': 'list of pages',
      'hts-cache/new.txt': "HTTrack's own file",
      'hts-log.txt': "HTTrack's own file",
      'index.html': "HTTrack's own file",
    });
    expect(archive.formerAddresses).toEqual(['https://courier.example']);
    await archive.close();
  });

  it('keeps everything of an article, and hands out the picture that it names', async () => {
    const { archive, found } = await readAll(join(corpus, 'mirror'));
    const { content, ...piece } = pieceAt(found, 'courier.example/2026/11/ferry.html');
    expect(piece).toMatchObject({
      dated: '2026-11-03',
      publishedAt: '2026-11-03T07:15:00.000Z',
      modifiedAt: '2026-11-04T08:00:00.000Z',
    });
    expect(piece.aliases).toContain('https://courier.example/2026/11/ferry.html');
    expect(content).toMatchObject({
      kind: 'article',
      title: 'The last ferry leaves Gorvan',
      authors: [{ name: 'Oona Firth', role: 'author' }],
      categories: [{ slug: 'harbour', title: 'Harbour' }],
      tags: [{ slug: 'ferries', title: 'Ferries' }],
      readMinutes: 3,
    });
    expect(content.blocks.map(({ type }) => type)).toEqual([
      'paragraph',
      'paragraph',
      'heading',
      'paragraph',
      'embed',
      'paragraph',
      'list',
    ]);
    const text = sentencesOf(content.blocks)
      .map((sentence) => sentence.text)
      .join(' ');
    expect(text).toContain('editor@courier.example');
    expect(text).not.toContain('newsletter');
    expect(content.topImage?.src).toBe('https://courier.example/media/ferry.jpg');
    expect((await archive.picture(content.topImage?.src ?? ''))?.length).toBe(267);
    expect(await archive.picture('https://courier.example/media/none.jpg')).toBeNull();
    expect(await archive.picture('https://courier.example/../../../../etc/passwd')).toBeNull();
    await archive.close();
  });

  it('is the same as a zip', async () => {
    const plain = await readAll(join(corpus, 'mirror'));
    const zipped = await readAll(zipFolder(join(corpus, 'mirror')));
    expect([...zipped.found]).toEqual([...plain.found]);
    expect((await zipped.archive.picture('https://courier.example/media/ferry.jpg'))?.length).toBe(267);
    await zipped.archive.close();
  });
});

describe('an export', () => {
  it('of Medium gives posts; drafts are not public and the account is not read', async () => {
    const { found } = await readAll(zipFolder(join(corpus, 'medium')));
    expect(summary(found)).toEqual({
      'posts/2026-11-03_The-last-ferry-0123456789ab.html': 'live @oona/the-last-ferry-0123456789ab',
      'posts/draft_Nothing-yet-ba9876543210.html': 'unpublished posts/draft_Nothing-yet-ba9876543210',
      'profile/profile.html': "the account's own data",
    });
    const piece = pieceAt(found, 'posts/2026-11-03_The-last-ferry-0123456789ab.html');
    expect(piece.aliases).toContain('https://medium.com/p/0123456789ab');
    expect(piece.content).toMatchObject({
      lede: 'A winter without ships',
      authors: [{ name: 'Oona Firth', role: 'author' }],
    });
    expect(piece.content.blocks.map(({ type }) => type)).toEqual(['paragraph']);
  });

  it('of Substack gives posts by their table; what is paid or unpublished is not public, what is missing is named', async () => {
    const { archive, found } = await readAll(join(corpus, 'substack'));
    expect(summary(found)).toEqual({
      'posts.csv': 'other file',
      'posts/101.ferry.html': 'live p/ferry',
      'posts/102.wall.html': 'unpublished p/wall',
      'posts/103.draft.html': 'unpublished p/draft',
      'posts.csv: 104.gone': 'set-aside',
    });
    const { content, publishedAt } = pieceAt(found, 'posts/101.ferry.html');
    expect(content).toMatchObject({ title: 'The last ferry, and after', lede: 'A winter without "ships"' });
    expect(content.imported?.url).toBeNull();
    expect(publishedAt).toBe('2026-11-03T08:15:00.000Z');
    expect(sentencesOf(content.blocks).map(({ text }) => text)).not.toContain('Subscribe now');
    expect(archive.formerAddresses).toEqual(['https://gorvan.invalid']);
  });

  it('of Substack is read again when only its table has changed', async () => {
    const bytesOf = async (state: string) => {
      const path = join(folder, state);
      mkdirSync(join(path, 'posts'), { recursive: true });
      writeFileSync(join(path, 'posts.csv'), `post_id,is_published,title\n1.a,${state},A\n`);
      writeFileSync(join(path, 'posts', '1.a.html'), '<p>The ferry goes.</p>');
      const archive = await html.open(path, context);
      for await (const item of archive.items())
        if (item.name === 'posts/1.a.html' && 'bytes' in item) return Buffer.from(item.bytes).toString();
      return '';
    };
    expect(await bytesOf('TRUE')).not.toBe(await bytesOf('FALSE'));
  });
});

describe('a folder of pages', () => {
  const story = `<article><h1>Ferry</h1>${'<p>The last ferry of the year left the port of Gorvan on Tuesday with 42 passengers aboard, an hour late.</p>'.repeat(3)}</article>`;
  const write = (name: string, text: string | Uint8Array): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  };

  it('without any address takes the one that it is told, or a stand-in', async () => {
    write('2026/11/ferry.html', story);
    const told = await readAll(folder, { ...context, address: 'https://courier.example/gorvan' });
    expect(pieceAt(told.found, '2026/11/ferry.html')).toMatchObject({
      path: '2026/11/ferry',
      content: { imported: { url: 'https://courier.example/gorvan/2026/11/ferry.html' } },
    });
    const untold = await readAll(folder);
    expect(untold.archive.formerAddresses).toEqual(['https://gorvan.invalid']);
    expect(pieceAt(untold.found, '2026/11/ferry.html').content.imported?.url).toBeNull();
  });

  it('as wget leaves it: a folder named by the host, queries and no endings in names', async () => {
    write('www.courier.example/index.html?p=12', story);
    write('www.courier.example/2026/11/ferry', `<!DOCTYPE html><html><body>${story}</body></html>`);
    write('www.courier.example/2026/11/data', Buffer.from([0, 1, 2]));
    write('cdn.example/page.html', story);
    const { archive, found } = await readAll(folder);
    expect(archive.formerAddresses).toEqual(['https://www.courier.example']);
    expect(summary(found)).toEqual({
      'cdn.example/page.html': 'page of another site',
      'www.courier.example/2026/11/data': 'other file',
      'www.courier.example/2026/11/ferry': 'live 2026/11/ferry',
      'www.courier.example/index.html?p=12': 'live pages/ferry-12',
    });
  });

  it('hands out the bytes of a picture of 900 megapixels as they are, and none of more than 32 MB', async () => {
    const header = Buffer.from('89504e470d0a1a0a0000000d49484452000075300000753008060000000000000000', 'hex');
    write('page.html', story);
    write('big.png', header);
    write('huge.png', Buffer.alloc(32_000_001));
    const archive = await html.open(folder, context);
    expect(Buffer.from((await archive.picture('https://gorvan.invalid/big.png')) ?? []).equals(header)).toBe(true);
    expect(await archive.picture('https://gorvan.invalid/huge.png')).toBeNull();
  });

  it('names a page of more than 16 MB without reading it', async () => {
    write('page.html', story);
    write('huge.html', Buffer.alloc(16_000_001, 'a'));
    const { found } = await readAll(folder);
    expect(found.get('huge.html')).toMatchObject({ reason: expect.stringContaining('more than the 16.0 MB') });
  });

  it('without a page is refused with what to do', async () => {
    write('picture.png', 'x');
    await expect(html.open(folder, context)).rejects.toThrow(ArchiveUnreadable);
  });
});
