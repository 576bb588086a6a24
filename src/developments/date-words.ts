import { foldWord } from '#lib/text/words.ts';

/**
 * Dates as reports tell them, in one number: months in its bits 0 to 11, days of the week in 12 to 18, and a year above,
 * counted from the one before `FIRST_YEAR` (0: none). A word that may be one of two months stands for both.
 */
const WEEKDAY_BIT = 12;
const YEAR_BIT = 19;
const FIRST_YEAR = 1900;
const YEARS = 200;

const months = [
  'January Jan يناير كانون',
  'February Feb فبراير شباط',
  'March Mar مارس آذار',
  'April Apr أبريل نيسان',
  'May مايو أيار',
  'June Jun يونيو حزيران',
  'July Jul يوليو تموز',
  'August Aug أغسطس',
  'September Sept Sep سبتمبر أيلول',
  'October Oct أكتوبر تشرين',
  'November Nov نوفمبر تشرين',
  'December Dec ديسمبر كانون',
];
const weekdays = [
  'Sunday Sun الأحد',
  'Monday Mon الاثنين الإثنين',
  'Tuesday Tue الثلاثاء',
  'Wednesday Wed الأربعاء',
  'Thursday Thu الخميس',
  'Friday Fri الجمعة',
  'Saturday Sat السبت',
];

const dateWords = new Map<string, number>();
for (const [lines, from] of [
  [months, 0],
  [weekdays, WEEKDAY_BIT],
] as const)
  for (const [at, line] of lines.entries())
    for (const word of line.split(' ').map(foldWord))
      dateWords.set(word, (dateWords.get(word) ?? 0) | (1 << (from + at)));

/** What a word says of when; 0: nothing. Where there are capitals, a month has one. */
export function dateOf(folded: string, isNumber: boolean, isCapital: boolean, isArabic: boolean): number {
  if (!isNumber) return isCapital || isArabic ? (dateWords.get(folded) ?? 0) : 0;
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
