import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachWord, foldWord, isStopWord, stemWord, stripArabicArticle, terms, words } from './words.ts';

const raws = (text: string) => words(text).map((word) => word.raw);

describe('splitting into words', () => {
  test('keeps the place of each word in UTF-16 units', () => {
    expect(words('A 🚢 left')).toEqual([
      { raw: 'A', start: 0, end: 1 },
      { raw: 'left', start: 5, end: 9 },
    ]);
  });

  test('keeps apostrophes, separators of numbers and dotted abbreviations inside', () => {
    expect(raws('The U.N. didn’t count 1,500.5 tonnes. It did.')).toEqual([
      'The',
      'U.N.',
      'didn’t',
      'count',
      '1,500.5',
      'tonnes',
      'It',
      'did',
    ]);
  });

  test('reads Arabic with its marks as whole words', () => {
    expect(raws('قالَتِ «الوكالة»، ثم عــادت.')).toEqual(['قالَتِ', 'الوكالة', 'ثم', 'عــادت']);
  });

  test('tells which words open a sentence or something said', () => {
    const opening: string[] = [];
    const text = 'The U.N. left Dar: “Nobody stayed,” it said.\nثم عادت؛ وقالت';
    eachWord(text, (start, end, opens) => opens && opening.push(text.slice(start, end)));
    expect(opening).toEqual(['The', 'Nobody', 'ثم', 'وقالت']);
  });

  test('reads the beginning of a text as it reads that beginning alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(12), (text, most) => {
        const found: string[] = [];
        eachWord(text, (start, end) => found.push(text.slice(start, end)), most);
        expect(found).toEqual(raws(text.slice(0, most)));
      }),
    );
  });

  test('gives words that are slices of the text, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let end = 0;
        for (const word of words(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(word.start, word.end)).toBe(word.raw);
          expect(word.end).toBeGreaterThan(word.start);
          end = word.end;
        }
      }),
    );
  });
});

describe('folding', () => {
  test.each([
    ['Élan', 'elan'],
    ['STRASSE’S', 'strasse'],
    ['Trump’s', 'trump'],
    ['U.N.', 'un'],
    ['١٬٥٠٠', '1500'],
    ['۱۹', '19'],
    ['1,500', '1500'],
    ['3,5', '3.5'],
    ['Ørsted', 'orsted'],
  ])('makes %s into %s', (raw, folded) => {
    expect(foldWord(raw)).toBe(folded);
  });

  test.each([
    ['one alef', 'أحمد', 'إحمد'],
    ['ta marbuta as ha', 'مدرسة', 'مدرسه'],
    ['alef maqsura as ya', 'على', 'علي'],
    ['no harakat', 'كَتَبَ', 'كتب'],
    ['no tatweel', 'كـــتب', 'كتب'],
    ['a madda as a plain alef', 'آشمير', 'اشمير'],
  ])('has %s', (_, one, other) => {
    expect(foldWord(one)).toBe(foldWord(other));
  });

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { raw } of words(text)) expect(foldWord(foldWord(raw))).toBe(foldWord(raw));
      }),
    );
  });
});

test('takes the Arabic article off, with what is written onto it', () => {
  for (const word of ['الجسر', 'والجسر', 'بالجسر', 'للجسر', 'فالجسر']) expect(stripArabicArticle(word)).toBe('جسر');
  expect(stripArabicArticle('الي')).toBe('الي');
});

test('stems forms of one English word alike, and leaves short words', () => {
  expect(new Set(['bridge', 'bridges', 'bridged'].map(stemWord)).size).toBe(1);
  expect(new Set(['talk', 'talks', 'talked', 'talking'].map(stemWord)).size).toBe(1);
  expect(new Set(['city', 'cities'].map(stemWord)).size).toBe(1);
  expect(['gas', 'bus', 'this', 'king'].map(stemWord)).toEqual(['gas', 'bus', 'this', 'king']);
});

test('leaves out stop words of both languages and single letters', () => {
  expect(terms('The bridge at Ashmere is not a road')).toEqual(['bridg', 'ashmer', 'road']);
  expect(terms('وقال إن الجسر في آشمير')).toEqual(['جسر', 'اشمير']);
  expect(isStopWord('the')).toBe(true);
  expect(isStopWord('bridge')).toBe(false);
});
