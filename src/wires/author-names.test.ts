import { expect, test } from 'vitest';
import { readAuthorNames, readNameBesideDate } from './author-names.ts';

test.each([
  ['By Oona Firth', ['Oona Firth']],
  ['by Oona Firth and Tam Orsini', ['Oona Firth', 'Tam Orsini']],
  ['Posted on September 21, 2026 by Oona Firth', ['Oona Firth']],
  ['Von Oona Firth, Tam Lukas Orsini und Ned Reed', ['Oona Firth', 'Tam Lukas Orsini', 'Ned Reed']],
  ['Ein Artikel von Oona Firth | 27.01.2026 - 12:45', ['Oona Firth']],
  ['8. Januar 2026 · by Oona · in Gefühle', ['Oona']],
  ['Por Oona Firth y Tam de la Orsini', ['Oona Firth', 'Tam de la Orsini']],
  ['Par Oona Firth et Tam Orsini', ['Oona Firth', 'Tam Orsini']],
  ['Di Oona Firth', ['Oona Firth']],
  ['Autor: Oona Firth', ['Oona Firth']],
  ['بقلم: سلمى النهري', ['سلمى النهري']],
  ['By Oona Firth, Senior Political Correspondent', ['Oona Firth']],
  ['By OONA T. FIRTH (oona@courier.example)', ['OONA T. FIRTH']],
  ['By R.T. Firth, PhD', ['R.T. Firth']],
  ['Oona Firth Chefredakteurin', ['Oona Firth']],
  ['Oona Firth Follow', ['Oona Firth']],
])('reads %s', (byline, names) => {
  expect(readAuthorNames(byline)).toEqual(names);
});

test.each([
  '',
  'By',
  'By the sea, ferries wait for calmer weather',
  'https://courier.example/people/1',
  '@oonafirth',
  'Staff Reporter',
  'Share on Facebook',
  '3 March 2026',
  'Comments (4)',
])('takes no name from “%s”', (text) => {
  expect(readAuthorNames(text)).toEqual([]);
});

test('takes a lower-case or single name only from where authors alone stand', () => {
  expect(readAuthorNames('oona')).toEqual([]);
  expect(readAuthorNames('Posted by oona')).toEqual(['oona']);
  expect(readAuthorNames('by oona firth')).toEqual([]);
  expect(readAuthorNames('by oona firth', { marked: true })).toEqual(['oona firth']);
  expect(readAuthorNames('oona', { trusted: true })).toEqual(['oona']);
  expect(readAuthorNames('Oona Firth; Tam Orsini; oona firth', { trusted: true })).toEqual([
    'Oona Firth',
    'Tam Orsini',
  ]);
});

test('reads a name beside a date, and nothing longer', () => {
  expect(readNameBesideDate('11.12.2026 - Oona Firth')).toEqual(['Oona Firth']);
  expect(readNameBesideDate('11.12.2026 - Ferries sail again from the pier')).toEqual([]);
  expect(readNameBesideDate('Oona Firth')).toEqual([]);
});
