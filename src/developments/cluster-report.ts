import { hashText } from '#lib/similarity/hash.ts';
import type { DocumentFrequency } from '#lib/similarity/document-frequency.ts';
import { placesByHash } from '#lib/similarity/sort-hashes.ts';
import { type Sketch, sketchShingles } from '#lib/similarity/shingles.ts';
import { type SparseVector, sparseVector } from '#lib/similarity/sparse-vector.ts';
import type { ClusterOptions } from './cluster-options.ts';
import type { DatesTold } from './date-words.ts';
import { readTold, type Told } from './cluster-told.ts';
import type { Counted, Lexicon } from './cluster-words.ts';

/** What the clusterer keeps of a report while it may still be joined: several readings of its text, none of the text. */
export interface ReadReport {
  id: string;
  at: number;
  whole: SparseVector;
  recent: SparseVector;
  title: SparseVector;
  lead: SparseVector;
  names: SparseVector;
  told: Told;
  /** The body's runs of words, and all terms of body and title: what copies share. */
  sketch: Sketch;
  terms: Uint32Array;
  dates: DatesTold;
  /** Whether it is written in Arabic letters, mostly. */
  arabic: boolean;
  /** What it says in either script, as it was counted: numbers and things, and what may be names (`bridge-pair.ts`). */
  facts: Counted;
  sounds: Counted;
}

/** A place counts as a name that stands twice in the lead: it is known to be one, and which. */
const PLACE_TIMES = 4;

/** How common each term was before this report: over a long time, and lately. */
export interface PastTerms {
  long: DocumentFrequency;
  recent: DocumentFrequency;
}

/** Room that every report uses anew: short-lived arrays cost more than what is done with them. */
let room = makeRoom(1024);

function makeRoom(terms: number) {
  return {
    idf: new Float64Array(terms),
    wholeWeights: new Float64Array(terms),
    recentWeights: new Float64Array(terms),
    ids: new Uint32Array(terms),
    weights: new Float64Array(terms),
  };
}

function roomFor(terms: number): typeof room {
  if (room.ids.length < terms) room = makeRoom(terms * 2);
  return room;
}

/** Reads a report against the past, without counting it into the past (its `terms` are what to count). */
export function readReport(
  report: { id: string; at: number; title: string; body: string; outlet: string; places?: readonly string[] },
  past: PastTerms,
  lexicon: Lexicon,
  options: ClusterOptions,
): ReadReport {
  const found = lexicon.read(titleWithoutOutlet(report.title, report.outlet), report.body, options);
  const { hashes: terms, body, lead, title, name } = found;
  const { length } = terms;
  const { idf, wholeWeights, recentWeights, ids, weights } = roomFor(length);
  past.long.idfs(terms, idf);
  past.recent.idfs(terms, recentWeights);
  for (let i = 0; i < length; i++) {
    const times = Math.log(
      1 + (body[i] ?? 0) + options.leadBoost * (lead[i] ?? 0) + options.titleBoost * (title[i] ?? 0),
    );
    wholeWeights[i] = times * (idf[i] ?? 0);
    recentWeights[i] = times * (recentWeights[i] ?? 0);
  }
  const part = (count: (place: number) => number, most: number) => {
    let kept = 0;
    for (let i = 0; i < length; i++) {
      const times = count(i);
      if (times === 0) continue;
      ids[kept] = terms[i] ?? 0;
      weights[kept++] = Math.log(1 + times) * (idf[i] ?? 0);
    }
    return sparseVector(ids, weights, most, kept);
  };
  return {
    id: report.id,
    at: report.at,
    whole: sparseVector(terms, wholeWeights, options.wholeTerms, length),
    recent: sparseVector(terms, recentWeights, options.wholeTerms, length),
    title: part((i) => title[i] ?? 0, options.titleTerms),
    lead: part((i) => lead[i] ?? 0, options.leadTerms),
    // A title in capitals names nothing by itself; its words count as names where the body has them as names.
    names: part((i) => {
      const times = name[i] ?? 0;
      return times > 0 && (title[i] ?? 0) > 0 ? times + options.titleBoost : times;
    }, options.nameTerms),
    told: readTold(found, options.toldNames),
    sketch: sketchShingles(found.order.hashes, options.shingleWidth, options.shingleOneIn, found.order.count),
    terms,
    dates: found.dates,
    arabic: found.arabic > found.latin,
    facts: found.facts,
    sounds: withPlaces(found.sounds, report.places),
  };
}

/** A place is a name that both scripts have. */
function withPlaces(sounds: Counted, places: readonly string[] = []): Counted {
  if (places.length === 0) return sounds;
  const hashes = [...sounds.hashes, ...places.map((place) => hashText(`@${place}`))];
  const times = [...sounds.times, ...places.map(() => PLACE_TIMES)];
  const sorted = placesByHash(hashes);
  return {
    hashes: Uint32Array.from(sorted, (at) => hashes[at] ?? 0),
    times: Uint16Array.from(sorted, (at) => times[at] ?? 0),
  };
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
