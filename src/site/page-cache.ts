import { findChangesAfter, findLastChange } from '#platform/changes/change-store.ts';
import type { Reader } from '#platform/database/database.ts';
import type { RenderedPage } from '#pages/pages.ts';
import { type StoredPage, storePage } from './stored-page.ts';

/**
 * The pages that were rendered, each until a change to something it read is taken in. Rendered once however many ask at
 * the same time; kept compressed; bounded in bytes, the longest unasked going first.
 */
export interface PageCache {
  /** The page at a path if it is here and fresh: a look-up, nothing more. */
  lookUp(path: string): StoredPage | undefined;
  /** The page, rendered if need be; never older than the last change that was taken in before it was asked for. */
  get(path: string): Promise<StoredPage>;
  /** Takes in what was changed, here or by other processes. Afterwards nothing older is answered. */
  catchUp(): Promise<void>;
}

interface KeptPage {
  page: StoredPage;
  reads: Set<string>;
  bytes: number;
}

/** Pages that are not there (404, 410, moved) are kept too, but few: a stranger can make up as many as he likes. */
const mostAbsent = 500;
const mostAttempts = 3;

export function createPageCache(deps: {
  db: Reader;
  render: (path: string) => Promise<RenderedPage>;
  maxBytes?: number;
  /** Told of each change that is taken in, before any page is made anew; null: anything may have changed. */
  changed?: (key: string | null) => void;
  /** The day, now: pages that read it (`today`) are stale the next day. */
  today?: () => string;
}): PageCache {
  const { db, render, maxBytes = 128_000_000, today = () => '', changed: tell = () => {} } = deps;
  const pages = new Map<string, KeptPage>();
  const readersOf = new Map<string, Set<string>>();
  const absent = new Set<string>();
  const making = new Map<string, Promise<StoredPage>>();
  /** What was taken in while a page was made, for each that is being made. */
  const changedMeanwhile = new Set<Set<string>>();
  let day = today();
  let seen: number | null = null;
  let bytes = 0;
  let turn = Promise.resolve();

  function forget(path: string): void {
    const known = pages.get(path);
    if (!known) return;
    pages.delete(path);
    absent.delete(path);
    bytes -= known.bytes;
    for (const key of known.reads) {
      const readers = readersOf.get(key);
      readers?.delete(path);
      if (readers?.size === 0) readersOf.delete(key);
    }
  }

  function keep(path: string, page: StoredPage, reads: Set<string>): void {
    forget(path);
    const size = page.gzip.length + page.brotli.length + (page.plain?.length ?? 0);
    pages.set(path, { page, reads, bytes: size });
    bytes += size;
    for (const key of reads) {
      const readers = readersOf.get(key) ?? new Set();
      readersOf.set(key, readers.add(path));
    }
    if (page.status !== 200) absent.add(path);
    const [firstAbsent] = absent;
    if (absent.size > mostAbsent && firstAbsent !== undefined) forget(firstAbsent);
    for (const oldest of pages.keys()) {
      if (bytes <= maxBytes) break;
      forget(oldest);
    }
  }

  /**
   * A change that is taken in while a page is made may be in one part of it and not in another: then it is made anew. One
   * that is committed meanwhile and taken in later finds the page kept, and forgets it.
   */
  async function make(path: string): Promise<StoredPage> {
    for (let attempt = 1; ; attempt += 1) {
      const meanwhile = new Set<string>();
      changedMeanwhile.add(meanwhile);
      try {
        const rendered = await render(path);
        const page = await storePage(rendered);
        const stale = meanwhile.size > 0 && !meanwhile.isDisjointFrom(rendered.reads);
        if (!stale && rendered.status < 500 && rendered.kept !== false) keep(path, page, rendered.reads);
        if (!stale || attempt === mostAttempts) return page;
      } finally {
        changedMeanwhile.delete(meanwhile);
      }
    }
  }

  function touch(path: string): StoredPage | undefined {
    const known = pages.get(path);
    if (!known) return undefined;
    pages.delete(path);
    pages.set(path, known);
    return known.page;
  }

  function changed(key: string): void {
    tell(key);
    for (const path of [...(readersOf.get(key) ?? [])]) forget(path);
    for (const meanwhile of changedMeanwhile) meanwhile.add(key);
  }

  async function takeIn(): Promise<void> {
    if (day !== today()) {
      day = today();
      changed('today');
    }
    if (seen === null) {
      // Until now nobody looked for changes: what was kept may be stale.
      seen = await findLastChange(db);
      tell(null);
      for (const path of [...pages.keys()]) forget(path);
      return;
    }
    const changes = await findChangesAfter(db, seen);
    const last = changes.at(-1);
    if (!last) return;
    for (const { key } of changes) changed(key);
    seen = last.id;
  }

  return {
    lookUp: touch,
    get(path) {
      const known = touch(path);
      if (known) return Promise.resolve(known);
      const pending = making.get(path) ?? make(path).finally(() => making.delete(path));
      making.set(path, pending);
      return pending;
    },
    // In turn: one that is asked for while another reads must itself read, for what was committed in between.
    catchUp() {
      const mine = turn.then(takeIn);
      turn = mine.catch(() => {});
      return mine;
    },
  };
}
