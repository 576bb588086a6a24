import type { Span } from './sentences.ts';

/** A number in a text, whatever it is written in; `value` compares. */
export interface FoundNumber extends Span {
  text: string;
  value: number;
}

const units: Record<string, number> = {
  zero: 0, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, dozen: 12,
  twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
};
const joiners: Record<string, number> = { one: 1, a: 1, an: 1 };
const multipliers: Record<string, number> = { hundred: 100, thousand: 1_000, million: 1_000_000, billion: 1_000_000_000 };

/** Arabic number words as they stand after folding; the article, "and" and case endings are taken off first. */
const arabicWords: Record<string, number> = {
  اثنان: 2, اثنين: 2, اثنتان: 2, اثنتين: 2, ثلاثه: 3, ثلاث: 3, اربعه: 4, اربع: 4, خمسه: 5, خمس: 5, سته: 6, ست: 6,
  سبعه: 7, سبع: 7, ثمانيه: 8, ثماني: 8, ثمان: 8, تسعه: 9, تسع: 9, عشره: 10, عشر: 10, عشرون: 20, عشرين: 20,
  ثلاثون: 30, ثلاثين: 30, اربعون: 40, اربعين: 40, خمسون: 50, خمسين: 50, ستون: 60, ستين: 60, سبعون: 70, سبعين: 70,
  ثمانون: 80, ثمانين: 80, تسعون: 90, تسعين: 90, مئه: 100, مائه: 100, مئتان: 200, مئتين: 200, مئتي: 200, الف: 1000,
  الفان: 2000, الفين: 2000, الاف: 1000, مليون: 1_000_000, ملايين: 1_000_000,
};
const arabicMultipliers = new Set([100, 1000, 1_000_000]);

const token = /\d[\d,.٬٫]*\d|\d|\p{L}+(?:['’]\p{L}+)?/gu;

/**
 * Every number of a text: digits in any script with separators, English and Arabic number words, and a magnitude that
 * follows ("3.5 million", "3 آلاف"). "One" alone and ordinals are not numbers here: they are too common as words.
 * Offsets are UTF-16.
 */
export function findNumbers(text: string): FoundNumber[] {
  const folded = foldDigits(text);
  const found: FoundNumber[] = [];
  let open: { start: number; end: number; total: number; current: number } | null = null;
  const close = () => {
    if (open) found.push({ start: open.start, end: open.end, text: text.slice(open.start, open.end), value: open.total + open.current });
    open = null;
  };
  for (const match of folded.matchAll(token)) {
    const start = match.index;
    const end = start + match[0].length;
    const gap = open ? folded.slice(open.end, start) : '';
    const reading = readToken(match[0], open !== null && /^[\s\u00a0-]+$/u.test(gap));
    if (open && !/^[\s\u00a0-]*$/u.test(gap)) close();
    if (reading === null) {
      close();
      continue;
    }
    if (reading.kind === 'and') continue;
    if (reading.kind === 'multiplier') {
      if (!open) continue;
      const base: number = open.current || 1;
      if (reading.value === 100) open.current = base * 100;
      else {
        open.total += base * reading.value;
        open.current = 0;
      }
      open.end = end;
      continue;
    }
    const joins: boolean = open !== null && reading.kind === 'word' && open.current % 10 ** digitsOf(reading.value) === 0 && open.current + open.total > 0;
    if (open && joins) {
      open.current += reading.value;
      open.end = end;
    } else {
      close();
      open = { start, end, total: 0, current: reading.value };
    }
  }
  close();
  return found;
}

type Reading = { kind: 'digits' | 'word' | 'multiplier'; value: number } | { kind: 'and' } | null;

function readToken(text: string, continues: boolean): Reading {
  if (/^\d/u.test(text)) return { kind: 'digits', value: digitsValue(text) };
  const word = text.toLowerCase();
  if (multipliers[word] !== undefined) return { kind: 'multiplier', value: multipliers[word] };
  if (units[word] !== undefined) return { kind: 'word', value: units[word] };
  if (continues && word === 'and') return { kind: 'and' };
  if (continues && word === 'one') return { kind: 'word', value: joiners.one ?? 1 };
  if (!/\p{Script=Arabic}/u.test(word)) return null;
  const arabic = foldArabicNumberWord(word);
  const value = arabicWords[arabic];
  if (value === undefined) return null;
  return arabicMultipliers.has(value) && continues ? { kind: 'multiplier', value } : { kind: 'word', value };
}

function foldArabicNumberWord(word: string): string {
  const bare = word.replace(/[\u064b-\u0652\u0640]/gu, '').replace(/[أإآ]/gu, 'ا').replace(/ة$/u, 'ه').replace(/ى$/u, 'ي');
  for (const form of [bare, bare.replace(/^و/u, ''), bare.replace(/^و?(?:ال|لل|بال)/u, ''), bare.replace(/^و?[بل]/u, ''), bare.replace(/ا$/u, '')]) {
    if (arabicWords[form] !== undefined) return form;
  }
  return bare;
}

/** "3,000" and "3.000" with groups of three are thousands; a single other separator is a decimal point. */
function digitsValue(text: string): number {
  const plain = text.replaceAll('٬', ',').replaceAll('٫', '.');
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(plain)) return Number(plain.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/u.test(plain)) return Number(plain.replaceAll('.', ''));
  const value = Number(plain.replace(',', '.'));
  return Number.isNaN(value) ? Number(plain.replace(/\D/gu, '')) : value;
}

function digitsOf(value: number): number {
  return String(Math.trunc(value)).length;
}

/** Arabic-Indic and Persian digits as ASCII ones; lengths, and so offsets, stay. */
function foldDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.charCodeAt(0) & 0xf) % 10));
}
