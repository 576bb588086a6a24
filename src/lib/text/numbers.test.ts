import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNumbers } from './numbers.ts';

const values = (text: string) => findNumbers(text).map((number) => number.value);

describe('numbers', () => {
  test.each<[string, number[]]>([
    // digits
    ['3,000 and 3000', [3000, 3000]],
    ['1,234,567.5', [1_234_567.5]],
    ['1.200.000', [1_200_000]],
    ['3.5 and 3,5', [3.5, 3.5]],
    ['from 3,000-5,000 people', [3000, 5000]],
    ['on 2016-04-11', [2016, 4, 11]],
    ['at 12:30.', [12, 30]],
    ['It was 9.', [9]],
    ['a 23-year-old', [23]],
    ['50% and $40', [50, 40]],
    // words
    ['nine', [9]],
    ['Nine people, nine.', [9, 9]],
    ['twenty-three', [23]],
    ['Twenty three', [23]],
    ['two hundred and five', [205]],
    ['five thousand two hundred', [5200]],
    ['two hundred thousand five hundred and six', [200_506]],
    ['three million two hundred thousand', [3_200_000]],
    ['one hundred', [100]],
    ['one hundred and five killed', [105]],
    ['a thousand, a million', [1000, 1_000_000]],
    ['two dozen and a dozen', [24, 12]],
    // magnitudes
    ['3.5 million', [3_500_000]],
    ['3.5 million dollars', [3_500_000]],
    ['40 thousand', [40_000]],
    ['2 billion', [2_000_000_000]],
    // what stands side by side is not one number
    ['In 2010 two people died', [2010, 2]],
    ['On May 10 five boats sank', [10, 5]],
    ['ten two-storey houses', [10, 2]],
    ['fifty to sixty', [50, 60]],
    ['five six', [5, 6]],
    ['twenty. Three', [20, 3]],
    ['nine, ten and eleven', [9, 10, 11]],
    ['two and three', [2, 3]],
    // what is none
    ['no one, and one of them', []],
    ['a man, an hour, tenth, often, height', []],
    ['hundreds of thousands', []],
  ])('in %j are %j', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  test.each<[string, number[]]>([
    ['١٢ شخصًا', [12]],
    ['٣٬٠٠٠ و٣٫٥', [3000, 3.5]],
    ['۱۲۳', [123]],
    ['3 آلاف', [3000]],
    ['ثلاثة آلاف', [3000]],
    ['تسعة أشخاص', [9]],
    ['ثلاثة وعشرون', [23]],
    ['خمسة عشر', [15]],
    ['مئة وخمسة', [105]],
    ['مئة وخمسة وعشرون', [125]],
    ['ثلاثمئة', [300]],
    ['ثلاث مئة', [300]],
    ['مئة ألف', [100_000]],
    ['ألف ومئة', [1100]],
    ['ألفان وخمسمئة', [2500]],
    ['مليون وثلاثمئة ألف', [1_300_000]],
    ['3.5 مليون', [3_500_000]],
    ['مليونين', [2_000_000]],
    ['خمسين قتيلًا وعشرة جرحى', [50, 10]],
    ['يوم الاثنين', []],
    ['المرفأ', []],
  ])('in Arabic %j are %j', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  test('in other scripts are found too', () => {
    expect(values('१२ ၁၂ １２')).toEqual([12, 12, 12]);
  });

  test('keep their place and their words', () => {
    const text = '👋 Some two hundred and five of ١٢٫٥ million.';
    const found = findNumbers(text);
    expect(found.map((number) => number.text)).toEqual(['two hundred and five', '١٢٫٥ million']);
    for (const { start, end, text: words } of found) expect(text.slice(start, end)).toBe(words);
    expect(findNumbers('At least one hundred.')).toMatchObject([{ text: 'one hundred', value: 100 }]);
  });

  test('written with separators are the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999 }), (value) => {
        expect(values(`a ${value} b`)).toEqual([value]);
        expect(values(`a ${value.toLocaleString('en')} b`)).toEqual([value]);
        expect(values(`a ${value.toLocaleString('ar-EG')} b`)).toEqual([value]);
      }),
    );
  });

  test('spelled out are the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999 }), (value) => {
        expect(values(`about ${spell(value)} people`)).toEqual([value]);
        expect(values(`حوالي ${spellArabic(value)} قالوا`)).toEqual([value]);
      }),
    );
  });

  test('do not share a word that the one before has taken in', () => {
    expect(findNumbers('مئة one dozen').map(({ text }) => text)).toEqual(['مئة one', 'dozen']);
  });

  test('lie in order, within the text, apart, and have a finite value', () => {
    const pieces = fc.constantFrom(
      'two',
      'hundred',
      'and',
      'million',
      'twenty',
      'dozen',
      '3',
      ',',
      '.',
      ' ',
      '-',
      '٣',
      '٬',
      'آلاف',
      'مئة',
      'و',
      'a',
      '\n',
      'one',
      '7',
      'x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          let last = 0;
          for (const { start, end, text: words, value } of findNumbers(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(start, end)).toBe(words);
            expect(words).toBe(words.trim());
            expect(Number.isFinite(value)).toBe(true);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** English for a number from 1 to 999,999. */
function spell(value: number): string {
  if (value < 20) return ones[value] ?? '';
  if (value < 100) return `${tens[Math.floor(value / 10)]}${value % 10 ? `-${ones[value % 10]}` : ''}`;
  const [unit, name] = value < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  const rest = value % unit;
  const joint = rest > 0 && rest < 100 ? ' and ' : ' ';
  return `${spell(Math.floor(value / unit))} ${name}${rest > 0 ? joint + spell(rest) : ''}`;
}

const arabicOnes = '- - اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة'.split(' ');
const arabicTens = '- - عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون'.split(' ');
const arabicHundreds = '- مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة'.split(' ');

/** Arabic for a number from 2 to 999,999. */
function spellArabic(value: number): string {
  const parts: string[] = [];
  const thousands = Math.floor(value / 1000);
  if (thousands === 1) parts.push('ألف');
  else if (thousands === 2) parts.push('ألفان');
  else if (thousands > 2)
    parts.push(`${spellArabic(thousands)} ${thousands % 100 >= 3 && thousands % 100 <= 10 ? 'آلاف' : 'ألف'}`);
  const hundreds = Math.floor((value % 1000) / 100);
  if (hundreds > 0) parts.push(arabicHundreds[hundreds] ?? '');
  const rest = value % 100;
  if (rest === 1) parts.push('واحد');
  else if (rest > 1 && rest <= 10) parts.push(arabicOnes[rest] ?? '');
  else if (rest > 10 && rest < 20) parts.push(`${['أحد', 'اثنا'][rest - 11] ?? arabicOnes[rest - 10]} عشر`);
  else if (rest >= 20)
    parts.push(
      `${rest % 10 === 0 ? '' : `${rest % 10 === 1 ? 'واحد' : arabicOnes[rest % 10]} و`}${arabicTens[Math.floor(rest / 10)]}`,
    );
  return parts.join(' و');
}
