import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { decodeText } from '#lib/text/decode-text.ts';
import { feedVersion, readFeedDetails } from '#wires/feed-details.ts';
import { FeedUnreadable, parseFeed } from '#wires/parse-feed.ts';
import { readFeedTree } from '#wires/wires-parsers.ts';
import type { BenchRow } from './bench-row.ts';
import { feedparserView } from './feedparser-view.ts';
import { readPythonLiteral } from './python-literal.ts';

interface Case {
  file: string;
  expression: string;
}

/**
 * feedparser's own test feeds: every one parsed or refused by name, and the expectations of the simple form (path == value)
 * that hold. Paths are feedparser's, looked up in what `readFeedDetails` read.
 * @param folder ../shared/data/feeds
 * @param report is told each expectation that does not hold
 */
export async function benchFeeds(
  folder: string,
  report: (file: string, expected: string, found: string) => void = () => {},
): Promise<BenchRow[]> {
  const lines = readFileSync(join(folder, 'expected.jsonl'), 'utf8').trim().split('\n');
  const cases: Case[] = lines.map((line) => JSON.parse(line));
  let [crashes, simple, held, unmapped, slowestMs] = [0, 0, 0, 0, 0];
  const started = performance.now();
  for (const { file, expression } of cases) {
    const bytes = new Uint8Array(readFileSync(join(folder, file)));
    const contentType = headerOf(bytes);
    const begun = performance.now();
    try {
      await parseFeed({ bytes, contentType });
    } catch (error) {
      if (!(error instanceof FeedUnreadable)) crashes += 1;
    }
    slowestMs = Math.max(slowestMs, performance.now() - begun);
    const expectation = readExpectation(expression);
    if (!expectation) continue;
    simple += 1;
    const found = lookUp(viewOf(bytes, contentType), expectation.path);
    if (found === undefined || found === null) unmapped += 1;
    if (isDeepStrictEqual(found, expectation.value)) held += 1;
    else report(file, expression, JSON.stringify(found) ?? 'nothing');
  }
  const totalMs = performance.now() - started;
  return [
    { name: 'feeds', value: cases.length, unit: 'files' },
    { name: 'crashes', value: crashes, unit: 'files', bar: '0' },
    { name: 'simple expectations', value: simple, unit: 'expectations' },
    { name: 'simple expectations held', value: held / simple, unit: 'share', bar: '≥ 0.9' },
    { name: 'expectations on nothing read', value: unmapped / simple, unit: 'share' },
    { name: 'slowest feed', value: slowestMs, unit: 'ms' },
    { name: 'all feeds', value: totalMs, unit: 'ms' },
  ];
}

/** The HTTP header that a test file names in its leading comment. */
function headerOf(bytes: Uint8Array): string | null {
  const head = decodeText(bytes, null).text.slice(0, 2_000);
  return /^\s*Header:\s+Content-type:\s*(.+)$/im.exec(head)?.[1]?.trim() ?? null;
}

function readExpectation(expression: string): { path: (string | number)[]; value: unknown } | null {
  const match = /^(?:not bozo and )?([a-z]\w*(?:\[[^\]]+\]|\.\w+)*) == (.+)$/is.exec(expression.trim());
  const value = readPythonLiteral(match?.[2] ?? '');
  if (!match?.[1] || value === undefined) return null;
  const steps = match[1].matchAll(/\w+/g);
  return { path: [...steps].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step)), value };
}

function viewOf(bytes: Uint8Array, contentType: string | null): Record<string, unknown> {
  const { text, encoding } = decodeText(bytes, contentType);
  const tree = readFeedTree(text);
  const format = tree.format === 'atom' ? 'atom' : 'rss';
  return {
    encoding,
    version: feedVersion(tree, text),
    feed: feedparserView(readFeedDetails(tree.head, format), 'feed'),
    entries: tree.items.map((item) => feedparserView(readFeedDetails(item, format), 'entry')),
  };
}

function lookUp(value: unknown, path: readonly (string | number)[]): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    const fields = new Map(Object.entries(at));
    // feedparser reads `url` as an alias of `href`.
    at = fields.get(String(step)) ?? (step === 'url' ? fields.get('href') : undefined);
  }
  return at;
}
