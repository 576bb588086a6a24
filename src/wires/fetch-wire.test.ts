import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { findRecentEvents } from '#platform/events/event-store.ts';
import { createHttpClient } from '#platform/http/http-client.ts';
import { findQueueState } from '#platform/queue/job-store.ts';
import type { Sandbox } from '#platform/sandbox/sandbox.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, memoryBlobs, testClock, testMoment } from '../../tests/support/fixtures.ts';
import { createParseSandbox } from '../worker/parse-sandbox.ts';
import { fetchWire } from './fetch-wire.ts';
import { findReport, findUnplacedReports } from './report-store.ts';
import { findSetAside } from './set-aside-store.ts';
import { findWire, saveWire, type WireSettings } from './wire-store.ts';

const long = 'The ferry sailed again on Friday after the storm had passed over the harbour of Belhan. '.repeat(8);
const item = (guid: string, rest: string) => `<item><guid isPermaLink="false">${guid}</guid>${rest}</item>`;
const feed = (...items: string[]) =>
  `<rss version="2.0"><channel><title>Courier</title><language>en</language>${items.join('')}</channel></rss>`;
const page = (text: string) =>
  `<!doctype html><html lang="en"><head><title>A page</title></head><body><nav>Menu</nav><article><h1>Ferry</h1>${text
    .match(/.{1,200}/gu)
    ?.map((part) => `<p>${part}</p>`)
    .join('')}</article></body></html>`;

type Answer = (response: ServerResponse, headers: IncomingHttpHeaders) => void;
let server: Server;
let origin = '';
let sandbox: Sandbox;
let answers: Record<string, Answer> = {};
let asked: { path: string; headers: IncomingHttpHeaders }[] = [];
const text =
  (body: string, type = 'application/rss+xml', headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(200, { 'content-type': type, ...headers }).end(body);

beforeAll(async () => {
  sandbox = createParseSandbox({ size: 1 });
  server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, headers: request.headers });
    const answer = answers[path];
    if (answer) answer(response, request.headers);
    else response.writeHead(404).end('not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await sandbox.close();
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
});
beforeEach(() => {
  answers = {};
  asked = [];
});

