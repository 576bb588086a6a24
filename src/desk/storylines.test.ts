import { placeReports } from '#developments/developments.ts';
import { findPublication } from '#publications/publications.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addReport } from '../../tests/support/fixtures.ts';
import { day, openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  const { database } = desk.newsroom;
  const publication = await findPublication(database.read, 'belisar');
  if (!publication) throw new Error('no publication');
  const told = [
    ['2026-11-12', 'Ferry Marwa sinks at Tal Amrin', 'The ferry Marwa sank at Tal Amrin, and nine people were killed.'],
    [day, 'Ferry Marwa: toll at Tal Amrin rises', 'The death toll of the ferry Marwa at Tal Amrin rose to 12.'],
    [day, 'Postmaster opens second counter', 'A second counter opened at the post office of the upper town.'],
  ] as const;
  for (const [n, [on, title, body]] of told.entries())
    await addReport(database, publication, { externalId: `m${n}`, title, body, reportedAt: `${on}T07:00:00.000Z` });
  await placeReports(desk.newsroom, publication);
});
afterAll(() => desk.close());

const page = async (path: string): Promise<string> => {
  const response = await desk.get(path);
  expect(response.status).toBe(200);
  return response.text();
};
const storylineOf = async (headline: string): Promise<string> => {
  const list = await page(`/desk/belisar/${day}`);
  const from = list.indexOf(`>${headline}</h2>`);
  expect(from).toBeGreaterThan(0);
  return /storylines\/(sl_\w+)/u.exec(list.slice(from))?.[1] ?? '';
};

test('the day says what a development goes on from, on which day, and what changed', async () => {
  const html = await page(`/desk/belisar/${day}`);
  expect(html).toContain('Ferry Marwa sinks at Tal Amrin</bdi></a><span class="soft">, day 2');
  expect(html).toMatch(/Killed: 12 \(Gorvan Courier, today\), up from 9 \(Gorvan Courier, 12\sNovember\)\./u);
  expect(html).toMatch(/<dt>\+1\.5<\/dt><dd>something changed<\/dd>/u);
});

test('a storyline is named, followed, taken apart and put together', async () => {
  const id = await storylineOf('Ferry Marwa: toll at Tal Amrin rises');
  const path = `/desk/belisar/storylines/${id}`;
  const hostile = '<b>The Marwa</b> & “her” dead ‮';
  expect((await desk.post(`${path}/name`, { name: hostile })).status).toBe(303);
  expect((await desk.post(`${path}/follow`, {})).status).toBe(303);
  expect(await page('/desk/belisar/storylines')).toContain('&lt;b&gt;The Marwa&lt;/b&gt; &amp; “her” dead');
  const whole = await page(path);
  expect(whole).toContain('Two developments, followed.');
  expect(whole).toMatch(/Killed<\/dt>.*<b>9<\/b>.*<b>12<\/b>/su);
  expect(await page(`/desk/belisar/${day}`)).toContain('of a storyline that you follow');

  const [, second] = [...whole.matchAll(/name="development" value="([^"]+)"/gu)].map(([, value]) => value ?? '');
  const out = await desk.post(`${path}/take-out`, { development: second ?? '' });
  expect(out.headers.get('location')).toBe(`${path}?said=done`);
  expect(await page(path)).toContain('One development, followed.');
  const nothing = await desk.post(`${path}/take-out`, {});
  expect(nothing.headers.get('location')).toBe(`${path}?said=none`);

  const post = await storylineOf('Postmaster opens second counter');
  const merged = await desk.post(`/desk/belisar/storylines/${post}/merge`, { into: id });
  expect(merged.headers.get('location')).toBe(`${path}?said=done`);
  expect(await page(path)).toContain('Two developments, followed.');
  expect((await desk.get(`/desk/belisar/storylines/${post}`)).status).toBe(404);
  expect((await desk.post(`${path}/shout`, {})).status).toBe(404);
});
