import { dayAndMonth, dayOfInstant, daysBetween, weekday } from '#locales/dates.ts';

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "three outlets", "12 outlets". */
export function counted(count: number, one: string, other = `${one}s`): string {
  return `${numbers[count] ?? String(count)} ${count === 1 ? one : other}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "A, B and C" */
export function listed(items: string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items);
}

/** "today", "yesterday", "Tuesday", "4 November": a day as seen from another. */
export function dayFrom(day: string, from: string): string {
  const ago = daysBetween(day, from);
  if (ago === 0) return 'today';
  if (ago === 1) return 'yesterday';
  if (ago > 1 && ago < 7) return weekday(day, 'en');
  return dayAndMonth(day, 'en');
}

/** "07:40" in a zone. */
export function timeOf(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  );
}

/** "07:40", or with its day where that is another one: "Fri 07:40". */
export function timeOnDay(instant: string, day: string, timeZone: string): string {
  const on = dayOfInstant(instant, timeZone);
  const time = timeOf(instant, timeZone);
  return on === day
    ? time
    : `${Math.abs(daysBetween(on, day)) < 7 ? weekday(on, 'en').slice(0, 3) : dayAndMonth(on, 'en')} ${time}`;
}

/** "4 minutes ago", "in 2 hours". */
export function sinceOrUntil(instant: string, now: Temporal.Instant): string {
  const minutes = Math.round(Temporal.Instant.from(instant).since(now).total('minutes'));
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (Math.abs(minutes) < 1) return 'just now';
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute');
  if (Math.abs(minutes) < 36 * 60) return format.format(Math.round(minutes / 60), 'hour');
  return format.format(Math.round(minutes / 60 / 24), 'day');
}

/** Two letters that stand for an outlet: "SC" for The Selwyn Courier. */
export function monogram(outlet: string): string {
  // "CNN (Web News)" is CNN.
  const plain = outlet.replace(/\s*\([^)]*\)/gu, '').trim() || outlet;
  const words = plain.split(/\s+/u).filter((word) => !/^(?:the|of|and|al|de|la)$/iu.test(word));
  const letters = words.slice(0, 2).map((word) => Array.from(word.replace(/^(?:al-|ال)/iu, ''))[0] ?? '');
  const text = letters.join('');
  return (
    words.length === 1
      ? Array.from(words[0] ?? '')
          .slice(0, 2)
          .join('')
      : text
  ).toLocaleUpperCase('en');
}
