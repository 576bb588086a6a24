/** Dates in words. A day is formatted as written, an instant in the publication's time zone; the clock is never read. */
import { languageOf } from './direction.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** British order for plain `en`; Western digits in Arabic, as in the body text; `ar-SY` keeps its own names of months. */
function dateLocale(lang: string): string {
  if (lang === 'en') return 'en-GB';
  return languageOf(lang) === 'ar' ? `${lang}-u-nu-latn` : lang;
}

function format(value: Date, lang: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${lang} ${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(dateLocale(lang), options);
    formatters.set(key, formatter);
  }
  // The day and its month stay on one line.
  return formatter.format(value).replace(/(\d) (\p{L})/u, '$1\u00a0$2');
}

const dayStart = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** "11 April 2026" */
export const longDay = (day: string, lang: string): string =>
  format(dayStart(day), lang, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** "Saturday 11 April 2026" */
export const fullDay = (day: string, lang: string): string =>
  format(dayStart(day), lang, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** "11 April" */
export const dayAndMonth = (day: string, lang: string): string =>
  format(dayStart(day), lang, { timeZone: 'UTC', day: 'numeric', month: 'long' });

/** "Saturday" */
export const weekday = (day: string, lang: string): string =>
  format(dayStart(day), lang, { timeZone: 'UTC', weekday: 'long' });

/** "April 2026" */
export const monthAndYear = (year: number, month: number, lang: string): string =>
  format(new Date(Date.UTC(year, month - 1, 1)), lang, { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** A day, a month or a year, as exactly as it is given: `2016-08-19`, `2016-08` or `2016`. */
export function knownDate(date: string, lang: string): string {
  if (date.length === 4) return date;
  return date.length === 7 ? monthAndYear(Number(date.slice(0, 4)), Number(date.slice(5)), lang) : fullDay(date, lang);
}

/** "11 April 2026 at 07:40" in the given zone. */
export const dayAndTime = (instant: string, lang: string, timeZone: string): string =>
  format(new Date(instant), lang, { timeZone, dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' });

/** A day as it is; of an instant, the day on which it falls in the zone. */
export const asDay = (value: string, timeZone: string): string =>
  value.includes('T') ? dayOfInstant(value, timeZone) : value;

/** The day, in the zone, on which an instant falls: `2026-04-11`. */
export const dayOfInstant = (instant: string, timeZone: string): string =>
  format(new Date(instant), 'en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });

/** "April" as the language of a publication says it, for titles that build their own form. */
export const monthName = (day: string, lang: string): string =>
  format(dayStart(day), lang, { timeZone: 'UTC', month: 'long' });

export const dayOfMonth = (day: string): number => Number(day.slice(8, 10));

/** Whole days from one day to a later one; negative when it is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((dayStart(to).getTime() - dayStart(from).getTime()) / 86_400_000);

/** 1 Monday … 7 Sunday, the day that a week opens with in this language. */
export function firstWeekday(lang: string): number {
  const locale: Intl.Locale & { getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(dateLocale(lang));
  return locale.getWeekInfo?.().firstDay ?? 1;
}

/** A language's name for itself: "العربية". */
export function languageName(lang: string): string {
  return new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
}
