import { foldWord } from '#lib/text/words.ts';

/**
 * Dates as reports tell them, in one number: months in its bits 0 to 11, days of the week in 12 to 18, and a year above,
 * counted from the one before `FIRST_YEAR` (0: none). A word that may be one of two months stands for both.
 */
const WEEKDAY_BIT = 12;
const YEAR_BIT = 19;
const FIRST_YEAR = 1900;
const YEARS = 200;

/** Arabic has two sets of months: يناير … and كانون الثاني …. */
const locales = ['en-US', 'en-GB', 'ar-EG', 'ar-SY'];
/** A shorter one is a word as well: آب is August, and a father. */
const fewestLetters = 3;

/** By the first word of the name of a month or a day of the week, its bits. */
function makeDateWords(): Map<string, number> {
  const dateWords = new Map<string, number>();
  for (const locale of locales)
    for (const length of ['long', 'short'] as const) {
      const month = new Intl.DateTimeFormat(locale, { month: length, timeZone: 'UTC' });
      const weekday = new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' });
      const names = [
        ...Array.from({ length: 12 }, (_, bit) => [month.format(Date.UTC(2023, bit, 1)), bit] as const),
        // 1 January 2023 was a Sunday.
        ...Array.from(
          { length: 7 },
          (_, day) => [weekday.format(Date.UTC(2023, 0, 1 + day)), WEEKDAY_BIT + day] as const,
        ),
      ];
      for (const [name, bit] of names) {
        const word = foldWord(name.split(' ')[0] ?? '');
        if (word.length >= fewestLetters) dateWords.set(word, (dateWords.get(word) ?? 0) | (1 << bit));
      }
    }
  return dateWords;
}

/** Made when it is first asked for: most commands read no reports, and it takes 30 ms. */
let dateWords: Map<string, number> | null = null;

/** What a word says of when; 0: nothing. Where there are capitals, a month has one. */
export function dateOf(folded: string, isNumber: boolean, isCapital: boolean, isArabic: boolean): number {
  if (!isNumber) {
    dateWords ??= makeDateWords();
    return isCapital || isArabic ? (dateWords.get(folded) ?? 0) : 0;
  }
  if (!/^\d{4}$/u.test(folded)) return 0;
  const year = Number(folded) - FIRST_YEAR + 1;
  return year > 0 && year <= YEARS ? year * 2 ** YEAR_BIT : 0;
}

/** The dates that a report tells: which months and days of the week, and which years (a bit each, 32 years apart the same one). */
export interface DatesTold {
  days: number;
  years: number;
}

export function tellDate(told: DatesTold, date: number): void {
  told.days |= date & (2 ** YEAR_BIT - 1);
  const year = date >>> YEAR_BIT;
  if (year > 0) told.years |= 1 << (year & 31);
}

/** Whether two reports tell of one year, one month, one day of the week: 1 yes, -1 no, 0 where one of them tells of none. */
export function compareDates(a: DatesTold, b: DatesTold): [years: number, months: number, weekdays: number] {
  const monthBits = 2 ** WEEKDAY_BIT - 1;
  return [
    agree(a.years, b.years),
    agree(a.days & monthBits, b.days & monthBits),
    agree(a.days & ~monthBits, b.days & ~monthBits),
  ];
}

function agree(one: number, other: number): number {
  if (one === 0 || other === 0) return 0;
  return (one & other) === 0 ? -1 : 1;
}
