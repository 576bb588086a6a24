/**
 * What a word says in a number. `unit` 1–19, `tens` 20–90 and `hundreds` 100–900 add up, `times` multiplies what stands
 * before it. `joined`: the word carries "and" (Arabic wāw). `alone`: it is a number also without others.
 */
export interface NumberWord {
  kind: 'unit' | 'tens' | 'hundreds' | 'times';
  value: number;
  arabic: boolean;
  joined: boolean;
  alone: boolean;
}

const units =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';
const times = { dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
/** Only after digits: "2bn". */
const shortTimes = { mn: 1e6, bn: 1e9, tn: 1e12 };

type Entry = Pick<NumberWord, 'kind' | 'value' | 'alone'>;

const english = new Map<string, Entry>([
  ['zero', { kind: 'unit', value: 0, alone: true }],
  // "One" alone is too common as a word.
  ...units.split(' ').map((word, at): [string, Entry] => [word, { kind: 'unit', value: at + 1, alone: at > 0 }]),
  ...tens.split(' ').map((word, at): [string, Entry] => [word, { kind: 'tens', value: at * 10 + 20, alone: true }]),
  ...Object.entries(times).map(([word, value]): [string, Entry] => [word, { kind: 'times', value, alone: true }]),
  ...Object.entries(shortTimes).map(([word, value]): [string, Entry] => [word, { kind: 'times', value, alone: false }]),
]);

/** By value: Arabic words after folding (hamza, tā' marbūṭa, vowels), in their cases and constructs. */
const arabicUnits: [number, string][] = [
  [2, 'اثنان اثنين اثنا اثني اثنتان اثنتين اثنتا اثنتي'],
  [3, 'ثلاثه ثلاث'],
  [4, 'اربعه اربع'],
  [5, 'خمسه خمس'],
  [6, 'سته ست'],
  [7, 'سبعه سبع'],
  [8, 'ثمانيه ثماني ثمان'],
  [9, 'تسعه تسع'],
  [10, 'عشره عشر'],
];
const arabicTens: [number, string][] = [
  [20, 'عشرون عشرين'],
  [30, 'ثلاثون ثلاثين'],
  [40, 'اربعون اربعين'],
  [50, 'خمسون خمسين'],
  [60, 'ستون ستين'],
  [70, 'سبعون سبعين'],
  [80, 'ثمانون ثمانين'],
  [90, 'تسعون تسعين'],
];
const arabicTimes: [number, string][] = [
  [1e3, 'الف'],
  [1e6, 'مليون'],
  [1e9, 'مليار بليون'],
];
/** "Thousands": a number only after another. */
const arabicPlurals: [number, string][] = [
  [1e3, 'الاف'],
  [1e6, 'ملايين'],
  [1e9, 'مليارات بلايين'],
];
/** Two of what multiplies. */
const arabicDuals: [number, string][] = [
  [2e3, 'الفان الفين الفا الفي'],
  [2e6, 'مليونان مليونين مليوني'],
  [2e9, 'ملياران مليارين ملياري'],
];
/** Spelled with and without the silent alif. */
const hundred = ['مئه', 'مائه'];
const twoHundred = ['مئتان', 'مئتين', 'مئتا', 'مئتي', 'مائتان', 'مائتين', 'مائتا', 'مائتي'];
const severalHundred: [number, string][] = [
  [300, 'ثلاث'],
  [400, 'اربع'],
  [500, 'خمس'],
  [600, 'ست'],
  [700, 'سبع'],
  [800, 'ثماني ثمان'],
  [900, 'تسع'],
];

const arabic = new Map<string, Entry>([
  ...['واحد', 'واحده', 'احد', 'احدي'].map((word): [string, Entry] => [word, { kind: 'unit', value: 1, alone: false }]),
  ...entries(arabicUnits, 'unit'),
  ...entries(arabicTens, 'tens'),
  ...entries(arabicTimes, 'times'),
  ...entries(arabicPlurals, 'times', false),
  ...entries(arabicDuals, 'times'),
  ...hundred.map((word): [string, Entry] => [word, { kind: 'hundreds', value: 100, alone: true }]),
  ...twoHundred.map((word): [string, Entry] => [word, { kind: 'hundreds', value: 200, alone: true }]),
  ...severalHundred.flatMap(([value, stems]) =>
    stems
      .split(' ')
      .flatMap((stem) => hundred.map((end): [string, Entry] => [stem + end, { kind: 'hundreds', value, alone: true }])),
  ),
  // "Million" and "thousand" in the accusative; the second of these is also "two thousand" before a noun, and rarer so.
  ['مليونا', { kind: 'times', value: 1e6, alone: true }],
  ['الفا', { kind: 'times', value: 1e3, alone: true }],
]);

function entries(words: [number, string][], kind: Entry['kind'], alone = true): [string, Entry][] {
  return words.flatMap(([value, forms]) =>
    forms.split(' ').map((form): [string, Entry] => [form, { kind, value, alone }]),
  );
}

/** What a word says in a number; null when it is none. "Monday" and "Sunday" in Arabic are no numbers. */
export function readNumberWord(word: string): NumberWord | null {
  const entry = english.get(word.toLowerCase());
  if (entry) return { ...entry, arabic: false, joined: false };
  if (!/\p{Script=Arabic}/u.test(word)) return null;
  const bare = word
    .replace(/[\u064b-\u0652\u0640]/gu, '')
    .replace(/[أإآ]/gu, 'ا')
    .replace(/ة$/u, 'ه')
    .replace(/ى$/u, 'ي');
  if (/^و?[بل]?(?:ا?ل)(?:اثنين|احد)$/u.test(bare)) return null;
  const joined = bare.startsWith('و');
  const forms: [string, boolean][] = [
    [bare, false],
    [bare.replace(/^و/u, ''), joined],
    [bare.replace(/^و?(?:ال|لل|بال)/u, ''), joined],
    // "I am not" is not "for six".
    [bare.replace(/^و?[بل](?!ست$)/u, ''), joined],
  ];
  for (const [form, withAnd] of forms) {
    const found = arabic.get(form);
    if (found) return { ...found, arabic: true, joined: withAnd };
  }
  return null;
}
