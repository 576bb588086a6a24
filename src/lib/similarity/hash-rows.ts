/** Numbers hashes in the order in which they come, from 0: the rows of tables that stand beside it. Open addressing, linear probing. */
export interface HashRows {
  /** The row of a hash; -1 where it has none. */
  find(hash: number): number;
  /** Gives a hash that has none the next row. */
  add(hash: number): number;
  readonly size: number;
  clear(): void;
}

/** At most this share of the slots is taken. */
const MOST_TAKEN = 0.5;
const FEWEST_SLOTS = 1024;

/** `hash` is a whole number from 0 to below 2 ** 31 (`HASH_BITS`), mixed already (`mixHash`). */
export function createHashRows(): HashRows {
  // Two numbers a slot, side by side: the hash, and its row counted from 1; row 0 is a free slot.
  let slots = new Int32Array(2 * FEWEST_SLOTS);
  let mask = FEWEST_SLOTS - 1;
  let size = 0;

  function slotOf(hash: number): number {
    let slot = hash & mask;
    while (slots[2 * slot + 1] !== 0 && slots[2 * slot] !== hash) slot = (slot + 1) & mask;
    return 2 * slot;
  }

  function grow(): void {
    const old = slots;
    slots = new Int32Array(old.length * 2);
    mask = 2 * mask + 1;
    for (let at = 0; at < old.length; at += 2) {
      const row = old[at + 1] ?? 0;
      if (row === 0) continue;
      const slot = slotOf(old[at] ?? 0);
      slots[slot] = old[at] ?? 0;
      slots[slot + 1] = row;
    }
  }

  return {
    find: (hash) => (slots[slotOf(hash) + 1] ?? 0) - 1,
    add(hash) {
      if (size + 1 > (mask + 1) * MOST_TAKEN) grow();
      const slot = slotOf(hash);
      slots[slot] = hash;
      slots[slot + 1] = size + 1;
      return size++;
    },
    get size() {
      return size;
    },
    clear() {
      // One that was once much larger than it was lately begins anew: clearing has to cost what filling did.
      if (slots.length > 32 * Math.max(size, FEWEST_SLOTS)) {
        slots = new Int32Array(2 * FEWEST_SLOTS);
        mask = FEWEST_SLOTS - 1;
      } else slots.fill(0);
      size = 0;
    },
  };
}
