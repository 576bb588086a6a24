/** The one place that reads the time. */
export interface Clock {
  /** The present instant. */
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock for tests: stands still until it is moved. */
export interface FixedClock extends Clock {
  advance(duration: Temporal.DurationLike): void;
  set(instant: string): void;
}

export function createFixedClock(start: string): FixedClock {
  let present = Temporal.Instant.from(start);
  return {
    now: () => present,
    advance: (duration) => {
      present = present.add(duration);
    },
    set: (instant) => {
      present = Temporal.Instant.from(instant);
    },
  };
}

/** ISO text of an instant with milliseconds, in UTC: sorts as text, and is how instants are stored. */
export function instantText(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}

/** The day (YYYY-MM-DD) that an instant falls on in a time zone. */
export function dayIn(timeZone: string, instant: Temporal.Instant | string): string {
  return Temporal.Instant.from(instant.toString()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
