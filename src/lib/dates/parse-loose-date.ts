import { monthNames } from './month-names.ts';

/** A date that was read. */
export interface LooseDate {
  /** UTC instant as ISO text. */
  instant: string;
  /** The day as it was written, in the zone of whoever wrote it: YYYY-MM-DD. */
  day: string;
  /** What was written of it. A time of 00:00:00 is taken for a day alone: so programs fill it up. */
  precision: 'month' | 'day' | 'minute';
}

/**
 * Reads a date as feeds and pages write it: RFC 822 with its common damage, ISO 8601 and W3C-DTF, asctime, "3 November 2026",
 * "November 3, 2026 6:40 PM", Unix seconds, month names of many languages (month-names.ts), Arabic digits.
 * Gives a UTC instant ("2026-11-03T06:40:00Z"), or null. A time without a zone is read as UTC, a day without a time as its
 * midnight in UTC. Of 3/11/2026 only what can be one thing is read.
 */
export function parseLooseDate(written: string): string | null {
  return readLooseDate(written)?.instant ?? null;
}

/** As `parseLooseDate`, with the day as written and how much of the date was. */
export function readLooseDate(written: string): LooseDate | null {
  const text = westernDigits(written).replace(/\s+/g, ' ').trim().slice(0, 100);
  const parts = readUnix(text) ?? readIso(text) ?? readWords(text) ?? readSlashes(text);
  const instant = parts === null ? null : toInstant(parts);
  if (parts === null || instant === null) return null;
  const hasTime = parts.hour + parts.minute + parts.second > 0;
  const precision = hasTime ? 'minute' : /^\d{4}(?:[-/.]\d{1,2})?$/.test(text) ? 'month' : 'day';
  const day = [parts.year, parts.month, parts.day].map((part) => String(part).padStart(2, '0')).join('-');
  return { instant, day, precision };
}

interface DateParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** Minutes east of UTC. */
  offset: number;
}

const midnight = { hour: 0, minute: 0, second: 0, offset: 0 };

/** Zone names of RFC 822 §5 and those met in feeds, in minutes east of UTC. */
const zones: Record<string, number> = {
  ...{
    ut: 0,
    utc: 0,
    gmt: 0,
    z: 0,
    wet: 0,
    bst: 60,
    west: 60,
    cet: 60,
    mez: 60,
    cest: 120,
    mesz: 120,
    eet: 120,
    eest: 180,
  },
  ...{
    msk: 180,
    trt: 180,
    ist: 330,
    jst: 540,
    kst: 540,
    est: -300,
    edt: -240,
    cst: -360,
    cdt: -300,
    mst: -420,
    mdt: -360,
  },
  ...{
    pst: -480,
    pdt: -420,
    et: -300,
    ct: -360,
    mt: -420,
    pt: -480,
    akst: -540,
    akdt: -480,
    hst: -600,
    aest: 600,
    aedt: 660,
  },
};

/** Arabic and Persian digits as 0–9; marks of direction left out. */
export function westernDigits(text: string): string {
  return text
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0x0f))
    .replace(/[\u200e\u200f]/g, '');
}

function readUnix(text: string): DateParts | null {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null;
  const date = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    offset: 0,
  };
}

function readIso(text: string): DateParts | null {
  const match =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?!\d))?|(\d{2})(\d{2}))?(?:[T ,]+(.*))?$/i.exec(text) ??
    /^(\d{4})-(\d{2})-(\d{2})(\d{2}:.*)$/.exec(text);
  if (!match) return null;
  const [, year, month = match[4], day = match[5]] = match;
  const rest = match[6] ?? '';
  const time = rest === '' ? midnight : readTime(rest);
  if (!time || (rest !== '' && day === undefined)) return null;
  return { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1), ...time };
}

