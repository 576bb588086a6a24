import { HASH_BITS, mixHash } from './hash.ts';
import { placesByHash } from './sort-hashes.ts';

/**
 * A sketch of a text for finding copies: the hashes of its runs of `width` words, of which those below a fixed bound
 * are kept (one in `oneIn`). The same runs are kept in every text, so overlap of sketches estimates overlap of texts,
 * also when one is a piece of the other (MinHash by a fixed fraction: Broder 1997 "modulo" sketches, sourmash's FracMinHash).
 */
export type Sketch = Uint32Array;

/** Room that every call uses anew. */
let room = new Uint32Array(1024);

/** Makes the sketch of a text given as hashes of its words in order (the first `count`); ascending, without doubles. */
export function sketchShingles(
  wordHashes: ArrayLike<number>,
  width: number,
  oneIn: number,
  count = wordHashes.length,
): Sketch {
  const bound = 2 ** HASH_BITS / oneIn;
  if (room.length < count) room = new Uint32Array(count * 2);
  let kept = 0;
  for (let i = 0; i + width <= count; i++) {
    let hash = 0;
    for (let j = i; j < i + width; j++) hash = (Math.imul(hash, 0x9e3779b1) + (wordHashes[j] ?? 0)) | 0;
    const mixed = mixHash(hash);
    if (mixed < bound) room[kept++] = mixed;
  }
  const places = placesByHash(room, kept);
  const sketch = new Uint32Array(kept);
  let distinct = 0;
  for (let i = 0; i < kept; i++) {
    const hash = room[places[i] ?? 0] ?? 0;
    if (distinct === 0 || hash !== sketch[distinct - 1]) sketch[distinct++] = hash;
  }
  return distinct === kept ? sketch : sketch.slice(0, distinct);
}

/** How many hashes both hold; both ascend without doubles. */
export function sharedHashes(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) {
      shared++;
      i++;
      j++;
    } else if (left < right) i++;
    else j++;
  }
  return shared;
}

/** The share of the smaller set of hashes that the larger one holds, 0 to 1. */
export function containment(a: Uint32Array, b: Uint32Array): number {
  const smaller = Math.min(a.length, b.length);
  return smaller === 0 ? 0 : sharedHashes(a, b) / smaller;
}
