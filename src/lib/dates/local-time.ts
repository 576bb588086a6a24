/** What a wall clock's time is in a zone. */
export type LocalTime =
  /** `twice`: the clock shows it twice that day, as it goes back; `instant` is the earlier. */
  | { kind: 'known'; instant: Temporal.Instant; twice: boolean }
  /** The clock jumps over it that day; `next` is the first that it shows after it. */
  | { kind: 'skipped'; next: string }
  | { kind: 'unreadable' };

/** Reads what a wall clock shows, "2026-11-20T08:00", in a zone (an IANA name). */
export function readLocalTime(text: string, timeZone: string): LocalTime {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u.test(text)) return { kind: 'unreadable' };
  let shown: Temporal.PlainDateTime;
  try {
    shown = Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    return { kind: 'unreadable' };
  }
  const earlier = shown.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = shown.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (!later.toPlainDateTime().equals(shown))
    return { kind: 'skipped', next: later.toPlainDateTime().toString().slice(0, 16) };
  return { kind: 'known', instant: earlier.toInstant(), twice: !earlier.equals(later) };
}

/** What a wall clock in a zone shows at an instant: "2026-11-20T08:00". */
export function localTimeOf(instant: Temporal.Instant, timeZone: string): string {
  return instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}
