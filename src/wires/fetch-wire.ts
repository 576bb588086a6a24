import type { HttpOutcome } from '#platform/http/http-client.ts';
import type { ReadFeed } from './read-feed.ts';
import { scanFolder } from './scan-folder.ts';
import { type FetchDeps, takeItems } from './take-items.ts';
import type { Wire } from './wire.ts';
import { failWire, recordOutcome, type WireFetch } from './wire-outcome.ts';
import { findWire } from './wire-store.ts';

/**
 * Fetches one wire: a conditional request, each item read in a parsing thread, a page fetched where the feed has only a
 * teaser, all of it accepted in batches. A failure is recorded on the wire and moves its next try further away.
 */
export async function fetchWire(
  deps: FetchDeps,
  wireId: string,
  followUp: 'queue' | 'by-caller' = 'queue',
): Promise<WireFetch> {
  const wire = await findWire(deps.database.read, wireId);
  if (!wire) throw new Error(`there is no wire ${wireId}`);
  return wire.kind === 'folder' ? scanFolder(deps, wire, followUp) : fetchAddress(deps, wire, followUp);
}

async function fetchAddress(deps: FetchDeps, wire: Wire, followUp: 'queue' | 'by-caller'): Promise<WireFetch> {
  const response = await deps.http.get(wire.url, {
    etag: wire.etag,
    lastModified: wire.lastModified,
    accept: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
    maxBytes: deps.config.fetchMaxBytes,
    timeoutMs: deps.config.fetchTimeoutMs,
  });
  if (response.kind === 'not-modified') {
    await recordOutcome(deps, wire, { newReports: false, failures: 0, lastError: null });
    return { kind: 'nothing-new' };
  }
  if (response.kind !== 'ok')
    return failWire(deps, wire, failureOf(response), response.kind === 'failed' ? response.retryAfterMs : 0);

  const read = await deps.sandbox.run<unknown, ReadFeed>('read-feed', {
    bytes: response.body,
    contentType: response.headers['content-type'] ?? null,
    url: response.url,
  });
  if (read.kind !== 'ok') {
    const why =
      read.kind === 'failed'
        ? read.reason
        : read.kind === 'timed-out'
          ? `took longer than ${read.deadlineMs} ms to read`
          : 'needs too much memory to read';
    return failWire(deps, wire, `${wire.url}: ${why}`);
  }

  const total = await takeItems(deps, wire, read.value, {
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

function failureOf(response: Exclude<HttpOutcome, { kind: 'ok' | 'not-modified' }>): string {
  switch (response.kind) {
    case 'too-large':
      return `it is larger than ${response.limitBytes} bytes`;
    case 'timed-out':
      return `it did not answer within ${response.timeoutMs} ms`;
    default:
      return response.reason;
  }
}
