import { expect, it } from 'vitest';
import { readCsv, readCsvRecords } from './read-csv.ts';

it('reads quoted fields with commas, line ends and quotes in them', () => {
  expect(readCsv('a,"b, c","d ""e""\r\nf"\r\ng,,\n')).toEqual([
    ['a', 'b, c', 'd "e"\r\nf'],
    ['g', '', ''],
  ]);
});

it('takes any line end, a byte-order mark and a missing last line end', () => {
  expect(readCsv('\ufeffa,b\rc,d\ne,f')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
  ]);
});

it('keeps what broken quoting has, and ends', () => {
  expect(readCsv('a,"b"c,d\n"never closed,\ne')).toEqual([['a', 'bc', 'd'], ['never closed,\ne']]);
  expect(readCsv('')).toEqual([]);
  expect(readCsv(`"${'""'.repeat(100_000)}`)[0]?.[0]?.length).toBe(100_000);
});

it('names fields by the first record', () => {
  expect(readCsvRecords('id,title\n1,Ferry\n\n2\n')).toEqual([
    { id: '1', title: 'Ferry' },
    { id: '2', title: '' },
  ]);
});
