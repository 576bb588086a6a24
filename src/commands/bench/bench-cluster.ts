import { type ClusterInput, createClusterer } from '#developments/clusterer.ts';
import { parseReport } from '../cluster-file.ts';
import { readLines } from '#platform/read-lines.ts';
import { type GoldEvent, scoreClustering } from './b-cubed.ts';
import type { BenchRow } from './bench-row.ts';
import { readEcbReport } from './ecb-report.ts';

const MOST_LINE_BYTES = 8 * 1024 * 1024;
const DAY_MS = 86_400_000;
/** Thresholds were tuned on what is dated before this. */
const SCORED_FROM = Date.parse('2018-01-01');
/** ECB+ topics up to this one were used in tuning. */
const ECB_TUNED_TOPICS = 35;

/** Runs the clusterer over the labelled stream (timed: reading, unpacking and parsing included), then over ECB+, then for flatness. */
export async function benchCluster(options: {
  streamFile: string;
  eventsFile: string;
  ecbFile?: string;
  flatness?: boolean;
}): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const events: GoldEvent[] = [];
  for await (const record of readRecords(options.eventsFile)) events.push(record as GoldEvent);

  const developmentOf = new Map<string, string>();
  const atOf = new Map<string, number>();
  const clusterer = createClusterer();
  const started = performance.now();
  for await (const report of readReports(options.streamFile)) {
    developmentOf.set(report.id, clusterer.add(report).development);
    atOf.set(report.id, report.at);
  }
  const seconds = (performance.now() - started) / 1000;
  rows.push(
    { name: 'reports a second', value: round(atOf.size / seconds), unit: '/s', bar: '>= 1500' },
    { name: 'peak memory', value: peakMegabytes(), unit: 'MB RSS', bar: '<= 1024' },
  );

  const dated = (test: (at: number) => boolean) =>
    events.filter((event) => event.article_ids.every((id) => test(atOf.get(id) ?? Number.NaN)));
  const scored = dated((at) => at >= SCORED_FROM);
  rows.push(
    ...scoreRows('all', developmentOf, events),
    ...scoreRows(
      'to 2017 (tuned on)',
      developmentOf,
      dated((at) => at < SCORED_FROM),
    ),
    ...scoreRows('2018', developmentOf, scored, '>= 86'),
    { name: '2018 all singletons, B3 F1', value: round(scoreClustering(new Map(), scored).b3F1), unit: '%' },
  );
  if (options.ecbFile !== undefined) rows.push(...(await benchEcb(options.ecbFile)));
  if (options.flatness) rows.push(...(await benchFlatness(options.streamFile)));
  return rows;
}

async function benchEcb(file: string): Promise<BenchRow[]> {
  const clusterer = createClusterer();
  const developmentOf = new Map<string, string>();
  const bySubtopic = new Map<string, { topic: number; ids: string[] }>();
  for await (const record of readRecords(file)) {
    const report = readEcbReport(record as Parameters<typeof readEcbReport>[0]);
    developmentOf.set(report.id, clusterer.add(report).development);
    const group = bySubtopic.get(report.subtopic) ?? { topic: Number(report.topic), ids: [] };
    group.ids.push(report.id);
    bySubtopic.set(report.subtopic, group);
  }
  const gold = Array.from(bySubtopic, ([cluster, { topic, ids }]) => ({ cluster, topic, article_ids: ids }));
  return [
    ...scoreRows('ECB+', developmentOf, gold, '>= 89'),
    ...scoreRows(
      'ECB+ topics 36 on (not tuned on)',
      developmentOf,
      gold.filter(({ topic }) => topic > ECB_TUNED_TOPICS),
    ),
  ];
}

/**
 * Replays the stream, later dates and fresh ids each time, past 100,000 reports; the cost of one and the same stretch of
 * texts is taken (processor time, unpacking and parsing included) when it ends near the 10,000th, 30,000th and 100,000th.
 */
async function benchFlatness(streamFile: string): Promise<BenchRow[]> {
  const clusterer = createClusterer();
  const costs: { reports: number; micros: number }[] = [];
  let total = 0;
  let shift = 0;
  for (let replay = 0; total < 100_000; replay++) {
    let position = 0;
    let first = Number.NaN;
    let last = Number.NaN;
    let before = process.cpuUsage();
    for await (const report of readReports(streamFile)) {
      if (Number.isNaN(first)) first = report.at;
      last = report.at;
      if (position === 5000) before = process.cpuUsage();
      clusterer.add({ ...report, id: `${report.id}~${replay}`, at: report.at + shift });
      position++;
      total++;
      if (position === 10_000) {
        const used = process.cpuUsage(before);
        costs.push({ reports: total, micros: (used.user + used.system) / 5000 });
      }
    }
    if (position === 0) break;
    shift += last - first + 30 * DAY_MS;
  }
  const near = [10_000, 30_000, 100_000].map((mark) =>
    costs.reduce((best, cost) => (Math.abs(cost.reports - mark) < Math.abs(best.reports - mark) ? cost : best)),
  );
  const micros = near.map((cost) => cost.micros);
  return [
    ...near.map((cost) => ({ name: `cost a report at ${cost.reports}`, value: round(cost.micros), unit: 'µs' })),
    {
      name: 'flatness, dearest by cheapest',
      value: round(Math.max(...micros) / Math.min(...micros)),
      unit: '×',
      bar: '<= 1.5',
    },
    { name: `peak memory after ${total}`, value: peakMegabytes(), unit: 'MB RSS', bar: '<= 1024' },
    { name: 'reports remembered', value: clusterer.size, unit: '' },
  ];
}

function scoreRows(name: string, developmentOf: Map<string, string>, events: GoldEvent[], bar?: string): BenchRow[] {
  const scores = scoreClustering(developmentOf, events);
  return [
    { name: `${name}, B3 precision`, value: round(scores.b3Precision), unit: '%' },
    { name: `${name}, B3 recall`, value: round(scores.b3Recall), unit: '%' },
    { name: `${name}, B3 F1`, value: round(scores.b3F1), unit: '%', ...(bar === undefined ? {} : { bar }) },
    { name: `${name}, pair F1`, value: round(scores.pairF1), unit: '%' },
  ];
}

async function* readReports(file: string): AsyncGenerator<ClusterInput> {
  for await (const { number: line, text } of readLines(file, MOST_LINE_BYTES)) {
    const report = text === null ? 'too long' : parseReport(text);
    if (typeof report === 'string') throw new Error(`${file}, line ${line}: ${report}`);
    yield report;
  }
}

async function* readRecords(file: string): AsyncGenerator<unknown> {
  for await (const { text } of readLines(file, MOST_LINE_BYTES)) if (text !== null) yield JSON.parse(text);
}

function peakMegabytes(): number {
  return round(process.resourceUsage().maxRSS / 1024);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
