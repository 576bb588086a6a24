import type { WordsRead } from './cluster-words.ts';

/** What a report opens with: the names in its title and lead, the most told first, and the numbers there. */
export interface Told {
  names: Uint32Array;
  /** How often each is told in the whole report. */
  times: Uint16Array;
  /** Ascending. */
  numbers: Uint32Array;
}

interface Opened {
  told: Told;
  /** All terms of the report, ascending. */
  terms: Uint32Array;
  arabic: boolean;
}

/** What is taken where the script marks no names. */
const UNMARKED = 0.45;

export function readTold({ hashes, body, lead, title, name, number }: WordsRead, most: number): Told {
  const names: number[] = [];
  const numbers: number[] = [];
  const timesOf = (at: number) => (body[at] ?? 0) + (title[at] ?? 0);
  for (let at = 0; at < hashes.length; at++) {
    if ((lead[at] ?? 0) === 0 && (title[at] ?? 0) === 0) continue;
    if (number[at] === 1) numbers.push(hashes[at] ?? 0);
    if ((name[at] ?? 0) > 0) names.push(at);
  }
  names.sort((one, other) => timesOf(other) - timesOf(one) || one - other);
  if (names.length > most) names.length = most;
  return {
    names: Uint32Array.from(names, (at) => hashes[at] ?? 0),
    times: Uint16Array.from(names, timesOf),
    numbers: Uint32Array.from(numbers),
  };
}

/**
 * How far each of two reports names somebody whom the other leaves out, and which share of its numbers the other has:
 * what tells two games of one team apart, or two arrests by one force. Means of both ways, 0 to 1; what is told once or
 * twice says little either way.
 */
export function compareTold(a: Opened, b: Opened): [namesLacked: number, numbersShared: number] {
  return [
    (lackedName(a, b.terms) + lackedName(b, a.terms)) / 2,
    (sharedNumbers(a, b.terms) + sharedNumbers(b, a.terms)) / 2,
  ];
}

/** How often the most told name that the other lacks is told, by how often the most told of all is; 0 where it has all. */
function lackedName({ told: { names, times }, arabic }: Opened, terms: Uint32Array): number {
  if (arabic) return UNMARKED;
  const lacked = names.findIndex((name) => !has(terms, name));
  return lacked < 0 ? 0 : (times[lacked] ?? 0) / ((times[0] ?? 0) + 1);
}

function sharedNumbers({ told: { numbers } }: Opened, terms: Uint32Array): number {
  let shared = 0;
  for (const number of numbers) if (has(terms, number)) shared++;
  return (shared + 1) / (numbers.length + 2);
}

function has(ascending: Uint32Array, wanted: number): boolean {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ascending[middle] ?? 0;
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
