import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { findChangesAfter, findLastChange } from '#platform/changes/change-store.ts';
import type { Reader } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import type { RenderedPage } from '#pages/pages.ts';

/** A page ready to send: plain, gzip and brotli, with its entity tags. */
export interface StoredPage {
  status: number;
  headers: Record<string, string>;
  plain: Buffer;
  gzip: Buffer;
  brotli: Buffer;
  etag: string;
}

/**
 * The pages that were rendered, each until a change to something it read. Rendered at most once at a time; kept
 * compressed; bounded in bytes, the longest unasked going first.
 */
export interface PageCache {
  /** The page at a path if it is here and fresh: a look-up, nothing more. */
  lookUp(path: string): StoredPage | undefined;
  /** The page, rendered if need be. */
  get(path: string): Promise<StoredPage>;
  /** Takes in what other processes changed. */
  catchUp(): Promise<void>;
}

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

export function createPageCache(deps: {
  db: Reader;
  render: (path: string) => Promise<RenderedPage>;
  maxBytes?: number;
  /** The day, now: pages that read it (`today`) are stale the next day. */
  today?: () => string;
}): PageCache {
  const { db, render, maxBytes = 128_000_000, today = () => '' } = deps;
  let day = today();
  const pages = new Map<string, { page: StoredPage; reads: Set<string>; bytes: number }>();
  const making = new Map<string, Promise<StoredPage>>();
  let seen: number | null = null;
  let bytes = 0;

  const forget = (path: string): void => {
    bytes -= pages.get(path)?.bytes ?? 0;
    pages.delete(path);
  };

  async function make(path: string): Promise<StoredPage> {
    const asOf = await findLastChange(db);
    const rendered = await render(path);
    const page = await storePage(rendered);
    // A change while we rendered may have touched what we read: then this answer is not kept.
    const since = await findChangesAfter(db, asOf);
    if (rendered.status < 500 && !since.some(({ key }) => rendered.reads.has(key))) {
      const size = page.plain.length + page.gzip.length + page.brotli.length;
      forget(path);
      pages.set(path, { page, reads: rendered.reads, bytes: size });
      bytes += size;
      for (const oldest of pages.keys()) {
        if (bytes <= maxBytes) break;
        forget(oldest);
      }
    }
    return page;
  }

  return {
    lookUp: (path) => pages.get(path)?.page,
    get(path) {
      const known = pages.get(path);
      if (known) {
        pages.delete(path);
        pages.set(path, known);
        return Promise.resolve(known.page);
      }
      const pending = making.get(path) ?? make(path).finally(() => making.delete(path));
      making.set(path, pending);
      return pending;
    },
    async catchUp() {
      if (day !== today()) {
        day = today();
        for (const [path, { reads }] of pages) if (reads.has('today')) forget(path);
      }
      if (seen === null) {
        seen = await findLastChange(db);
        pages.clear();
        bytes = 0;
        return;
      }
      const changes = await findChangesAfter(db, seen);
      const last = changes.at(-1);
      if (!last) return;
      const keys = changes.map(({ key }) => key);
      for (const [path, { reads }] of pages) {
        if (keys.some((key) => reads.has(key))) forget(path);
      }
      seen = last.id;
    },
  };
}

/** A rendered page with its compressed forms and headers; `effort` (1 to 9) is what their compression may cost. */
export async function storePage(rendered: RenderedPage, effort = 9): Promise<StoredPage> {
  const plain = Buffer.from(rendered.body, 'utf8');
  const [zipped, brotli] = await Promise.all([
    compressGzip(plain, { level: effort }),
    compressBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: effort } }),
  ]);
  return {
    status: rendered.status,
    headers: {
      'content-type': rendered.contentType,
      'cache-control': rendered.status === 200 ? 'public, max-age=60, stale-while-revalidate=600' : 'no-cache',
      vary: 'accept-encoding',
      ...(rendered.location ? { location: rendered.location } : {}),
      ...(rendered.noindex ? { 'x-robots-tag': 'noindex' } : {}),
    },
    plain,
    gzip: zipped,
    brotli,
    etag: `"${sha256(plain).slice(0, 20)}"`,
  };
}
