import { expect, test } from 'vitest';
import { foldWord } from '#lib/text/words.ts';
import { type ClusterInput, createClusterer } from './clusterer.ts';
import { compareDates, dateOf, tellDate } from './date-words.ts';

const told = (text: string) => {
  const dates = { days: 0, years: 0 };
  for (const word of text.split(' ')) {
    const date = dateOf(foldWord(word), /^\d/u.test(word), /^\p{Lu}/u.test(word), /\p{Script=Arabic}/u.test(word));
    tellDate(dates, date);
  }
  return dates;
};

test.each([
  ['in March 2009', 'on Monday in March 2009', [1, 1, 0]],
  ['in March 2009', 'in April 2013', [-1, -1, 0]],
  ['they may march on Friday', 'on Sat in May', [0, 0, -1]],
  ['يوم الثلاثاء في نيسان 2026', 'on Tuesday 7 April', [0, 1, 1]],
  ['في تشرين الثاني', 'in November', [0, 1, 0]],
  ['12,000 people in 1203', 'in 2009', [0, 0, 0]],
])('“%s” and “%s” agree on years, months and days of the week so: %j', (one, other, expected) => {
  expect(compareDates(told(one), told(other))).toEqual(expected);
  expect(compareDates(told(other), told(one))).toEqual(expected);
});

test('of reports of one moment, as an archive brings them, the dates in them count; of others, when they came', () => {
  const quake = (id: string, at: number, title: string, body: string): ClusterInput => ({
    ...{ id, at, lang: 'en', outlet: id, title, body },
  });
  const chance = (laterMs: number) => {
    const clusterer = createClusterer();
    clusterer.add(
      quake(
        'first',
        0,
        'Earthquake shakes the Fennick islands',
        'An earthquake shook the Fennick islands in January 2009, and twelve people died when houses fell in Quillport.',
      ),
    );
    return clusterer.add(
      quake(
        'second',
        laterMs,
        'Strong earthquake hits the Fennick islands',
        'Boats carried nurses to the Fennick islands in July 2013 after an earthquake broke the clinic and its wells.',
      ),
    ).similarity;
  };
  expect(chance(0)).toBeLessThan(chance(1) - 0.01);
});
