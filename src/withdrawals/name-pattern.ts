import { foldText } from './fold-text.ts';
import { UnusableName } from './withdrawal.ts';

/** Between two words of a name: space, hyphens, what slugs and handles join by; a point only where it ends no sentence. */
const join = String.raw`(?:[\s_+·'’‘ʼ\p{Pd}]|\.(?!\s))`;
/** Arabic that is written onto a word: and, so; by, as; the; for, for the. It is kept. */
const attached = String.raw`(?:[وف]?(?:[بك]?(?:ال)?|لل?))?`;
/** Scripts that leave no space between words, where a name has no edge to be told by. */
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
/** A name written as one word (a handle, a host) counts when it is at least so long: "Ann An" is not "Annan". */
const shortestJoined = 6;

/**
 * What finds any spelling of a name in folded text: whole words, with whatever joins them. Group 1 is what is attached
 * before. Throws UnusableName for one that is too short to be told from ordinary words.
 */
export function namePattern(names: string[]): RegExp {
  const spellings = names.map(spellingPattern).sort((a, b) => b.length - a.length);
  return new RegExp(
    String.raw`(?:(?<!\p{L})|(?<=${unspaced})|(?=${unspaced}))(${attached})(?:${spellings.join('|')})`,
    'gu',
  );
}

function spellingPattern(name: string): string {
  const words = name.split(/[^\p{L}\p{M}\p{N}\p{Cf}ـ]+/u).flatMap((word) => {
    const { folded } = foldText(word);
    return folded === '' ? [] : [{ folded: escaped(folded), written: word }];
  });
  const whole = words.map(({ folded }) => folded).join('');
  const letters = Array.from(whole).filter((letter) => /\p{L}/u.test(letter)).length;
  const leastLetters = new RegExp(unspaced, 'u').test(whole) ? 2 : 3;
  if (letters < leastLetters)
    throw new UnusableName(`“${name}” is too short: it would be found in ordinary words. Give the whole name.`);
  const joined = whole.length >= shortestJoined || /\p{Script=Arabic}/u.test(whole);
  const between = String.raw`(?:${join}${ownSigns(name)}){${joined ? 0 : 1},6}`;
  const pattern = words
    .map(({ folded, written }, index) => {
      const initial = index < words.length - 1 && /^\p{L}$/u.test(folded) ? String.raw`(?:\.\s?)?` : '';
      return wordPattern(folded, written, index === 0) + initial;
    })
    .join(between);
  const last = words.at(-1)?.folded ?? '';
  const edge = new RegExp(`${unspaced}$`, 'u').test(last)
    ? ''
    : /\p{N}$/u.test(last)
      ? String.raw`(?!\p{N})`
      : String.raw`(?!(?!${unspaced})\p{L})`;
  return pattern + edge;
}

/** Signs that the spelling itself has between its words: the comma of "Firth, Oona". */
function ownSigns(name: string): string {
  const signs = name.match(/[^\p{L}\p{M}\p{N}\p{Cf}\s.]/gu) ?? [];
  return [...new Set(signs)].map((sign) => `|\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`).join('');
}

/** Some numbers fold to signs: ⑴ is (1). */
function escaped(folded: string): string {
  return folded.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

/** A word of a name: ä, ö, ü, ø and å also as ae, oe, ue, aa; الـ also as it is swallowed by لل. */
function wordPattern(folded: string, written: string, first: boolean): string {
  if (first && folded.startsWith('ال') && folded.length > 3) return `(?:ال|(?<=لل))${folded.slice(2)}`;
  const letters = Array.from(written.normalize('NFC').toLowerCase());
  if (!letters.some((letter) => 'äöüøå'.includes(letter))) return folded;
  return letters
    .map((letter) => escaped(foldText(letter).folded) + ('äöüø'.includes(letter) ? 'e?' : letter === 'å' ? 'a?' : ''))
    .join('');
}
