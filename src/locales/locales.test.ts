import { describe, expect, test } from 'vitest';
import type { BasisFacts } from './locale.ts';
import { dayTitle, wordsOf } from './locales.ts';
import { phraseText } from './phrase.ts';

const names = ['Halyard', 'The Narrows', 'Council Gazette', 'Jisr al-Orrun', 'Nabd Belisar'];

function basis(count: number, changes: Partial<BasisFacts> = {}): string {
  return line('en', count, changes);
}

function line(lang: string, count: number, changes: Partial<BasisFacts> = {}): string {
  const outlets = Array.from({ length: count }, (_, index) => names[index] ?? `Outlet ${index + 1}`);
  const facts = { outlets, origins: [], independent: 1, firstReportedOn: null, ...changes };
  return phraseText(wordsOf(lang).basisLine(facts, '2026-11-03'));
}

const agency = (outlets: number) => ({ name: 'Lantern Wire', kind: 'agency', outlets });
const monitor = (outlets: number) => ({ name: 'the Observatory', kind: 'monitor', outlets });

describe('the line under a heading', () => {
  test.each([
    ['One outlet.', basis(1)],
    ['One outlet, carrying Lantern Wire.', basis(1, { origins: [agency(1)] })],
    ['Two outlets, both carrying Lantern Wire.', basis(2, { origins: [agency(2)] })],
    ['Three outlets, all carrying Lantern Wire.', basis(3, { origins: [agency(3)] })],
    ['Three outlets, all citing the Observatory.', basis(3, { origins: [monitor(3)] })],
    ['Two outlets, independent of each other.', basis(2, { independent: 2 })],
    [
      'Four outlets, three of them carrying Lantern Wire: two independent voices.',
      basis(4, { origins: [agency(3)], independent: 2 }),
    ],
    [
      'Five outlets, two of them carrying Lantern Wire and two citing the Observatory: three independent voices.',
      basis(5, { origins: [agency(2), monitor(2)], independent: 3 }),
    ],
    ['12 outlets, all carrying Lantern Wire.', basis(12, { origins: [agency(12)] })],
    ['', basis(0)],
  ])('%s', (expected, said) => {
    expect(said).toBe(expected);
  });

  test.each([
    ['2026-11-03', 'today'],
    ['2026-11-02', 'yesterday'],
    ['2026-10-30', 'on Friday'],
    ['2026-10-03', 'on 3\u00a0October'],
    ['2025-12-24', 'on 24\u00a0December 2025'],
  ])('first reported on %s is %s', (firstReportedOn, words) => {
    expect(basis(1, { firstReportedOn })).toBe(`One outlet. First reported ${words}.`);
  });

  test('says which day of its story it is, from the second on', () => {
    expect(basis(1, { dayNumber: 12 })).toBe('One outlet. Day 12 of this story.');
    expect(basis(1, { dayNumber: 1 })).toBe('One outlet.');
  });
});

describe('the line under a heading in Arabic', () => {
  test.each([
    ['وسيلة إعلام واحدة.', 1, {}],
    ['وسيلتا إعلام، كلتاهما تنقل عن Lantern Wire.', 2, { origins: [agency(2)] }],
    ['وسيلتا إعلام مستقلتان إحداهما عن الأخرى.', 2, { independent: 2 }],
    ['ثلاث وسائل إعلام، كلها تنقل عن Lantern Wire.', 3, { origins: [agency(3)] }],
    ['عشر وسائل إعلام، كلها تنقل عن Lantern Wire.', 10, { origins: [agency(10)] }],
    ['11 وسيلة إعلام، كلها تنقل عن Lantern Wire.', 11, { origins: [agency(11)] }],
    ['100 وسيلة إعلام، كلها تنقل عن Lantern Wire.', 100, { origins: [agency(100)] }],
    ['103 وسائل إعلام، كلها تنقل عن Lantern Wire.', 103, { origins: [agency(103)] }],
    ['أربع وسائل إعلام، ثلاث منها تنقل عن Lantern Wire: صوتان مستقلان.', 4, { origins: [agency(3)], independent: 2 }],
    [
      'خمس وسائل إعلام، اثنتان منها تنقلان عن Lantern Wire: أربعة أصوات مستقلة.',
      5,
      { origins: [agency(2)], independent: 4 },
    ],
  ])('%s', (expected, count, changes) => {
    expect(line('ar', count, changes)).toBe(expected);
  });

  test.each([
    [1, 'دقيقة واحدة'],
    [2, 'دقيقتان'],
    [3, '3 دقائق'],
    [11, '11 دقيقة'],
  ])('a read of %i is %s', (minutes, words) => {
    expect(wordsOf('ar').readTime(minutes)).toBe(`القراءة: ${words}`);
  });
});

test.each([
  ['2026-04-01', 'en', 'Executive Summary for April 1st'],
  ['2026-04-02', 'en', 'Executive Summary for April 2nd'],
  ['2026-04-11', 'en', 'Executive Summary for April 11th'],
  ['2026-04-23', 'en', 'Executive Summary for April 23rd'],
  ['2026-04-11', 'ar', 'الملخص التنفيذي ليوم 11 أبريل'],
  ['2026-04-11', 'ar-SY', 'الملخص التنفيذي ليوم ١١ نيسان'],
  ['2026-04-11', 'ar-LB', 'الملخص التنفيذي ليوم ١١ نيسان'],
  ['2026-04-11', 'ar-EG', 'الملخص التنفيذي ليوم ١١ أبريل'],
  ['2026-04-11', 'ar-TN', 'الملخص التنفيذي ليوم 11 أفريل'],
])('the title of %s in %s', (day, lang, title) => {
  expect(dayTitle(day, lang)).toBe(title);
});
