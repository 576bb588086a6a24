import { type NumberWord, readNumberWord } from './number-words.ts';
import type { Span } from './sentences.ts';

/** A number in a text, whatever it is written in; `value` compares. */
export interface FoundNumber extends Span {
  text: string;
  value: number;
}

/** Thousands may be parted by a space that does not break; a plain space may be between two numbers. */
const token =
  /\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,٫]\d+)?|\d[\d,.٬٫]*\d|\d|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu;
const articles = /^(?:a|an|one)$/iu;
/** What may stand between the words of one number. */
const gapWithin = /^(?:[^\S\n\r\u2028\u2029]|-)+$/u;

interface Token extends Span {
  text: string;
  word: NumberWord | null;
}

/** A number being read: what was closed by "thousand" and above, what stands after it, and how it may go on. */
interface Open extends Span {
  total: number;
  current: number;
  /** What is added next must be less. */
  room: number;
  /** The unit that was just added, where Arabic tens may follow it ("three and twenty"). */
  unit: number;
  digits: boolean;
}

/**
 * Every number of a text: digits in any script with separators, English and Arabic number words, and a magnitude that
 * follows ("3.5 million", "3 آلاف"). "One" alone and ordinals are not numbers here: they are too common as words.
 * Offsets are UTF-16.
 */
export function findNumbers(text: string): FoundNumber[] {
  const folded = foldDigits(text);
  const tokens = [...folded.matchAll(token)].map((match): Token => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    word: /^\d/u.test(match[0]) ? null : readNumberWord(match[0]),
  }));
  const near = (from: number, to: number) => gapWithin.test(folded.slice(from, to));
  const follows = (at: number): Token | null => {
    const [one, next] = [tokens[at], tokens[at + 1]];
    return one && next && near(one.end, next.start) ? next : null;
  };
  const found: FoundNumber[] = [];
  let open: Open | null = null;
  /** Where the "and" ended that the open number may go on after. */
  let after: number | null = null;
  const close = () => {
    if (open)
      found.push({
        start: open.start,
        end: open.end,
        text: text.slice(open.start, open.end),
        value: open.total + open.current,
      });
    open = null;
    after = null;
  };
  for (const [at, { start, end, text: written, word }] of tokens.entries()) {
    const touches = open !== null && (near(after ?? open.end, start) || (open.digits && open.end === start));
    if (/^\d/u.test(written)) {
      close();
      open = { start, end, total: 0, current: digitsValue(written), room: 0, unit: 0, digits: true };
      continue;
    }
    if (word === null) {
      const and = open !== null && touches && (/^and$/iu.test(written) ? (open as Open).room >= 100 : written === 'و');
      if (and) after = end;
      else close();
      continue;
    }
    const said: NumberWord = { ...word, joined: word.joined || (after !== null && word.arabic) };
    const next = follows(at)?.word ?? null;
    if (open && touches && goOn(open, said, next)) {
      (open as Open).end = end;
      after = null;
      continue;
    }
    close();
    if (!word.alone && !(word.value === 1 && word.arabic && isTail(next))) continue;
    const before = tokens[at - 1];
    // An article that the number before has taken in is not shared: "مئة one dozen".
    const free = before !== undefined && before.start >= (found.at(-1)?.end ?? 0);
    const share =
      free && word.kind === 'times' && articles.test(before.text) && near(before.end, start) ? before : null;
    open = begin(word, share?.start ?? start, end);
  }
  close();
  return found;
}

function begin({ kind, value }: NumberWord, start: number, end: number): Open {
  const none = { start, end, total: 0, current: 0, room: 0, unit: 0, digits: false };
  if (kind === 'times' && value >= 1000) return { ...none, total: value, room: magnitude(value) };
  if (kind === 'times') return { ...none, current: value, room: value === 100 ? 100 : 0 };
  return {
    ...none,
    current: value,
    room: kind === 'tens' ? 10 : kind === 'hundreds' ? 100 : 0,
    unit: kind === 'unit' ? value : 0,
  };
}

/** Takes a word into an open number, if it belongs to it; says whether. `next` is what stands right after the word. */
function goOn(open: Open, word: NumberWord, next: NumberWord | null): boolean {
  if (word.kind === 'times') return multiply(open, word);
  const { value, arabic, joined } = word;
  if (arabic) {
    // "Five ten" is 15, "three hundred" 300, "three and twenty" 23.
    if (open.unit > 0 && open.unit < 10 && value === 10 && !joined) return add(open, 10, 0, 0);
    if (open.unit > 2 && open.unit < 10 && value === 100 && !joined) return add(open, open.unit * 99, 100, 0);
    if (open.unit > 0 && open.unit < 10 && word.kind === 'tens' && joined) return add(open, value, 0, 0);
    // "And eleven" begins as "one" is written.
    const andEleven = value === 1 && next?.value === 10 && !next.joined;
    if (!(joined || andEleven) || open.digits) return false;
    if (value >= open.room) return false;
    return add(open, value, word.kind === 'hundreds' ? 100 : 0, word.kind === 'unit' ? value : 0);
  }
  if (value >= open.room || value === 0) return false;
  // "Between two hundred and five hundred" is two numbers.
  if (open.room === 100 && next?.kind === 'times' && next.value === 100) return false;
  return add(open, value, word.kind === 'tens' ? 10 : 0, word.kind === 'unit' ? value : 0);
}

function add(open: Open, value: number, room: number, unit: number): true {
  open.current += value;
  open.room = room;
  open.unit = unit;
  return true;
}

function multiply(open: Open, { value, arabic, joined }: NumberWord): boolean {
  open.unit = 0;
  if (arabic && joined) {
    if (open.current > 0 || value >= open.room) return false;
    open.total += value;
    open.room = magnitude(value);
    return true;
  }
  if (value < 1000) {
    if (open.current <= 0 || open.current >= 100) return false;
    open.current *= value;
    open.room = value === 100 ? 100 : 0;
    return true;
  }
  if (arabic && String(value).startsWith('2')) return false;
  if (open.current > 0) {
    open.total += open.current * value;
    open.current = 0;
  } else open.total *= value;
  open.room = value;
  return true;
}

/** 2,000 leaves room for what is less than 1,000. */
function magnitude(value: number): number {
  return 10 ** Math.floor(Math.log10(value));
}

/** Whether a word makes a number of "one" before it, in Arabic. */
function isTail(next: NumberWord | null): boolean {
  return next !== null && next.arabic && (next.value === 10 ? !next.joined : next.kind === 'tens' && next.joined);
}

/** "3,000", and "3.000.000" with two groups, are thousands; a single other separator is a decimal point. */
function digitsValue(text: string): number {
  const plain = text
    .replace(/[\u00a0\u2009\u202f]/gu, '')
    .replaceAll('٬', ',')
    .replaceAll('٫', '.');
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(plain)) return Number(plain.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/u.test(plain)) return Number(plain.replaceAll('.', ''));
  const value = Number(plain.replace(',', '.'));
  return Number.isNaN(value) ? Number(plain.replace(/\D/gu, '')) : value;
}

/** Decimal digits of every script as ASCII ones; lengths, and so offsets, stay. They stand in runs of ten, from a code that ends in hex 0 or 6. */
function foldDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.charCodeAt(0);
    if (digit.length > 1) return digit;
    const low = code & 0xf;
    return String(/\p{Nd}/u.test(String.fromCharCode(code - low)) ? low : low - 6);
  });
}
