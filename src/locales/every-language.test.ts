import { describe, expect, test } from 'vitest';
import { directionOf } from '#platform/language.ts';
import { dayAndTime, fullDay, knownDate, longDay, monthAndYear } from './dates.ts';
import { dayTitle, locales, regionIn, wordsOf } from './locales.ts';
import type { BasisFacts, Words } from './locale.ts';
import { phraseText } from './phrase.ts';

const others = Object.keys(locales).filter((lang) => lang !== 'en' && lang !== 'kmr');

/** Every text that is no function, by its path: `copy.skip`, `privacyText.0.heading`. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path ? `${path}.${key}` : key));
}

/** What is written alike in English and in a language of Latin letters, and is right in both. */
const alike = new Set(['copy.fingerprint', 'comma', 'quotes.0', 'quotes.1']);
const facts = (count: number): BasisFacts => ({
  outlets: Array.from({ length: count }, (_, index) => `O${index}`),
  origins: [{ name: 'LW', kind: 'agency', outlets: count }],
  independent: 1,
  firstReportedOn: '2026-11-02',
  dayNumber: 3,
});

/** Every sentence that is made, with counts that meet each plural form. */
function madeBy(words: Words): string[] {
  const counts = [1, 2, 3, 5, 11, 21, 100];
  return [
    words.dayTitle('2026-04-11'),
    words.lede('X', []),
    words.lede('X', ['Y', 'Z']),
    ...(['killed', 'injured', 'missing'] as const).map((kind) =>
      words.countsDiffer(kind, [
        { outlet: 'X', value: 2, atLeast: false },
        { outlet: 'Y', value: 3, atLeast: true },
      ]),
    ),
    ...(['first', 'also', 'added'] as const).flatMap((place) => [
      words.attributed({ outlet: 'X', descriptor: 'Q', agency: 'Y', place }, 'Z'),
      words.attributed({ outlet: 'X', place }, 'Z'),
    ]),
    ...counts.flatMap((count) => [
      words.readTime(count),
      words.pageOf(count, 100),
      words.revision(count),
      words.partOf(count, 100),
      words.allOf(count, 'X'),
      words.found(count, true),
      words.timesCited(count, count, false),
      words.timesCited(count, count, true),
      words.authorsTitle(count),
      phraseText(words.byline('author', [{ name: 'X', title: null }], count)),
      phraseText(words.basisLine(facts(count), '2026-11-03')),
    ]),
    ...(['author', 'expert', 'speaker', 'editor', 'translator', 'photographer'] as const).map((role) =>
      phraseText(words.byline(role, [{ name: 'X', title: null }], 0)),
    ),
    phraseText(words.carrying('X', 'agency')),
    phraseText(words.carrying('X', 'monitor')),
    ...(['correction', 'update', 'withdrawal'] as const).map((kind) =>
      phraseText(words.noteOn(kind, '2026-04-11', 'X')),
    ),
    phraseText(words.correctedOn('2026-04-11', 'X')),
    words.noteName('1'),
  ];
}

