import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '#platform/config/config.ts';
import { createParseSandbox } from '../worker/parse-sandbox.ts';
import { type CommandInput, exitCodes, UsageError } from './command.ts';
import { extract, extractInput } from './extract.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-extract-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const sandbox = createParseSandbox({ size: 1 });
afterAll(() => sandbox.close());

const plea = 'The Quay Courier is free to read because eight hundred readers pay for it every month of the year.';
const page = (n: number, { head = '', url = `https://courier.example/ferry-${n}` } = {}) => `<!doctype html>
<html lang="en"><head><title>Ferry number ${n} sails again | The Quay Courier</title><link rel="canonical" href="${url}">${head}</head><body>
<article><h1>Ferry number ${n} sails again</h1><p class="byline">By Oona Firth and Tam Orsini</p><time datetime="2026-03-0${n}T09:20:00Z">today</time>
<p>Ferry number ${n} left the harbour on Tuesday with its ${n} crew, the harbour master said, and came back before dark without any harm.</p>
<p>It had been tied up for ${n} weeks since the storm, which broke the northern pier and two of the three cranes that stood on it.</p>
<p>${plea}</p></article></body></html>`;

function input(flags: CommandInput['flags'], env: Record<string, string> = {}) {
  const printed: string[] = [];
  const noted: string[] = [];
  const given: CommandInput = {
    config: readConfig({}, env),
    flags,
    positionals: [],
    print: (line) => void printed.push(line),
    note: (line) => void noted.push(line),
    signal: new AbortController().signal,
  };
  return { given, printed, noted };
}

test('prints one page from standard input as one object', async () => {
  const { given, printed } = input({ json: true });
  const source = Readable.from([Buffer.from(page(3))]);
  const code = await extractInput(given, sandbox, 'https://courier.example/a', source);
  expect(code).toBe(exitCodes.done);
  expect(printed).toHaveLength(1);
  const record = JSON.parse(printed[0] ?? '');
  expect(Object.keys(record).slice(0, 7)).toEqual(['title', 'author', 'date', 'text', 'html', 'image', 'lang']);
  expect(record).toMatchObject({
    title: 'Ferry number 3 sails again',
    author: 'Oona Firth, Tam Orsini',
    authors: ['Oona Firth', 'Tam Orsini'],
    date: '2026-03-03T09:20:00Z',
    datePrecision: 'minute',
    day: '2026-03-03',
    lang: 'en',
    url: 'https://courier.example/a',
  });
});

test('says what to do about a page that is too large, and ends with 3', async () => {
  const { given, printed, noted } = input({}, { DAYBOOK_FETCH_MAX_BYTES: '100' });
  const source = Readable.from([Buffer.from(page(1))]);
  expect(await extractInput(given, sandbox, 'https://courier.example/a', source)).toBe(exitCodes.setAside);
  expect(printed).toEqual([]);
  expect(noted.join()).toMatch(/larger than 100 bytes; allow more with DAYBOOK_FETCH_MAX_BYTES/);
});

test('refuses to start without an address or a folder, with both, or with what is no address', async () => {
  await expect(extract.run(input({}).given)).rejects.toThrow(UsageError);
  await expect(extract.run(input({ url: 'https://a.example/', batch: folder }).given)).rejects.toThrow(UsageError);
  await expect(extract.run(input({ url: 'ferries' }).given)).rejects.toThrow(UsageError);
  await expect(extract.run(input({ batch: join(folder, 'none') }).given)).rejects.toThrow(UsageError);
});

test('reads a folder in the order of its names, packed files too, and leaves out what repeats across a site', async () => {
  mkdirSync(join(folder, 'b'));
  writeFileSync(join(folder, 'b/2.htm'), page(2));
  writeFileSync(join(folder, 'a.html.gz'), gzipSync(page(1)));
  writeFileSync(join(folder, 'c.HTML'), page(3));
  writeFileSync(join(folder, 'other.html'), page(4, { url: 'https://echo.example/ferry-4' }));
  writeFileSync(join(folder, 'notes.txt'), 'no page');
  const { given, printed, noted } = input({ batch: folder });
  expect(await extract.run(given)).toBe(exitCodes.done);
  const records = printed.map((line) => JSON.parse(line));
  expect(Object.keys(records[0])[0]).toBe('file');
  expect(records.map((record) => record.file)).toEqual(['a.html.gz', 'b/2.htm', 'c.HTML', 'other.html']);
  for (const { text, html } of records.slice(0, 3)) {
    expect(text).not.toContain(plea);
    expect(html).not.toContain(plea);
    expect(text).toContain('left the harbour on Tuesday');
  }
  expect(records[3].text).toContain(plea);
  expect(noted.at(-1)).toMatch(/^4 pages read, 0 set aside/);
});

test('sets one page aside with its name and goes on with the rest', async () => {
  writeFileSync(join(folder, 'a.html'), page(1));
  writeFileSync(join(folder, 'damaged.html.gz'), Buffer.from('no gzip'));
  writeFileSync(join(folder, 'huge.html.gz'), gzipSync(Buffer.alloc(50_000, 'x')));
  writeFileSync(join(folder, 'z.html'), page(2));
  const { given, printed, noted } = input({ batch: folder }, { DAYBOOK_FETCH_MAX_BYTES: '20000' });
  expect(await extract.run(given)).toBe(exitCodes.setAside);
  expect(printed.map((line) => JSON.parse(line).file)).toEqual(['a.html', 'z.html']);
  expect(noted.slice(0, 2)).toEqual([
    expect.stringMatching(/^damaged\.html\.gz was set aside: it could not be opened/),
    expect.stringMatching(/^huge\.html\.gz was set aside: it is larger than 20000 bytes; allow more/),
  ]);
});

test('sets a page aside that takes too long, and reads the next', async () => {
  writeFileSync(join(folder, 'a.html'), `<body>${'<p>x'.repeat(200_000)}`);
  writeFileSync(join(folder, 'b.html'), page(1));
  const { given, printed, noted } = input({ batch: folder }, { DAYBOOK_PARSE_TIMEOUT_MS: '1500' });
  expect(await extract.run(given)).toBe(exitCodes.setAside);
  expect(printed.map((line) => JSON.parse(line).file)).toEqual(['b.html']);
  expect(noted[0]).toMatch(/^a\.html was set aside: it was not read within 1500 ms; give it longer/);
});
