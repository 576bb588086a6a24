import type { Span } from './sentences.ts';

const pairs: [string, string][] = [
  ['“', '”'],
  ['«', '»'],
  ['„', '“'],
  ['"', '"'],
];

/** Single marks: the closing one is also the apostrophe, so it must not stand before a letter, and must be there. */
const singlePairs: [string, RegExp][] = [
  ['‘', /’(?![\p{L}\p{N}])/u],
  ['‹', /›/u],
];

/** Every kind of quotation mark and apostrophe. */
const quoteMarks = /["“”„«»‹›‘’‚'`]/gu;

/**
 * The quotations of a text: what stands between a pair of marks or guillemets, the marks not counted, and nothing within
 * another. An opening double mark that is never closed quotes to the end of the text.
 */
export function findQuotations(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const pair = pairs.find(([open]) => text.startsWith(open, at));
    if (!pair) {
      const [, closing] = singlePairs.find(([open]) => text.startsWith(open, at)) ?? [];
      const length = closing ? text.slice(at + 1).search(closing) : -1;
      if (length > 0) spans.push({ start: at + 1, end: at + 1 + length });
      if (length >= 0) at += 1 + length;
      continue;
    }
    const start = at + pair[0].length;
    const close = text.indexOf(pair[1], start);
    const end = close < 0 ? text.length : close;
    if (end > start) spans.push({ start, end });
    at = end;
  }
  return spans;
}

/** A text with all that it quotes taken out, each quotation leaving a break. */
export function withoutQuotations(text: string): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of findQuotations(text)) {
    rest += `${text.slice(from, start)}\n`;
    from = end;
  }
  return rest + text.slice(from);
}

/** A text as quotations are compared: marks dropped, white space folded, final punctuation of a clause left out. */
export function foldForQuoting(text: string): string {
  return text
    .normalize('NFC')
    .replace(quoteMarks, '')
    .replace(/[\u200e\u200f\u061c]/gu, '')
    .replace(/[–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[,.;:،؛]+$/u, '')
    .toLowerCase();
}
