/** A text with the differences between spellings of one word taken out, and where each of its units stood. */
export interface FoldedText {
  folded: string;
  /** The place (UTF-16) in the text where unit `at` of the folded text begins. */
  startOf(at: number): number;
  /** Where it ends, with the diacritics that follow it. */
  endOf(at: number): number;
}

const plain = /^[\0-$&-\x7f]*$/;
const encoded = /(?:%[0-9a-f]{2})+/giy;
const folds = new Map<string, string>();

/** Letters that no decomposition makes plain. The Arabic ones are those that writers interchange. */
const letters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
};

/** One character folded: lower case, no diacritics, one form of each letter; nothing for marks, tatweel and invisible signs. */
function foldCharacter(character: string): string {
  const known = folds.get(character);
  if (known !== undefined) return known;
  const bare = character
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}ـ]/gu, '');
  const folded = Array.from(bare, (letter) => letters[letter] ?? letter).join('');
  folds.set(character, folded);
  return folded;
}

/**
 * Folds a text so that two spellings of a name are equal: case, diacritics, forms of Arabic letters, tatweel and invisible
 * characters do not count, and percent-encoded UTF-8 is what it stands for.
 */
export function foldText(text: string): FoldedText {
  if (plain.test(text)) return { folded: text.toLowerCase(), startOf: (at) => at, endOf: (at) => at + 1 };
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (character: string, start: number, end: number): void => {
    const folded = foldCharacter(character);
    if (folded === '' && /[\p{M}ـ]/u.test(character) && ends.length > 0) ends[ends.length - 1] = end;
    // By units, not characters: these are places in the folded text.
    for (let units = folded.length; units > 0; units -= 1) {
      starts.push(start);
      ends.push(end);
    }
    parts.push(folded);
  };
  let at = 0;
  while (at < text.length) {
    const run = text[at] === '%' ? percentRun(text, at) : null;
    if (run) {
      for (const { character, start, end } of run.characters) put(character, start, end);
      at = run.end;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    put(character, at, at + character.length);
    at += character.length;
  }
  return { folded: parts.join(''), startOf: (place) => starts[place] ?? 0, endOf: (place) => ends[place] ?? 0 };
}

/** The characters of a run of `%D8%B9…`, if it is UTF-8. */
function percentRun(
  text: string,
  at: number,
): { characters: { character: string; start: number; end: number }[]; end: number } | null {
  encoded.lastIndex = at;
  const run = encoded.exec(text)?.[0];
  if (run === undefined) return null;
  const bytes = Buffer.from(run.replaceAll('%', ''), 'hex');
  let decoded: string;
  try {
    decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
  let start = at;
  const characters = Array.from(decoded, (character) => {
    const end = start + 3 * Buffer.byteLength(character);
    const placed = { character, start, end };
    start = end;
    return placed;
  });
  return { characters, end: at + run.length };
}
