import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sentencesOf } from '#pieces/pieces.ts';
import { ArchiveUnreadable, type ImportContext, type OpenArchive, type ParsedItem } from '../importer.ts';
import { testStory, testWarc } from './test-warc.ts';
import { warc } from './warc.ts';

const context: ImportContext = { publication: { slug: 'gorvan', timeZone: 'UTC', languages: ['en'] }, address: null };
const page = (path: string): string => `https://courier.example/${path}`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-warc-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function readAll(path: string): Promise<{ archive: OpenArchive; found: Map<string, ParsedItem> }> {
  const archive = await warc.open(path, context);
  const found = new Map<string, ParsedItem>();
  for await (const item of archive.items()) {
    expect(found.has(item.name)).toBe(false);
    found.set(item.name, 'unread' in item ? { kind: 'set-aside', reason: item.unread } : await archive.parse(item));
  }
  expect(found.size).toBe(archive.count);
  return { archive, found };
}

function write(bytes: Uint8Array, name = 'harbour.warc'): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** What became of each record, by the record's number. */
function outcomes(found: Map<string, ParsedItem>): string[] {
  return [...found.values()].map((parsed) => {
    switch (parsed.kind) {
      case 'piece':
        return parsed.piece.path;
      case 'facts':
        return JSON.stringify(parsed.facts);
      case 'passed-over':
        return parsed.why;
      case 'set-aside':
        return parsed.reason;
    }
  });
}

