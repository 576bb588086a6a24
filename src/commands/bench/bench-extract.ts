import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractArticle } from '#wires/wires-parsers.ts';
import { benchMetadata, readPackedPage } from './bench-metadata.ts';
import type { BenchRow } from './bench-row.ts';

/**
 * Extraction on the pages of the article-extraction benchmark: precision, recall and F1 of 4-word shingles (a page's counts
 * divided by their sum, F1 from the two averages, after ../shared/score/shingle_f1.py) and milliseconds a page. Then segments and metadata on the multilingual pages beside it.
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
    const page = readPackedPage(join(folder, 'html', `${id}.html.gz`));
    const started = performance.now();
    const { text } = extractArticle(page, url);
    times.push(performance.now() - started);
    const { tp, fp, fn } = compareShingles(shinglesOf(articleBody), shinglesOf(text));
    if (tp + fp > 0) precisions.push(tp / (tp + fp));
    if (tp + fn > 0) recalls.push(tp / (tp + fn));
  }
  const precision = mean(precisions);
  const recall = mean(recalls);
  const multilingual = join(folder, '../trafilatura');
  return [
    { name: 'pages', value: times.length, unit: 'pages' },
    { name: 'precision', value: precision, unit: 'share' },
    { name: 'recall', value: recall, unit: 'share' },
    { name: 'shingle F1', value: (2 * precision * recall) / (precision + recall), unit: 'share', bar: '≥ 0.958' },
    { name: 'time a page, median', value: quantile(times, 0.5), unit: 'ms', bar: '≤ 35' },
    { name: 'time a page, 95 of 100', value: quantile(times, 0.95), unit: 'ms' },
    { name: 'time a page, mean', value: mean(times), unit: 'ms' },
    ...(existsSync(multilingual) ? benchMetadata(multilingual) : []),
  ];
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
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
