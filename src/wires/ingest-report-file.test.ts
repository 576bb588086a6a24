import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, memoryBlobs, testClock } from '../../tests/support/fixtures.ts';
import { FileDamaged, ingestReportFile } from './ingest-report-file.ts';
import { findUnplacedReports } from './report-store.ts';
import { findSetAside } from './set-aside-store.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-ingest-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const line = (changes: Record<string, unknown> = {}) => ({
  id: 'r1',
  url: 'https://courier.example/1',
  outlet: 'Gorvan Courier',
  title: 'Ferry sails',
  body: 'The ferry sailed again on Friday.',
  date: '2026-11-20T06:00:00Z',
  ...changes,
});
const jsonl = (...lines: (object | string)[]) =>
  lines.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n');

describeOnBothEngines('a file of reports', (open) => {
  const begin = async (timeZone = 'UTC') => {
    const database = await open();
    const publication = await addPublication(database, { timeZone });
    const deps = { database, blobs: memoryBlobs(), clock: testClock() };
    const ingest = (content: string | Buffer, name = 'reports.jsonl', signal = new AbortController().signal) => {
      const file = join(folder, name);
      writeFileSync(file, content);
      return ingestReportFile(deps, file, { publication, signal, progress: () => {} });
    };
    return { database, deps, ingest, kept: () => findUnplacedReports(database.read, 'gorvan', 2000) };
  };

  test('becomes reports, to the letter, with the raw lines kept', async () => {
    const { deps, ingest, kept } = await begin();
    const body = 'قُتل ١٢ شخصًا — “👋”\n\nSecond\tparagraph.';
    const content = jsonl(
      line({ body, lang: 'ar', agency: 'Amrin Agency' }),
      line({ id: 7, outlet: undefined, source: 'Valley Post' }),
    );
    expect(await ingest(content)).toEqual({ added: 2, changed: 0, unchanged: 0, setAside: [] });
    const reports = await kept();
    const [one] = reports.filter((report) => report.externalId === 'r1');
    expect(one).toMatchObject({
      body,
      lang: 'ar',
      agency: 'Amrin Agency',
      method: 'file',
      url: 'https://courier.example/1',
      reportedAt: '2026-11-20T06:00:00.000Z',
    });
    expect(reports.find((report) => report.externalId === '7')).toMatchObject({ outlet: 'Valley Post', lang: 'en' });
    expect(gunzipSync((await deps.blobs.get(one?.rawSha256 ?? '')) ?? Buffer.of()).toString()).toBe(content);
  });

  test('changes nothing when it is read again, packed or not', async () => {
    const { database, ingest, kept } = await begin();
    const content = jsonl(line(), 'no report', line({ id: 'r2' }));
    expect(await ingest(content)).toMatchObject({ added: 2, setAside: [{ line: 2 }] });
    const before = await kept();
    expect(await ingest(content)).toMatchObject({ added: 0, changed: 0, unchanged: 2, setAside: [{ line: 2 }] });
    expect(await ingest(gzipSync(content), 'reports.jsonl.gz')).toMatchObject({ added: 0, unchanged: 2 });
    expect(await kept()).toEqual(before);
    expect((await findSetAside(database.read, 9)).filter(({ source }) => source.endsWith('.jsonl'))).toHaveLength(1);
  });

  test('names each bad line by number and reason, and goes on', async () => {
    const { database, ingest, kept } = await begin();
    const bad: [object | string, RegExp][] = [
      ['{"id": "x", ', /^it is not JSON: /],
      ['null', /^it is not a JSON object$/],
      ['[1]', /^it is not a JSON object$/],
      ['"text"', /^it is not a JSON object$/],
      [line({ id: '' }), /“id”/],
      [line({ id: { a: 1 } }), /“id”/],
      [line({ outlet: undefined }), /“outlet”/],
      [line({ body: '  \n' }), /“body”/],
      [line({ body: 12 }), /“body”/],
      [line({ body: 'x'.repeat(2_000_001) }), /longer than 2000000 characters/],
      [line({ date: 'some day' }), /“date” cannot be read: “some day”/],
      [line({ date: '2026-02-30' }), /“date” cannot be read/],
      [line({ date: undefined }), /“date” cannot be read/],
      ['x'.repeat(8_000_001), /^it is longer than 8000000 bytes$/],
    ];
    const read = await ingest(jsonl(line({ id: 'first' }), '', ...bad.map(([text]) => text), line({ id: 'last' })));
    expect(read).toMatchObject({ added: 2, changed: 0, unchanged: 0 });
    expect(read.setAside.map(({ line: number }) => number)).toEqual(bad.map((_, n) => n + 3));
    for (const [n, [, reason]] of bad.entries()) expect(read.setAside[n]?.reason).toMatch(reason);
    expect((await kept()).map((report) => report.externalId).sort()).toEqual(['first', 'last']);
    const kinds = await findSetAside(database.read, 50);
    expect(kinds.map(({ item }) => item)).toEqual(bad.map((_, n) => `line ${n + 3}`).toReversed());
  });

  test('takes odd fields for what they are worth', async () => {
    const { ingest, kept } = await begin();
    const odd = [
      line({ id: 'script', url: 'javascript:alert(1)' }),
      line({ id: 'relative', url: '/x' }),
      line({ id: 'tongue', lang: '"><script>' }),
      line({ id: 'nul\u0000', body: 'a\u0000b\ud800c' }),
      line({ id: 'wire', wire: 'nobody' }),
      line({ id: 'title', title: null }),
    ];
    expect(await ingest(`\uFEFF${jsonl(...odd)}\r\n`)).toMatchObject({ added: 6, setAside: [] });
    const reports = new Map((await kept()).map((report) => [report.externalId, report]));
    expect(reports.get('script')?.url).toBeNull();
    expect(reports.get('relative')?.url).toBeNull();
    expect(reports.get('tongue')?.lang).toBe('en');
    expect(reports.get('nul\ufffd')?.body).toBe('a\ufffdb\ufffdc');
    expect(reports.get('wire')?.wireId).toBeNull();
    expect(reports.get('title')?.title).toBe('');
  });

  test('of days alone keeps each day, in the publication’s zone', async () => {
    const { ingest, kept } = await begin('Pacific/Auckland');
    await ingest(jsonl(line({ date: '2026-11-20' })));
    expect((await kept())[0]?.reportedAt).toBe('2026-11-19T23:00:00.000Z');
  });

  test('longer than a batch is taken batch by batch, and stops where it is told to', async () => {
    const { ingest, kept } = await begin();
    const many = Array.from({ length: 620 }, (_, n) => line({ id: `r${n}`, lang: 'en' }));
    expect(await ingest(jsonl(...many))).toMatchObject({ added: 620 });
    expect(await kept()).toHaveLength(620);
    expect(await ingest(jsonl(line({ id: 'more' })), 'more.jsonl', AbortSignal.abort())).toMatchObject({ added: 0 });
  });

  test('that is damaged keeps what came before, and says so', async () => {
    const { ingest, kept } = await begin();
    const packed = gzipSync(
      jsonl(...Array.from({ length: 300 }, (_, n) => line({ id: `r${n}`, lang: 'en', title: `${Math.sqrt(n)}` }))),
    );
    await expect(ingest(packed.subarray(0, packed.length - 200), 'cut.jsonl.gz')).rejects.toThrow(FileDamaged);
    const before = (await kept()).length;
    expect(before).toBeGreaterThan(0);
    expect(await ingest(packed, 'cut.jsonl.gz')).toMatchObject({ added: 300 - before, unchanged: before });
  });
});
