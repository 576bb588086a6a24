import { type Clock, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { recordEvent } from '#platform/events/event-store.ts';
import { nextFetchMinutes, type Wire } from './wire.ts';
import { type FetchRecord, recordFetch } from './wire-store.ts';

interface Deps {
  database: Database;
  clock: Clock;
}

export type WireFetch =
  /** `more`: there was more than is read at once; it is due again now. */
  | { kind: 'fetched'; added: number; changed: number; setAside: number; more?: true }
  | { kind: 'nothing-new' }
  /** Recorded on the wire, which is tried again later and later. */
  | { kind: 'failed'; reason: string };

/** Records that a wire could not be read, and moves its next try further away. */
export async function failWire(deps: Deps, wire: Wire, reason: string, retryAfterMs = 0): Promise<WireFetch> {
  const failures = wire.failures + 1;
  await recordOutcome(deps, wire, { newReports: false, failures, lastError: reason }, retryAfterMs);
  return { kind: 'failed', reason };
}

/** Records on a wire how it went, and when it is tried next. */
export async function recordOutcome(
  deps: Deps,
  wire: Wire,
  outcome: Omit<FetchRecord, 'at' | 'nextFetchAt'>,
  retryAfterMs = 0,
): Promise<void> {
  const now = deps.clock.now();
  const at = instantText(now);
  const nextFetchAt = instantText(now.add({ minutes: nextFetchMinutes(wire, outcome.failures, retryAfterMs) }));
  await deps.database.write(async (tx) => {
    await recordFetch(tx, wire.id, { ...outcome, at, nextFetchAt });
    if (outcome.lastError)
      await recordEvent(tx, at, { kind: 'wire failed', data: { wire: wire.id, reason: outcome.lastError } });
  });
}
