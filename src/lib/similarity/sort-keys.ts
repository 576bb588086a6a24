/** Where a place stands beside its key in one number: places are below this. */
const SPAN = 2 ** 20;

let room = new Float64Array(1024);

/**
 * The places of keys, ascending by key and then by place: keys are whole numbers from 0 to below 2 ** 31, at most 2 ** 20
 * of them. One typed array of key and place together sorts much faster than a comparing sort.
 */
export function placesByKey(keys: ArrayLike<number>, count = keys.length): Int32Array {
  if (room.length < count) room = new Float64Array(count * 2);
  const together = room.subarray(0, count);
  for (let place = 0; place < count; place++) together[place] = (keys[place] ?? 0) * SPAN + place;
  together.sort();
  const places = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const key = together[i] ?? 0;
    places[i] = key - Math.floor(key / SPAN) * SPAN;
  }
  return places;
}
