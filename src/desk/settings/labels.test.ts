import { renderPath } from '#pages/pages.ts';
import { findPublication, type Publication } from '#publications/publications.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSampleArchive } from '../../../tests/support/sample-archive.ts';
import { openTestDesk, type TestDesk } from '../../../tests/support/test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  await loadSampleArchive(desk.newsroom.database);
});
afterAll(() => desk.close());

const path = '/desk/gorvan/settings/labels';
const article = '/gorvan/articles/2016/08/19/the-ferry-sails-again';

async function standing(): Promise<Publication> {
  const publication = await findPublication(desk.newsroom.database.read, 'gorvan');
  if (!publication) throw new Error('no publication');
  return publication;
}

async function readers(page: string): Promise<string> {
  const site = { origin: 'https://desk.example', networkName: 'Network', assets: { css: [] } };
  return (await renderPath(desk.newsroom.database.read, site, page)).body;
}

const base = async (): Promise<string> =>
  /name="base" value="([0-9a-f]+)"/u.exec(await (await desk.get(path)).text())?.[1] ?? '';
const act = async (label: string, what: string, typed: Record<string, string>) =>
  desk.post(`${path}/${label}/${what}`, { base: await base(), ...typed });

test('tags and categories are listed apart, with how many live pieces have them', async () => {
  const tags = await (await desk.get(path)).text();
  expect(tags).toContain('Eastern mole');
  expect(tags).toContain('One live piece');
  expect(tags).not.toContain('Reports');
  expect(await (await desk.get(`${path}?kind=category`)).text()).toContain('Reports');
  expect(await (await desk.get(`${path}?q=mole`)).text()).not.toContain('>Rain<');
});

test('a tag gets another name in each language, on its own page, in feeds and on the pieces that have it', async () => {
  expect((await act('tag/mole', 'rename', { 'name.en': 'The mole', 'name.ar': 'الرصيف' })).status).toBe(303);
  expect(await readers('/gorvan/tag/mole')).toContain('The mole');
  expect(await readers('/gorvan/tag/mole/rss.xml')).toContain('The mole');
  expect(await readers(article)).toContain('The mole</a>');
  expect(await readers(article)).not.toContain('Eastern mole</a>');
  expect((await act('tag/mole', 'rename', {})).status).toBe(303);
  expect((await standing()).labels).toEqual([]);
  expect(await readers(article)).toContain('Eastern mole</a>');
});

test('a tag becomes part of another that is named, once', async () => {
  for (const into of ['', 'rain', 'nowhere']) {
    const refused = await act('tag/rain', 'merge', { into });
    expect([into, refused.status, await refused.text()]).toEqual([
      into,
      422,
      expect.stringContaining('No other tag is called so.'),
    ]);
  }
  const seen = await base();
  expect((await act('tag/rain', 'merge', { into: 'eastern MOLE' })).status).toBe(303);
  expect((await standing()).merged).toEqual([{ kind: 'tag', from: 'rain', into: 'mole' }]);
  expect(await readers('/gorvan/tag/mole')).toContain('Eastern mole');
  expect((await desk.post(`${path}/tag/mole/rename`, { base: seen, 'name.en': 'X' })).status).toBe(409);
  expect((await act('tag/rain', 'merge', { into: 'mole' })).status).toBe(404);
});

test('a publication without tags is told where they come from', async () => {
  expect(await (await desk.get('/desk/belisar/settings/labels')).text()).toContain('No live piece has a tag');
});
