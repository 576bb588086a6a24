import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { HttpOutcome } from '#platform/http/http-client.ts';
import { findWires } from '#wires/wires.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

const list = '<html><body><ul><li><a href="/1">The bridge is closed</a></li><li>Nothing</li></ul></body></html>';
let desk: TestDesk;
let asked: string[] = [];
beforeEach(async () => {
  asked = [];
  const http = {
    get: async (url: string): Promise<HttpOutcome> => {
      asked.push(url);
      if (!url.endsWith('/news')) return { kind: 'failed', reason: 'it answered with 404' } as HttpOutcome;
      return {
        kind: 'ok',
        url,
        status: 200,
        body: Buffer.from(list),
        headers: { 'content-type': 'text/html' },
        redirectedPermanentlyTo: null,
      } as HttpOutcome;
    },
  };
  desk = await openTestDesk({ http });
});
afterEach(() => desk.close());

const folder = { kind: 'folder', outlet: 'Halyard', folder: 'halyard', url: '', lang: '', publications: 'belisar' };
const wires = async () => findWires(desk.newsroom.database.read);

test('a folder becomes a wire, and is made beside the data for nobody else to read', async () => {
  expect((await desk.post('/desk/wires', { ...folder, visibility: 'private' })).status).toBe(303);
  expect(await wires()).toMatchObject([
    { kind: 'folder', url: 'folder:halyard', outlet: 'Halyard', visibility: 'private', intervalMinutes: 1 },
  ]);
  const made = await stat(join(desk.newsroom.config.data, 'inbox/halyard'));
  expect([made.isDirectory(), made.mode & 0o777]).toEqual([true, 0o700]);
  const page = await (await desk.get('/desk/wires')).text();
  expect(page).toContain('inbox/halyard');
  const again = await desk.post('/desk/wires', folder);
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('A wire has this folder already.')]);
});

test('a folder elsewhere on the machine cannot be named', async () => {
  for (const name of ['../../etc', '/etc', 'a/b', '']) {
    const response = await desk.post('/desk/wires', { ...folder, folder: name });
    expect([response.status, await response.text()]).toEqual([
      422,
      expect.stringContaining('Name it by small letters'),
    ]);
  }
  expect(await wires()).toEqual([]);
});

const page = {
  kind: 'page',
  outlet: 'Port office',
  url: 'https://port.example/news',
  item: 'li',
  publications: 'belisar',
};

test('what a page gives is shown before it is added, and names no outlet yet', async () => {
  const response = await desk.post('/desk/wires', { ...page, outlet: '', publications: '', look: 'yes' });
  const text = (await response.text()).replace(/<[^>]+>/gu, '');
  expect(response.status).toBe(200);
  expect(text).toContain('One item found. The wire is not added yet.');
  expect(text).toContain('The bridge is closed https://port.example/1');
  expect(text).toContain('Left out: item 2 (it has no link)');
  expect(await wires()).toEqual([]);
});

test('a page becomes a wire with its selectors, once it gives something', async () => {
  const none = await desk.post('/desk/wires', { ...page, item: 'article' });
  expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('selects nothing')]);
  const away = await desk.post('/desk/wires', { ...page, url: 'https://port.example/gone' });
  expect([away.status, await away.text()]).toEqual([422, expect.stringContaining('It answered with 404')]);
  expect(await wires()).toEqual([]);
  expect((await desk.post('/desk/wires', { ...page, link: 'a' })).status).toBe(303);
  expect(await wires()).toMatchObject([
    { kind: 'page', url: page.url, selectors: { item: 'li', title: '', link: 'a', date: '' } },
  ]);
});

test('a page that is not public is not looked at', async () => {
  const guarded = await openTestDesk();
  try {
    for (const url of ['http://127.0.0.1:9/', 'http://[::1]/', 'http://169.254.169.254/latest']) {
      const response = await guarded.post('/desk/wires', { ...page, url, look: 'yes' });
      expect([url, response.status]).toEqual([url, 422]);
      expect(await response.text()).toMatch(/<p class="wrong" role="alert">[^<]*(?:private|address)/iu);
    }
  } finally {
    await guarded.close();
  }
});
