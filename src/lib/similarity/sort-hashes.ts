import { HASH_BITS } from './hash.ts';

/** Room that every call uses anew: short-lived arrays outside the heap cost more than what is done with them. */
let room = makeRoom(10);

function makeRoom(bits: number) {
  return { bits, ends: new Int32Array(1 << bits), places: new Int32Array(1 << bits) };
}

/**
 * The places of hashes, ascending by hash and then by place; they stand there until the next call. Hashes are spread evenly
 * (`mixHash`), so that each goes straight to about where it belongs, and the few that meet there are put in order.
 */
export function placesByHash(hashes: ArrayLike<number>, count = hashes.length): Int32Array {
  const bits = Math.max(1, 32 - Math.clz32(count));
  if (room.bits < bits) room = makeRoom(bits);
  const { ends, places } = room;
  const shift = HASH_BITS - bits;
  ends.fill(0, 0, 1 << bits);
  for (let place = 0; place < count; place++) {
    const part = (hashes[place] ?? 0) >>> shift;
    ends[part] = (ends[part] ?? 0) + 1;
  }
  let before = 0;
  for (let part = 0; part < 1 << bits; part++) {
    before += ends[part] ?? 0;
    ends[part] = before;
  }
  for (let place = count - 1; place >= 0; place--) {
    const part = (hashes[place] ?? 0) >>> shift;
    const end = (ends[part] ?? 0) - 1;
    ends[part] = end;
    places[end] = place;
  }
  for (let i = 1; i < count; i++) {
    const place = places[i] ?? 0;
    const hash = hashes[place] ?? 0;
    let at = i;
    while (at > 0 && (hashes[places[at - 1] ?? 0] ?? 0) > hash) places[at] = places[--at] ?? 0;
    places[at] = place;
  }
  return places.subarray(0, count);
}
