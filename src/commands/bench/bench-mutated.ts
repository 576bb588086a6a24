import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/root.ts';
import type { Sandbox } from '#platform/sandbox/sandbox.ts';
import type { ReadFeed } from '#wires/read-feed.ts';
import { createParseSandbox } from '../../worker/parse-sandbox.ts';
import type { BenchRow } from './bench-row.ts';
import { createChance } from './invented-pieces.ts';
import { type Mutated, mutateDocument } from './mutate-document.ts';

const documents = 100_000;
const seed = 20_261_127;
const selectors = { item: 'li, article, p', title: '', link: '', date: 'time' };

const list = `<opml version="2.0"><head><title>L</title></head><body><outline text="A"><outline text="B" xmlUrl="https://b.example/rss" language="en"/></outline><outline/></body></opml>`;
const page = `<!doctype html><html lang="en"><head><base href="/x/"></head><body><ul><li><a href="1">One</a><time datetime="2026-11-20">today</time></li><li><a href="2">Two</a></li></ul><article><h2>Three</h2><a href="/3">more</a></article></body></html>`;

/** What readers refuse by name. Any other error is a crash of theirs. */
const refusals = new Set(['FeedUnreadable', 'OpmlUnreadable']);
/** Reasons that the engine wrote and nobody of us: an error inside an item. */
const engineWords =
  /is not a function|is not iterable|cannot read propert|undefined|maximum call stack|invalid (?:array|string) length|invalid regular|out of range|invalid time|temporal/iu;

/**
 * Mutated documents of every format that wires read, through the parsing threads: each is read, or refused by name, and what
 * is read of it is what the newsroom may go on with.
 */
export async function benchMutated(
  note: (line: string) => void,
  options: { documents?: number; folder?: string } = {},
): Promise<BenchRow[]> {
  const { documents: count = documents, folder = join(projectRoot, 'tests/corpus/feeds') } = options;
  const seeds = readSeeds(folder);
  const chance = createChance(seed);
  const sandbox = createParseSandbox({ size: 1 });
  const faults = new Map<string, number>();
  let [read, refused, items, slowestMs, early] = [0, 0, 0, 0, 0];
  const started = performance.now();
  try {
    for (let number = 1; number <= count; number += 1) {
      const document = mutateDocument(seeds, chance);
      const begun = performance.now();
      const { found, fault } = await readDocument(sandbox, document);
      slowestMs = Math.max(slowestMs, performance.now() - begun);
      if (found === null) refused += 1;
      else read += 1;
      items += found ?? 0;
      if (fault !== null) faults.set(fault, (faults.get(fault) ?? 0) + 1);
      if (number === Math.ceil(count / 10)) early = process.memoryUsage().rss;
      if (number % 10_000 === 0) note(`${number} of ${count}: ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
    }
  } finally {
    await sandbox.close();
  }
  for (const [fault, times] of faults) note(`${times} × ${fault}`);
  const crashes = [...faults.values()].reduce((sum, times) => sum + times, 0);
  return [
    { name: 'mutated documents', value: count, unit: 'documents' },
    { name: 'formats among the seeds', value: new Set(seeds.map(({ name }) => name)).size, unit: 'seeds' },
    { name: 'crashes, hangs and results that cannot be', value: crashes, unit: 'documents', bar: '0' },
    { name: 'read', value: read, unit: 'documents' },
    { name: 'refused by name', value: refused, unit: 'documents' },
    { name: 'items read', value: items, unit: 'items' },
    { name: 'slowest document', value: slowestMs, unit: 'ms' },
    {
      name: 'memory at the end, of that after a tenth',
      value: process.memoryUsage().rss / early,
      unit: '×',
      bar: 'flat',
    },
    { name: 'documents a second', value: count / ((performance.now() - started) / 1000), unit: '/s' },
  ];
}

function readSeeds(folder: string): Mutated[] {
  const files = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'));
  const seeds = files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  const own = [
    ['list.opml', list],
    ['list.page', page],
  ] as const;
  return [...seeds, ...own.map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))];
}

/** How many items were found, null where it was refused by name; and what should not have happened. */
async function readDocument(
  sandbox: Sandbox,
  { name, bytes }: Mutated,
): Promise<{ found: number | null; fault: string | null }> {
  const url = 'https://seeds.example/feed';
  const [task, input] = name.endsWith('.opml')
    ? (['read-opml', { bytes }] as const)
    : name.endsWith('.page')
      ? (['read-page-list', { bytes, contentType: null, url, selectors }] as const)
      : (['read-feed', { bytes, contentType: null, url }] as const);
  const outcome = await sandbox.run<unknown, ReadFeed & { feeds?: unknown[] }>(task, input);
  if (outcome.kind === 'failed' && refusals.has(outcome.errorName)) return { found: null, fault: null };
  if (outcome.kind !== 'ok') {
    const why = outcome.kind === 'failed' ? `${outcome.errorName}: ${outcome.reason}` : outcome.kind;
    return { found: null, fault: `${name}: ${why.slice(0, 200)}` };
  }
  if (outcome.value.feeds) return { found: outcome.value.feeds.length, fault: null };
  const fault = faultIn(outcome.value);
  return { found: outcome.value.items.length, fault: fault && `${name}: ${fault}` };
}

/** What the newsroom could not go on with. */
function faultIn({ items, setAside }: ReadFeed): string | null {
  for (const { reason } of setAside)
    if (engineWords.test(reason)) return `an item was set aside with “${reason.slice(0, 120)}”`;
  for (const { externalId, title, url, text, publishedAt, updatedAt, handling } of items) {
    if (externalId === '' || title.length > 1_000 || text.length > 1_000_000) return 'an item without name or measure';
    if (url !== null && !/^https?:/u.test(url)) return 'an address that is no web address';
    const dates = [publishedAt, updatedAt, handling?.embargoedUntil ?? null].filter((date) => date !== null);
    if (!dates.every(isInstant)) return `a date that is none: ${dates.join(', ')}`;
    const version = handling?.version ?? 0;
    if (!Number.isSafeInteger(version) || version < 0) return `a version that is none: ${version}`;
  }
  return null;
}

function isInstant(text: string): boolean {
  try {
    return Temporal.Instant.from(text) !== null;
  } catch {
    return false;
  }
}