describe('records', () => {
  const records = [
    { type: 'warcinfo', body: 'software: none\r\n' },
    { url: page('2026/11/ferry'), body: testStory('Ferry') },
    { type: 'request', url: page('2026/11/ferry') },
    { type: 'resource', url: page('2026/11/wall.html'), body: testStory('Wall') },
    { url: page('old'), http: { status: 301, fields: { Location: '/2026/11/ferry' } } },
    { url: page('gone'), http: { status: 404 }, body: testStory('Gone') },
    { url: page('media/quay.png'), http: { fields: { 'Content-Type': 'image/png' } }, body: 'a picture' },
    { url: page('style.css'), http: { fields: { 'Content-Type': 'text/css' } }, body: 'a {}' },
    { type: 'revisit', url: page('2026/11/ferry') },
    { url: 'https://quay.example/2026/11/ferry', body: testStory('Elsewhere') },
  ];
  const expected = [
    'warcinfo record',
    '2026/11/ferry',
    'request record',
    '2026/11/wall',
    JSON.stringify({ redirects: [{ from: page('old'), to: '2026/11/ferry' }] }),
    'error page',
    'picture',
    'style sheet',
    'revisit record',
    'page of another site',
  ];

  it.each([
    ['plain', false, 'harbour.warc'],
    ['a gzip member each', true, 'harbour.warc.gz'],
  ])('%s become pieces, redirects and counts', async (_, packed, name) => {
    const { archive, found } = await readAll(write(testWarc(records, packed), name));
    expect(outcomes(found)).toEqual(expected);
    expect(archive.formerAddresses).toEqual(['https://courier.example']);
    const names = [...found.keys()];
    expect(names[0]).toBe(`${name}@0 warcinfo`);
    expect(names[1]).toMatch(new RegExp(`^${name}@\\d+ response https://courier.example/2026/11/ferry$`, 'u'));
    expect(Buffer.from((await archive.picture('http://courier.example/media/quay.png')) ?? []).toString()).toBe(
      'a picture',
    );
    expect(await archive.picture(page('media/none.png'))).toBeNull();
  });

  it('all in one gzip member are named by the place in there', async () => {
    const { archive, found } = await readAll(write(gzipSync(testWarc(records)), 'harbour.warc.gz'));
    expect(outcomes(found)).toEqual(expected);
    expect([...found.keys()][1]).toMatch(/^harbour\.warc\.gz@0\+\d+ response/u);
    expect(Buffer.from((await archive.picture(page('media/quay.png'))) ?? []).toString()).toBe('a picture');
  });

  it('of several files are read in the order of names, and other files are counted', async () => {
    write(testWarc([{ url: page('a'), body: testStory('A') }]), 'b.warc');
    write(testWarc([{ url: page('b'), body: testStory('B') }], true), 'a.warc.gz');
    write(Buffer.from('notes'), 'notes.txt');
    const { found } = await readAll(folder);
    expect(outcomes(found)).toEqual(['b', 'a', 'other file']);
  });

  it('of an ARC are read too', async () => {
    const arc = (url: string, body: string): string => {
      const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${body}`;
      return `${url} 192.0.2.1 20261122100000 text/html ${Buffer.byteLength(block)}\n${block}\n`;
    };
    const version = '1 0 Gorvan\nURL IP-address Archive-date Content-type Archive-length\n';
    const text = `filedesc://harbour.arc 0.0.0.0 20261122100000 text/plain ${version.length}\n${version}\n${arc(page('2026/11/a ferry'), testStory('Ferry'))}`;
    for (const bytes of [Buffer.from(text), gzipSync(text)]) {
      expect(outcomes((await readAll(write(bytes, 'harbour.arc'))).found)).toEqual([
        'warcinfo record',
        '2026/11/a%20ferry',
      ]);
    }
  });
});

describe('captures', () => {
  it('of one address count once: the last good one', async () => {
    const url = page('2026/11/ferry');
    const { found } = await readAll(
      write(
        testWarc([
          { url, body: testStory('First') },
          { url, body: testStory('Second') },
          { url, body: '' },
          { url, http: { status: 503 }, body: testStory('Third') },
          { url, body: testStory('Fourth'), digest: 'wrong' },
        ]),
      ),
    );
    expect(outcomes(found)).toEqual([
      'an earlier capture of the same address',
      '2026/11/ferry',
      expect.stringContaining('it is empty'),
      'error page',
      expect.stringContaining('the digest is another'),
    ]);
    const [, second] = [...found.values()];
    expect(second?.kind === 'piece' && second.piece.content.title).toBe('Second');
  });

  it.each([
    [
      'chunked',
      { 'Transfer-Encoding': 'chunked' },
      (body: Buffer) =>
        Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')]),
    ],
    ['said to be chunked and not', { 'Transfer-Encoding': 'chunked' }, (body: Buffer) => body],
    ['gzip', { 'Content-Encoding': 'gzip' }, (body: Buffer) => gzipSync(body)],
    ['gzip cut short', { 'Content-Encoding': 'gzip' }, (body: Buffer) => gzipSync(body).subarray(0, -6)],
    ['said to be gzip and not', { 'Content-Encoding': 'gzip' }, (body: Buffer) => body],
    ['br', { 'Content-Encoding': 'br' }, (body: Buffer) => brotliCompressSync(body)],
    ['bare deflate', { 'Content-Encoding': 'deflate' }, (body: Buffer) => deflateRawSync(body)],
  ])('are unpacked: %s', async (_, fields, coded) => {
    const body = coded(Buffer.from(testStory('Ferry')));
    const { found } = await readAll(write(testWarc([{ url: page('ferry'), http: { fields }, body, digest: 'right' }])));
    const [parsed] = [...found.values()];
    if (parsed?.kind !== 'piece') throw new Error(JSON.stringify(parsed));
    expect(sentencesOf(parsed.piece.content.blocks)[0]?.text).toContain('Ferry');
  });

  it('that unpack to more than they may are named', async () => {
    const body = gzipSync(Buffer.alloc(80_000_000));
    const { found } = await readAll(
      write(testWarc([{ url: page('bomb'), http: { fields: { 'Content-Encoding': 'gzip' } }, body }])),
    );
    expect(outcomes(found)).toEqual([expect.stringContaining('as gzip bombs do')]);
  });
});

describe('damage', () => {
  const three = [1, 2, 3].map((number) => ({ url: page(`story-${number}`), body: testStory(`Story ${number}`) }));

  it.each([
    ['plain', false],
    ['gzipped', true],
  ])('of a %s file that is cut off costs only the record there', async (_, packed) => {
    const bytes = testWarc(three, packed);
    const { found } = await readAll(write(bytes.subarray(0, bytes.length - 200)));
    expect(outcomes(found)).toEqual([
      'story-1',
      'story-2',
      expect.stringMatching(/^the record at byte \d+ of harbour\.warc cannot be read/u),
    ]);
  });

  it.each([
    ['0', '5'],
    ['far too much', '99999999'],
    ['no number', 'abc'],
    ['less than nothing', '-1'],
  ])('of a length, %s, costs only that record', async (_, statedLength) => {
    const [first, second, third] = three;
    if (!first || !second || !third) throw new Error('three');
    const { found } = await readAll(write(testWarc([first, { ...second, statedLength }, third])));
    expect(outcomes(found)).toEqual(['story-1', expect.stringContaining('cannot be read'), 'story-3']);
  });

  it('inside a gzip member costs only that member', async () => {
    const members = three.map((record) => testWarc([record], true));
    members[1]?.fill(0x55, 40, 60);
    const { found } = await readAll(write(Buffer.concat(members)));
    expect(outcomes(found)).toEqual(['story-1', expect.stringContaining('gzip data are damaged'), 'story-3']);
  });

  it('of a file that is one gzip member costs only what follows', async () => {
    const bytes = gzipSync(testWarc(three));
    const { found } = await readAll(write(bytes.subarray(0, bytes.length - 40)));
    const [first, ...rest] = outcomes(found);
    expect(first).toBe('story-1');
    expect(rest.at(-1)).toContain('gzip data are damaged (unexpected end of file)');
    expect([...found.keys()].at(-1)).toMatch(/^harbour\.warc@0\+\d+$/u);
  });

  it('of a check sum of gzip is found', async () => {
    const members = three.map((record) => testWarc([record], true));
    members[1]?.writeUInt32LE(1, (members[1]?.length ?? 0) - 8);
    const { found } = await readAll(write(Buffer.concat(members)));
    expect(outcomes(found)).toEqual(['story-1', expect.stringContaining('the check sum is another'), 'story-3']);
  });

  it('by noise between and after records is passed, and named once', async () => {
    const [first, , third] = three;
    if (!first || !third) throw new Error('three');
    const noise = Buffer.from('noise\n'.repeat(5_000));
    const { found } = await readAll(write(Buffer.concat([testWarc([first]), noise, testWarc([third])])));
    expect(outcomes(found)).toEqual([expect.stringContaining('longer than the length that it states'), 'story-3']);
    const packed = Buffer.concat([testWarc([first], true), noise, testWarc([third], true), Buffer.alloc(512)]);
    expect(outcomes((await readAll(write(packed))).found)).toEqual([
      'story-1',
      expect.stringContaining('no gzip member begins there'),
      'story-3',
    ]);
  });

  it('by a gzip bomb ends', async () => {
    const { found } = await readAll(
      write(Buffer.concat([testWarc(three.slice(0, 1), true), gzipSync(Buffer.alloc(200_000_000))])),
    );
    expect(outcomes(found)).toEqual([
      'story-1',
      expect.stringContaining('no record begins there'),
      expect.stringContaining('as gzip bombs do'),
    ]);
  });

  it('of any one byte never makes reading endless, and what comes in is counted', async () => {
    const bytes = testWarc(three, true);
    for (let at = 97; at < bytes.length; at += 97) {
      const broken = Buffer.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      expect((await readAll(write(broken))).found.size).toBeGreaterThan(1);
    }
  });

  it('of all of it is refused with what to do', async () => {
    await expect(warc.open(write(Buffer.from('no archive at all\n')), context)).rejects.toThrow(ArchiveUnreadable);
    await expect(warc.open(write(Buffer.alloc(0)), context)).rejects.toThrow('Fetch it again');
    await expect(warc.open(join(folder, 'none.warc'), context)).rejects.toThrow(ArchiveUnreadable);
  });
});

const samples = '../shared/data/warc/warcio';

describe.skipIf(!existsSync(samples))(`the samples of warcio in ${samples}`, () => {
  it('are each read to their end, every record imported, passed over or set aside by name', async () => {
    for (const name of readdirSync(samples)) {
      const { found } = await readAll(join(samples, name));
      expect(found.size).toBeGreaterThan(1);
    }
  });
});
