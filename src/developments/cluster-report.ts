import { hashText } from '#lib/similarity/hash.ts';
import type { DocumentFrequency } from '#lib/similarity/document-frequency.ts';
import { type Sketch, sketchShingles } from '#lib/similarity/shingles.ts';
import { type SparseVector, sparseVector } from '#lib/similarity/sparse-vector.ts';
import type { ClusterOptions } from './cluster-options.ts';
import { countBridges } from './bridge-pair.ts';
import type { BridgeUse, Lexicon, TermUse, WordsRead } from './cluster-words.ts';

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
  /** The body's runs of words, and all terms of body and title: what copies share. */
  sketch: Sketch;
  terms: Uint32Array;
  /** Whether it is written in Arabic letters, mostly. */
  arabic: boolean;
  /** What it says in either script, as it was counted: numbers and things, and what may be names (`bridge-pair.ts`). */
  facts: Float64Array;
  sounds: Float64Array;
}

/** A place counts as a name that stands twice in the lead: it is known to be one, and which. */
const PLACE_TIMES = 4;

const UNUSED: TermUse = { hash: 0, number: false, body: 0, lead: 0, title: 0, name: 0, report: 0 };

/** How common each term was before this report: over a long time, and lately. */
export interface PastTerms {
  long: DocumentFrequency;
  recent: DocumentFrequency;
}

/** Reads a report against the past, without counting it into the past (its `terms` are what to count). */
export function readReport(
  report: { id: string; at: number; title: string; body: string; outlet: string; places?: readonly string[] },
  past: PastTerms,
  lexicon: Lexicon,
  options: ClusterOptions,
): ReadReport {
  const found = lexicon.read(titleWithoutOutlet(report.title, report.outlet), report.body, options);
  const { uses } = found;
  const terms = new Uint32Array(uses.length);
  const idf = new Float64Array(uses.length);
  const wholeWeights = new Float64Array(uses.length);
  const recentWeights = new Float64Array(uses.length);
  for (let i = 0; i < uses.length; i++) {
    const use = uses[i] ?? UNUSED;
    const times = Math.log(1 + use.body + options.leadBoost * use.lead + options.titleBoost * use.title);
    const frequency = past.long.idf(use.hash);
    terms[i] = use.hash;
    idf[i] = frequency;
    wholeWeights[i] = times * frequency;
    recentWeights[i] = times * past.recent.idf(use.hash);
  }
  const part = (count: (use: TermUse) => number, most: number) => {
    const ids: number[] = [];
    const weights: number[] = [];
    for (let i = 0; i < uses.length; i++) {
      const use = uses[i] ?? UNUSED;
      const times = count(use);
      if (times === 0) continue;
      ids.push(use.hash);
      weights.push(Math.log(1 + times) * (idf[i] ?? 0));
    }
    return sparseVector(ids, weights, most);
  };
  return {
    id: report.id,
    at: report.at,
    whole: sparseVector(terms, wholeWeights, options.wholeTerms),
    recent: sparseVector(terms, recentWeights, options.wholeTerms),
    title: part((use) => use.title, options.titleTerms),
    lead: part((use) => use.lead, options.leadTerms),
    // A title in capitals names nothing by itself; its words count as names where the body has them as names.
    names: part((use) => (use.name > 0 && use.title > 0 ? use.name + options.titleBoost : use.name), options.nameTerms),
    numbers: part((use) => (use.number ? use.body : 0), options.numberTerms),
    phrases: weighPhrases(found, past.long, options.phraseTerms),
    sketch: sketchShingles(found.order, options.shingleWidth, options.shingleOneIn),
    terms,
    arabic: found.arabic > found.latin,
    facts: countBridges(found.bridges, 'fact'),
    sounds: countBridges([...found.bridges, ...placeBridges(report.places)], 'name'),
  };
}

/** A place is a name that both scripts have. */
function placeBridges(places: readonly string[] = []): BridgeUse[] {
  return places.map((place) => ({ hash: hashText(`@${place}`), kind: 'name', times: PLACE_TIMES, report: 0 }));
}

function weighPhrases({ phrases, pairs }: WordsRead, past: DocumentFrequency, most: number): SparseVector {
  const ids = new Uint32Array(Array.from(phrases.keys())).sort();
  const weights = new Float64Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    const at = phrases.get(ids[i] ?? 0) ?? 0;
    weights[i] = (past.idf(pairs[at] ?? 0) + past.idf(pairs[at + 1] ?? 0)) / 2;
  }
  return sparseVector(ids, weights, most);
}

/** A title without the outlet's own name behind its last dash or bar. */
function titleWithoutOutlet(title: string, outlet: string): string {
  const cut = /^(.{8,400})\s[-–—|]\s([^-–—|]{2,60})$/u.exec(title);
  const kept = cut?.[1];
  const suffix = cut?.[2];
  if (kept === undefined || suffix === undefined) return title;
  const tail = suffix.toLowerCase();
  const name = outlet.toLowerCase();
  return name.includes(tail) || tail.includes(name) ? kept : title;
}
