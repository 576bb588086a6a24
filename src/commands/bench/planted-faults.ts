/**
 * Sentences for measuring the gate: each as it stands, and with one fault planted. What is changed is found by plain
 * patterns of this file alone, so that what the gate does not see is planted too.
 */
import type { PieceContent, Sentence } from '#pieces/pieces.ts';

export type FaultKind = 'number' | 'name' | 'quotation';

export interface Planted {
  kind: FaultKind;
  text: string;
}

type Chance = () => number;

const numberWords =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety'.split(
    ' ',
  );
const arabicNumberWords = 'ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة عشرون ثلاثون أربعون خمسون'.split(' ');
const values = [...Array.from({ length: 18 }, (_, at) => at + 2), 20, 30, 40, 50, 60, 70, 80, 90];
const arabicValues = [3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50];
const digits = /(?<![\p{L}\p{N}.,])\p{Nd}+(?:[.,٬٫]\p{Nd}+)*(?![\p{L}\p{N}])/gu;
const anyWord = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

/** A text with another number in the place of one of its own: one more, ten times, two digits changed about, another word. */
export function plantNumber(text: string, span: string, chance: Chance): Planted | null {
  const inWords = [...text.matchAll(anyWord)].filter(
    ([word]) => numberWords.includes(word.toLowerCase()) || arabicNumberWords.includes(word),
  );
  const found = pick([...text.matchAll(digits), ...inWords], chance);
  if (!found) return null;
  const old = found[0];
  const words = numberWords.includes(old.toLowerCase()) ? numberWords : arabicNumberWords;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const wrong = /\p{Nd}/u.test(old) ? otherDigits(old, chance) : (pick(words, chance) ?? '');
    if (wrong === '' || wrong === old.toLowerCase() || writings(wrong).some((each) => stands(each, span))) continue;
    return { kind: 'number', text: replaced(text, found.index, old, wrong) };
  }
  return null;
}

/** A small number in digits and in words of both languages: one that its span has otherwise written is no fault. */
function writings(number: string): string[] {
  const latin = [...number].map(latinDigit).join('');
  const at = numberWords.indexOf(number.toLowerCase());
  const value = /^\d+$/u.test(latin)
    ? Number(latin)
    : at < 0
      ? arabicValues[arabicNumberWords.indexOf(number)]
      : values[at];
  if (value === undefined) return [number];
  const digitsOf = String(value);
  const eastern = digitsOf.replace(/\d/gu, (digit) => String.fromCharCode(0x660 + Number(digit)));
  const word = numberWords[values.indexOf(value)];
  const stem = arabicNumberWords[arabicValues.indexOf(value)]?.slice(0, 3);
  return [
    number,
    digitsOf,
    eastern,
    ...(word ? [word] : []),
    ...(stem ? [stem] : []),
    ...(value === 12 ? ['dozen'] : []),
  ];
}

function otherDigits(old: string, chance: Chance): string {
  const last = old.at(-1) ?? '0';
  const zero = last.charCodeAt(0) - Number(latinDigit(last));
  const more = String.fromCharCode(zero + ((Number(latinDigit(last)) + 1 + Math.floor(chance() * 8)) % 10));
  const ways = [
    old.slice(0, -1) + more,
    // A zero after a decimal point changes nothing.
    `${old}${String.fromCharCode(/[.,٫]/u.test(old) ? zero + 7 : zero)}`,
    `${String.fromCharCode(zero + 1)}${old}`,
  ];
  const [first, second] = old;
  if (first !== undefined && second !== undefined && first !== second && /\p{Nd}/u.test(second))
    ways.push(second + first + old.slice(2));
  return pick(ways, chance) ?? old;
}

const latinDigit = (digit: string): string => digit.replace(/[٠-٩]/gu, (each) => String(each.charCodeAt(0) - 0x660));

/**
 * A text with somebody else's name in the place of one of its own. `names` are names as they may stand in the text;
 * `others` are names from elsewhere, in the same script.
 */
