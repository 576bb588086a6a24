import type { Token } from './english-clauses.ts';
import { TELLING } from './speech-words.ts';

const FILLING = new Set(
  'has have had also later earlier now then again repeatedly still first itself himself herself themselves yesterday today tonight already just both would will may might must should however meanwhile therefore once twice since'.split(
    ' ',
  ),
);
export const PASSIVE = new Set('was were been be being is are get got'.split(' '));
export const DAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/u;
export const TIMES = new Set(
  'morning evening afternoon night noon midnight dawn dusk week month year hours day'.split(' '),
);
export const BOUNDS = new Set(
  'that because after when while as but before since if where though although whereas until than whom so yet or'.split(
    ' ',
  ),
);
export const RELATIVES = new Set(['who', 'which', 'that']);
export const DETERMINERS = new Set(
  'the a an its their his her one two three another some both he she it they'.split(' '),
);
/** Words that are verbs of telling here and nothing else. */
export const SURELY = /(?:ed|said|told|says|wrote)$/u;

/** Spelled as a verb of telling is, and a noun where no clause follows. */
export const PLURALS = new Set(
  'notes reports claims lists counts records estimates names calls documents orders offers releases issues finds registers logs cites answers hopes believes thinks report claim estimate'.split(
    ' ',
  ),
);
/** What stands between two places of a row of tokens, as text. */
export interface Phrase {
  text: string;
  start: number;
  end: number;
}

export interface Subject {
  head: Phrase;
  beside: string[];
}

export function skipFilling(row: readonly Token[], from: number): number {
  let i = from;
  for (;;) {
    const token = row[i];
    if (token?.kind !== 'word') return i;
    const before = row[i - 1]?.low ?? '';
    if (FILLING.has(token.low) || (/.{3}ly$/u.test(token.low) && /^\p{Ll}/u.test(token.text))) i -= 1;
    else if (DAYS.test(token.low) && before === 'on') i -= 2;
    else if (TIMES.has(token.low) && /^(?:this|last|at|that)$/u.test(before)) i -= 2;
    else if (/^(?:today|yesterday|tonight)$/u.test(token.low)) i -= 1;
    else if (TIMES.has(token.low) && DAYS.test(before)) i -= 1;
    else return i;
  }
}

const MOST_TOKENS = 40;

/** From one token backwards to where another clause begins. */
export function segment(row: readonly Token[], to: number): { from: number; to: number } {
  let from = to + 1;
  while (from > Math.max(0, to - MOST_TOKENS)) {
    const token = row[from - 1];
    if (!token || token.kind === 'quote' || (token.kind === 'mark' && !/^[.&/]$/u.test(token.text))) break;
    if (BOUNDS.has(token.low) || RELATIVES.has(token.low)) break;
    if (
      from <= to &&
      TELLING.has(token.low) &&
      token.low !== 'accused' &&
      SURELY.test(token.low) &&
      !/^\p{Lu}/u.test(token.text)
    )
      break;
    if (token.low === 'and' && from <= to && beginsClause(row, from)) break;
    from -= 1;
  }
  return { from, to };
}

/** "… and the committee said", and not "Trade and Industry". */
export function beginsClause(row: readonly Token[], at: number): boolean {
  const [next, before] = [row[at], row[at - 2]];
  if (DETERMINERS.has(next?.low ?? '')) return true;
  return /^\p{Lu}/u.test(next?.text ?? '') && !/^\p{Lu}/u.test(before?.text ?? '');
}

export function opensClause(token: Token | undefined): boolean {
  return DETERMINERS.has(token?.low ?? '') || /^\p{Lu}/u.test(token?.text ?? '');
}

export function phrase(body: string, row: readonly Token[], from: number, to: number): Phrase {
  const [start, end] = [row[from]?.start ?? 0, row[to]?.end ?? 0];
  return { text: body.slice(start, end), start, end };
}

export function backwards(body: string, row: readonly Token[], to: number): Phrase {
  const { from } = segment(row, to);
  return phrase(body, row, from, to);
}

/** Somebody named after "according to" or an inverted verb, with what a comma adds. */
export function following(body: string, row: readonly Token[], from: number): Subject | null {
  const end = nounEnd(row, from);
  if (end < from) return null;
  return { head: phrase(body, row, from, end), beside: asideAfter(body, row, end) };
}

export function asideAfter(body: string, row: readonly Token[], end: number): string[] {
  const aside = row[end + 1]?.low === ',' ? nounEnd(row, end + 2) : -1;
  return aside > end + 1 ? [phrase(body, row, end + 2, aside).text] : [];
}

export function nounEnd(row: readonly Token[], from: number): number {
  let at = from;
  for (; at < Math.min(row.length, from + 16); at++) {
    const token = row[at];
    if (!token || token.kind !== 'word') break;
    const next = row[at + 1];
    if (BOUNDS.has(token.low) && token.low !== 'that') break;
    if (at > from && (token.low === 'that' || token.low === 'which' || token.low === 'and')) {
      if (token.low !== 'and' || !/^\p{Lu}/u.test(next?.text ?? '')) break;
    }
    if (token.low === 'who' && !/^(?:speaks?|heads?|leads?|chairs?|runs?)$/u.test(next?.low ?? '')) break;
    if ((token.low === 'on' && DAYS.test(next?.low ?? '')) || DAYS.test(token.low)) break;
    if (token.low === 'in' && /^(?:a|an|its|his|her|their)$/u.test(next?.low ?? '')) break;
    const isText = PLURALS.has(token.low) && /^(?:from|by|of)$/u.test(next?.low ?? '');
    if (
      at > from &&
      !isText &&
      (TELLING.has(token.low) || PASSIVE.has(token.low) || token.low === 'had' || token.low === 'has')
    )
      break;
  }
  return at - 1;
}
