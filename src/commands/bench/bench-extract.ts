import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeText } from '#lib/text/decode-text.ts';
import { extractArticle } from '#wires/extract-article.ts';
import type { BenchRow } from './bench-row.ts';

/**
 * Extraction on the pages of the article-extraction benchmark: precision, recall and F1 of 4-word shingles (a page's counts
 * divided by their sum, F1 from the two averages, after ../shared/score/shingle_f1.py) and milliseconds a page.
 * @param folder ../shared/data/extraction/aeb
 */
export async function benchExtract(folder: string): Promise<BenchRow[]> {
  const gold: Record<string, { articleBody: string; url: string }> = JSON.parse(
    readFileSync(join(folder, 'ground-truth.json'), 'utf8'),
  );
  const files = new Set(readdirSync(join(folder, 'html')));
  const precisions: number[] = [];
  const recalls: number[] = [];
  const times: number[] = [];
  for (const [id, { articleBody, url }] of Object.entries(gold)) {
    if (!files.has(`${id}.html.gz`)) continue;
    const { text: page } = decodeText(gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))), 'text/html');
    const started = performance.now();
    const { text } = extractArticle(page, url);
    times.push(performance.now() - started);
    const { tp, fp, fn } = compareShingles(shinglesOf(articleBody), shinglesOf(text));
    if (tp + fp > 0) precisions.push(tp / (tp + fp));
    if (tp + fn > 0) recalls.push(tp / (tp + fn));
  }
  const precision = mean(precisions);
  const recall = mean(recalls);
  return [
    { name: 'pages', value: times.length, unit: 'pages' },
    { name: 'precision', value: precision, unit: 'share' },
    { name: 'recall', value: recall, unit: 'share' },
    { name: 'shingle F1', value: (2 * precision * recall) / (precision + recall), unit: 'share', bar: '≥ 0.958' },
    { name: 'time a page', value: mean(times), unit: 'ms', bar: '≤ 35' },
  ];
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Counts of runs of four words; a shorter text is one run. */
function shinglesOf(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  if (words.length === 0) return counts;
  for (let at = 0; at < Math.max(1, words.length - 3); at += 1) {
    const run = words.slice(at, at + 4).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

function compareShingles(wanted: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>) {
  const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  let tp = 0;
  for (const [run, count] of wanted) tp += Math.min(count, found.get(run) ?? 0);
  const fp = total(found) - tp;
  const fn = total(wanted) - tp;
  const all = Math.max(1, tp + fp + fn);
  return { tp: tp / all, fp: fp / all, fn: fn / all };
}
