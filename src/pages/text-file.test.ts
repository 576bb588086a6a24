import { expect, test } from 'vitest';
import { sampleArabicDay, sampleArabicPublication, sampleDay } from './sample-day.ts';
import { samplePublication, sampleSection, sampleSite, sampleSummary } from './sample-views.ts';
import { textFile } from './text-file.ts';

const publication = samplePublication();
const text = textFile(sampleSite, publication, sampleDay);
const widthOf = (line: string) => [...line.replace(/[\p{M}\u200f\u2066\u2069]/gu, '')].length;

test('a piece as text says where it stands, its words with their notes, and who said so', () => {
  const flat = text.replace(/\s+/gu, ' ');
  expect(text.startsWith('Belisar Daybook\n<https://daybook.example/belisar/executive-summaries/2026/11/03>\n\n')).toBe(
    true,
  );
  expect(text).toContain(sampleDay.title);
  expect(flat).toContain('since before the war.[1][2]');
  expect(flat).toContain('[5] The Ashmere Ledger, carrying Halyard, 2 November 2026: “Chief engineer');
  expect(flat).toContain('Nobody here has checked who did what.');
  expect(text).not.toMatch(/<\/?[a-z]+>|&amp;/u);
});

test.each([
  ['English', text],
  ['Arabic', textFile(sampleSite, sampleArabicPublication, sampleArabicDay)],
])('in %s no line is longer than 72 characters, but for an address', (_, each) => {
  const long = each
    .split('\n')
    .filter((line) => widthOf(line) > 72 && !/^\S*\s*<\S+>\S*$/u.test(line.replace(/^[\u200f\s]+/u, '')));
  expect(long).toEqual([]);
});

test('what follows a bullet stands under its text', () => {
  const item = text.split('\n').findIndex((line) => line.startsWith('- [5] '));
  expect(text.split('\n')[item + 1]).toMatch(/^ {2}\S/u);
});

test('Arabic runs from right to left, with codes and figures in order', () => {
  const arabic = textFile(sampleSite, sampleArabicPublication, sampleArabicDay);
  const lines = arabic.split('\n').filter((line) => line !== '');
  expect(lines.every((line) => line.startsWith('\u200f'))).toBe(true);
  expect(arabic).toContain('\u2066S-300\u2069');
  expect(arabic).toContain('\u206612%\u2069');
});

test('an address on this site is said in full', () => {
  const reads = [{ publisher: 'Us', title: 'Earlier', url: '/belisar/articles/2026/11/01/earlier', lang: null }];
  const said = textFile(sampleSite, publication, sampleSummary({ reads, sections: [sampleSection()] }));
  expect(said).toContain('<https://daybook.example/belisar/articles/2026/11/01/earlier>');
});
