import type { ReadLog } from './read-log.ts';
import { createReadLog } from './read-log.ts';

/**
 * What several pages are made from alike (a piece as feeds carry it, a card), kept from one page to the next until
 * something that it read is changed.
 */
export interface Shared {
  /** The value of a key, made if it is not here; what it read is read by who asks, too. */
  once<T>(key: string, log: ReadLog, make: (log: ReadLog) => Promise<T>): Promise<T>;
  /** A change was taken in. What is being made at that moment may hold what was before: nobody else is given it. */
  forget(changed: string): void;
  clear(): void;
}

interface Kept {
  value: Promise<{ value: unknown; reads: Set<string> }>;
  /** Null while it is being made. */
  reads: Set<string> | null;
}

/** A page uses some tens; far more than lists and feeds show at a time is of no use. */
const mostKept = 4000;

export function createShared(): Shared {
  const kept = new Map<string, Kept>();
  return {
    async once<T>(key: string, log: ReadLog, make: (log: ReadLog) => Promise<T>): Promise<T> {
      let known = kept.get(key);
      if (!known) {
        if (kept.size >= mostKept) kept.clear();
        const own = createReadLog();
        const made: Kept = { reads: null, value: make(own).then((value) => ({ value, reads: own.keys })) };
        kept.set(key, made);
        made.value.then(
          ({ reads }) => (made.reads = reads),
          () => kept.get(key) === made && kept.delete(key),
        );
        known = made;
      }
      const { value, reads } = await known.value;
      log.add(...reads);
      return value as T;
    },
    forget(changed) {
      for (const [key, { reads }] of kept) if (reads === null || reads.has(changed)) kept.delete(key);
    },
    clear: () => kept.clear(),
  };
}
