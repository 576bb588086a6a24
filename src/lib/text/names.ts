import type { Span } from './sentences.ts';

/** A capitalised word that stands for somebody or somewhere. */
export interface FoundName extends Span {
  text: string;
}

/** Capitalised words that name nobody: the calendar, titles, and "I". */
const notNames = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december jan feb mar apr jun jul aug sept oct nov dec i mr mrs ms dr president minister prime governor mayor
general colonel captain major commander judge professor doctor king queen prince sheikh sir chief secretary spokesman
spokeswoman ambassador senator deputy director chairman a an the`.split(/\s+/u),
);

/** Whether a word, in lower case, names nobody though it has a capital. */
export function isNoName(lower: string): boolean {
  return notNames.has(lower);
}

const capitalised = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]*(?:[-'’]\p{L}[\p{L}\p{M}\p{N}]*)*/gu;

/**
 * The capitalised words of a text in a script that has capitals, leaving out the calendar, titles, and words that open a
 * sentence or a quotation and are known to be ordinary (`isOrdinary`). Offsets are UTF-16. Arabic has no capitals, so
 * nothing is found in it.
 */
export function findNames(
  text: string,
  isOrdinary: (lowerCaseWord: string) => boolean,
  /** True: as in a headline, an ordinary word may have a capital anywhere. */
  headline = false,
): FoundName[] {
  const found: FoundName[] = [];
  for (const match of text.matchAll(capitalised)) {
    const name = match[0].replace(/['’]s$/iu, '');
    const lower = name.toLowerCase();
    const before = text.slice(0, match.index).trimEnd();
    if (notNames.has(lower) && !isFamilyName(lower, before, text.slice(match.index + match[0].length))) continue;
    const opens = headline || before === '' || /[.!?:…“"«‘—–-]$/u.test(before);
    if (opens && isOrdinary(lower)) continue;
    found.push({ start: match.index, end: match.index + name.length, text: name });
  }
  return found;
}

/** Titles that are families' names too. */
const alsoNames = new Set(['king', 'prince', 'judge', 'major', 'chief', 'queen', 'sheikh', 'may', 'march', 'august']);

/** Whether a word that may be a title or a month stands as somebody's name: alone, or after a name ("Ted King"). */
function isFamilyName(lower: string, before: string, after: string): boolean {
  if (!alsoNames.has(lower)) return false;
  if (/^[^\S\n]+\p{Lu}|^\s*\p{Nd}/u.test(after)) return false;
  return !/(?:^|[\s“"‘(])(?:the|a|an|in|on|since|until|by|last|next|this|of|from|to|and|late|early|mid|\p{Nd}+(?:st|nd|rd|th)?)$/iu.test(
    before,
  );
}

/** Endings by which the word for a people differs from that for its place ("Syria", "Syrian", "Syrians"). */
const demonymEndings = ['', 's', 'n', 'ns', 'an', 'ans', 'ian', 'ians', 'i', 'is', 'ese', 'ish'];

/** Whether a name's word stands in a text, in any case, also as the people of a place. */
export function nameStandsIn(name: string, text: string): boolean {
  const wanted = foldName(name);
  const words = text.match(/[\p{L}\p{M}\p{N}]+(?:[-'’]\p{L}[\p{L}\p{M}\p{N}]*)*/gu) ?? [];
  // "al-Hadid" is there for "Hadid" too.
  return words
    .flatMap((word) => [word, ...word.split('-')])
    .some((each) => {
      const word = foldName(each);
      if (word === wanted) return true;
      const [short, long] = word.length < wanted.length ? [word, wanted] : [wanted, word];
      return (
        short.length >= 4 &&
        /^\p{Lu}/u.test(each) &&
        long.startsWith(short) &&
        demonymEndings.includes(long.slice(short.length))
      );
    });
}

function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s$/iu, '')
    .replaceAll('’', "'")
    .toLowerCase();
}
