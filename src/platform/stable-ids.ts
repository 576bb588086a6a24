import { createHash } from 'node:crypto';
import { idText } from './id.ts';

/**
 * Makes ids of the same form as `newId` that follow from a seed alone: the n-th id of a prefix is the same on every
 * reading of the same thing, so that a repeated or resumed import makes the same document.
 */
export function createIds(seed: string): (prefix: string) => string {
  const made = new Map<string, number>();
  return (prefix) => {
    const n = (made.get(prefix) ?? 0) + 1;
    made.set(prefix, n);
    return stableId(prefix, `${seed}\n${n}`);
  };
}

/** The one id that follows from a seed. */
export function stableId(prefix: string, seed: string): string {
  return idText(prefix, createHash('sha256').update(`${prefix}\n${seed}`).digest());
}