export function plantName(
  text: string,
  span: string,
  names: readonly string[],
  others: readonly string[],
  chance: Chance,
): Planted | null {
  const here = names.flatMap((name) => {
    const at = text.search(new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${escaped(name)}(?![\\p{L}\\p{M}\\p{N}])`, 'u'));
    return at >= 0 ? [{ name, at }] : [];
  });
  const found = pick(here, chance);
  if (!found) return null;
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const wrong = pick(others, chance) ?? '';
    if (wrong === '' || wrong.split(' ').some((word) => stands(word, span) || stands(word, text))) continue;
    return { kind: 'name', text: replaced(text, found.at, found.name, wrong) };
  }
  return null;
}

/** The names of an English text by its capitals, those that open a sentence left out: no list of the gate's is asked. */
export function capitalNames(text: string): string[] {
  const found = text.matchAll(/(?<=[\p{Ll},;] )\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,})*/gu);
  return [...found].map(([name]) => name).filter((name) => !calendar.test(name));
}

const calendar =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|President|Minister|Governor|Senator|Secretary|General|Chief|Judge|Mayor|Prime)\b/u;

/** A quotation with a word of it changed, left out or turned round; or a stretch of the writer's own words put in marks. */
export function plantQuotation(text: string, span: string, others: readonly string[], chance: Chance): Planted | null {
  const quoted = [...text.matchAll(/[“«"]([^“”«»"]{12,})[”»"]/gu)];
  const found = pick(quoted, chance);
  if (found) {
    const inside = found[1] ?? '';
    const word = pick([...inside.matchAll(/[\p{L}\p{M}]{4,}/gu)], chance);
    const wrong = pick(
      others.filter((each) => !stands(each, span)),
      chance,
    );
    if (!word || wrong === undefined) return null;
    const changed =
      chance() < 0.7 ? replaced(inside, word.index, word[0], wrong) : leftOut(inside, word.index, word[0]);
    if (changed === null) return null;
    return { kind: 'quotation', text: replaced(text, found.index + 1, inside, changed) };
  }
  const words = [...text.matchAll(/\S+/gu)];
  if (words.length < 9) return null;
  const from = 2 + Math.floor(chance() * (words.length - 8));
  const [first, last] = [words[from], words[from + 4]];
  if (!first || !last) return null;
  const stretch = text.slice(first.index, last.index + last[0].length);
  const plain = (value: string): string => value.replace(/[^\p{L}\p{N}]+/gu, ' ').toLowerCase();
  if (/[“”«»"‘’]/u.test(stretch) || plain(span).includes(plain(stretch).trim())) return null;
  return { kind: 'quotation', text: replaced(text, first.index, stretch, `“${stretch}”`) };
}

/** Taken out of the middle alone: a quotation may begin later and end sooner. */
function leftOut(text: string, at: number, word: string): string | null {
  if (at < 3 || at + word.length > text.length - 3) return null;
  return text.slice(0, at) + text.slice(at + word.length + 1);
}

/** A sentence with other words, cited as before: the editor believes that it is right. */
export function restated(sentence: Sentence, text: string): Sentence {
  const { basis } = sentence;
  if (basis.kind !== 'cited') return { ...sentence, text };
  return {
    ...sentence,
    text,
    basis: { ...basis, citations: basis.citations.map((each) => ({ ...each, madeFor: text })) },
  };
}

/** The spans of a sentence as one text. */
export function spanText({ basis }: Sentence): string {
  return basis.kind === 'cited' ? basis.citations.map((citation) => citation.quote).join('\n') : '';
}

/** The piece with one sentence said otherwise. */
export function withSentence(content: PieceContent, changed: Sentence): PieceContent {
  const swap = (sentences: Sentence[]) => sentences.map((each) => (each.id === changed.id ? changed : each));
  return {
    ...content,
    blocks: content.blocks.map((block) =>
      block.type === 'paragraph' || block.type === 'quote'
        ? { ...block, sentences: swap(block.sentences) }
        : block.type === 'list'
          ? { ...block, items: block.items.map(swap) }
          : block,
    ),
  };
}

function stands(word: string, text: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}`, 'iu').test(text);
}

export function pick<T>(from: readonly T[], chance: Chance): T | undefined {
  return from[Math.floor(chance() * from.length)];
}

function replaced(text: string, at: number, old: string, wrong: string): string {
  return text.slice(0, at) + wrong + text.slice(at + old.length);
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
