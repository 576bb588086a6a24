import { isNumeric, isStopWord, type Word } from '#lib/text/words.ts';
import * as spoken from './arabic-words.ts';
import type { Named } from './known-origins.ts';

/** A text in words, each as it folds. */
export interface Reading {
  body: string;
  all: readonly Word[];
  folds: readonly string[];
  table: readonly Named[];
}

const MOST_WORDS = 7;

/** The forms of a noun without its article and what is written onto it. */
function formsOf(folded: string): string[] {
  return [folded, folded.replace(/^(?:لل|بال|وال|ال)(?=.{2})/u, ''), folded.replace(/^[لبو](?=.{3})/u, '')];
}

export function nounOf(folded: string): { kind: spoken.NounKind; noun: string } | null {
  for (const form of formsOf(folded)) {
    const kind = spoken.kindOfNoun(form);
    if (kind) return { kind, noun: form };
  }
  return null;
}

export interface Span {
  last: number;
}

export function stopsAt({ all, folds, body }: Reading, at: number): boolean {
  const word = all[at];
  const before = all[at - 1];
  if (!word || !before) return true;
  return /[^\s«»"ـ]/u.test(body.slice(before.end, word.start)) || spoken.THAT.has(folds[at] ?? '');
}

/** The words of a noun phrase: in the construct state until one has the article, then only words that have it too. */
export function spanFrom(reading: Reading, at: number): Span {
  const { folds } = reading;
  let last = at;
  let definite = /^(?:ال|لل|بال)/u.test(folds[at] ?? '');
  for (let next = at + 1; next < at + MOST_WORDS; next++) {
    const word = folds[next] ?? '';
    const raw = reading.all[next];
    if (raw && isTanwin(raw)) break;
    if (stopsAt(reading, next) || isStopWord(word) || isNumeric(word) || spoken.DAY.test(word)) break;
    if (spoken.TELLING.has(spoken.withoutAnd(word)) || spoken.WHICH.test(word) || spoken.BETWEEN.has(word)) break;
    if (nounOf(word)?.kind === 'rank' && last > at) break;
    const isOfIt = /^(?:ال|لل?.{2})/u.test(word);
    if (
      definite &&
      (isOfIt || /^وال/u.test(word)) &&
      !/^(?:لل?)/u.test(word) &&
      !spoken.ADJECTIVE.test(word) &&
      !/^وال/u.test(word)
    )
      break;
    if (definite && !isOfIt && !/^وال/u.test(word)) break;
    if (!definite && last > at && !isOfIt && !couldGoOn(word)) break;
    if (!definite && spoken.DOING.test(word.replace(/^ب(?=...)/u, '')) && !/^ل/u.test(folds[next - 1] ?? '')) break;
    definite = /^(?:ال|لل|وال)/u.test(word);
    last = next;
  }
  return { last };
}

/** An indefinite object: قراراً. */
export function isTanwin({ raw }: Word): boolean {
  return raw.includes('\u064b');
}

/** A place of one or two words after a body: "شرطة رأس النخلات", "مستشفى دار ميزان". */
function couldGoOn(word: string): boolean {
  return word.length > 2 && !/^(?:و(?=...)|ب(?:ال|ان))/u.test(word);
}
