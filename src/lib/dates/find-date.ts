import { monthAlternatives, monthNumber } from './month-names.ts';
import { type LooseDate, readLooseDate, westernDigits } from './parse-loose-date.ts';

/** A date inside a longer text, and where it stands there (UTF-16 offsets, end exclusive). */
export interface FoundDate extends LooseDate {
  start: number;
  end: number;
}

const separator = String.raw`[\s.,/-]{0,3}`;
const month = String.raw`(?<![\p{L}])(${monthAlternatives})\p{L}*\.?(?:\s?/\s?\p{L}+)?`;

/** Each pattern with the order of its groups. */
const patterns: readonly (readonly [RegExp, 'ymd' | 'dmy' | 'mdy' | 'numbers'])[] = [
  [/(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/u, 'ymd'],
  [/(?<!\d)((?:19|20)\d\d)(\s?)年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/u, 'ymd'],
  [
    new RegExp(
      String.raw`(?<![\d:])(\d{1,2})(?:st|nd|rd|th|er|ère|º|ª|η)?${separator}(?:(?:of|de|del|d['’]) ?)?${month}${separator}(?:(?:de|del|του) )?(\d{4}|['’]\d\d)(?!\d)`,
      'iu',
    ),
    'dmy',
  ],
  [
    new RegExp(String.raw`${month}${separator}(\d{1,2})(?:st|nd|rd|th|º)?${separator}(\d{4}|['’]\d\d)(?!\d)`, 'iu'),
    'mdy',
  ],
  [/(?<![\d.,/:-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d\d)(?![\d./-]*\d)/u, 'numbers'],
];

/**
 * Finds the first date in a short text: with the month in words or in numbers, year first or last, and the time beside it.
 * @param monthFirst how 3/11/2026 is meant where it could be both; dates with dots have the day first always
 */
export function findDate(written: string, { monthFirst = false } = {}): FoundDate | null {
  const text = westernDigits(written.slice(0, 1_000).replace(/[\u200e\u200f\s]/g, ' '));
  if (!/\d/.test(text)) return null;
  let first: FoundDate | null = null;
  for (const [pattern, order] of patterns) {
    const match = pattern.exec(text);
    if (!match || (first && match.index >= first.start)) continue;
    const day = dayOf(match, order, monthFirst);
    if (day === null) continue;
    const end = match.index + match[0].length;
    const after = timeAfter.exec(text.slice(end, end + 60));
    const before = after ? null : timeBefore.exec(text.slice(Math.max(0, match.index - 40), match.index));
    const date = readLooseDate(`${day} ${after?.[1] ?? before?.[1] ?? ''}`) ?? readLooseDate(day);
    if (date) {
      const start = match.index - (before?.[0].length ?? 0);
      first = { ...date, start, end: end + (after?.[0].length ?? 0) };
    }
  }
  return first;
}

const timeAfter =
  /^(?:[\s,;|/·•–—@()-]|T(?=\d)|(?<!\p{L})(?:um|at|à|a|às|as|las|alle|ore|kl|o|godz|saat|om|en|в|ώρα|της)(?!\p{L})\.?|στις|الساعة){0,6}(\d{1,2}[:.h]\d\d(?![.\d]*\.\d{4})(?::\d\d(?:\.\d+)?)?\s?(?:[ap]\.?m\.?)?(?:\s?(?:Z|[+-]\d\d:?\d\d|(?:[A-Z]{1,3}T|GMT|UTC|MESZ|CEST|MEZ)\b))?)(?:\s?(?:uhr|hs?\b))?/iu;
const timeBefore =
  /(?<![\d.:])(\d{1,2}:\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?)\s?(?:uhr|hs?|gmt|utc|edt|est)?[\s,|·•–—-]*$/iu;

function dayOf(match: RegExpExecArray, order: 'ymd' | 'dmy' | 'mdy' | 'numbers', monthFirst: boolean): string | null {
  const [, first = '', second = '', third = '', fourth = ''] = match;
  if (order === 'ymd') return isoDay(first, Number(third), Number(fourth));
  if (order === 'dmy') return isoDay(third, monthNumber(second), Number(first));
  if (order === 'mdy') return isoDay(third, monthNumber(first), Number(second));
  const [a, b] = [Number(first), Number(third)];
  const swapped = second !== '.' && (b > 12 || (monthFirst && a <= 12));
  return swapped ? isoDay(fourth, a, b) : isoDay(fourth, b, a);
}

function isoDay(year: string, monthNo: number, day: number): string | null {
  const digits = year.replace(/\D/g, '');
  const full =
    digits.length === 4 ? Number(digits) : Number(digits) < 50 ? 2000 + Number(digits) : 1900 + Number(digits);
  if (full < 1900 || full > 2100 || monthNo < 1 || monthNo > 12 || day < 1 || day > 31) return null;
  return `${full}-${String(monthNo).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