describeOnBothEngines('fetching a wire', (open) => {
  const begin = async () => {
    const database = await open();
    await addPublication(database);
    const wire = (id: string, path: string, changes: Partial<WireSettings> = {}) =>
      database.write((tx) =>
        saveWire(
          tx,
          {
            id,
            outlet: 'Gorvan Courier',
            url: `${origin}${path}`,
            lang: 'en',
            visibility: 'public',
            state: 'active',
            intervalMinutes: 30,
            idleAlarmHours: 48,
            publications: ['gorvan'],
            ...changes,
          },
          testMoment,
        ),
      );
    await wire('courier', '/feed');
    const http = createHttpClient({ userAgent: 'Daybook/test', allowPrivateAddresses: [new URL(origin).host] });
    const deps = {
      config: { data: '', fetchMaxBytes: 1_000_000, fetchTimeoutMs: 5000 },
      database,
      blobs: memoryBlobs(),
      clock: testClock(),
      http,
      sandbox,
    };
    return { database, deps, clock: deps.clock, wire, fetch: (id = 'courier') => fetchWire(deps, id) };
  };
  const kept = async (database: Database) => findUnplacedReports(database.read, 'gorvan', 2000);

  test('takes the items of a page without a feed, the text and the day from the pages behind them, once', async () => {
    const { database, fetch, wire } = await begin();
    await wire('port', '/news', { kind: 'page', selectors: { item: 'li', title: '', link: '', date: '' } });
    const items = '<ul><li><a href="/1">Ferry sails again</a></li><li><a href="/2">Nowhere</a></li></ul>';
    answers['/news'] = text(`<html><body>${items}</body></html>`, 'text/html');
    const dated = page(long).replace(
      '<head>',
      '<head><meta property="article:published_time" content="2026-11-19T06:00:00Z">',
    );
    answers['/1'] = text(dated, 'text/html');
    expect(await fetch('port')).toEqual({ kind: 'fetched', added: 2, changed: 0, setAside: 0 });
    expect(
      (await kept(database)).map(({ title, body, method, reportedAt }) => [
        title,
        body.slice(0, 9),
        method,
        reportedAt,
      ]),
    ).toEqual([
      ['Ferry sails again', 'The ferry', 'page', '2026-11-19T06:00:00.000Z'],
      ['Nowhere', 'Nowhere', 'feed', testMoment],
    ]);
    asked = [];
    expect(await fetch('port')).toEqual({ kind: 'fetched', added: 0, changed: 0, setAside: 0 });
    expect(asked.map(({ path }) => path)).toEqual(['/news']);
    answers['/news'] = text('<html><body><p>Made anew</p></body></html>', 'text/html');
    expect(await fetch('port')).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('on which “li” selects nothing'),
    });
  });

  test('takes a message of an agency, each report with how it is to be handled', async () => {
    const { database, fetch } = await begin();
    const message = readFileSync(join(import.meta.dirname, '../../tests/corpus/feeds/newsml-g2-message.xml'), 'utf8');
    answers['/feed'] = text(message, 'application/vnd.iptc.g2.newsmessage+xml');
    expect(await fetch()).toEqual({ kind: 'fetched', added: 4, changed: 0, setAside: 4 });
    const reports = await kept(database);
    expect(reports.map(({ handling }) => handling.status)).toEqual(['usable', 'withheld', 'usable']);
    expect(reports[2]).toMatchObject({
      title: 'Swing bridge at Port Selwyn shut after barge strikes it',
      body: expect.stringMatching(
        /^The swing bridge .* said\.\n\nThe quay stands 4\.2 metres above the water & was not damaged\.$/u,
      ),
      lang: 'en',
      authors: ['Oona Firth', 'Edda Thornley'],
      agency: 'Halyard',
      origins: [
        { kind: 'official', name: 'harbour office', rests: false },
        { kind: 'agency', name: 'Halyard', rests: true },
      ],
      handling: { usageTerms: 'Not for use in archives after 30 days. No resale.', urgency: 3 },
    });
    // The page behind it was not asked for, though the text is short.
    expect(asked.map(({ path }) => path)).toEqual(['/feed']);
  });

  test('takes each item, keeps the raw feed, and asks for what follows', async () => {
    const { database, deps, fetch } = await begin();
    const body = feed(
      item(
        '1',
        `<title>Ferry sails</title><link>${origin}/1</link><pubDate>Fri, 20 Nov 2026 06:00:00 GMT</pubDate><description>${long}</description>`,
      ),
      item(
        '2',
        `<title>عبارة تبحر</title><description>${'أبحرت العبارة من مرفأ بلحان يوم الجمعة. '.repeat(15)}</description><pubDate>Sat, 21 Nov 2026 06:00:00 GMT</pubDate>`,
      ),
    );
    answers['/feed'] = text(body);
    expect(await fetch()).toEqual({ kind: 'fetched', added: 2, changed: 0, setAside: 0 });
    const [one, two] = await kept(database);
    expect(one).toMatchObject({
      title: 'Ferry sails',
      body: long.trim(),
      lang: 'en',
      method: 'feed',
      url: `${origin}/1`,
      reportedAt: '2026-11-20T06:00:00.000Z',
    });
    // A time ahead of ours is ours.
    expect(two).toMatchObject({ lang: 'ar', reportedAt: testMoment, wireId: 'courier', outlet: 'Gorvan Courier' });
    expect(Buffer.from((await deps.blobs.get(one?.rawSha256 ?? '')) ?? []).toString()).toBe(body);
    expect(await findQueueState(database.read)).toMatchObject({ waiting: 1 });
    expect(await findWire(database.read, 'courier')).toMatchObject({
      failures: 0,
      lastError: null,
      lastNewReportAt: testMoment,
      nextFetchAt: '2026-11-20T09:30:00.000Z',
    });
  });

  test('sends back what it was given, and a second fetch is nothing new', async () => {
    const { database, clock, fetch } = await begin();
    answers['/feed'] = (response, headers) => {
      if (headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else
        text(feed(item('1', `<title>A</title><description>${long}</description>`)), 'application/rss+xml', {
          etag: '"v1"',
          'last-modified': 'Fri, 20 Nov 2026 05:00:00 GMT',
        })(response, headers);
    };
    expect(await fetch()).toMatchObject({ kind: 'fetched', added: 1 });
    clock.advance({ minutes: 30 });
    expect(await fetch()).toEqual({ kind: 'nothing-new' });
    expect(asked[1]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Fri, 20 Nov 2026 05:00:00 GMT',
    });
    expect(await findWire(database.read, 'courier')).toMatchObject({
      etag: '"v1"',
      lastFetchedAt: '2026-11-20T09:30:00.000Z',
      lastNewReportAt: testMoment,
    });
    expect(await kept(database)).toHaveLength(1);
  });

  test('of the same feed without validators changes nothing, and of a changed item makes a version', async () => {
    const { database, fetch } = await begin();
    answers['/feed'] = text(feed(item('1', `<title>A</title><description>${long}</description>`)));
    await fetch();
    expect(await fetch()).toEqual({ kind: 'fetched', added: 0, changed: 0, setAside: 0 });
    answers['/feed'] = text(feed(item('1', `<title>A</title><description>${long} Corrected.</description>`)));
    expect(await fetch()).toMatchObject({ added: 0, changed: 1 });
    const [report] = await kept(database);
    expect(report).toMatchObject({ version: 2 });
    expect((await findReport(database.read, report?.id ?? '', 1))?.body).toBe(long.trim());
  });

  test('reads the page behind a teaser, once', async () => {
    const { database, deps, fetch } = await begin();
    answers['/feed'] = text(
      feed(item('1', `<title>Ferry</title><link>${origin}/story</link><description>A teaser.</description>`)),
    );
    answers['/story'] = text(page(long), 'text/html');
    expect(await fetch()).toMatchObject({ added: 1 });
    const [report] = await kept(database);
    expect(report).toMatchObject({ method: 'page', title: 'Ferry' });
    expect(report?.body.length).toBeGreaterThan(500);
    expect(report?.body).not.toContain('Menu');
    expect(Buffer.from((await deps.blobs.get(report?.rawSha256 ?? '')) ?? []).toString()).toBe(page(long));
    expect(await fetch()).toMatchObject({ added: 0, changed: 0 });
    expect(asked.filter(({ path }) => path === '/story')).toHaveLength(1);
  });

  test('keeps the teaser where the page cannot be had', async () => {
    const { database, fetch } = await begin();
    answers['/feed'] = text(
      feed(item('1', `<title>Ferry</title><link>${origin}/gone</link><description>A teaser.</description>`)),
    );
    expect(await fetch()).toMatchObject({ added: 1 });
    expect(await kept(database)).toMatchObject([{ method: 'feed', body: 'A teaser.' }]);
  });

  test('sets one poisonous item aside, once, and takes the rest', async () => {
    const { database, fetch } = await begin();
    const good = (guid: string) => item(guid, `<title>${guid}</title><description>${long}</description>`);
    const poison = item('huge', `<title>H</title><description>${'x'.repeat(400)}</description>`);
    const nothing = '<item></item>';
    const deep = item('deep', `<title>Deep</title><description>${'&lt;div&gt;'.repeat(20_000)}${long}</description>`);
    answers['/feed'] = text(
      feed(good('1'), nothing, good('2'), good('1'), deep, poison.replace('H</title>', '</title>'), good('3')),
    );
    const first = await fetch();
    expect(first).toMatchObject({ kind: 'fetched', setAside: 2 });
    const titles = (await kept(database)).map((report) => report.title);
    expect(titles).toEqual(expect.arrayContaining(['1', '2', '3']));
    const aside = await findSetAside(database.read, 9);
    expect(aside).toHaveLength(2);
    for (const { reason, source, wireId, rawSha256 } of aside) {
      expect(reason).not.toBe('');
      expect({ source, wireId }).toEqual({ source: `${origin}/feed`, wireId: 'courier' });
      expect(rawSha256).toMatch(/^[0-9a-f]{64}$/);
    }
    answers['/feed'] = text(feed(good('1'), nothing, good('2'), good('1'), good('4')));
    await fetch();
    expect((await findSetAside(database.read, 9)).length).toBeLessThanOrEqual(3);
  });

  test('takes more items than go into one batch', async () => {
    const { database, fetch } = await begin();
    // Its script says its language: to tell English from its kin takes longer than all else.
    const arabic = 'أبحرت العبارة من مرفأ بلحان يوم الجمعة. '.repeat(15);
    const many = Array.from({ length: 510 }, (_, n) =>
      item(`g${n}`, `<title>T${n}</title><description>${arabic}</description>`),
    );
    answers['/feed'] = text(feed(...many));
    expect(await fetch()).toMatchObject({ added: 510 });
    expect(await kept(database)).toHaveLength(510);
  });

  test('that fails is recorded, and tried later and later; a good one ends that', async () => {
    const { database, clock, fetch } = await begin();
    answers['/feed'] = (response) => void response.writeHead(500).end();
    const next = async () => (await findWire(database.read, 'courier'))?.nextFetchAt;
    expect(await fetch()).toEqual({ kind: 'failed', reason: 'status 500' });
    expect(await next()).toBe('2026-11-20T10:00:00.000Z');
    clock.set('2026-11-20T10:00:00Z');
    await fetch();
    expect(await next()).toBe('2026-11-20T12:00:00.000Z');
    expect(await findWire(database.read, 'courier')).toMatchObject({
      failures: 2,
      lastError: 'status 500',
      lastNewReportAt: null,
    });
    expect((await findRecentEvents(database.read, 1))[0]).toMatchObject({
      kind: 'wire failed',
      data: { wire: 'courier' },
    });
    answers['/feed'] = text(feed(item('1', `<title>A</title><description>${long}</description>`)));
    clock.set('2026-11-20T12:00:00Z');
    expect(await fetch()).toMatchObject({ added: 1 });
    expect(await findWire(database.read, 'courier')).toMatchObject({
      failures: 0,
      lastError: null,
      nextFetchAt: '2026-11-20T12:30:00.000Z',
    });
  });

  test('that is asked to wait waits as long', async () => {
    const { database, fetch } = await begin();
    answers['/feed'] = (response) => void response.writeHead(429, { 'retry-after': '86400' }).end();
    expect(await fetch()).toMatchObject({ kind: 'failed' });
    expect((await findWire(database.read, 'courier'))?.nextFetchAt).toBe('2026-11-21T09:00:00.000Z');
  });

  test.each<[string, Answer, RegExp]>([
    [
      'a sign-in page',
      text('<!doctype html><html><head><title>Sign in</title></head></html>', 'text/html'),
      /an HTML page titled "Sign in"/,
    ],
    ['too large', text(`<rss>${' '.repeat(1_100_000)}</rss>`), /larger than 1000000 bytes/],
    [
      'cut off',
      (response) => void response.writeHead(200, { 'content-length': '999' }).write('<rss>', () => response.destroy()),
      /.+/,
    ],
  ])('that is %s is recorded as failed, with the reason', async (_, answer, reason) => {
    const { database, fetch } = await begin();
    answers['/feed'] = answer;
    const fetched = await fetch();
    expect(fetched).toMatchObject({ kind: 'failed', reason: expect.stringMatching(reason) as string });
    expect(await findWire(database.read, 'courier')).toMatchObject({
      failures: 1,
      lastError: expect.stringMatching(reason) as string,
    });
    expect(await kept(database)).toEqual([]);
  });

  test('that moved for good is fetched from there, unless another wire is there', async () => {
    const { database, fetch, wire } = await begin();
    await wire('other', '/old');
    const moved: Answer = (response) => void response.writeHead(301, { location: '/new' }).end();
    answers['/feed'] = moved;
    answers['/old'] = moved;
    answers['/new'] = text(feed(item('1', `<title>A</title><description>${long}</description>`)));
    expect(await fetch()).toMatchObject({ kind: 'fetched', added: 1 });
    expect((await findWire(database.read, 'courier'))?.url).toBe(`${origin}/new`);
    expect(await fetch('other')).toMatchObject({ kind: 'fetched' });
    expect(await findWire(database.read, 'other')).toMatchObject({
      url: `${origin}/old`,
      failures: 0,
      lastFetchedAt: testMoment,
    });
  });

  test('of a wire that is not there is an error', async () => {
    const { fetch } = await begin();
    await expect(fetch('nobody')).rejects.toThrow('there is no wire nobody');
  });
});
