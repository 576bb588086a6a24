import { detectLanguage } from '#lib/text/detect-language.ts';
import type { Blobs } from '#platform/blobs/blobs.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Config } from '#platform/config/config.ts';
import type { Database } from '#platform/database/database.ts';
import { recordEvent } from '#platform/events/event-store.ts';
import type { HttpClient, HttpOutcome } from '#platform/http/http-client.ts';
import type { Sandbox } from '#platform/sandbox/sandbox.ts';
import { findPublication, type Publication } from '#publications/publications.ts';
import { acceptReports, largestBatch } from './accept-reports.ts';
import type { ExtractedArticle } from './extract-article.ts';
import type { ReadFeed } from './read-feed.ts';
import type { ArrivingReport, SetAside } from './report.ts';
import { isKnownSource } from './report-store.ts';
import { nextFetchMinutes, type Wire } from './wire.ts';
import { type FetchRecord, findWire, recordFetch } from './wire-store.ts';

/** What the fetching of wires needs of a newsroom. */
export interface FetchDeps {
  config: Pick<Config, 'fetchMaxBytes' | 'fetchTimeoutMs'>;
  database: Database;
  blobs: Blobs;
  clock: Clock;
  http: HttpClient;
  sandbox: Sandbox;
}

export type WireFetch =
  | { kind: 'fetched'; added: number; changed: number; setAside: number }
  | { kind: 'nothing-new' }
  /** Recorded on the wire, which is tried again later and later. */
  | { kind: 'failed'; reason: string };

/** A feed that carries less of an item than this has only a teaser: the page behind it is read. */
const teaserCharacters = 500;

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
  const response = await deps.http.get(wire.url, {
    etag: wire.etag,
    lastModified: wire.lastModified,
    accept: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
    maxBytes: deps.config.fetchMaxBytes,
    timeoutMs: deps.config.fetchTimeoutMs,
  });
  if (response.kind === 'not-modified') {
    await record(deps, wire, { newReports: false, failures: 0, lastError: null });
    return { kind: 'nothing-new' };
  }
  if (response.kind !== 'ok')
    return fail(deps, wire, failureOf(response), response.kind === 'failed' ? response.retryAfterMs : 0);

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
    return fail(deps, wire, `${wire.url}: ${why}`);
  }

  const rawSha256 = await deps.blobs.put(response.body);
  const publications = await findServed(deps.database, wire);
  const setAside: SetAside[] = read.value.setAside.map(({ item, reason }) => asideOf(wire, item, reason, rawSha256));
  const reports: ArrivingReport[] = [];
  for (const item of read.value.items) {
    const arriving = await readItem(deps, wire, item, read.value, rawSha256);
    if (arriving === null) continue;
    if ('reason' in arriving) setAside.push(arriving);
    else reports.push(arriving);
  }
  const total = { added: 0, changed: 0, setAside: 0 };
  for (let start = 0; start === 0 || start < reports.length; start += largestBatch) {
    const batch = { reports: reports.slice(start, start + largestBatch), setAside: start === 0 ? setAside : [] };
    const accepted = await acceptReports(deps, { ...batch, publications, followUp });
    total.added += accepted.added;
    total.changed += accepted.changed;
    total.setAside += accepted.setAside;
  }
  await record(deps, wire, {
    newReports: total.added > 0,
    failures: 0,
    lastError: null,
    etag: response.headers.etag ?? null,
    lastModified: response.headers['last-modified'] ?? null,
    ...(response.redirectedPermanentlyTo ? { url: response.redirectedPermanentlyTo } : {}),
  });
  return { kind: 'fetched', ...total };
}

async function readItem(
  deps: FetchDeps,
  wire: Wire,
  item: ReadFeed['items'][number],
  feed: ReadFeed,
  rawSha256: string,
): Promise<ArrivingReport | SetAside | null> {
  const sourceKey = `wire:${wire.id}:${item.externalId}`;
  let body = item.text.length >= item.teaser.length ? item.text : item.teaser;
  let method: ArrivingReport['method'] = 'feed';
  let raw = rawSha256;
  let authors = item.authors;
  if (body.length < teaserCharacters && item.url && !(await isKnownSource(deps.database.read, sourceKey))) {
    const page = await fetchArticle(deps, item.url);
    if (page && page.article.text.length > body.length) {
      body = page.article.text;
      method = 'page';
      raw = page.rawSha256;
      if (authors.length === 0 && page.article.byline) authors = [page.article.byline];
    }
  } else if (body.length < teaserCharacters && item.url) {
    // Known, and its page was read when it came: the teaser alone must not look like a new version.
    return null;
  }
  if (body.trim() === '' && item.title.trim() === '')
    return asideOf(wire, item.externalId, 'it has no title and no text', rawSha256);
  return {
    sourceKey,
    externalId: item.externalId,
    url: item.url,
    outlet: wire.outlet,
    wireId: wire.id,
    title: item.title,
    body: body.trim() === '' ? item.title : body,
    lang: detectLanguage(`${item.title}\n${body}`, item.lang ?? feed.lang ?? wire.lang),
    authors,
    agency: item.credit && item.credit !== wire.outlet ? item.credit : null,
    method,
    reportedAt: reportedAt(item.publishedAt ?? item.updatedAt, deps.clock),
    rawSha256: raw,
  };
}

/** A page's text, by way of the fetcher and a parsing thread; null when it cannot be had. */
export async function fetchArticle(
  deps: Pick<FetchDeps, 'config' | 'http' | 'sandbox' | 'blobs'>,
  url: string,
): Promise<{ article: ExtractedArticle; rawSha256: string; url: string } | null> {
  const response = await deps.http.get(url, {
    maxBytes: deps.config.fetchMaxBytes,
    timeoutMs: deps.config.fetchTimeoutMs,
  });
  if (response.kind !== 'ok') return null;
  const contentType = response.headers['content-type'] ?? null;
  const article = await deps.sandbox.run<unknown, ExtractedArticle>('extract-article', {
    page: response.body,
    contentType,
    url: response.url,
  });
  if (article.kind !== 'ok') return null;
  return { article: article.value, rawSha256: await deps.blobs.put(response.body), url: response.url };
}

/** The outlet's own time; the present where it gave none or one that lies ahead. */
function reportedAt(given: string | null, clock: Clock): string {
  const now = clock.now();
  if (!given) return instantText(now);
  const instant = Temporal.Instant.from(given);
  return instantText(Temporal.Instant.compare(instant, now) > 0 ? now : instant);
}

async function findServed(database: Database, wire: Wire): Promise<Publication[]> {
  const publications: Publication[] = [];
  for (const slug of wire.publications) {
    const publication = await findPublication(database.read, slug);
    if (publication) publications.push(publication);
  }
  return publications;
}

function asideOf(wire: Wire, item: string, reason: string, rawSha256: string | null): SetAside {
  return { publication: wire.publications[0] ?? null, wireId: wire.id, source: wire.url, item, reason, rawSha256 };
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

async function fail(deps: FetchDeps, wire: Wire, reason: string, retryAfterMs = 0): Promise<WireFetch> {
  const failures = wire.failures + 1;
  await record(deps, wire, { newReports: false, failures, lastError: reason }, retryAfterMs);
  return { kind: 'failed', reason };
}

async function record(
  deps: FetchDeps,
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