/** A day, a month's name and a year, in any order that tells them apart, and perhaps a time before or after the year. */
function readWords(text: string): DateParts | null {
  const lower = withoutWeekday(text.toLowerCase());
  const month = monthNames.findIndex((names) => names.some((name) => monthAt(lower, name) !== -1)) + 1;
  if (month === 0) return null;
  const name = monthNames[month - 1]?.find((prefix) => monthAt(lower, prefix) !== -1) ?? '';
  const start = monthAt(lower, name);
  const before = lower.slice(0, start);
  const after = lower.slice(start + name.length).replace(/^[\p{L}.]*/u, '');
  const dayBefore = /(?:^|[^\d:])(\d{1,2})(?:st|nd|rd|th|er|\.)?(?: of| de)?[ .,-]*$/.exec(before)?.[1];
  const rest = dayBefore === undefined ? /^[ .,-]*(\d{1,2})(?:st|nd|rd|th)?(?![\d:])(.*)$/.exec(after) : null;
  const day = dayBefore ?? rest?.[1];
  const tail = rest?.[2] ?? after;
  const year = /(?:^[ .,-]*|[^\d:+-])(\d{4})(?!\d)/.exec(tail)?.[1] ?? /^[ .,'’-]*(\d{2})(?![\d:])/.exec(tail)?.[1];
  if (day === undefined || year === undefined) return null;
  const clock = tail.replace(year, ' ');
  const time = /\d:\d/.test(clock) ? readTime(clock.replace(/^[^\d]*/, '')) : midnight;
  return time && { year: fullYear(Number(year), year.length), month, day: Number(day), ...time };
}

/** "mardi 3 novembre": the name of the day must not pass for March. */
function withoutWeekday(text: string): string {
  const rest = /^\p{L}+[.,،]? +(\d.*)$/u.exec(text)?.[1];
  return rest !== undefined && monthNames.some((names) => names.some((name) => monthAt(rest, name) !== -1))
    ? rest
    : text;
}

function monthAt(text: string, name: string): number {
  const at = text.indexOf(name);
  return at > 0 && /\p{L}/u.test(text.charAt(at - 1)) ? -1 : at;
}

function readSlashes(text: string): DateParts | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[ ,T]+(.*))?$/.exec(text);
  if (!match) return null;
  const [, first, second, year = '', clock] = match;
  const [a, b] = [Number(first), Number(second)];
  // Dots are a European habit, day first; with slashes or dashes the order must show itself.
  const dayFirst = a > 12 || a === b || text.includes('.');
  if (!dayFirst && b <= 12) return null;
  const time = clock ? readTime(clock) : midnight;
  const [day, month] = dayFirst ? [a, b] : [b, a];
  return time && { year: fullYear(Number(year), year.length), month, day, ...time };
}

function readTime(text: string): Omit<DateParts, 'year' | 'month' | 'day'> | null {
  const match =
    /^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)? ?([ap])?\.?m?\.?(?![a-z]m)(.*)$/i.exec(text) ??
    /^(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?()((?:z|[+-]).*)?$/i.exec(text);
  if (!match) return null;
  const [, hours, minute, second, half, zone] = match;
  let hour = Number(hours);
  if (half && hour <= 12) hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return { hour, minute: Number(minute), second: Math.min(Number(second ?? 0), 59), offset: readZone(zone ?? '') };
}

/** Minutes east of UTC; what cannot be read is UTC. */
function readZone(text: string): number {
  const numeric = /([+-])(\d{1,2}):?(\d{2})?/.exec(text);
  if (numeric) {
    const [, sign, hours, minutes] = numeric;
    const offset = Number(hours) * 60 + Number(minutes ?? 0);
    return offset > 14 * 60 ? 0 : sign === '-' ? -offset : offset;
  }
  const name = /[a-z]+/i.exec(text)?.[0]?.toLowerCase() ?? '';
  return zones[name] ?? 0;
}

/** Two-digit years after RFC 2822 §4.3: 00–49 are this century. */
function fullYear(year: number, digits: number): number {
  return digits > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
}

function toInstant({ year, month, day, hour, minute, second, offset }: DateParts): string | null {
  if (year < 1800 || year > 2200 || hour > 24 || minute > 59) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const instant = date.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000;
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}
