import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDate } from './find-date.ts';

test.each([
  ['Published on March 3, 2026 by Oona Firth', '2026-03-03'],
  ['Sunday, March 1st, 2026', '2026-03-01'],
  ['Quillport, 3. März 2026', '2026-03-03'],
  ['Stand: 05. Februar 2026', '2026-02-05'],
  ['am 25.08.2026 22:30', '2026-08-25'],
  ['28.01.26 / 4 Kommentare', '2026-01-28'],
  ['le 30 septembre 2026', '2026-09-30'],
  ['miércoles, 4 de mayo de 2026', '2026-05-04'],
  ['Pubblicato il 7 luglio 2026', '2026-07-07'],
  ['21 października 2026', '2026-10-21'],
  ['Data dodania: 3 sierpnia 2026', '2026-08-03'],
  ['12 de outubro de 2026', '2026-10-12'],
  ['Πέμπτη, 5 Νοεμβρίου 2026', '2026-11-05'],
  ['5 мая 2026 г.', '2026-05-05'],
  ['14 Ağustos 2026 Cuma', '2026-08-14'],
  ['الثلاثاء 3 تشرين الثاني/نوفمبر 2026', '2026-11-03'],
  ['٣ نوفمبر ٢٠٢٦', '2026-11-03'],
  ['2026年2月19日', '2026-02-19'],
  ['26 Mai, 2026 | Allgemein', '2026-05-26'],
  ['Updated 2026-02-27 and later', '2026-02-27'],
])('finds the day in “%s”', (text, day) => {
  expect(findDate(text)).toMatchObject({ day });
});

test.each([
  ['5. November 2026, 10:39 Uhr', '2026-11-05T10:39:00Z'],
  ['11/18/26 11:04 PM EST', '2026-11-19T04:04:00Z'],
  ['18:15 Uhr, 16.10.2026', '2026-10-16T18:15:00Z'],
  ['2026-11-03T06:40:00+03:00', '2026-11-03T03:40:00Z'],
  ['3 novembre 2026 à 14h05', '2026-11-03T14:05:00Z'],
])('reads the time beside the day in “%s”', (text, instant) => {
  expect(findDate(text)).toMatchObject({ instant, precision: 'minute' });
});

test('reads 3/11/2026 as the place has it, and one that can be one thing only as that', () => {
  expect(findDate('3/11/2026')?.day).toBe('2026-11-03');
  expect(findDate('3/11/2026', { monthFirst: true })?.day).toBe('2026-03-11');
  expect(findDate('3.11.2026', { monthFirst: true })?.day).toBe('2026-11-03');
  expect(findDate('11/23/2026')?.day).toBe('2026-11-23');
});

test('takes the first of several, and says where it stands', () => {
  const text = 'By Oona Firth, 3 March 2026 (updated 5 March 2026)';
  const found = findDate(text);
  expect(found?.day).toBe('2026-03-03');
  expect(text.slice(found?.start, found?.end)).toBe('3 March 2026');
});

test.each([
  '',
  'yesterday',
  '12 decks',
  '1.2.3.4',
  '2026-02-30',
  '10:39',
  '3 of 2026 boats',
  '31.11.2026',
  'tel. 030.11.20.2026',
])('does not find a date in “%s”', (text) => {
  expect(findDate(text)).toBeNull();
});

test('never throws, and is quick on what looks like a thousand dates', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void findDate(text)));
  const started = performance.now();
  for (const part of ['3 jan ', '1.1.', '2026-', '99/', '12:30 ']) findDate(part.repeat(100_000));
  expect(performance.now() - started).toBeLessThan(1_000);
});
