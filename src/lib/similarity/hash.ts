/** 32-bit FNV-1a over UTF-16 code units from `start` to before `end`, with a final mix so that a few bits can be used alone. */
export function hashText(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return mixHash(hash);
}

/** How many bits every hash here has: 31, so that the engine keeps it as a small integer and maps by hash stay fast. */
export const HASH_BITS = 31;

/** The murmur3 finaliser: every input bit reaches every output bit. At least 0, below 2 ** HASH_BITS. */
export function mixHash(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 1;
}
