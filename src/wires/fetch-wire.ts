import { readAddress } from './read-address.ts';
import { scanMailbox } from './scan-mailbox.ts';
import { scanFolder } from './scan-folder.ts';
import { type FetchDeps, takeItems } from './take-items.ts';
import type { Wire } from './wire.ts';
import { failWire, recordOutcome, type WireFetch } from './wire-outcome.ts';
import { findWire } from './wire-store.ts';

/**
 * Fetches one wire: a conditional request, each item read in a parsing thread, a page fetched where the feed has only a
 * teaser, all of it accepted in batches; or what is new in a folder or mailbox. A failure is recorded on the wire and moves its next
 * try further away.
 */
export async function fetchWire(
  deps: FetchDeps,
  wireId: string,
  followUp: 'queue' | 'by-caller' = 'queue',
): Promise<WireFetch> {
  const wire = await findWire(deps.database.read, wireId);
  if (!wire) throw new Error(`there is no wire ${wireId}`);
  if (wire.kind === 'folder') return scanFolder(deps, wire, followUp);
  if (wire.kind === 'mailbox') return scanMailbox(deps, wire, followUp);
  return fetchAddress(deps, wire, followUp);
}

async function fetchAddress(deps: FetchDeps, wire: Wire, followUp: 'queue' | 'by-caller'): Promise<WireFetch> {
  const reading = await readAddress(deps, wire);
  if (reading.kind === 'failed') return failWire(deps, wire, reading.reason, reading.retryAfterMs);
  if (reading.kind === 'not-modified') {
    await recordOutcome(deps, wire, { newReports: false, failures: 0, lastError: null });
    return { kind: 'nothing-new' };
  }
  const { feed, response } = reading;
  const total = await takeItems(deps, wire, feed, {
    source: wire.url,
    rawSha256: await deps.blobs.put(response.body),
    method: 'feed',
    followUp,
  });
  await recordOutcome(deps, wire, {
    newReports: total.added > 0,
    failures: 0,
    lastError: null,
    etag: response.headers.etag ?? null,
    lastModified: response.headers['last-modified'] ?? null,
    ...(response.redirectedPermanentlyTo ? { url: response.redirectedPermanentlyTo } : {}),
  });
  return { kind: 'fetched', ...total };
}
