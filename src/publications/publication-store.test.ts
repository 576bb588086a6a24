import { expect, test } from 'vitest';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { testMoment, testPublication } from '../../tests/support/fixtures.ts';
import { plainPublication, type Publication } from './publication.ts';
import { findPublication, findPublications, savePublication } from './publication-store.ts';
import { profileProblems } from './read-profile.ts';

const full: Publication = {
  ...testPublication,
  name: 'Gorvan Courier',
  nameIn: { ar: 'بريد جورفان' },
  tagline: { en: 'The port, every day', ar: 'المرفأ، كل يوم' },
  languages: ['en', 'ar'],
  timeZone: 'Asia/Damascus',
  status: 'paused',
  topics: [{ slug: 'harbour', name: { en: 'Harbour', ar: 'المرفأ' } }],
  siblings: ['tal-amrin'],
  letter: {
    en: {
      title: 'A pause',
      salutation: 'Dear readers',
      paragraphs: ['We rest.'],
      signed: 'The desk',
      date: '2026-11-01',
    },
  },
  knownOrigins: [{ name: 'Harbour Watch', kind: 'monitor' }],
  listed: false,
};

describeOnBothEngines('publications', (open) => {
  test('come back as they were saved, in every language', async () => {
    const database = await open();
    await database.write((tx) => savePublication(tx, full, testMoment));
    expect(await findPublication(database.read, 'gorvan')).toEqual(full);
    expect(await findPublication(database.read, 'tal-amrin')).toBeNull();
  });

  test('are replaced when saved again, and keep their place in the list', async () => {
    const database = await open();
    await database.write((tx) => savePublication(tx, testPublication, testMoment));
    await database.write((tx) =>
      savePublication(tx, { ...testPublication, slug: 'amrin' }, '2026-11-21T09:00:00.000Z'),
    );
    await database.write((tx) => savePublication(tx, full, '2026-11-22T09:00:00.000Z'));
    expect((await findPublications(database.read)).map((publication) => publication.slug)).toEqual(['gorvan', 'amrin']);
    expect(await findPublication(database.read, 'gorvan')).toEqual(full);
  });

  test('have every field of today, though they were saved before it came', async () => {
    const database = await open();
    const first = [
      'slug',
      'name',
      'tagline',
      'languages',
      'timeZone',
      'status',
      'region',
      'accent',
      'topics',
      'siblings',
    ];
    const then = [
      ...first,
      'about',
      'contribute',
      'contact',
      'letter',
      'sectionCount',
      'knownOrigins',
      'listed',
      'rights',
    ];
    const old = Object.fromEntries(Object.entries(testPublication).filter(([name]) => then.includes(name)));
    await database.write((tx) => savePublication(tx, old as unknown as Publication, testMoment));
    const found = await findPublication(database.read, testPublication.slug);
    expect(Object.keys(plainPublication('gorvan')).filter((name) => found?.[name as 'name'] === undefined)).toEqual([]);
  });

  test('are refused with a name that is no text in a language', () => {
    expect(profileProblems({ nameIn: { ar: 'بريد جورفان' } }, testPublication)).toEqual([]);
    expect(profileProblems({ nameIn: { ar: 7 } }, testPublication)).toHaveLength(1);
    expect(profileProblems({ nameIn: 'بريد جورفان' }, testPublication)).not.toEqual([]);
  });

  test('are refused in a state that there is not', async () => {
    const database = await open();
    const wrong = { ...testPublication, status: 'asleep' as 'active' };
    await expect(database.write((tx) => savePublication(tx, wrong, testMoment))).rejects.toThrow();
    expect(await findPublications(database.read)).toEqual([]);
  });
});
