import type { SandboxOutcome } from '#platform/sandbox/sandbox.ts';
import type { HttpOutcome } from '#platform/http/http-client.ts';
import type { ReadFeed } from './read-feed.ts';
import type { FetchDeps } from './take-items.ts';
import type { Wire } from './wire.ts';

/** What stands at a wire's address, read; or why it cannot be. */
export type WireReading =
  | { kind: 'read'; feed: ReadFeed; response: Extract<HttpOutcome, { kind: 'ok' }> }
  | { kind: 'not-modified' }
  /** `answered`: it did, with something that cannot be read. */
  | { kind: 'failed'; reason: string; answered: boolean; retryAfterMs: number };

/**
 * Asks a wire's address and reads the answer in a parsing thread: a document of any format, or a page by its selectors.
 * Nothing is kept.
 */
export async function readAddress(
  deps: Pick<FetchDeps, 'config' | 'http' | 'sandbox'>,
  wire: Pick<Wire, 'kind' | 'url' | 'selectors' | 'etag' | 'lastModified'>,
): Promise<WireReading> {
  const response = await deps.http.get(wire.url, {
    etag: wire.etag,
    lastModified: wire.lastModified,
    accept:
      wire.kind === 'page'
        ? 'text/html, application/xhtml+xml, */*;q=0.5'
        : 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
    maxBytes: deps.config.fetchMaxBytes,
    timeoutMs: deps.config.fetchTimeoutMs,
  });
  if (response.kind === 'not-modified') return response;
  if (response.kind !== 'ok') {
    const retryAfterMs = response.kind === 'failed' ? (response.retryAfterMs ?? 0) : 0;
    return { kind: 'failed', reason: failureOf(response), answered: false, retryAfterMs };
  }
  const document = {
    bytes: response.body,
    contentType: response.headers['content-type'] ?? null,
    url: response.url,
  };
  const read =
    wire.kind === 'page'
      ? await deps.sandbox.run<unknown, ReadFeed>('read-page-list', { ...document, selectors: wire.selectors })
      : await deps.sandbox.run<unknown, ReadFeed>('read-feed', document);
  if (read.kind !== 'ok')
    return { kind: 'failed', reason: `${wire.url}: ${unreadReason(read)}`, answered: true, retryAfterMs: 0 };
  return { kind: 'read', feed: read.value, response };
}

/** Why a document was not read. */
export function unreadReason(read: Exclude<SandboxOutcome<unknown>, { kind: 'ok' }>): string {
  if (read.kind === 'failed') return read.reason;
  return read.kind === 'timed-out'
    ? `it takes longer than ${read.deadlineMs} ms to read`
    : 'it needs too much memory to read';
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
