import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { recordChanges } from '#platform/changes/change-store.ts';
import { insertRedirects, withdrawPiece } from '#pieces/pieces.ts';
import { indexPending } from '#search/search.ts';
import { openTestNewsroom, type TestNewsroom } from '../../tests/support/test-newsroom.ts';
import { loadSampleArchive, pieceId } from '../../tests/support/sample-archive.ts';
import { createSite } from './site.ts';

let ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends) await end();
  ends = [];
});

async function serve() {
  const newsroom: TestNewsroom = await openTestNewsroom();
  await loadSampleArchive(newsroom.database);
  const site = createSite(newsroom, 'https://daybook.example');
  const server = createServer((asked, response) => void site.handle(asked, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  ends.push(async () => {
    await new Promise((closed) => server.close(closed));
    await newsroom.close();
  });
  const ask = (path: string, host = 'daybook.example') =>
    new Promise<{ status: number; location: string | null; robots: string | null; body: string }>(
      (answered, failed) => {
        const asked = request({ port, path, headers: { host }, agent: false }, (response) => {
          let body = '';
          response.setEncoding('utf8').on('data', (part: string) => (body += part));
          response.on('end', () =>
            answered({
              status: response.statusCode ?? 0,
              location: response.headers.location ?? null,
              robots: String(response.headers['x-robots-tag'] ?? '') || null,
              body,
            }),
          );
        });
        asked.on('error', failed).end();
      },
    );
  return { newsroom, ask, site };
}

test('an address of an old host leads to where it stands now; the same path asked of the site itself does not', async () => {
  const { ask } = await serve();
  for (let again = 0; again < 2; again += 1) {
    expect(await ask('/gorvan', 'courier.example')).toMatchObject({
      status: 301,
      location: 'https://daybook.example/gorvan',
    });
    expect((await ask('/gorvan')).status).toBe(200);
    expect(await ask('/ferry?id=3', 'old.example')).toMatchObject({
      status: 301,
      location: 'https://daybook.example/gorvan/background/the-ferry',
    });
    expect((await ask('/ferry?id=3')).status).toBe(404);
  }
});

test('a host that nothing stood at is answered as the site, until something has', async () => {
  const { ask, newsroom } = await serve();
  expect((await ask('/gorvan', 'another.example')).status).toBe(200);
  expect((await ask('/old', 'another.example')).status).toBe(404);
  const at = '2026-11-20T09:00:00.000Z';
  await newsroom.database.write(async (tx) => {
    const target = { pieceId: pieceId('background/the-ferry') };
    await insertRedirects(tx, 'gorvan', [{ source: '//another.example/old', target }], at);
    await recordChanges(tx, at, ['publication:gorvan']);
  });
  expect((await ask('/old', 'another.example')).status).toBe(301);
  expect((await ask('/gorvan', 'another.example')).status).toBe(200);
});

test('a query of another system is looked up; any other is ignored, and none of them fills the page cache', async () => {
  const { ask, site } = await serve();
  expect(await ask('/gorvan/?p=12')).toMatchObject({ status: 301, location: '/gorvan/background/the-ferry' });
  const page = await ask('/gorvan/articles?utm_source=mail');
  expect(page.status).toBe(200);
  expect(site.cache.lookUp('/gorvan/articles')).toBeDefined();
  expect(site.cache.lookUp('/gorvan/articles?utm_source=mail')).toBeUndefined();
  expect(site.cache.lookUp('/gorvan/?p=12')).toBeUndefined();
});

test('what follows the day is made anew when the day changes, and nothing else is', async () => {
  const { newsroom, ask, site } = await serve();
  newsroom.clock.set('2017-02-02T20:00:00Z');
  await site.cache.catchUp();
  expect((await ask('/gorvan/talks')).body).toContain('To come');
  await ask('/gorvan/articles');
  newsroom.clock.set('2017-02-03T01:00:00Z');
  await site.cache.catchUp();
  expect(site.cache.lookUp('/gorvan/articles')).toBeDefined();
  expect((await ask('/gorvan/talks')).body).toContain('Past talks');
});

test('what is not listed tells robots so in a header, pages and feeds alike', async () => {
  const { ask } = await serve();
  for (const path of ['/gorvan', '/gorvan/rss.xml', '/gorvan/background/the-ferry', '/gorvan/nothing'])
    expect([path, (await ask(path)).robots]).toEqual([path, 'noindex']);
  expect((await ask('/')).robots).toBeNull();
});

test('a search is made for who asks: the page cache keeps none', async () => {
  const { ask, site, newsroom } = await serve();
  await indexPending(newsroom.database);
  const paths = ['/search?q=ferry', '/search?q=fery', '/search/rss.xml?q=ferry', '/search.json?q=ferry'];
  for (const path of paths.map((each) => `/gorvan${each}`)) {
    expect((await ask(path)).status).toBe(200);
    expect(site.cache.lookUp(path)).toBeUndefined();
    expect(site.cache.lookUp(path.split('?')[0] ?? '')).toBeUndefined();
  }
});

test('a page that is not there looks for the words of its address; still 404, and no such page is kept', async () => {
  const { ask, site, newsroom } = await serve();
  await indexPending(newsroom.database);
  const lost = await ask('/gorvan/articles/2016/08/20/ferry-sails');
  expect(lost.status).toBe(404);
  expect(lost.body).toContain('Perhaps you were looking for');
  expect(lost.body).toContain('href="/gorvan/articles/2016/08/19/the-ferry-sails-again"');
  expect(lost.body).toContain('name="q" value="ferry sails"');
  const shown = /<section class="found">.*?<\/section>/u.exec(lost.body)?.[0] ?? '';
  expect(shown.match(/<h3/gu)?.length).toBeLessThanOrEqual(5);
  for (let n = 0; n < 20; n += 1) await ask(`/gorvan/ferry-${n}-of-a-stranger`);
  expect(site.cache.lookUp('/gorvan/articles/2016/08/20/ferry-sails')).toBeUndefined();
  expect(site.cache.lookUp('/gorvan/ferry-3-of-a-stranger')).toBeUndefined();
  const hostile = await ask('/gorvan/%22%3E%3Cscript%3Ealert-ferry');
  expect(hostile.body).not.toMatch(/<script(?! type="application)/u);
  const probe = await ask('/gorvan/ferry.php');
  expect([probe.status, probe.body.includes('Perhaps')]).toEqual([404, false]);
});

test('what is not found is searched among the pieces of its own language, and never among what is not live', async () => {
  const { ask, newsroom } = await serve();
  await indexPending(newsroom.database);
  const arabic = await ask(`/gorvan/ar/${encodeURIComponent('العبارة')}`);
  expect(arabic.body).toContain('العبّارة تبحر من جديد');
  expect((await ask('/gorvan/never-out')).body).not.toContain('articles/2016/09/01/draft');
});

test('a piece that was withdrawn says so and why at its address, and is in no list, feed, search or sitemap', async () => {
  const { newsroom, ask, site } = await serve();
  const path = 'articles/2016/08/19/the-ferry-sails-again';
  const rest = ['/gorvan/articles', '/gorvan/rss.xml', '/gorvan/ferries', '/gorvan', '/gorvan/search?q=ferry'];
  await indexPending(newsroom.database);
  const title = /<h1[^>]*>([^<]+)/u.exec((await ask(`/gorvan/${path}`)).body)?.[1] ?? '';
  for (const each of rest) expect([each, (await ask(each)).body.includes(path)]).toEqual([each, true]);

  await withdrawPiece(newsroom, pieceId(path), { note: 'It rests on a forged letter.', by: 'Mara Quist' });
  await site.cache.catchUp();
  await indexPending(newsroom.database);
  const gone = await ask(`/gorvan/${path}`);
  expect(gone.status).toBe(410);
  expect(gone.body).toContain('It rests on a forged letter.');
  expect(gone.body).not.toContain(title);
  for (const each of rest) expect([each, (await ask(each)).body.includes(path)]).toEqual([each, false]);
});
