/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

const abbreviations = new Set(
  'mr mrs ms dr prof gen lt col maj capt sgt cmdr adm gov sen rep rev hon pres st vs etc inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.u a.m p.m i.e e.g'.split(
    ' ',
  ),
);
const closers = /["”’»')\]\u200f]/u;
const sentenceEnd = /[.!?؟…۔]/u;

/**
 * Cuts a text into sentences with their exact offsets, white space at both ends left out. Line breaks always end a
 * sentence; a full stop after an abbreviation, an initial or before a lower-case word does not.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  for (const line of text.matchAll(/[^\n\r\u2028\u2029]+/gu)) {
    let start = line.index;
    const lineEnd = line.index + line[0].length;
    for (let at = start; at < lineEnd; at += 1) {
      if (!sentenceEnd.test(text.charAt(at))) continue;
      let end = at + 1;
      while (end < lineEnd && (sentenceEnd.test(text.charAt(end)) || closers.test(text.charAt(end)))) end += 1;
      if (endsHere(text, start, at, end, lineEnd)) {
        pushTrimmed(spans, text, start, end);
        start = end;
      }
      at = end - 1;
    }
    pushTrimmed(spans, text, start, lineEnd);
  }
  return spans;
}

function endsHere(text: string, start: number, mark: number, end: number, lineEnd: number): boolean {
  if (end >= lineEnd) return true;
  if (!/\s/u.test(text.charAt(end))) return false;
  const rest = text.slice(end, lineEnd).trimStart();
  // “Stop!” she said. – the sentence goes on in lower case.
  if (/^\p{Ll}/u.test(rest)) return false;
  if (text.charAt(mark) !== '.' || sentenceEnd.test(text.charAt(mark + 1))) return true;
  const before = text.slice(start, mark).split(/\s/u).at(-1) ?? '';
  const word = before.replace(/^[^\p{L}]+/u, '').toLowerCase();
  // "The answer was no. They left." is two sentences, "No. 5" is none.
  if (word === 'no') return !/^\p{Nd}/u.test(rest);
  if (abbreviations.has(word)) return false;
  return !/^\p{Lu}$/u.test(before.replace(/^[^\p{L}]+/u, ''));
}

function pushTrimmed(spans: Span[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from += 1;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1;
  if (to > from) spans.push({ start: from, end: to });
}
