import { findPublication, type Publication, savePublication, type StoryName } from '#publications/publications.ts';
import { beginWithdrawal } from '#withdrawals/withdrawals.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../tests/support/test-desk.ts';
import { entryOf } from './name-deeds.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  await savedAs({ languages: ['en', 'ar'] });
});
afterAll(() => desk.close());

const path = '/desk/belisar/settings/names';
const harbour = {
  kind: 'group',
  'name.en': 'Harbour Watch',
  'name.ar': 'مرصد المرفأ',
  also: 'HW\nThe Harbour Watch',
  avoid: 'Harbor Watch',
  'descriptor.en': 'a monitor in Belisar',
};

async function standing(): Promise<Publication> {
  const publication = await findPublication(desk.newsroom.database.read, 'belisar');
  if (!publication) throw new Error('no publication');
  return publication;
}

async function savedAs(given: Partial<Publication>): Promise<void> {
  const publication = await standing();
  await desk.newsroom.database.write((tx) =>
    savePublication(tx, { ...publication, ...given }, '2026-11-20T12:00:00.000Z'),
  );
}

async function refused(to: string, typed: Record<string, string>): Promise<string[]> {
  const before = await standing();
  const response = await desk.post(to, typed);
  expect(response.status).toBe(422);
  expect(await standing()).toEqual(before);
  return [...(await response.text()).matchAll(/<p class="wrong"[^>]*>([^<]+)</gu)].map(([, words = '']) => words);
}

test('without a name the page says what the list is for', async () => {
  expect(await (await desk.get(path)).text()).toContain('There is no name yet');
});

test('a name is added with its spellings in every language, what is not written here, and what readers are told', async () => {
  expect((await desk.post(path, harbour)).headers.get('location')).toBe(`${path}?said=add`);
  expect((await standing()).names).toEqual([
    {
      kind: 'group',
      name: { en: 'Harbour Watch', ar: 'مرصد المرفأ' },
      also: ['HW', 'The Harbour Watch'],
      avoid: ['Harbor Watch'],
      descriptor: { en: 'a monitor in Belisar' },
    },
  ]);
});

test('what is wrong is said beside its field, and what was typed stays', async () => {
  expect(await refused(path, { kind: 'group' })).toEqual(['Say how it is written here.']);
  expect(await refused(path, harbour)).toEqual(['It is in the list already.']);
  expect(await refused(path, { kind: 'planet', 'name.en': 'X' })).toEqual(['Choose one.']);
  expect(await refused(path, { kind: 'term', 'name.en': 'The Mole', avoid: 'The Mole' })).toEqual([
    '“The Mole” is how it is written here.',
  ]);
  const response = await desk.post(path, { kind: 'term', 'name.en': 'م'.repeat(501) });
  expect(await response.text()).toContain('This is longer than 500 characters.');
});

test('a list is searched by any spelling', async () => {
  await desk.post(path, { kind: 'place', 'name.en': 'Tal Amrin' });
  const found = await (await desk.get(`${path}?q=${encodeURIComponent('مرصد')}`)).text();
  expect(found).toContain('Harbour Watch');
  expect(found).not.toContain('Tal Amrin');
  // No word of how it is stored.
  expect(await (await desk.get(`${path}?q=descriptor`)).text()).toContain('No names');
});

test('an entry is changed as it was seen: who comes late is told, and keeps what they wrote', async () => {
  const entry = entryOf((await standing()).names[0] as StoryName);
  expect((await desk.post(`${path}/${entry}/save`, { ...harbour, also: '' })).status).toBe(303);
  expect((await standing()).names[0]).not.toHaveProperty('also');
  const late = await desk.post(`${path}/${entry}/save`, { ...harbour, also: 'Theirs' });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('Theirs');
  expect((await standing()).names[0]).not.toHaveProperty('also');
  expect((await desk.post(`${path}/${entry}/delete`, {})).status).toBe(409);
});

test('a withdrawn name is not kept, and who added it is told so', async () => {
  const { database } = desk.newsroom;
  await database.write((tx) =>
    beginWithdrawal(tx, { names: ['Oona Firth'], by: 'terminal' }, '2026-11-20T12:00:00.000Z'),
  );
  const added = await desk.post(path, { kind: 'person', 'name.en': 'Oona Firth' });
  expect(added.headers.get('location')).toBe(`${path}?said=withdrawn`);
  expect(JSON.stringify(await standing())).not.toContain('Oona');
});

test('an entry is deleted', async () => {
  const entry = entryOf((await standing()).names[0] as StoryName);
  expect((await desk.post(`${path}/${entry}/delete`, { q: 'harbour' })).headers.get('location')).toBe(
    `${path}?said=delete&q=harbour`,
  );
  expect((await standing()).names).toHaveLength(1);
});
