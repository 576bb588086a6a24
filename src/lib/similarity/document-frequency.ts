import { HASH_BITS } from './hash.ts';

/**
 * In how many of the past documents a term stood, in fixed memory: terms share counters by hash, and all counts
 * are halved once `memory` documents were seen, so that the past fades.
 */
export interface DocumentFrequency {
  /** Counts one document by the hashes of its distinct terms. */
  add(terms: Iterable<number>): void;
  /** Inverse document frequency, natural logarithm, of a term among what was added so far; more than 0. */
  idf(term: number): number;
  /** The same of many terms, written in their order. */
  idfs(terms: Uint32Array, into: Float64Array): void;
}

/** Counters, as a power of two: enough that a rare term seldom shares one. */
const WIDE_BITS = 20;
const NARROW_BITS = 17;
/** Up to this many remembered documents the narrow table is wide enough, and stays in the processor's cache. */
const NARROW_MEMORY = 500;
const MOST_UNIT = 2 ** 60;

/** `prior` documents are taken as read before the first, so that one early document does not decide what is common. */
export function createDocumentFrequency(memory: number, prior: number): DocumentFrequency {
  const bits = memory <= NARROW_MEMORY ? NARROW_BITS : WIDE_BITS;
  const shift = HASH_BITS - bits;
  const counts = new Float32Array(1 << bits);
  let documents = 0;
  // What one document adds to a counter. It is doubled where the counts would be halved, which comes to the same.
  let unit = 1;

  function halve(): void {
    documents /= 2;
    unit *= 2;
    if (unit < MOST_UNIT) return;
    counts.set(counts.map((count) => count / unit));
    unit = 1;
  }

  const rarity = (count: number) => Math.log((documents + prior + 1) / (count / unit + 1)) + 0.1;

  return {
    add(terms) {
      for (const term of terms) {
        const at = term >>> shift;
        counts[at] = (counts[at] ?? 0) + unit;
      }
      documents++;
      if (documents > memory) halve();
    },
    idf: (term) => rarity(counts[term >>> shift] ?? 0),
    idfs(terms, into) {
      // In two steps, so that the processor waits for many counters at once.
      for (let i = 0; i < terms.length; i++) into[i] = counts[(terms[i] ?? 0) >>> shift] ?? 0;
      for (let i = 0; i < terms.length; i++) into[i] = rarity(into[i] ?? 0);
    },
  };
}
