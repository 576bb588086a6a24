// Fits the pair weights of the clusterer and writes src/developments/cluster-weights.ts.
// usage: sh tools/with-node.sh tools/train-clusterer.ts STREAM.jsonl.gz EVENTS.jsonl ECBPLUS.jsonl.gz
// Learns from labelled reports dated up to the end of 2017, and from topics 1 to 35 of ECB+ (its usual training part).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readEcbReport } from '#commands/bench/ecb-report.ts';
import { CLUSTER_DEFAULTS } from '#developments/cluster-options.ts';
import { comparePair } from '#developments/cluster-pair.ts';
import { type ReadReport, readReport } from '#developments/cluster-report.ts';
import { PAIR_WEIGHTS } from '#developments/cluster-weights.ts';
import { createLexicon } from '#developments/cluster-words.ts';
import { createDocumentFrequency } from '#lib/similarity/document-frequency.ts';
import { type Example, fitLogistic } from './fit-logistic.ts';

const LAST_DAY = '2017-12-31';
const PAIR_DAYS = 6;
const ECB_TOPICS = 35;
/** ECB+ gives 30 times as many pairs as the stream; its share is held down to this weight a pair. */
const ECB_WEIGHT = 0.02;
/** From this feature on a pair is compared by the dates that it tells. */
const FROM_DATES = PAIR_WEIGHTS.findIndex(([feature]) => feature === 'years');

interface Labelled {
  report: { id: string; at: number; title: string; body: string; outlet: string };
  event: string | undefined;
}

function lines(file: string): string[] {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trim().split('\n');
}

function* readStream(streamFile: string, eventsFile: string): Generator<Labelled> {
  const eventOf = new Map<string, string>();
  for (const line of lines(eventsFile)) {
    const event = JSON.parse(line);
    for (const id of event.article_ids) eventOf.set(id, event.cluster);
  }
  for (const line of lines(streamFile)) {
    const { id, date, title, body, source } = JSON.parse(line);
    if (date > LAST_DAY) break;
    yield { report: { id, at: Date.parse(date), title, body, outlet: source }, event: eventOf.get(id) };
  }
}

function* readEcb(file: string): Generator<Labelled> {
  for (const line of lines(file)) {
    const { topic, subtopic, ...report } = readEcbReport(JSON.parse(line));
    yield { report, event: Number(topic) <= ECB_TOPICS ? subtopic : undefined };
  }
}

function* pairsOf(source: Iterable<Labelled>, weight: number): Generator<Example> {
  const past = {
    long: createDocumentFrequency(CLUSTER_DEFAULTS.idfMemory, CLUSTER_DEFAULTS.idfPrior),
    recent: createDocumentFrequency(CLUSTER_DEFAULTS.recentMemory, CLUSTER_DEFAULTS.idfPrior),
  };
  const lexicon = createLexicon();
  const earlier: { read: ReadReport; event: string }[] = [];
  for (const { report, event } of source) {
    const read = readReport(report, past, lexicon, CLUSTER_DEFAULTS);
    past.long.add(read.terms);
    past.recent.add(read.terms);
    if (event === undefined) continue;
    for (const other of earlier) {
      if (read.at - other.read.at > PAIR_DAYS * 86_400_000) continue;
      const features = comparePair(read, other.read);
      if ((features[1] ?? 0) >= 0.04) yield { features, same: event === other.event, weight };
    }
    earlier.push({ read, event });
  }
}

const [streamFile, eventsFile, ecbFile] = process.argv.slice(2);
if (streamFile === undefined || eventsFile === undefined || ecbFile === undefined) {
  throw new Error('usage: train-clusterer.ts STREAM EVENTS ECBPLUS');
}
const ofEcb = [...pairsOf(readEcb(ecbFile), ECB_WEIGHT)];
const examples = [...pairsOf(readStream(streamFile, eventsFile), 1), ...ofEcb];
const known = fitLogistic(examples, FROM_DATES);
// Only reports of one moment are compared by the dates that they tell: those of ECB+.
const onDates = ofEcb.map((example) => ({ ...example, weight: 1 }));
const weights = [...known, ...fitLogistic(onDates, PAIR_WEIGHTS.length - FROM_DATES, known)];
const table = join(import.meta.dirname, '../src/developments/cluster-weights.ts');
const head = readFileSync(table, 'utf8').split('[\n')[0];
const rows = PAIR_WEIGHTS.map(([feature], i) => `  ['${feature}', ${(weights[i] ?? 0).toFixed(3)}],\n`);
writeFileSync(table, `${head}[\n${rows.join('')}];\n`);
process.stderr.write(`${examples.length} pairs, ${examples.filter((example) => example.same).length} of one event\n`);
