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
}

/** Counters, as a power of two: enough that a rare term seldom shares one. */
const WIDE_BITS = 20;
const NARROW_BITS = 17;
/** Up to this many remembered documents the narrow table is wide enough, and stays in the processor's cache. */
const NARROW_MEMORY = 500;

/** `prior` documents are taken as read before the first, so that one early document does not decide what is common. */
export function createDocumentFrequency(memory: number, prior: number): DocumentFrequency {
  const bits = memory <= NARROW_MEMORY ? NARROW_BITS : WIDE_BITS;
  const shift = HASH_BITS - bits;
  const counts = new Float32Array(1 << bits);
  let documents = 0;
  const slot = (term: number) => term >>> shift;
  return {
    add(terms) {
      for (const term of terms) {
        const at = slot(term);
        counts[at] = (counts[at] ?? 0) + 1;
      }
      documents++;
      if (documents > memory) {
        documents /= 2;
        for (let i = 0; i < counts.length; i++) counts[i] = (counts[i] ?? 0) / 2;
      }
    },
    idf: (term) => Math.log((documents + prior + 1) / ((counts[slot(term)] ?? 0) + 1)) + 0.1,
  };
}
