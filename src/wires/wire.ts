import type { Lang } from '#platform/language.ts';
import type { WireTerms } from './terms.ts';

/** What a wire is: an address that answers with a document, a page that is no feed, a folder beside the data, or a mailbox. */
export type WireKind = 'feed' | 'page' | 'folder' | 'mailbox';

/** Where a page that is no feed has its items: CSS selectors, those of the parts looked up inside each item. */
export interface PageSelectors {
  item: string;
  /** '' : the text of the link. */
  title: string;
  /** '' : the first link of the item, or the item itself where it is one. */
  link: string;
  /** '' : none is looked for. */
  date: string;
}

/** One source of reports, and how its last fetches went. A private wire is in no public list. */
export interface Wire {
  id: string;
  kind: WireKind;
  outlet: string;
  /** A web address; of a folder, `folder:` and its name; of a mailbox, `imaps:` and no password. */
  url: string;
  /** Of a page alone. */
  selectors: PageSelectors | null;
  /** What an editor says of the use of its reports; null where nothing was said. */
  terms: WireTerms | null;
  lang: Lang | null;
  visibility: 'public' | 'private';
  state: 'active' | 'paused';
  intervalMinutes: number;
  idleAlarmHours: number;
  etag: string | null;
  lastModified: string | null;
  lastFetchedAt: string | null;
  nextFetchAt: string;
  lastNewReportAt: string | null;
  failures: number;
  lastError: string | null;
  publications: string[];
}

const longestBackOffMinutes = 24 * 60;

/** Minutes until the next try: the interval, doubled for each failure in a row, a day at most; never before the server's Retry-After. */
export function nextFetchMinutes(wire: Pick<Wire, 'intervalMinutes'>, failures: number, retryAfterMs = 0): number {
  const backOff = Math.min(wire.intervalMinutes * 2 ** Math.min(failures, 12), longestBackOffMinutes);
  return Math.max(backOff, Math.ceil(retryAfterMs / 60_000));
}

/** How a wire is doing, for the desk. `idle`: it answers, but has brought nothing new for longer than its alarm. */
export type WireHealth = 'paused' | 'new' | 'failing' | 'idle' | 'well';

export function wireHealth(wire: Wire, now: Temporal.Instant): WireHealth {
  if (wire.state === 'paused') return 'paused';
  if (wire.failures > 0) return 'failing';
  if (!wire.lastFetchedAt) return 'new';
  const since = Temporal.Instant.from(wire.lastNewReportAt ?? wire.lastFetchedAt);
  return now.since(since).total('hours') > wire.idleAlarmHours ? 'idle' : 'well';
}
