import type { Span } from './sentences.ts';
import { soundsOf } from './sounds.ts';
import { foldWord, isArabic, words } from './words.ts';

/** Somebody or somewhere with every spelling that is known, in any script. */
export interface Known {
  spellings: readonly string[];
}

/** A known name as it stands in a text. */
export interface FoundKnown<T extends Known> extends Span {
  known: T;
  text: string;
}

interface Folded extends Span {
  word: string;
}

/** Written onto the next word in Arabic: and, so; by, as, for; the article with them. */
const attached = /^(?:[وف])?(?:[بكل])?(?=.{2})/u;

/** What a folded word may be without what is written onto it; the word itself is the first. */
export function formsOf(word: string): string[] {
  if (!isArabic(word)) return [word];
  const forms = new Set([word]);
  const bare = (from: string): string => (from.startsWith('لل') ? `ال${from.slice(2)}` : from);
  forms.add(bare(word));
  if (/^[وف]/u.test(word) && word.length > 3) forms.add(bare(word.slice(1)));
  const without = word.replace(attached, '');
  if (without.length >= 2) forms.add(without);
  if (/^[بكل]/u.test(word) && word.length > 3) forms.add(word.slice(1));
  return [...forms];
}

function fold(text: string): Folded[] {
  return words(text)
    .flatMap(({ raw, start }) => {
      // "al-Hadid" and "Dar-Mizan" are two words each.
      let at = start;
      return raw.split(/(?<=-)|(?=-)/u).map((part): Folded => {
        const place = at;
        at += part.length;
        return { word: foldWord(part), start: place, end: at };
      });
    })
    .filter(({ word }) => word !== '' && word !== '-');
}

/** Spellings by their first word. */
type FoldedKnown<T extends Known> = Map<string, { entry: T; rest: string[] }[]>;

/** A list is looked through for each sentence of a piece: it is folded once. */
const folded = new WeakMap<readonly Known[], FoldedKnown<Known>>();

function foldKnown(known: readonly Known[]): FoldedKnown<Known> {
  const byFirst: FoldedKnown<Known> = new Map();
  for (const entry of known)
    for (const spelling of entry.spellings) {
      const [first, ...rest] = fold(spelling).map(({ word }) => word);
      if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { entry, rest }]);
    }
  folded.set(known, byFirst);
  return byFirst;
}

/**
 * Every known name of a text, the longest where several begin at one word; case, diacritics, Arabic letter forms and what
 * Arabic writes onto a word do not count. Offsets are UTF-16.
 */
export function findKnown<T extends Known>(text: string, known: readonly T[]): FoundKnown<T>[] {
  const byFirst = (folded.get(known) ?? foldKnown(known)) as FoldedKnown<T>;
  const said = fold(text);
  const found: FoundKnown<T>[] = [];
  for (let at = 0; at < said.length; at += 1) {
    const from = said[at];
    if (!from) continue;
    const here = formsOf(from.word)
      .flatMap((form) => byFirst.get(form) ?? [])
      .filter(({ rest }) => rest.every((word, index) => said[at + 1 + index]?.word === word))
      .sort((a, b) => b.rest.length - a.rest.length)[0];
    if (!here) continue;
    const last = said[at + here.rest.length] ?? from;
    found.push({ known: here.entry, start: from.start, end: last.end, text: text.slice(from.start, last.end) });
    at += here.rest.length;
  }
  return found;
}

/** Whether a word stands in a text in any form: with or without what Arabic writes onto it, or with the same sounds in another script. */
export function wordStandsIn(word: string, text: string): boolean {
  const wanted = foldWord(word);
  const forms = formsOf(wanted);
  const sounds = soundsOf(word);
  // Of words in the other script, those alone can be the name that have a capital where there are any.
  const sameSounds = ({ word: said, start }: Folded): boolean =>
    isArabic(said) !== isArabic(word) &&
    (isArabic(said) || /^\p{Lu}/u.test(text.slice(start))) &&
    soundsOf(said) === sounds;
  return fold(text).some(
    // What is written onto a word is taken off one of the two alone: "karu" is not "baru" without its first letter.
    (each) =>
      formsOf(each.word).includes(wanted) || forms.includes(each.word) || (sounds.length >= 2 && sameSounds(each)),
  );
}
