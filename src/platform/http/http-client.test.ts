import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpClient, type HttpClient } from './http-client.ts';
import { privateUrls } from './private-urls.ts';

const bomb = gzipSync(Buffer.alloc(50_000_000));
let requests: { url: string; headers: Record<string, unknown> }[] = [];
let origin = '';
let other = '';

const answer: RequestListener = (request, response) => {
  const url = request.url ?? '';
  requests.push({ url, headers: request.headers });
  const redirect = (status: number, location: string) => response.writeHead(status, { location }).end('moved');
  if (url === '/feed') {
    if (request.headers['if-none-match'] === '"v1"') return response.writeHead(304).end();
    return response.writeHead(200, { 'content-type': 'text/xml', etag: '"v1"' }).end('<rss/>');
  }
  if (url === '/gzip') return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed text'));
  if (url === '/gzip-cut') {
    return response
      .writeHead(200, { 'content-encoding': 'gzip' })
      .end(gzipSync('packed text'.repeat(9000)).subarray(0, 60));
  }
  if (url === '/gzip-lie') return response.writeHead(200, { 'content-encoding': 'gzip' }).end('not packed at all');
  if (url === '/odd-encoding') return response.writeHead(200, { 'content-encoding': 'rot13' }).end('grkg');
  if (url === '/bomb') return response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
  if (url === '/endless') {
    const write = (): void => {
      while (response.write(Buffer.alloc(65_536))) if (response.destroyed) return;
      response.once('drain', write);
    };
    return write();
  }
  if (url === '/drip') {
    const timer = setInterval(() => response.write('.'), 10);
    response.on('close', () => clearInterval(timer));
    return;
  }
  if (url === '/silent') return;
  if (url === '/cut') {
    response.writeHead(200, { 'content-length': '100' }).write('only this');
    setTimeout(() => response.destroy(), 20);
    return;
  }
  if (url === '/moved') return redirect(301, '/moved-again');
  if (url === '/moved-again') return redirect(302, '/feed');
  if (url === '/moved-for-good') return redirect(308, '/feed');
  if (url === '/to-private') return redirect(302, `${other}/secret`);
  if (url === '/to-metadata') return redirect(302, 'http://169.254.169.254/latest/meta-data/');
  if (url === '/to-decimal') return redirect(302, 'http://2130706433/');
  if (url === '/to-file') return redirect(302, 'file:///etc/passwd');
  if (url === '/round') return redirect(302, '/round');
  if (url === '/busy') return response.writeHead(503, { 'retry-after': '120' }).end();
  if (url === '/busy-until') {
    return response
      .writeHead(429, { date: 'Tue, 03 Nov 2026 06:00:00 GMT', 'retry-after': 'Tue, 03 Nov 2026 06:01:00 GMT' })
      .end();
  }
  response.writeHead(410).end();
};

