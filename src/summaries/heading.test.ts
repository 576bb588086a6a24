import { expect, test } from 'vitest';
import { plainReport } from '../../tests/support/fixtures.ts';
import { chooseHeadline, tidyHeadline, withLatestCount } from './heading.ts';

const report = (title: string, body = '', lang = 'en') => plainReport({ title, body, lang, outlet: 'The Quay' });

test('the headline of several reports is the one whose words the others tell too, not the shortest', () => {
  const reports = [
    report('Grief at the quay', 'The ferry Marwa sank on Friday; twelve passengers were killed.'),
    report('Ferry sinks, twelve passengers killed', 'The ferry Marwa sank off Tal Amrin on Friday.'),
    report('Harbour closed', 'Twelve passengers of the ferry were killed when she sank.'),
  ];
  expect(chooseHeadline(reports)).toEqual({ text: 'Ferry sinks, twelve passengers killed', lang: 'en' });
});

test('a question stands over nothing that another headline tells', () => {
  const body = 'Twelve passengers of the ferry Marwa were killed when the ferry sank.';
  const reports = [report('Was the ferry Marwa overloaded?', body), report('Twelve killed as ferry sinks', body)];
  expect(chooseHeadline(reports)?.text).toBe('Twelve killed as ferry sinks');
  expect(chooseHeadline(reports.slice(0, 1))?.text).toBe('Was the ferry Marwa overloaded?');
  expect(chooseHeadline([])).toBeNull();
});

test.each([
  ['Ferry sinks - The Quay', 'Ferry sinks'],
  ['CORRECTED: Ferry sinks', 'Ferry sinks'],
  ['Ferry sinks  Listen· 5:08', 'Ferry sinks'],
  ['Ferry sinks (+video)', 'Ferry sinks'],
  ['Ferry sinks AddThis Sharing Buttons402', 'Ferry sinks'],
  ['Listen to the river', 'Listen to the river'],
])('“%s” is tidied to “%s”', (title, tidy) => {
  expect(tidyHeadline(report(title))).toBe(tidy);
});

test('a heading takes the count that a sentence below has of the same people, and no other', () => {
  const heading = 'Twelve killed as ferry Marwa sinks';
  const under = (text: string) =>
    withLatestCount(heading, [{ report: report(heading, text), text, start: 0, end: text.length }]);
  expect(under('The ferry Marwa sank on Friday; at least 15 people were killed.')).toBe(
    'At least 15 killed as ferry Marwa sinks',
  );
  expect(under('The ferry Marwa sank on Friday; nine people were killed.')).toBe(heading);
  // Of the year, and of another event.
  expect(under('Ferries sank all year: 2,000 people were killed.')).toBe(heading);
  expect(under('An explosion at the mill on Monday left 15 people killed.')).toBe(heading);
});
