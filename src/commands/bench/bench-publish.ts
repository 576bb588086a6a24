import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { followWrites } from '#platform/changes/follow-writes.ts';
import { readConfig } from '#platform/config/config.ts';
import type { Database } from '#platform/database/database.ts';
import { createPiece, publishPiece, summaryPath } from '#pieces/pieces.ts';
import { indexPending } from '#search/search.ts';
import { type Newsroom, openNewsroom } from '../../newsroom.ts';
import { keepIndexed } from '../../worker/keep-indexed.ts';
import { createSite } from '../../site/site.ts';
import type { BenchRow } from './bench-row.ts';
import { readPort } from './bench-serve.ts';
import { dayOf, filled, fillNewsroom, inventedContent } from './fill-newsroom.ts';

const pieces = 8000;
const publishings = 60;
/** How long after one publishing the next begins: the pages of one are read and warm before it. */
const pauseMs = 20;
const longestMs = 10_000;
/** How often each is asked for; a search, which is made for each who asks, less often: asking takes the time of what is measured. */
const pollMs = 10;
const searchPollMs = 20;

interface Answer {
  status: number;
  etag: string;
  body: string;
}

/**
 * From the start of a publishing until everything that shows the piece is served anew: its page, the day before it, home,
 * two pages of its list, its topic, four feeds, the year's sitemap, the network's home and a search for it, each asked for
 * again and again, pages with the tag of their old form. Once with the site in a process of its own, which polls; once in the process that publishes.
 */
