/** A sparse vector: ascending ids below 2 ** 31 and the weight of each. `norm` is its Euclidean length. */
export interface SparseVector {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
  readonly norm: number;
}

/** Room that every call uses anew: short-lived arrays outside the heap cost more than what is done with them. */
let room = makeRoom(1024);

function makeRoom(count: number) {
  return { rounded: new Float32Array(count), ranked: new Float32Array(count) };
}

function roomFor(count: number): typeof room {
  if (room.rounded.length < count) room = makeRoom(count * 2);
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
  const { rounded, ranked } = roomFor(count);
  let present = 0;
  for (let i = 0; i < count; i++) {
    rounded[i] = weights[i] ?? 0;
    if ((rounded[i] ?? 0) > 0) present++;
  }
  let least = 0;
  let atLeast = present;
  if (present > most) {
    for (let i = 0; i < count; i++) ranked[i] = rounded[i] ?? 0;
    least = valueAtRank(ranked, count, count - most);
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

/** The value that would stand at `rank`, were the first `count` sorted ascending (Hoare's selection); leaves them in another order. */
function valueAtRank(values: Float32Array, count: number, rank: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = values[(low + high) >>> 1] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left++;
      while ((values[right] ?? 0) > pivot) right--;
      if (left > right) break;
      const value = values[left] ?? 0;
      values[left++] = values[right] ?? 0;
      values[right--] = value;
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return values[rank] ?? 0;
}

/** Scalar product over the shared ids. */
export function dot(a: SparseVector, b: SparseVector): number {
  const { ids: left, weights: leftWeights } = a;
  const { ids: right, weights: rightWeights } = b;
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    // Which of the two goes on cannot be foretold, so that it is reckoned from the sign and not branched on.
    const difference = ((left[i] ?? 0) - (right[j] ?? 0)) | 0;
    if (difference === 0) sum += (leftWeights[i] ?? 0) * (rightWeights[j] ?? 0);
    i += (difference - 1) >>> 31;
    j += (-1 - difference) >>> 31;
  }
  return sum;
}

/** Cosine of the angle, 0 to 1 for weights that are not negative; 0 when either is empty. */
export function cosine(a: SparseVector, b: SparseVector): number {
  const lengths = a.norm * b.norm;
  return lengths === 0 ? 0 : dot(a, b) / lengths;
}
