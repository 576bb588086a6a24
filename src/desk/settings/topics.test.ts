import { findLatestDeeds } from '#platform/audit/audit-store.ts';
import { findPieces, findRevision, savePiece } from '#pieces/pieces.ts';
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

const path = '/desk/gorvan/settings/topics';

async function standing(): Promise<Publication> {
  const publication = await findPublication(desk.newsroom.database.read, 'gorvan');
  if (!publication) throw new Error('no publication');
  return publication;
}

const slugs = async (): Promise<string[]> => (await standing()).topics.map(({ slug }) => slug);
const base = async (): Promise<string> =>
  /name="base" value="([0-9a-f]+)"/u.exec(await (await desk.get(path)).text())?.[1] ?? '';
const act = async (topic: string, what: string, typed: Record<string, string> = {}) =>
  desk.post(`${path}/${topic}/${what}`, { base: await base(), ...typed });

/** What is said of the fields that were wrong; nothing was changed then. */
async function refused(send: () => Promise<Response>): Promise<string[]> {
  const before = await standing();
  const response = await send();
  expect(response.status).toBe(422);
  expect(await standing()).toEqual(before);
  return [...(await response.text()).matchAll(/<p class="wrong"[^>]*>([^<]+)</gu)].map(([, words = '']) => words);
}

test('the list says how many live pieces each topic has, in the readers’ order', async () => {
  const html = await (await desk.get(path)).text();
  expect(html).toContain('Two live pieces · /gorvan/harbour');
  expect(html.indexOf('/gorvan/ferries')).toBeLessThan(html.indexOf('/gorvan/harbour'));
  expect(html).toContain('lang="ar" dir="rtl"');
});

test('a topic is added at an address made of its name, or at a given one, where nothing else stands', async () => {
  expect((await desk.post(path, { 'name.en': 'The Long Mole', 'intro.en': 'Stone by stone.' })).status).toBe(303);
  expect((await standing()).topics.at(-1)).toEqual({
    slug: 'the-long-mole',
    name: { en: 'The Long Mole' },
    intro: { en: 'Stone by stone.' },
  });
  expect(await refused(() => desk.post(path, { 'name.en': ' ' }))).toHaveLength(2);
  for (const slug of ['harbour', 'articles', 'search', 'ar', 'fr', 'masthead', 'privacy', 'suggest'])
    expect(await refused(() => desk.post(path, { 'name.en': 'Another', slug }))).toEqual([
      expect.stringContaining(`Something else stands at /gorvan/${slug}`),
    ]);
});

test('names and what it covers are changed in every language; the address stays', async () => {
  const typed = { 'name.en': 'Boats', 'name.ar': 'القوارب', 'intro.en': 'Those that sail.' };
  expect((await act('ferries', 'save', typed)).status).toBe(303);
  expect((await standing()).topics[0]).toEqual({
    slug: 'ferries',
    name: { en: 'Boats', ar: 'القوارب' },
    intro: { en: 'Those that sail.' },
  });
  expect(await refused(() => act('ferries', 'save', { 'name.en': '' }))).toEqual(['A topic needs a name.']);
});

test('topics are put in another order, and no further than the ends', async () => {
  await act('the-long-mole', 'up');
  expect(await slugs()).toEqual(['ferries', 'the-long-mole', 'harbour']);
  await act('ferries', 'up');
  await act('harbour', 'down');
  expect(await slugs()).toEqual(['ferries', 'the-long-mole', 'harbour']);
});

test('who acts on a list that somebody else changed is told so, and nothing is done', async () => {
  const seen = await base();
  await act('the-long-mole', 'down');
  const late = await desk.post(`${path}/harbour/merge`, { base: seen, into: 'ferries' });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('somebody else changed the topics');
  expect(await slugs()).toEqual(['ferries', 'harbour', 'the-long-mole']);
});

test('a topic is deleted only when no piece, live or not, is filed under it', async () => {
  expect(await refused(() => act('harbour', 'delete'))).toEqual([expect.stringContaining('pieces are filed under it')]);
  const { read } = desk.newsroom.database;
  const [draft] = (await findPieces(read, 'gorvan', { kind: 'article', state: 'unpublished', limit: 1 })).filter(
    Boolean,
  );
  const revision = draft && (await findRevision(read, draft.id, draft.headRevision));
  if (!draft || !revision) throw new Error('the sample has no piece that is not live');
  const saved = (topics: string[], number: number) =>
    savePiece(desk.newsroom, draft.id, number, { ...revision.content, topics }, 'X');
  await saved(['the-long-mole'], draft.headRevision);
  expect(await refused(() => act('the-long-mole', 'delete'))).toEqual([
    'One piece is filed under it. Merge it into another topic.',
  ]);
  await saved([], draft.headRevision + 1);
  expect((await act('the-long-mole', 'delete')).status).toBe(303);
  expect(await slugs()).toEqual(['ferries', 'harbour']);
});

test('a topic becomes part of another, for good; the audit log says how many pieces moved, and no name', async () => {
  expect(await refused(() => act('harbour', 'merge', { into: 'harbour' }))).toHaveLength(1);
  expect(await refused(() => act('harbour', 'merge', { into: 'nowhere' }))).toHaveLength(1);
  expect((await act('harbour', 'merge', { into: 'ferries' })).status).toBe(303);
  expect(await slugs()).toEqual(['ferries']);
  expect((await standing()).merged).toEqual([{ kind: 'topic', from: 'harbour', into: 'ferries' }]);
  const [deed] = await findLatestDeeds(desk.newsroom.database.read, 1, null);
  expect(deed).toMatchObject({ action: 'settings changed', detail: { part: 'topics', merged: 2 } });
  const html = await (await desk.get(path)).text();
  expect(html).toContain('<code>/gorvan/harbour</code> leads to <code>/gorvan/ferries</code>');
  expect(await refused(() => desk.post(path, { 'name.en': 'Harbour' }))).toEqual([
    '/gorvan/harbour leads to ferries for good. Give another address.',
  ]);
  expect(await refused(() => act('ferries', 'delete'))).toEqual([expect.stringContaining('were merged into it')]);
});

test('a topic that there is not is not found', async () => {
  expect((await act('nowhere', 'delete')).status).toBe(404);
  expect((await act('ferries', 'paint')).status).toBe(404);
});
