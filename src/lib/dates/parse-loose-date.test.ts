import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLooseDate, readLooseDate } from './parse-loose-date.ts';

test.each([
  ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21Z'],
  ['Thu, 1 Jan 04 19:48 EST', '2004-01-02T00:48:00Z'],
  ['Wrong, 03 Nov 2026 06:40:00 +0300 (EEST)', '2026-11-03T03:40:00Z'],
  ['Tue, 03 Nov 2026 06:40:00 GMT+3', '2026-11-03T03:40:00Z'],
  ['Tue, 03-Nov-2026 06:40:00 GMT', '2026-11-03T06:40:00Z'],
  ['  Tue,  3 November 2026, 6:40 pm ', '2026-11-03T18:40:00Z'],
  ['Thu Jan  1 19:48:21 2004', '2004-01-01T19:48:21Z'],
  ['2003-12-31T10:14:55Z', '2003-12-31T10:14:55Z'],
  ['2003-12-31T10:14:55.123-0800', '2003-12-31T18:14:55Z'],
  ['2026-11-03 06:40', '2026-11-03T06:40:00Z'],
  ['2026-11-03T24:00:00Z', '2026-11-04T00:00:00Z'],
  ['2026-11-03T06:40:00+00:00[UTC]', '2026-11-03T06:40:00Z'],
  ['20031231T101455Z', '2003-12-31T10:14:55Z'],
  ['2026-11-03', '2026-11-03T00:00:00Z'],
  ['2026-11', '2026-11-01T00:00:00Z'],
  ['1767596400', '2026-01-05T07:00:00Z'],
  ['1767596400000', '2026-01-05T07:00:00Z'],
  ['January 5th, 2026 at 3:04 p.m. ET', '2026-01-05T20:04:00Z'],
  ['5 janvier 2026 à 14:05', '2026-01-05T14:05:00Z'],
  ['mardi 3 novembre 2026', '2026-11-03T00:00:00Z'],
  ['3. März 2026', '2026-03-03T00:00:00Z'],
  ['3 Kasım 2026 06:40', '2026-11-03T06:40:00Z'],
  ['الثلاثاء، 3 تشرين الثاني 2026', '2026-11-03T00:00:00Z'],
  ['٣ نوفمبر ٢٠٢٦ 06:40', '2026-11-03T06:40:00Z'],
  ['3 listopada 2026', '2026-11-03T00:00:00Z'],
  ['3 Νοεμβρίου 2026', '2026-11-03T00:00:00Z'],
  ['3 ottobre 2026', '2026-10-03T00:00:00Z'],
  ['13/11/2026 06:40', '2026-11-13T06:40:00Z'],
  ['03.11.2026', '2026-11-03T00:00:00Z'],
])('reads %s', (written, instant) => {
  expect(parseLooseDate(written)).toBe(instant);
});

test.each([
  '',
  'yesterday',
  '03/11/2026',
  '2026-02-30',
  '31 June 2026',
  '0003-12-31',
  'Wednesday',
  '12:30',
  '99999999999999',
])('does not guess at %s', (written) => {
  expect(parseLooseDate(written)).toBeNull();
});

test('tells the day as it was written, and whether a time was', () => {
  expect(readLooseDate('2026-11-03T00:48:00+03:00')).toEqual({
    instant: '2026-11-02T21:48:00Z',
    day: '2026-11-03',
    precision: 'minute',
  });
  expect(readLooseDate('2026-11-03')).toMatchObject({ day: '2026-11-03', precision: 'day' });
  expect(readLooseDate('2026-11-03T00:00:00+03:00')).toMatchObject({ day: '2026-11-03', precision: 'day' });
  expect(readLooseDate('2026-11')).toMatchObject({ precision: 'month' });
});

test('reads back every instant that it could have written, and never throws', () => {
  const day = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2199-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, (date) => {
      date.setUTCMilliseconds(0);
      const iso = date.toISOString().replace('.000Z', 'Z');
      expect(parseLooseDate(iso)).toBe(iso);
      expect(parseLooseDate(date.toUTCString())).toBe(iso);
    }),
  );
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void parseLooseDate(text)));
});
