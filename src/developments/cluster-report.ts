import { eachWord, foldWord, isNumeric, isStopWord, stemWord } from '#lib/text/words.ts';
import type { DocumentFrequency } from '#lib/similarity/document-frequency.ts';
import { chainHash, hashText } from '#lib/similarity/hash.ts';
import { type Sketch, sketchShingles } from '#lib/similarity/shingles.ts';
import { type SparseVector, sparseVector } from '#lib/similarity/sparse-vector.ts';
import type { ClusterOptions } from './cluster-options.ts';

/** What the clusterer keeps of a report while it may still be joined: several readings of its text, none of the text. */
export interface ReadReport {
  id: string;
  at: number;
  outlet: number;
  whole: SparseVector;
  recent: SparseVector;
  title: SparseVector;
  lead: SparseVector;
  names: SparseVector;
  /** Names in title or lead. */
  who: SparseVector;
  numbers: SparseVector;
  phrases: SparseVector;
  sketch: Sketch;
  /** Every distinct term of title and body, ascending. */
  terms: Uint32Array;
}

interface Term {
  hash: number;
  raw: number;
  kind: 'word' | 'number' | 'stop';
  capital: boolean;
}

/** Words seen lately with what folding made of them; folding is the slowest step, and most words come again. */
export type TermCache = Map<string, Term>;
const CACHE_SIZE = 200_000;

function readTerm(raw: string, cache: TermCache): Term {
  const known = cache.get(raw);
  if (known !== undefined) return known;
  const folded = foldWord(raw);
  const numeric = isNumeric(folded);
  const kind = numeric ? 'number' : folded.length < 2 || isStopWord(folded) ? 'stop' : 'word';
  const first = raw.charAt(0);
  const capital = first !== first.toLowerCase();
  const term: Term = { hash: hashText(numeric ? folded : stemWord(folded)), raw: hashText(folded), kind, capital };
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(raw, term);
  return term;
}

/** One pass over a text: how often each term stands in it, and what else comparing needs. */
interface Reading {
  counts: Map<number, number>;
  lead: Map<number, number>;
  names: Map<number, number>;
  leadNames: Map<number, number>;
  numbers: Map<number, number>;
  phrases: Map<number, readonly [number, number]>;
  /** Every word in order, for shingles. */
  order: number[];
}

const SENTENCE_END = /[.!?:;\n\r“"«(؟؛]/;

function readText(text: string, leadCharacters: number, cache: TermCache): Reading {
  const reading: Reading = {
    counts: new Map(),
    lead: new Map(),
    names: new Map(),
    leadNames: new Map(),
    numbers: new Map(),
    phrases: new Map(),
    order: [],
  };
  const raise = (counts: Map<number, number>, term: number) => counts.set(term, (counts.get(term) ?? 0) + 1);
  let before = 0;
  let previousEnd = 0;
  eachWord(text, (raw, start, end) => {
    const term = readTerm(raw, cache);
    reading.order.push(term.raw);
    const broken =
      previousEnd === 0 ||
      (start - previousEnd > 1 || text.charCodeAt(previousEnd) !== 32 ? SENTENCE_END.test(text.slice(previousEnd, start)) : false);
    previousEnd = end;
    if (term.kind === 'stop') {
      before = 0;
      return;
    }
    raise(reading.counts, term.hash);
    if (start < leadCharacters) raise(reading.lead, term.hash);
    if (term.kind === 'number') raise(reading.numbers, term.hash);
    else if (term.capital && !broken) {
      raise(reading.names, term.hash);
      if (start < leadCharacters) raise(reading.leadNames, term.hash);
    }
    if (before !== 0 && !broken) reading.phrases.set(chainHash(before, term.hash), [before, term.hash]);
    before = term.hash;
  });
  return reading;
}

/** Reads a report against the past. Does not count it into the past: `distinctTerms` gives what to count. */
export function readReport(
  report: { id: string; at: number; title: string; body: string; outlet: string },
  past: { long: DocumentFrequency; recent: DocumentFrequency },
  cache: TermCache,
  options: ClusterOptions,
): { read: ReadReport; distinctTerms: number[] } {
  const title = readText(report.title, 0, cache);
  const body = readText(report.body.slice(0, options.bodyCharacters), options.leadCharacters, cache);

  const counts = new Map(body.counts);
  for (const [term, count] of body.lead) counts.set(term, (counts.get(term) ?? 0) + count * options.leadBoost);
  for (const [term, count] of title.counts) counts.set(term, (counts.get(term) ?? 0) + count * options.titleBoost);
  const distinctTerms = Array.from(counts.keys());
  const idf = new Map<number, number>();
  for (const term of distinctTerms) idf.set(term, past.long.idf(term));

  const weigh = (terms: Map<number, number>, most: number) =>
    sparseVector(Array.from(terms, ([term, count]) => [term, Math.log(1 + count) * (idf.get(term) ?? 0)] as const), most);
  // A title in capitals names nothing by itself; its words count as names where the body has them as names.
  const names = new Map(body.names);
  const leadNames = new Map(body.leadNames);
  for (const term of title.counts.keys()) {
    const count = names.get(term);
    if (count === undefined) continue;
    names.set(term, count + options.titleBoost);
    leadNames.set(term, (leadNames.get(term) ?? 0) + options.titleBoost);
  }
  const phrases: (readonly [number, number])[] = [];
  for (const reading of [body, title]) {
    for (const [phrase, [first, second]] of reading.phrases) {
      if (reading === body || !body.phrases.has(phrase)) phrases.push([phrase, ((idf.get(first) ?? 0) + (idf.get(second) ?? 0)) / 2]);
    }
  }
  const recent = Array.from(counts, ([term, count]) => [term, Math.log(1 + count) * past.recent.idf(term)] as const);
  const read: ReadReport = {
    id: report.id,
    at: report.at,
    outlet: hashText(report.outlet),
    whole: weigh(counts, options.wholeTerms),
    recent: sparseVector(recent, options.wholeTerms),
    title: weigh(title.counts, 40),
    lead: weigh(body.lead, 60),
    names: weigh(names, options.nameTerms),
    who: weigh(leadNames, 20),
    numbers: weigh(body.numbers, 30),
    phrases: sparseVector(phrases, options.phraseTerms),
    sketch: sketchShingles(body.order, options.shingleWidth, options.shingleOneIn),
    terms: Uint32Array.from(distinctTerms).sort(),
  };
  return { read, distinctTerms };
}
