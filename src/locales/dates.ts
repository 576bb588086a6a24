/** Dates in words. A day is formatted as written, an instant in the publication's time zone; the clock is never read. */
import { regionIn } from './locales.ts';

export { dayOfMonth, daysBetween } from './days.ts';

/** "11 April 2026" */
export const longDay = (day: string, lang: string): string => regionIn(lang).longDay(day);

/** "Saturday 11 April 2026" */
export const fullDay = (day: string, lang: string): string => regionIn(lang).fullDay(day);

/** "11 April" */
export const dayAndMonth = (day: string, lang: string): string => regionIn(lang).dayAndMonth(day);

/** "Saturday" */
export const weekday = (day: string, lang: string): string => regionIn(lang).weekday(day);

/** "April 2026" */
export const monthAndYear = (year: number, month: number, lang: string): string =>
  regionIn(lang).monthAndYear(year, month);

/** A day, a month or a year, as exactly as it is given: `2016-08-19`, `2016-08` or `2016`. */
export function knownDate(date: string, lang: string): string {
  if (date.length === 4) return regionIn(lang).digits(date);
  return date.length === 7 ? monthAndYear(Number(date.slice(0, 4)), Number(date.slice(5)), lang) : fullDay(date, lang);
}

/** "11 April 2026 at 07:40" in the given zone. */
export const dayAndTime = (instant: string, lang: string, timeZone: string): string =>
  regionIn(lang).dayAndTime(instant, timeZone);

/** A day as it is; of an instant, the day on which it falls in the zone. */
export const asDay = (value: string, timeZone: string): string =>
  value.includes('T') ? dayOfInstant(value, timeZone) : value;

/** The day, in the zone, on which an instant falls: `2026-04-11`. */
export const dayOfInstant = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** A number in the digits of the region. */
export const numberIn = (value: number, lang: string): string => regionIn(lang).number(value);

/** 1 Monday … 7 Sunday, the day that a week opens with in this language. */
export const firstWeekday = (lang: string): number => regionIn(lang).firstWeekday;

/** A language's name for itself: "العربية". */
export function languageName(lang: string): string {
  return new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
}