export async function benchPublish(note: (line: string) => void): Promise<BenchRow[]> {
  const data = await mkdtemp(join(tmpdir(), 'daybook-bench-'));
  const newsroom = await openNewsroom(readConfig({ data }, {}));
  const children: ChildProcess[] = [];
  try {
    const { summaries } = await fillNewsroom(newsroom, pieces);
    await indexPending(newsroom.database);
    note(`${pieces} pieces are live.`);
    const main = process.argv[1] ?? '';
    const child = spawn(process.execPath, [main, 'serve', '--role', 'site,worker', '--data', data, '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const port = await readPort(child, 'Site');
    const apart = await measure(newsroom, newsroom.database, port, summaries);
    child.kill('SIGTERM');
    const own = await serveHere(newsroom);
    const together = await measure(newsroom, own.database, own.port, summaries + publishings + 2);
    await own.close();
    return [
      { name: 'live pieces', value: pieces, unit: '' },
      { name: 'publishings, each way', value: publishings, unit: '' },
      ...rowsOf('site in another process', apart),
      ...rowsOf('site in the same process', together),
    ];
  } finally {
    for (const child of children) child.kill('SIGTERM');
    await newsroom.close();
    await rm(data, { recursive: true, force: true });
  }
}

async function serveHere(newsroom: Newsroom) {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const site = createSite(newsroom, `http://127.0.0.1:${port}`);
  await site.cache.catchUp();
  server.on('request', (request, response) => void site.handle(request, response));
  const database = followWrites(newsroom.database, () => site.cache.catchUp());
  const indexing = new AbortController();
  const indexed = keepIndexed(newsroom, indexing.signal);
  const close = async () => {
    indexing.abort();
    await indexed;
    server.close();
  };
  return { port, database, close };
}

interface Measured {
  total: number;
  committed: number;
  byPath: Map<string, number>;
}

async function measure(newsroom: Newsroom, database: Database, port: number, from: number): Promise<Measured[]> {
  const agent = new Agent({ keepAlive: true });
  const ask = (path: string, etag?: string) => fetchGzip(agent, port, path, etag);
  const measured: Measured[] = [];
  try {
    // Two to warm up, not counted.
    for (let index = from; index < from + publishings + 2; index += 1) {
      const day = dayOf(index);
      const path = summaryPath(day, 'en', 'en');
      const content = inventedContent('summary', 'en', 1_000_000 + index);
      const deps = { database, clock: newsroom.clock };
      const request = { publication: filled.slug, path, dated: day, translationOf: null };
      const id = await createPiece({ ...newsroom, ...deps }, request, content, 'bench');
      const topic = content.topics[0] ?? '';
      const search = `/${filled.slug}/search?q=${content.title.split(' ').at(-1)}`;
      const paths = [...pathsOf(path, summaryPath(dayOf(index - 1), 'en', 'en'), topic), search];
      const before = new Map(await Promise.all(paths.map(async (each) => [each, (await ask(each)).etag] as const)));
      const started = performance.now();
      const outcome = publishPiece(deps, id, { revision: 1, by: 'bench' });
      let committed = Number.NaN;
      const follow = outcome.then((published) => {
        if (published.kind !== 'published') throw new Error(`not published: ${JSON.stringify(published)}`);
        committed = performance.now() - started;
      });
      const byPath = new Map<string, number>();
      await Promise.all([
        follow,
        ...paths.map(async (each) => {
          for (;;) {
            const answer = await ask(each, before.get(each));
            const isSearch = each.includes('/search?');
            const isNew = isSearch ? answer.body.includes(path) : answer.status === 200;
            if (isNew) {
              byPath.set(isSearch ? 'search' : each.replace(path, 'DAY'), performance.now() - started);
              if (!answer.body.includes(content.title) && !answer.body.includes(path) && !each.includes('page='))
                throw new Error(`${each} is new and does not show ${path}`);
              return;
            }
            if (performance.now() - started > longestMs)
              throw new Error(
                `${each} does not show ${path}: status ${answer.status}, published after ${Math.round(committed)} ms, new are ${[...byPath.keys()].join(' ')}`,
              );
            await wait(isSearch ? searchPollMs : pollMs);
          }
        }),
      ]);
      const published = await outcome;
      if (published.kind !== 'published') throw new Error(`the bench could not publish: ${published.kind}`);
      if (index >= from + 2) measured.push({ total: Math.max(...byPath.values()), committed, byPath });
      await wait(pauseMs);
    }
    return measured;
  } finally {
    agent.destroy();
  }
}

function pathsOf(path: string, dayBefore: string, topic: string): string[] {
  const base = `/${filled.slug}`;
  const year = /\d{4}/u.exec(path)?.[0] ?? '';
  const list = `${base}/executive-summaries`;
  const feeds = ['rss.xml', 'atom.xml', 'feed.json', `${topic}/rss.xml`].map((file) => `${base}/${file}`);
  const pages = [path, dayBefore].map((each) => `${base}/${each}`);
  const sitemap = `${base}/sitemap-${year}.xml`;
  return [...pages, base, list, `${list}?page=2`, `${base}/${topic}`, ...feeds, sitemap, '/'];
}

function rowsOf(name: string, measured: Measured[]): BenchRow[] {
  const totals = measured.map(({ total }) => total);
  const slowest = new Map<string, number[]>();
  for (const { byPath } of measured)
    for (const [path, ms] of byPath) {
      const kind = path.replace(/\d{4}\/\d\d\/\d\d/u, 'DAY-BEFORE');
      slowest.set(kind, [...(slowest.get(kind) ?? []), ms]);
    }
  const medians = [...slowest].map(([path, all]) => [path, quantile(all, 0.5)] as const).sort((a, b) => b[1] - a[1]);
  return [
    { name: `${name}: everything live, median`, value: quantile(totals, 0.5), unit: 'ms' },
    { name: `${name}: everything live, 95 of 100`, value: quantile(totals, 0.95), unit: 'ms', bar: '≤ 150' },
    {
      name: `${name}: published (answered)`,
      value: quantile(
        measured.map(({ committed }) => committed),
        0.5,
      ),
      unit: 'ms',
    },
    ...medians.map(([path, ms]) => ({ name: `${name}: ${path}, median`, value: ms, unit: 'ms' })),
  ];
}

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function fetchGzip(agent: Agent, port: number, path: string, etag?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip', ...(etag ? { 'if-none-match': etag } : {}) };
    get({ agent, port, host: '127.0.0.1', path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const body = response.statusCode === 200 ? gunzipSync(bytes).toString('utf8') : '';
        resolve({ status: response.statusCode ?? 0, etag: response.headers.etag ?? '', body });
      });
    }).on('error', reject);
  });
}
