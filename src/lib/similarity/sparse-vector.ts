/** A sparse vector: ascending ids and the weight of each. `norm` is its Euclidean length when it was made. */
export interface SparseVector {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
  readonly norm: number;
}

/** Makes a vector of the `most` heaviest entries; ties go to the smaller id, so that the order of entries never matters. */
export function sparseVector(entries: Iterable<readonly [id: number, weight: number]>, most = Infinity): SparseVector {
  let kept = Array.from(entries);
  if (kept.length > most) {
    kept.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    kept = kept.slice(0, most);
  }
  kept.sort((a, b) => a[0] - b[0]);
  const ids = new Uint32Array(kept.length);
  const weights = new Float32Array(kept.length);
  let square = 0;
  for (const [i, [id, weight]] of kept.entries()) {
    ids[i] = id;
    weights[i] = weight;
    square += weight * weight;
  }
  return { ids, weights, norm: Math.sqrt(square) };
}

/** Scalar product over the shared ids. */
export function dot(a: SparseVector, b: SparseVector): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.ids.length && j < b.ids.length) {
    const left = a.ids[i] ?? 0;
    const right = b.ids[j] ?? 0;
    if (left === right) sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0);
    else if (left < right) i++;
    else j++;
  }
  return sum;
}

/** Cosine of the angle, 0 to 1 for weights that are not negative; 0 when either is empty. */
export function cosine(a: SparseVector, b: SparseVector): number {
  const lengths = a.norm * b.norm;
  return lengths === 0 ? 0 : dot(a, b) / lengths;
}
