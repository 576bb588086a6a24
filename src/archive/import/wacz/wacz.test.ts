import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ArchiveUnreadable, type ImportContext, type ParsedItem } from '../importer.ts';
import { testStory, testWarc } from '../warc/test-warc.ts';
import { type TestEntry, testZip } from '../../../../tests/support/test-zip.ts';
import { wacz } from './wacz.ts';

const context: ImportContext = { publication: { slug: 'gorvan', timeZone: 'UTC', languages: ['en'] }, address: null };
const page = (path: string): string => `https://courier.example/${path}`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-wacz-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const harbour = testWarc(
  [
    { url: page('2026/11/ferry'), body: testStory('Ferry') },
    {
      url: page('untitled'),
      body: testStory('')
        .replace(/<title>.*<\/title>/u, '')
        .replace('<h1></h1>', ''),
    },
    { url: page('media/quay.png'), http: { fields: { 'Content-Type': 'image/png' } }, body: 'a picture' },
  ],
  true,
);
const pages = [
  { format: 'json-pages-1.0', id: 'pages', title: 'All pages' },
  { id: '1', url: page('untitled'), ts: '2026-11-22T10:00:00Z', title: 'The wall' },
].map((line) => JSON.stringify(line));

const contents: Record<string, Buffer> = {
  'archive/harbour.warc.gz': harbour,
  'indexes/index.cdx': Buffer.from('none\n'),
  'pages/pages.jsonl': Buffer.from(`${pages.join('\n')}\n`),
};

function sha256(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

function describe(stated: Record<string, Buffer>): Buffer {
  const resources = Object.entries(stated).map(([path, bytes]) => ({
    name: path.replace(/^.*\//u, ''),
    path,
    hash: sha256(bytes),
    bytes: bytes.length,
  }));
  return Buffer.from(JSON.stringify({ profile: 'data-package', wacz_version: '1.1.1', resources }));
}

function write(held: Record<string, Buffer>, stored = true): string {
  const path = join(folder, 'harbour.wacz');
  const entries = Object.entries(held).map(([name, bytes]): TestEntry => ({ name, bytes, stored }));
  writeFileSync(path, testZip(entries));
  return path;
}

async function readAll(path: string) {
  const archive = await wacz.open(path, context);
  const found = new Map<string, ParsedItem>();
  for await (const item of archive.items()) {
    found.set(item.name, 'unread' in item ? { kind: 'set-aside', reason: item.unread } : await archive.parse(item));
  }
  expect(found.size).toBe(archive.count);
  const outcomes = [...found.values()].map((parsed) =>
    parsed.kind === 'piece'
      ? `${parsed.piece.path}: ${parsed.piece.content.title}`
      : parsed.kind === 'passed-over'
        ? parsed.why
        : parsed.kind === 'set-aside'
          ? parsed.reason
          : '',
  );
  return { archive, found, outcomes };
}

it.each([
  ['as it is', true],
  ['packed once more', false],
])('reads the records of a collection whose WARC is held %s', async (_, stored) => {
  const { archive, outcomes } = await readAll(write({ ...contents, 'datapackage.json': describe(contents) }, stored));
  expect(outcomes).toEqual([
    '2026/11/ferry: Ferry',
    'untitled: The wall',
    'picture',
    'description of the archive',
    'index of the archive',
    'list of the pages of the archive',
  ]);
  expect(archive.formerAddresses).toEqual(['https://courier.example']);
  expect(Buffer.from((await archive.picture(page('media/quay.png'))) ?? []).toString()).toBe('a picture');
  await archive.close();
});

it('names what differs from its digest and does not read it, and what is missing', async () => {
  const other = testWarc([{ url: page('other'), body: testStory('Other') }], true);
  const stated = describe({ ...contents, 'archive/more.warc.gz': other, 'logs/crawl.txt': Buffer.from('x') });
  const broken = Buffer.from(harbour);
  broken[100] = (broken[100] ?? 0) ^ 1;
  const { found } = await readAll(
    write({
      ...contents,
      'archive/harbour.warc.gz': broken,
      'archive/more.warc.gz': other,
      'datapackage.json': stated,
    }),
  );
  expect(found.get('archive/harbour.warc.gz')).toMatchObject({
    reason: expect.stringContaining('the digest is another'),
  });
  expect(found.get('logs/crawl.txt')).toMatchObject({ reason: expect.stringContaining('does not hold it') });
  expect([...found.values()].filter(({ kind }) => kind === 'piece')).toHaveLength(1);
});

it('reads a collection without a description, and says that nothing was checked', async () => {
  const { found, outcomes } = await readAll(write(contents));
  expect(outcomes[0]).toBe('2026/11/ferry: Ferry');
  expect(found.get('datapackage.json')).toMatchObject({
    reason: expect.stringContaining('nothing in the archive could be checked'),
  });
});

it('notices a description that is not the one that was signed', async () => {
  const digest = Buffer.from(JSON.stringify({ path: 'datapackage.json', hash: sha256(Buffer.from('another')) }));
  const { found } = await readAll(
    write({ ...contents, 'datapackage.json': describe(contents), 'datapackage-digest.json': digest }),
  );
  expect(found.get('datapackage.json')).toMatchObject({ reason: expect.stringContaining('datapackage-digest.json') });
});

it('refuses a zip without WARCs', async () => {
  await expect(wacz.open(write({ 'index.html': Buffer.from('x') }), context)).rejects.toThrow(ArchiveUnreadable);
});
