import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** A record as a test wants it. */
export interface TestRecord {
  type?: string;
  url?: string;
  /** Of an HTTP response: its status line and fields, or null for a block without. */
  http?: { status?: number; fields?: Record<string, string> } | null;
  body?: Uint8Array | string;
  fields?: Record<string, string>;
  /** Instead of the block's true length. */
  statedLength?: string | number;
  /** A `WARC-Block-Digest`: of the block, or of something else. */
  digest?: 'right' | 'wrong';
}

/** A WARC 1.1 record with its two line ends. */
export function testRecord(record: TestRecord): Buffer {
  const { type = 'response', url, http = {}, body = '', fields = {}, statedLength, digest } = record;
  const lines = Object.entries({ 'Content-Type': 'text/html; charset=utf-8', ...http?.fields });
  const head = `HTTP/1.1 ${http?.status ?? 200} Said\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  const isHttp = http !== null && type === 'response';
  const block = Buffer.concat([Buffer.from(isHttp ? head : ''), Buffer.from(body)]);
  const sum = createHash('sha1')
    .update(digest === 'wrong' ? 'another' : block)
    .digest('hex');
  const given: Record<string, string> = {
    'WARC-Type': type,
    'WARC-Record-ID': '<urn:uuid:00000000-0000-0000-0000-000000000001>',
    'WARC-Date': '2026-11-22T10:00:00Z',
    ...(url === undefined ? {} : { 'WARC-Target-URI': url }),
    ...(digest === undefined ? {} : { 'WARC-Block-Digest': `sha1:${sum}` }),
    'Content-Type': isHttp ? 'application/http; msgtype=response' : 'text/html',
    ...fields,
    'Content-Length': String(statedLength ?? block.length),
  };
  const header = Object.entries(given)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${header}\r\n`), block, Buffer.from('\r\n\r\n')]);
}

/** Records as a file: plain, or each a gzip member as the standard wants. */
export function testWarc(records: TestRecord[], packed = false): Buffer {
  return Buffer.concat(records.map(testRecord).map((record) => (packed ? gzipSync(record) : record)));
}

/** A page that is an article, with these words in it. */
export function testStory(words: string): string {
  const paragraph = `<p>${words} The last ferry of the year left the port of Gorvan on Tuesday with 42 passengers aboard, an hour late.</p>`;
  return `<!DOCTYPE html><html lang="en"><head><title>${words}</title><meta property="og:type" content="article"><meta property="article:published_time" content="2026-11-03T08:15:00Z"></head><body><article><h1>${words}</h1>${paragraph.repeat(3)}</article></body></html>`;
}