describe('the http client', () => {
  const servers: Server[] = [];
  let client: HttpClient & { close(): Promise<void> };
  let connections = 0;

  const listen = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    server.on('connection', (_socket: Socket) => {
      connections += 1;
    });
    servers.push(server);
    await new Promise((resolve) => server.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  beforeAll(async () => {
    origin = await listen(answer);
    other = await listen(answer);
    client = createHttpClient({ userAgent: 'Daybook-test', allowPrivateAddresses: [origin.slice(7)] });
  });
  afterAll(async () => {
    for (const server of servers) server.closeAllConnections();
    await client.close();
    for (const server of servers) server.close();
  });

  test('fetches a page with its final address, headers and body', async () => {
    const outcome = await client.get(`${origin}/feed`, { accept: 'application/rss+xml' });
    expect(outcome).toMatchObject({ kind: 'ok', status: 200, url: `${origin}/feed`, redirectedPermanentlyTo: null });
    if (outcome.kind !== 'ok') throw new Error(outcome.kind);
    expect(new TextDecoder().decode(outcome.body)).toBe('<rss/>');
    expect(outcome.headers['content-type']).toBe('text/xml');
    expect(requests.at(-1)?.headers).toMatchObject({ 'user-agent': 'Daybook-test', accept: 'application/rss+xml' });
  });

  test('sends what it knows of the last version and hears that nothing changed', async () => {
    const wanted = { etag: '"v1"', lastModified: 'Tue, 03 Nov 2026 06:00:00 GMT' };
    expect(await client.get(`${origin}/feed`, wanted)).toEqual({ kind: 'not-modified' });
    expect(requests.at(-1)?.headers['if-modified-since']).toBe('Tue, 03 Nov 2026 06:00:00 GMT');
  });

  test('unpacks, also what was cut off, and says so when it cannot', async () => {
    const read = async (path: string) => {
      const outcome = await client.get(origin + path);
      return outcome.kind === 'ok' ? new TextDecoder().decode(outcome.body) : outcome.kind;
    };
    expect(await read('/gzip')).toBe('packed text');
    expect(await read('/gzip-cut')).toMatch(/^packed text/);
    expect(await read('/gzip-lie')).toBe('failed');
    expect(await client.get(`${origin}/odd-encoding`)).toEqual({ kind: 'failed', reason: 'content encoding rot13' });
  });

  test('stops at the limit of a bomb and of an endless body', async () => {
    for (const path of ['/bomb', '/endless']) {
      const outcome = await client.get(origin + path, { maxBytes: 200_000 });
      expect(outcome).toEqual({ kind: 'too-large', limitBytes: 200_000 });
    }
  });

  test('gives up at the deadline on a dripping and on a silent server', async () => {
    for (const path of ['/drip', '/silent']) {
      expect(await client.get(origin + path, { timeoutMs: 150 })).toEqual({ kind: 'timed-out', timeoutMs: 150 });
    }
  });

  test('stops when the caller does', async () => {
    const outcome = client.get(`${origin}/silent`, { signal: AbortSignal.timeout(30) });
    expect(await outcome).toEqual({ kind: 'failed', reason: 'stopped by the caller' });
  });

  test('reports a body that ended early and a server that is not there', async () => {
    expect(await client.get(`${origin}/cut`)).toMatchObject({ kind: 'failed' });
    const gone = createHttpClient({ userAgent: 'Daybook-test', allowPrivateAddresses: ['127.0.0.1:1'] });
    expect(await gone.get('http://127.0.0.1:1/')).toMatchObject({ kind: 'failed' });
  });

  test('follows redirects and tells a move for good from one for now', async () => {
    expect(await client.get(`${origin}/moved`)).toMatchObject({
      kind: 'ok',
      url: `${origin}/feed`,
      redirectedPermanentlyTo: `${origin}/moved-again`,
    });
    expect(await client.get(`${origin}/moved-for-good`)).toMatchObject({ redirectedPermanentlyTo: `${origin}/feed` });
    expect(await client.get(`${origin}/round`)).toEqual({ kind: 'refused', reason: 'more than 5 redirects' });
  });

  test('never follows a redirect into a private network or out of the web', async () => {
    requests = [];
    for (const path of ['/to-private', '/to-metadata', '/to-decimal', '/to-file']) {
      expect((await client.get(origin + path)).kind, path).toBe('refused');
    }
    expect(requests.map(({ url }) => url)).not.toContain('/secret');
  });

  test('says when a busy server wants to be asked again', async () => {
    expect(await client.get(`${origin}/busy`)).toMatchObject({ kind: 'failed', status: 503, retryAfterMs: 120_000 });
    expect(await client.get(`${origin}/busy-until`)).toMatchObject({ status: 429, retryAfterMs: 60_000 });
    expect(await client.get(`${origin}/gone`)).toEqual({ kind: 'failed', status: 410, reason: 'status 410' });
  });

  test('refuses every private address without connecting, also by proxy', async () => {
    expect(privateUrls.length).toBeGreaterThanOrEqual(50);
    const port = other.split(':').at(-1) ?? '';
    const before = connections;
    const proxied = createHttpClient({ userAgent: 'Daybook-test', proxyUrl: other });
    for (const url of [...privateUrls, `http://127.0.0.1:${port}/`, `http://localhost:${port}/`]) {
      expect((await client.get(url)).kind, url).toBe('refused');
      expect((await proxied.get(url)).kind, url).toBe('refused');
    }
    expect(connections).toBe(before);
    await proxied.close();
  });
});