describe.each(others)('the words of %s', (lang) => {
  const words = wordsOf(lang);

  test('are not English', () => {
    const english = new Map(textsOf(wordsOf('en')));
    const same = textsOf(words).filter(([path, text]) => english.get(path) === text && !alike.has(path));
    expect(same).toEqual([]);
  });

  test('make no English word', () => {
    const said = madeBy(words).join(' ');
    expect(said).not.toMatch(/\b(?:the|of|and|by|outlets?|first|reported|part|all|at least|results?|others?)\b/u);
    expect(said).not.toContain('undefined');
  });

  test('never say that something was verified', () => {
    const said = [...textsOf(words).map(([, text]) => text), ...madeBy(words)].join(' ');
    expect(said).not.toMatch(/verif|vérifi|верифиц|doğrulan|تأیید شد|موثق|پشتڕاست|piştrast/iu);
  });

  test('hold nothing empty', () => {
    expect(textsOf(words).filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(locales[lang]?.tombstone).not.toBe('');
  });
});

test.each([
  ['ar-SY', '١١ نيسان ٢٠٢٦', 'السبت، ١١ نيسان ٢٠٢٦', 'rtl'],
  ['ar-EG', '١١ أبريل ٢٠٢٦', 'السبت، ١١ أبريل ٢٠٢٦', 'rtl'],
  ['ar-TN', '11 أفريل 2026', 'السبت، 11 أفريل 2026', 'rtl'],
  ['ar', '11 أبريل 2026', 'السبت، 11 أبريل 2026', 'rtl'],
  ['fa-IR', '۱۱ آوریل ۲۰۲۶', 'شنبه ۱۱ آوریل ۲۰۲۶', 'rtl'],
  ['fa-AF', '۱۱ اپریل ۲۰۲۶', 'شنبه ۱۱ اپریل ۲۰۲۶', 'rtl'],
  ['ckb-IQ', '١١ی نیسانی ٢٠٢٦', 'شەممە، ١١ی نیسانی ٢٠٢٦', 'rtl'],
  ['ckb-IR', '١١ی نیسانی ٢٠٢٦', 'شەممە، ١١ی نیسانی ٢٠٢٦', 'rtl'],
  ['ku-TR', '11ê nîsana 2026an', 'şemî, 11ê nîsana 2026an', 'ltr'],
  ['kmr', '11ê nîsana 2026an', 'şemî, 11ê nîsana 2026an', 'ltr'],
  ['tr', '11 Nisan 2026', '11 Nisan 2026 Cumartesi', 'ltr'],
  ['ru', '11 апреля 2026 г.', 'суббота, 11 апреля 2026 г.', 'ltr'],
  ['fr', '11 avril 2026', 'samedi 11 avril 2026', 'ltr'],
  ['en', '11 April 2026', 'Saturday, 11 April 2026', 'ltr'],
  ['en-US', 'April 11, 2026', 'Saturday, April 11, 2026', 'ltr'],
])('11 April in %s is %s', (lang, long, full, dir) => {
  expect(longDay('2026-04-11', lang).replaceAll('\u00a0', ' ')).toBe(long);
  expect(fullDay('2026-04-11', lang).replaceAll('\u00a0', ' ')).toBe(full);
  expect(directionOf(lang)).toBe(dir);
});

test('years, months and times have the digits of the region', () => {
  expect(knownDate('2016', 'ar-SY')).toBe('٢٠١٦');
  expect(monthAndYear(2026, 4, 'fa')).toBe('آوریل ۲۰۲۶');
  expect(dayAndTime('2026-04-11T23:40:00Z', 'fa', 'Asia/Tehran').replaceAll('\u00a0', ' ')).toBe(
    '۱۲ آوریل ۲۰۲۶ ساعت ۰۳:۱۰',
  );
  expect(dayAndTime('2026-04-11T04:40:00Z', 'ckb', 'Asia/Baghdad').replaceAll('\u00a0', ' ')).toBe(
    '١١ی نیسانی ٢٠٢٦، کاتژمێر ٠٧:٤٠',
  );
});

test('a day of a year of another calendar is asked for by the tag', () => {
  expect(longDay('2026-04-11', 'fa-IR-u-ca-persian')).toContain('فروردین');
});

test.each([
  [1, '1 издание'],
  [2, '2 издания'],
  [5, '5 изданий'],
  [11, '11 изданий'],
  [21, '21 издание'],
  [22, '22 издания'],
  [112, '112 изданий'],
])('Russian counts %i outlets in one of three forms', (count, words) => {
  const facts = { outlets: Array<string>(count).fill('x'), origins: [], independent: 0, firstReportedOn: null };
  expect(phraseText(wordsOf('ru').basisLine(facts, '2026-04-11'))).toBe(`${words}.`);
});

test('Turkish keeps the dot of its capital i', () => {
  const facts = { outlets: ['a', 'b'], origins: [], independent: 2, firstReportedOn: null };
  expect(phraseText(wordsOf('tr').basisLine(facts, '2026-04-11'))).toBe('İki yayın organı, birbirinden bağımsız.');
});

test.each([
  ['fr', 'Synthèse du 11 avril'],
  ['ru', 'Сводка за 11 апреля'],
  ['tr', '11 Nisan günü özeti'],
  ['fa', 'چکیدهٔ روز ۱۱ آوریل'],
  ['ku', 'Kurteya 11ê nîsanê'],
  ['ckb', 'پوختەی ڕۆژی ١١ی نیسان'],
])('the title of a day in %s', (lang, title) => {
  expect(dayTitle('2026-04-11', lang)).toBe(title);
});

test('a list in Sorani is joined without an English word', () => {
  expect(regionIn('ckb').listOf(['ا', 'ب', 'ج'])).toBe('ا، ب و ج');
});

test('a tag that is none is taken for its language, or for English', () => {
  expect(longDay('2026-04-11', 'ar-!!').replaceAll('\u00a0', ' ')).toBe('11 أبريل 2026');
  expect(dayTitle('2026-04-11', 'zz_top')).toBe('Executive Summary for April 11th');
  expect(dayTitle('2026-04-11', '')).toBe('Executive Summary for April 11th');
});
