import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPublication, type Publication } from '#publications/publications.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSampleArchive } from '../../tests/support/sample-archive.ts';
import { openTestNewsroom, type TestNewsroom } from '../../tests/support/test-newsroom.ts';
import { UsageError } from './command.ts';
import { publicationProfile } from './publication.ts';

let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await openTestNewsroom();
  await loadSampleArchive(newsroom.database);
});
afterAll(() => newsroom.close());

async function change(profile: Partial<Publication>): Promise<Publication | null> {
  const from = join(newsroom.folder, 'profile.json');
  await writeFile(from, JSON.stringify(profile));
  await publicationProfile.run({
    config: newsroom.config,
    flags: { publication: 'gorvan', from },
    positionals: [],
    print: () => {},
    note: () => {},
    signal: new AbortController().signal,
  });
  return findPublication(newsroom.database.read, 'gorvan');
}

test('a profile is changed by the fields that a file names', async () => {
  expect(await change({ accent: '#7a1f3d', languages: ['en', 'ar', 'fr'] })).toMatchObject({
    name: 'Gorvan Courier',
    accent: '#7a1f3d',
    languages: ['en', 'ar', 'fr'],
  });
});

test.each<[Partial<Publication>, string]>([
  [{ accent: '#e0b040' }, '“accent” has a contrast of 1.95:1 to the paper'],
  [{ languages: ['ar', 'en'] }, '“languages” must begin with en: the addresses of what is there follow from it'],
  [{ languages: ['en'] }, '“languages” must keep ar: pieces stand there'],
  [{ timeZone: '+03:00' }, '“timeZone” must be an IANA name'],
  [
    { letter: { en: { title: 'A', salutation: '', paragraphs: [], signed: '', date: 'May' } } },
    '“letter” does not have',
  ],
])('%o is refused, in words', async (profile, words) => {
  const before = await findPublication(newsroom.database.read, 'gorvan');
  await expect(change(profile)).rejects.toThrow(UsageError);
  await expect(change(profile)).rejects.toThrow(words);
  expect(await findPublication(newsroom.database.read, 'gorvan')).toEqual(before);
});
