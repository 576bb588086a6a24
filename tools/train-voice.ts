// Fits how news and comment are written apart, and writes src/developments/genre/voice-weights.ts.
// usage: sh tools/with-node.sh tools/train-voice.ts STREAM.jsonl.gz
// Learns from reports dated up to the end of 2017. Comment is what a headline, an address or a notice says is comment; news
// is the rest of the sites that keep an address for comment: there the writers are the same, and the kind is not.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { findSign } from '#developments/genre/not-news.ts';
import { measureVoice } from '#developments/genre/voice.ts';
import { VOICE_WEIGHTS } from '#developments/genre/voice-weights.ts';
import { fitLogistic } from './fit-logistic.ts';

const LAST_DAY = '2017-12-31';
/** A site keeps an address for comment where it has so many pages there. */
const LEAST_COMMENTS = 10;

interface Page {
  site: string;
  isComment: boolean;
  /** Something else than news says so itself: neither. */
  isOther: boolean;
  measured: number[];
}

const [streamFile] = process.argv.slice(2);
if (streamFile === undefined) throw new Error('usage: train-voice.ts STREAM.jsonl.gz');
const pages: Page[] = [];
const comments = new Map<string, number>();
for (const line of gunzipSync(readFileSync(streamFile)).toString('utf8').trim().split('\n')) {
  const { date, title, body, url } = JSON.parse(line);
  if (date > LAST_DAY) break;
  const sign = findSign({ title, body, url });
  const measured = measureVoice({ title, body });
  if (measured === null) continue;
  const site = URL.canParse(url) ? new URL(url).hostname : '';
  if (sign?.genre === 'comment' && sign.by === 'address') comments.set(site, (comments.get(site) ?? 0) + 1);
  pages.push({
    site,
    isComment: sign?.genre === 'comment',
    isOther: sign !== null && sign.genre !== 'comment',
    measured,
  });
}
const kept = pages.filter(
  ({ site, isComment, isOther }) => isComment || (!isOther && (comments.get(site) ?? 0) >= LEAST_COMMENTS),
);
const examples = kept.map(({ isComment, measured }) => ({ features: measured, same: isComment, weight: 1 }));
const weights = fitLogistic(examples, VOICE_WEIGHTS.length);
const table = join(import.meta.dirname, '../src/developments/genre/voice-weights.ts');
const head = readFileSync(table, 'utf8').split('[\n')[0];
const rows = VOICE_WEIGHTS.map(([measure], i) => `  ['${measure}', ${(weights[i] ?? 0).toFixed(3)}],\n`);
writeFileSync(table, `${head}[\n${rows.join('')}];\n`);
process.stderr.write(`${kept.length} pages, ${kept.filter(({ isComment }) => isComment).length} of them comment\n`);
