import type { Clock } from '#platform/clock.ts';

/** A limit for everybody together: it knows no addresses, so it keeps none. In memory, for one process. */
export interface TokenBucket {
  /** False: there were too many lately. */
  take(): boolean;
}

/** `most` at once, and one more each `everyMs`. */
export function createTokenBucket(clock: Clock, options: { most: number; everyMs: number }): TokenBucket {
  let left = options.most;
  let asOf = clock.now().epochMilliseconds;
  return {
    take() {
      const now = clock.now().epochMilliseconds;
      const grown = Math.floor(Math.max(0, now - asOf) / options.everyMs);
      left = Math.min(options.most, left + grown);
      asOf = left === options.most ? now : asOf + grown * options.everyMs;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
