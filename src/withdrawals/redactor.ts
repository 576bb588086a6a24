import { createHmac } from 'node:crypto';
import type { Lang } from '#platform/language.ts';
import { foldText } from './fold-text.ts';
import { namePattern } from './name-pattern.ts';
import { addressTombstone, tombstoneIn, type Withdrawal } from './withdrawal.ts';

/** A text without the names, and where its places went. */
export interface Rewritten {
  text: string;
  /**
   * Where an offset (UTF-16) of the old text stands in the new one. One inside a name goes to the tombstone's start or
   * end, so that a range never cuts a tombstone.
   */
  move(offset: number, edge: 'start' | 'end'): number;
}

/** Takes withdrawn names out of whatever it is given. Doing it twice comes to the same as doing it once. */
export interface Redactor {
  /** Nothing is withdrawn. */
  empty: boolean;
  mentions(text: string): boolean;
  /** Tombstones in place of names, in the text's language; without one, in the language of the name's script. */
  text(text: string, lang?: Lang): string;
  rewrite(text: string, lang?: Lang): Rewritten;
  /** What stands for the whole of a text that holds a name ("Dr Oona Firth, Gorvan"); null when it holds none. */
  tombstone(text: string, lang?: Lang): string | null;
  /** A path, slug or file name: `a/oona-firth` becomes `a/name-withdrawn-3`. */
  slug(path: string): string;
  /** An address, or null when it holds a name: half an address leads nowhere. */
  address(url: string): string | null;
  /** What tells a thing again without naming it: itself, or a hash that nobody can make without the withdrawal. */
  key(key: string): string;
  /** Every text in a JSON value; what looks like a path is treated as one. The same value when nothing was found. */
  json<T>(value: T): T;
}

interface Span {
  start: number;
  end: number;
  text: string;
}

const mostRounds = 5;
const pathLike = /^[^\s]*[/\-_.%][^\s]*$/u;

/** Withdrawals are applied one after the other, in the order given, so that what came of an older one stays as it is. */
export function createRedactor(withdrawals: Withdrawal[]): Redactor {
  const each = withdrawals.map((withdrawal) => ({ withdrawal, pattern: namePattern(withdrawal.names) }));
  const any = each.length > 0 ? namePattern(withdrawals.flatMap(({ names }) => names)) : null;

  function mentions(text: string): boolean {
    if (any === null) return false;
    any.lastIndex = 0;
    return any.test(foldText(text).folded);
  }

  function replace(text: string, stand: (withdrawal: Withdrawal, found: string) => string): Rewritten {
    let now: Rewritten = { text, move: (offset) => offset };
    // A name can begin where another one ended: the edge that hid it is gone with that.
    for (let round = 0; round < mostRounds && mentions(now.text); round += 1) {
      for (const { withdrawal, pattern } of each) {
        const spans = findSpans(now.text, pattern, (found) => stand(withdrawal, found));
        if (spans.length > 0) now = splice(now, spans);
      }
    }
    return now;
  }

  const standIn = ({ tombstone }: Withdrawal, found: string, lang: Lang | undefined): string =>
    tombstoneIn(tombstone, lang, /\p{Script=Arabic}/u.test(foldText(found).folded));
  const rewrite = (text: string, lang?: Lang): Rewritten =>
    replace(text, (withdrawal, found) => standIn(withdrawal, found, lang));

  const redactor: Redactor = {
    empty: any === null,
    mentions,
    rewrite,
    text: (text, lang) => rewrite(text, lang).text,
    tombstone(text, lang) {
      if (!mentions(text)) return null;
      const { folded } = foldText(text);
      for (const { withdrawal, pattern } of each) {
        const [found] = folded.match(pattern) ?? [];
        if (found !== undefined) return standIn(withdrawal, found, lang);
      }
      return null;
    },
    slug: (path) => replace(path, ({ number }) => `${addressTombstone}-${number}`).text,
    address: (url) => (mentions(url) ? null : url),
    key(key) {
      if (!mentions(key)) return key;
      const { folded } = foldText(key);
      const first = each.find(({ pattern }) => folded.search(pattern) >= 0);
      return createHmac('sha256', first?.withdrawal.id ?? '')
        .update(key)
        .digest('hex');
    },
    json: (value) => (any === null ? value : (redactJson(value, redactor) as typeof value)),
  };
  return redactor;
}

function findSpans(text: string, pattern: RegExp, stand: (found: string) => string): Span[] {
  const { folded, startOf, endOf } = foldText(text);
  const spans: Span[] = [];
  for (const match of folded.matchAll(pattern)) {
    const start = startOf(match.index + (match[1]?.length ?? 0));
    const end = endOf(match.index + match[0].length - 1);
    // Two folded units can stand for one character (ß): never two spans over it.
    if (start < (spans.at(-1)?.end ?? 0)) continue;
    spans.push({ start, end, text: stand(text.slice(start, end)) });
  }
  return spans;
}

function splice(before: Rewritten, spans: Span[]): Rewritten {
  let text = '';
  let at = 0;
  for (const span of spans) {
    text += before.text.slice(at, span.start) + span.text;
    at = span.end;
  }
  text += before.text.slice(at);
  return {
    text,
    move(offset, edge) {
      const old = before.move(offset, edge);
      let shift = 0;
      for (const span of spans) {
        if (old <= span.start) break;
        if (old < span.end) return span.start + shift + (edge === 'start' ? 0 : span.text.length);
        shift += span.text.length - (span.end - span.start);
      }
      return old + shift;
    },
  };
}

function redactJson(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') {
    if (!redactor.mentions(value)) return value;
    return pathLike.test(value) ? redactor.slug(value) : redactor.text(value);
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => redactJson(item, redactor));
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, held]) => [redactor.slug(key), redactJson(held, redactor)] as const);
  const changed = Object.entries(value).some(([key, held], at) => entries[at]?.[0] !== key || entries[at][1] !== held);
  return changed ? Object.fromEntries(entries) : value;
}
