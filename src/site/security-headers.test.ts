import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { openTestNewsroom } from '../../tests/support/test-newsroom.ts';
import { loadSampleArchive } from '../../tests/support/sample-archive.ts';
import { createSite } from './site.ts';

let ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends) await end();
  ends = [];
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

async function serve(origin = 'https://daybook.example') {
  const newsroom = await openTestNewsroom();
  await loadSampleArchive(newsroom.database);
  const site = createSite(newsroom, origin);
  const server = createServer((asked, response) => void site.handle(asked, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  ends.push(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await newsroom.close();
  });
  const ask = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
    new Promise<Answer>((answered, failed) => {
      const sent = { host: 'daybook.example', ...headers };
      const asked = request({ port, path, method, headers: sent, agent: false }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.on('end', () => answered({ status: response.statusCode ?? 0, headers: response.headers, body }));
      });
      asked.on('error', failed).end();
    });
  return { newsroom, ask, port };
}

test('every answer says what it is, and that it is not to be guessed, framed, or asked for without TLS', async () => {
  const { ask } = await serve();
  const home = await ask('/gorvan');
  const sheet = /rel="stylesheet" href="https:\/\/daybook\.example([^"]+)"|rel="stylesheet" href="([^"]+)"/u.exec(
    home.body,
  );
  const asked: [string, string, number][] = [
    ['/', 'GET', 200],
    ['/gorvan', 'GET', 200],
    ['/gorvan', 'HEAD', 200],
    ['/gorvan/background/the-ferry', 'GET', 200],
    ['/gorvan/background/the-ferry.txt', 'GET', 200],
    ['/gorvan/rss.xml', 'GET', 200],
    ['/gorvan/feed.json', 'GET', 200],
    ['/gorvan/search?q=ferry', 'GET', 200],
    ['/gorvan/suggest', 'GET', 200],
    ['/robots.txt', 'GET', 200],
    ['/sitemap.xml', 'GET', 200],
    [sheet?.[1] ?? sheet?.[2] ?? '', 'GET', 200],
    ['/assets/none.css', 'GET', 404],
    ['/assets/', 'GET', 404],
    ['/media', 'GET', 404],
    ['/.git/config', 'GET', 404],
    ['/package.json', 'GET', 404],
    [`/media/${'0'.repeat(64)}.webp`, 'GET', 404],
    ['/not/here', 'GET', 404],
    ['/gorvan/', 'GET', 301],
    ['/gorvan', 'POST', 405],
    ['/gorvan', 'TRACE', 405],
    ['/gorvan/suggest', 'DELETE', 405],
  ];
  for (const [path, method, status] of asked) {
    const { headers, body, ...rest } = await ask(path, method);
    const what = `${method} ${path}`;
    expect([what, rest.status]).toEqual([what, status]);
    for (const part of ["default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"])
      expect([what, headers['content-security-policy']]).toEqual([what, expect.stringContaining(part)]);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/u);
    expect({ what, ...headers }).toMatchObject({
      what,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
    });
    // Nothing is answered to the script of another site, and nothing is remembered of who asks.
    expect([what, headers['access-control-allow-origin'], headers['set-cookie']]).toEqual([what, undefined, undefined]);
    if (body === '') continue;
    const type = headers['content-type'] ?? '';
    expect([what, type]).toEqual([what, expect.stringMatching(/; charset=utf-8$|^image\//u)]);
  }
  // A page that a browser has already.
  const kept = await ask('/gorvan', 'GET', { 'if-none-match': String(home.headers.etag) });
  expect([kept.status, kept.headers['strict-transport-security']]).toEqual([304, 'max-age=31536000']);
});

test('an origin without TLS asks for no TLS', async () => {
  const { ask } = await serve('http://daybook.example');
  expect((await ask('/gorvan')).headers['strict-transport-security']).toBeUndefined();
});

test('a fault of ours says so in general words, and not what it was', async () => {
  const { newsroom, ask } = await serve();
  await newsroom.database.write((tx) => sql`alter table publications rename to gone_away`.execute(tx));
  const { status, headers, body } = await ask('/gorvan');
  expect([status, headers['x-content-type-options'], headers['content-type']]).toEqual([
    503,
    'nosniff',
    'text/html; charset=utf-8',
  ]);
  expect(body).not.toMatch(/no such table|select |\.ts:|SQLITE|gone_away/iu);
});

test('what a proxy is said to have seen changes no answer', async () => {
  const { ask } = await serve();
  const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', 'x-forwarded-for': '10.0.0.1' };
  expect((await ask('/gorvan', 'GET', forged)).body).toBe((await ask('/gorvan')).body);
  expect((await ask('/gorvan/', 'GET', forged)).headers.location).toBe((await ask('/gorvan/')).headers.location);
});

test('a request whose end is told in two ways is refused, and what follows it is no request', async () => {
  const { port } = await serve();
  const said = await new Promise<string>((answered, failed) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        'POST /gorvan HTTP/1.1\r\nHost: daybook.example\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /gorvan HTTP/1.1\r\nHost: daybook.example\r\n\r\n',
      ),
    );
    socket.setEncoding('utf8').on('data', (part: string) => (text += part));
    socket.on('error', failed).on('close', () => answered(text));
  });
  expect(said).toMatch(/^HTTP\/1\.1 400 /u);
  expect(said).not.toContain(' 200 ');
});

test('a parameter that is given twice counts once', async () => {
  const { ask } = await serve();
  const page = async (query: string) => (await ask(`/gorvan/search?${query}`)).body.replaceAll(/[?&]q=[^"]*/gu, '');
  expect(await page('q=ferry&q=zzyzzx')).toBe(await page('q=ferry'));
  expect((await ask('/gorvan?page=1&page=9999')).body).toBe((await ask('/gorvan?page=1')).body);
});

test('of what is kept, pictures go out and nothing else', async () => {
  const { newsroom, ask } = await serve();
  for (const kept of ['<!doctype html><script>alert(1)</script>', 'A report that nobody published.', '#!/bin/sh']) {
    const name = await newsroom.blobs.put(Buffer.from(kept));
    const { status, body } = await ask(`/media/${name}.webp`);
    expect([status, body]).toEqual([404, '']);
  }
});
