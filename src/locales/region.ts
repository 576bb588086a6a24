/** Numbers, days and lists as one language tag has them: the region decides on the names of months and on the digits. */
export interface Region {
  lang: string;
  number(value: number): string;
  /** The digits of a text, in the region's own. */
  digits(text: string): string;
  plural(value: number): Intl.LDMLPluralRule;
  listOf(items: string[]): string;
  /** "11 April 2026"; a day is formatted as written. */
  longDay(day: string): string;
  /** "Saturday 11 April 2026" */
  fullDay(day: string): string;
  /** "11 April" */
  dayAndMonth(day: string): string;
  weekday(day: string): string;
  monthName(day: string): string;
  monthAndYear(year: number, month: number): string;
  /** "11 April 2026 at 07:40" in the zone. */
  dayAndTime(instant: string, timeZone: string): string;
  /** 1 Monday … 7 Sunday, the day that a week opens with. */
  firstWeekday: number;
}

/** Where a language writes a day otherwise than the platform's data has it. Each part is in the region's digits. */
export interface DayPatterns {
  dayAndMonth(day: string, month: string): string;
  longDay(day: string, month: string, year: string): string;
  fullDay(day: string, month: string, year: string, weekday: string): string;
  monthAndYear(month: string, year: string): string;
  dayAndTime(longDay: string, time: string): string;
}

export interface RegionSettings {
  /** What the platform is asked for: the tag, with a calendar or digits where they are not the region's. */
  tag: string;
  days?: DayPatterns;
  listOf?: (items: string[]) => string;
}

const utc = { timeZone: 'UTC' } as const;
const dayStart = (day: string): Date => new Date(`${day}T00:00:00Z`);
/** The day and its month stay on one line. */
const held = (text: string): string => text.replace(/(\p{Nd}) (\p{L})/u, '$1\u00a0$2');

export function regionOf(lang: string, { tag, days, listOf }: RegionSettings): Region {
  const formatters = new Map<string, Intl.DateTimeFormat>();
  const format = (value: Date, options: Intl.DateTimeFormatOptions): string => {
    const key = JSON.stringify(options);
    let formatter = formatters.get(key);
    if (!formatter) formatters.set(key, (formatter = new Intl.DateTimeFormat(tag, options)));
    return held(formatter.format(value));
  };
  const numbers = new Intl.NumberFormat(tag, { useGrouping: false });
  const plurals = new Intl.PluralRules(tag);
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const number = (value: number): string => numbers.format(value);
  const month = (day: string): string => format(dayStart(day), { ...utc, month: 'long' });
  const weekday = (day: string): string => format(dayStart(day), { ...utc, weekday: 'long' });
  const dayOf = (day: string): string => number(Number(day.slice(8, 10)));
  const yearOf = (day: string): string => number(Number(day.slice(0, 4)));
  const longDay = (day: string): string =>
    days
      ? held(days.longDay(dayOf(day), month(day), yearOf(day)))
      : format(dayStart(day), { ...utc, day: 'numeric', month: 'long', year: 'numeric' });
  const locale: Intl.Locale & { getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(tag);
  return {
    lang,
    number,
    digits: (text) => text.replace(/[0-9]/gu, (digit) => number(Number(digit))),
    plural: (value) => plurals.select(value),
    listOf: listOf ?? ((items) => lists.format(items)),
    longDay,
    fullDay: (day) =>
      days
        ? held(days.fullDay(dayOf(day), month(day), yearOf(day), weekday(day)))
        : format(dayStart(day), { ...utc, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    dayAndMonth: (day) =>
      days
        ? held(days.dayAndMonth(dayOf(day), month(day)))
        : format(dayStart(day), { ...utc, day: 'numeric', month: 'long' }),
    weekday,
    monthName: month,
    monthAndYear: (year, monthOfYear) => {
      const first = new Date(Date.UTC(year, monthOfYear - 1, 1));
      return days
        ? days.monthAndYear(format(first, { ...utc, month: 'long' }), number(year))
        : format(first, { ...utc, month: 'long', year: 'numeric' });
    },
    dayAndTime: (instant, timeZone) => {
      const at = new Date(instant);
      if (!days) return format(at, { timeZone, dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' });
      const time = format(at, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
      return days.dayAndTime(
        longDay(Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()),
        time,
      );
    },
    firstWeekday: locale.getWeekInfo?.().firstDay ?? 1,
  };
}
