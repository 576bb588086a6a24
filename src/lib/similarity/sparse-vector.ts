/** A sparse vector: ascending ids and the weight of each. `norm` is its Euclidean length. */
export interface SparseVector {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
  readonly norm: number;
}

/** Room that every call uses anew: short-lived arrays outside the heap cost more than what is done with them. */
let room = { rounded: new Float32Array(1024), sorted: new Float32Array(1024) };

function roomFor(count: number): typeof room {
  if (room.rounded.length < count) room = { rounded: new Float32Array(count * 2), sorted: new Float32Array(count * 2) };
  return room;
}

/**
 * Makes a vector of the `most` heaviest entries. `ids` must ascend without doubles; entries of weight 0 are left out;
 * among equal weights the smaller id stays. `count`: how many of the entries given are meant.
 */
export function sparseVector(
  ids: ArrayLike<number>,
  weights: ArrayLike<number>,
  most = Infinity,
  count = ids.length,
): SparseVector {
  const { rounded, sorted } = roomFor(count);
  let present = 0;
  for (let i = 0; i < count; i++) {
    rounded[i] = weights[i] ?? 0;
    if ((rounded[i] ?? 0) > 0) present++;
  }
  let least = 0;
  let atLeast = present;
  if (present > most) {
    sorted.set(rounded.subarray(0, count));
    least = sorted.subarray(0, count).sort()[count - most] ?? 0;
    let above = 0;
    for (let i = 0; i < count; i++) if ((rounded[i] ?? 0) > least) above++;
    atLeast = most - above;
  }
  const size = Math.min(present, most);
  const keptIds = new Uint32Array(size);
  const keptWeights = new Float32Array(size);
  let square = 0;
  for (let i = 0, at = 0; i < count && at < size; i++) {
    const weight = rounded[i] ?? 0;
    if (weight <= 0 || weight < least) continue;
    if (present > most && weight === least && atLeast-- <= 0) continue;
    keptIds[at] = ids[i] ?? 0;
    keptWeights[at++] = weight;
    square += weight * weight;
  }
  return { ids: keptIds, weights: keptWeights, norm: Math.sqrt(square) };
}

/** Scalar product over the shared ids. */
export function dot(a: SparseVector, b: SparseVector): number {
  const { ids: left, weights: leftWeights } = a;
  const { ids: right, weights: rightWeights } = b;
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const difference = (left[i] ?? 0) - (right[j] ?? 0);
    if (difference === 0) sum += (leftWeights[i++] ?? 0) * (rightWeights[j++] ?? 0);
    else if (difference < 0) i++;
    else j++;
  }
  return sum;
}

/** Cosine of the angle, 0 to 1 for weights that are not negative; 0 when either is empty. */
export function cosine(a: SparseVector, b: SparseVector): number {
  const lengths = a.norm * b.norm;
  return lengths === 0 ? 0 : dot(a, b) / lengths;
}
