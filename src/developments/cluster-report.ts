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
  whole: SparseVector;
  recent: SparseVector;
  title: SparseVector;
  lead: SparseVector;
  names: SparseVector;
  numbers: SparseVector;
  phrases: SparseVector;
  /** The body's runs of words, and all its terms and the title's: what copies share. */
  sketch: Sketch;
  terms: Uint32Array;
}

interface Term {
  hash: number;
  /** Hash of the folded word before stemming, for shingles. */
  folded: number;
  kind: 'word' | 'number' | 'stop';
  capital: boolean;
}

/** Words seen lately, by hash, with what folding made of them: folding is the slowest step, and most words come again. */
export type TermCache = Map<number, Term>;
const CACHE_SIZE = 200_000;

function readTerm(text: string, start: number, end: number, cache: TermCache): Term {
  const key = hashText(text, start, end);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const raw = text.slice(start, end);
  const folded = foldWord(raw);
  const numeric = isNumeric(folded);
  const kind = numeric ? 'number' : folded.length < 2 || isStopWord(folded) ? 'stop' : 'word';
  const first = raw.charAt(0);
  const capital = first !== first.toLowerCase();
  const term: Term = { hash: hashText(numeric ? folded : stemWord(folded)), folded: hashText(folded), kind, capital };
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, term);
  return term;
}

/** How a report uses one term. */
interface Use {
  body: number;
  lead: number;
  title: number;
  /** Times with a capital inside a sentence of the body. */
  name: number;
  number: boolean;
}

/** What one pass over title and body found. */
interface Reading {
  uses: Map<number, Use>;
  /** Pairs of terms that stand side by side: the pair's hash, and where its terms stand in `pairs`. */
  phrases: Map<number, number>;
  pairs: number[];
  /** The body's words in order, for shingles. */
  order: number[];
}

const SENTENCE_END = /[.!?:;\n\r“"«(؟؛]/;

function readText(text: string, part: 'title' | 'body', options: ClusterOptions, cache: TermCache, reading: Reading): void {
  const { uses, phrases, pairs, order } = reading;
  const leadEnd = part === 'body' ? options.leadCharacters : 0;
  let before = 0;
  let previousEnd = -1;
  eachWord(text, (start, end) => {
    const term = readTerm(text, start, end, cache);
    if (part === 'body') order.push(term.folded);
    const oneSpace = start === previousEnd + 1 && text.charCodeAt(previousEnd) === 0x20;
    const broken = !oneSpace && (previousEnd < 0 || SENTENCE_END.test(text.slice(previousEnd, start)));
    previousEnd = end;
    if (term.kind === 'stop') {
      before = 0;
      return;
    }
    let use = uses.get(term.hash);
    if (use === undefined) {
      use = { body: 0, lead: 0, title: 0, name: 0, number: term.kind === 'number' };
      uses.set(term.hash, use);
    }
    use[part]++;
    if (start < leadEnd) use.lead++;
    if (part === 'body' && term.capital && !broken) use.name++;
    if (before !== 0 && !broken && start < options.phraseCharacters) {
      phrases.set(chainHash(before, term.hash), pairs.length);
      pairs.push(before, term.hash);
    }
    before = term.hash;
  });
}

/** A title without the outlet's own name behind its last dash or bar. */
function titleWithoutOutlet(title: string, outlet: string): string {
  const cut = /^(.{8,})\s[-–—|]\s([^-–—|]{2,60})$/u.exec(title);
  const kept = cut?.[1];
  const suffix = cut?.[2];
  if (kept === undefined || suffix === undefined) return title;
  const tail = suffix.toLowerCase();
  const name = outlet.toLowerCase();
  return name.includes(tail) || tail.includes(name) ? kept : title;
}

/** How common each term was before this report: over a long time, and lately. */
export interface PastTerms {
  long: DocumentFrequency;
  recent: DocumentFrequency;
}

/** Reads a report against the past. Does not count it into the past: `distinctTerms` gives what to count. */
export function readReport(
  report: { id: string; at: number; title: string; body: string; outlet: string },
  past: PastTerms,
  cache: TermCache,
  options: ClusterOptions,
): { read: ReadReport; distinctTerms: Uint32Array } {
  const reading: Reading = { uses: new Map(), phrases: new Map(), pairs: [], order: [] };
  readText(report.body.slice(0, options.bodyCharacters), 'body', options, cache, reading);
  readText(titleWithoutOutlet(report.title, report.outlet), 'title', options, cache, reading);

  const terms = Uint32Array.from(reading.uses.keys()).sort();
  const uses: Use[] = [];
  const idf = new Float64Array(terms.length);
  const wholeWeights = new Float64Array(terms.length);
  const recentWeights = new Float64Array(terms.length);
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] ?? 0;
    const use = reading.uses.get(term) ?? NEVER;
    uses.push(use);
    const times = Math.log(1 + use.body + options.leadBoost * use.lead + options.titleBoost * use.title);
    const frequency = past.long.idf(term);
    idf[i] = frequency;
    wholeWeights[i] = times * frequency;
    recentWeights[i] = times * past.recent.idf(term);
  }
  const part = (count: (use: Use) => number, most: number) => {
    const ids: number[] = [];
    const weights: number[] = [];
    for (let i = 0; i < uses.length; i++) {
      const times = count(uses[i] ?? NEVER);
      if (times === 0) continue;
      ids.push(terms[i] ?? 0);
      weights.push(Math.log(1 + times) * (idf[i] ?? 0));
    }
    return sparseVector(ids, weights, most);
  };
  const read: ReadReport = {
    id: report.id,
    at: report.at,
    whole: sparseVector(terms, wholeWeights, options.wholeTerms),
    recent: sparseVector(terms, recentWeights, options.wholeTerms),
    title: part((use) => use.title, 40),
    lead: part((use) => use.lead, 60),
    // A title in capitals names nothing by itself; its words count as names where the body has them as names.
    names: part((use) => (use.name > 0 && use.title > 0 ? use.name + options.titleBoost : use.name), options.nameTerms),
    numbers: part((use) => (use.number ? use.body : 0), 30),
    phrases: weighPhrases(reading, past.long, options.phraseTerms),
    sketch: sketchShingles(reading.order, options.shingleWidth, options.shingleOneIn),
    terms,
  };
  return { read, distinctTerms: terms };
}

const NEVER: Use = { body: 0, lead: 0, title: 0, name: 0, number: false };

function weighPhrases({ phrases, pairs }: Reading, past: DocumentFrequency, most: number): SparseVector {
  const ids = Uint32Array.from(phrases.keys()).sort();
  const weights = Float64Array.from(ids, (id) => {
    const at = phrases.get(id) ?? 0;
    return (past.idf(pairs[at] ?? 0) + past.idf(pairs[at + 1] ?? 0)) / 2;
  });
  return sparseVector(ids, weights, most);
}
