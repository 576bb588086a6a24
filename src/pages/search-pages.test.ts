import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { indexPending } from '#search/search.ts';
import { loadSampleArchive } from '../../tests/support/sample-archive.ts';
import { openTestNewsroom, type TestNewsroom } from '../../tests/support/test-newsroom.ts';
import { sampleSite } from './sample-views.ts';
import { renderPath } from './render-path.ts';

let newsroom: TestNewsroom;
beforeEach(async () => {
  newsroom = await openTestNewsroom();
  await loadSampleArchive(newsroom.database);
  await indexPending(newsroom.database);
});
afterEach(() => newsroom.close());

const ask = (path: string) => renderPath(newsroom.database.read, sampleSite, path);

test('a search says how many were found, and marks the words where they stand', async () => {
  const { status, body, noindex } = await ask('/gorvan/search?q=ferry+sails');
  expect([status, noindex]).toEqual([200, true]);
  expect(body).toMatch(/<b>[^<]+ results?<\/b>/u);
  expect(body).toContain('The <mark>Ferry</mark> <mark>Sails</mark> Again');
  expect(body).toContain('href="/gorvan/articles/2016/08/19/the-ferry-sails-again"');
  expect(body).not.toContain('rel="canonical"');
});

test('the form holds what was asked, and its filters', async () => {
  const { body } = await ask('/gorvan/search?q=ferry&kind=article&topic=harbour&from=2016-08-01&order=newest');
  expect(body).toContain('value="ferry"');
  expect(body).toContain('<option value="article" selected="">');
  expect(body).toContain('<option value="harbour" selected="">');
  expect(body).toContain('value="2016-08-01"');
  expect(body).toContain('<details open="">');
});

test('the form alone is a page of record, with a hint; and every page has the way to it', async () => {
  const { body } = await ask('/gorvan/search');
  expect(body).toContain('rel="canonical" href="https://daybook.example/gorvan/search"');
  expect(body).toContain('what you look for is not recorded');
  expect((await ask('/gorvan')).body).toContain('action="/gorvan/search"');
  expect((await ask('/gorvan/ar')).body).toContain('action="/gorvan/ar/search"');
});

test('an empty result says so, offers another spelling where there is one, and a search without filters', async () => {
  const typo = await ask('/gorvan/search?q=harbuor+office');
  expect(typo.body).toContain('<a href="/gorvan/search?q=harbour+office">harbour office</a>');
  const none = await ask('/gorvan/search?q=zzyzzx');
  expect(none.body).toContain('Nothing was found for');
  const filtered = await ask('/gorvan/search?q=ferry&from=2030-01-01');
  expect(filtered.body).toContain('<a href="/gorvan/search?q=ferry">Search without the filters</a>');
});

test('Arabic pages search Arabic pieces, in Arabic', async () => {
  const { body } = await ask(`/gorvan/ar/search?q=${encodeURIComponent('عبارة')}`);
  expect(body).toContain('dir="rtl"');
  expect(body).toContain('<mark>العبّارة</mark>');
  expect(body).toContain('نتيجة واحدة');
});

test('what was typed is shown as text, whatever it is', async () => {
  for (const typed of ['"><script>alert(1)</script>', "' onfocus='x", '\u202e</title>', 'a'.repeat(10_000)]) {
    const { status, body } = await ask(`/gorvan/search?q=${encodeURIComponent(typed)}`);
    expect(status).toBe(200);
    expect(body).not.toContain('<script>');
    expect(body).not.toContain('\u202e');
    expect(body.length).toBeLessThan(30_000);
  }
});

test('what was found is a feed too, newest first, and valid', async () => {
  const rss = parseRssFeed((await ask('/gorvan/search/rss.xml?q=ferry')).body);
  expect(rss.title).toBe('Gorvan Courier: “ferry”');
  expect(rss.items?.length).toBeGreaterThan(1);
  const atom = parseAtomFeed((await ask('/gorvan/search/atom.xml?q=ferry&kind=article')).body);
  expect(atom.id).toBe('https://daybook.example/gorvan/search/atom.xml?q=ferry&kind=article');
  const json = parseJsonFeed((await ask('/gorvan/search/feed.json?q=zzyzzx')).body);
  expect(json.items ?? []).toEqual([]);
});

test('a page that is not there offers to search, once', async () => {
  const { status, body } = await ask('/gorvan/nothing-here');
  expect(status).toBe(404);
  expect(body.match(/role="search"/gu)).toHaveLength(1);
  expect(body.indexOf('role="search"')).toBeLessThan(body.indexOf('</main>'));
});

test('what was found is data too', async () => {
  const { status, contentType, body } = await ask('/gorvan/search.json?q=ferry+sails');
  expect([status, contentType]).toEqual([200, 'application/json; charset=utf-8']);
  const { asked, matched, pieces } = JSON.parse(body);
  expect([asked.q, matched]).toEqual(['ferry sails', 'all']);
  const addresses = pieces.map(({ url }: { url: string }) => url);
  expect(addresses).toContain(`${sampleSite.origin}/gorvan/articles/2016/08/19/the-ferry-sails-again`);
});
