import { detectLanguage } from '#lib/text/detect-language.ts';
import type { Blobs } from '#platform/blobs/blobs.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Config } from '#platform/config/config.ts';
import type { Database } from '#platform/database/database.ts';
import type { HttpClient } from '#platform/http/http-client.ts';
import type { Sandbox } from '#platform/sandbox/sandbox.ts';
import { directionOf, type Lang } from '#platform/language.ts';
import { findPublication, type Publication } from '#publications/publications.ts';
import { acceptReports, largestBatch } from './accept-reports.ts';
import { fetchArticle } from './fetch-article.ts';
import type { ReadFeed } from './read-feed.ts';
import type { ArrivingReport, SetAside } from './report.ts';
import { isKnownSource } from './save-report-store.ts';
import type { Wire } from './wire.ts';

/** What the fetching of wires needs of a newsroom. */
export interface FetchDeps {
  config: Pick<Config, 'data' | 'fetchMaxBytes' | 'fetchTimeoutMs'> & Partial<Pick<Config, 'mailHosts' | 'proxyUrl'>>;
  database: Database;
  blobs: Blobs;
  clock: Clock;
  http: HttpClient;
  sandbox: Sandbox;
}

/** Where items came from, and what becomes of them. */
interface Taking {
  /** Named where one is set aside: an address, or a file. */
  source: string;
  /** The payload that they stood in. */
  rawSha256: string;
  method: 'feed' | 'file';
  followUp: 'queue' | 'by-caller';
}

/** A feed that carries less of an item than this has only a teaser: the page behind it is read. */
const teaserCharacters = 500;

/** Takes the items of a document that was read for a wire, whatever its format: each is accepted or set aside. */
export async function takeItems(
  deps: FetchDeps,
  wire: Wire,
  feed: ReadFeed,
  taking: Taking,
): Promise<{ added: number; changed: number; setAside: number }> {
  const { rawSha256, followUp } = taking;
  const publications = await findServed(deps.database, wire);
  const aside = (item: string, reason: string): SetAside => ({
    publication: wire.publications[0] ?? null,
    wireId: wire.id,
    source: taking.source,
    item,
    reason,
    rawSha256,
  });
  const setAside = feed.setAside.map(({ item, reason }) => aside(item, reason));
  const reports: ArrivingReport[] = [];
  for (const item of feed.items) {
    const arriving = await readItem(deps, wire, item, feed, taking);
    if (arriving === null) continue;
    if (typeof arriving === 'string') setAside.push(aside(item.externalId, arriving));
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
  return total;
}

/** The item as a report; why it is none; null where it is here already. */
async function readItem(
  deps: FetchDeps,
  wire: Wire,
  item: ReadFeed['items'][number],
  feed: ReadFeed,
  taking: Taking,
): Promise<ArrivingReport | string | null> {
  const sourceKey = `wire:${wire.id}:${item.externalId}`;
  let body = item.text.length >= item.teaser.length ? item.text : item.teaser;
  let { method, rawSha256 }: Pick<ArrivingReport, 'method' | 'rawSha256'> = taking;
  let authors = item.authors;
  let published = item.publishedAt ?? item.updatedAt;
  // What an agency sends is whole as it is, and may not be what its page says by now.
  const pageUrl = body.length < teaserCharacters && !item.handling ? item.url : null;
  if (pageUrl !== null) {
    // Known, and its page was read when it came: the teaser alone must not look like a new version.
    if (await isKnownSource(deps.database.read, sourceKey)) return null;
    const page = await fetchArticle(deps, pageUrl);
    if (page && page.article.text.length > body.length) {
      body = page.article.text;
      method = 'page';
      rawSha256 = page.rawSha256;
      if (authors.length === 0 && page.article.byline) authors = [page.article.byline];
      published ??= page.article.publishedAt;
    }
  }
  const takenBack = item.handling !== undefined && item.handling.status !== 'usable';
  if (body.trim() === '' && item.title.trim() === '' && !takenBack) return 'it has no title and no text';
  return {
    sourceKey,
    externalId: item.externalId,
    url: item.url,
    outlet: wire.outlet,
    wireId: wire.id,
    title: item.title,
    body: body.trim() === '' && !takenBack ? item.title : body,
    lang: languageOf(item, body, feed.lang ?? wire.lang),
    authors,
    agency: item.credit && item.credit !== wire.outlet ? item.credit : null,
    method,
    reportedAt: reportedAt(published, deps.clock),
    rawSha256,
    ...(item.handling ? { handling: item.handling } : {}),
  };
}

/** What the text is in. What an agency says of its own item counts, but where its very letters say that it is wrong. */
function languageOf(item: ReadFeed['items'][number], body: string, around: string | null): Lang {
  const found = detectLanguage(`${item.title}\n${body}`, item.lang ?? around);
  const said = item.handling && item.lang ? item.lang.replace(/-.*$/u, '').toLowerCase() : null;
  return said !== null && (found === 'und' || directionOf(said) === directionOf(found)) ? said : found;
}

/** The outlet's own time; the present where it gave none or one that lies ahead. */
function reportedAt(given: string | null, clock: Clock): string {
  const now = clock.now();
  if (!given) return instantText(now);
  const instant = Temporal.Instant.from(given);
  return instantText(Temporal.Instant.compare(instant, now) > 0 ? now : instant);
}

/** The publications that a wire serves. */
export async function findServed(database: Database, wire: Wire): Promise<Publication[]> {
  const publications: Publication[] = [];
  for (const slug of wire.publications) {
    const publication = await findPublication(database.read, slug);
    if (publication) publications.push(publication);
  }
  return publications;
}
