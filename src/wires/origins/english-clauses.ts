/** A word, a mark or a whole quotation of a text; offsets are UTF-16, end exclusive. */
export interface Token {
  text: string;
  /** Lower-case, curly apostrophes straight. */
  low: string;
  start: number;
  end: number;
  kind: 'word' | 'mark' | 'quote';
}

const TOKEN =
  /“[^“”\n]{0,2000}”|"[^"\n]{0,2000}"|‘[^‘’\n]{3,400}’(?!\p{L})|(?:\p{L}\.){2,8}|\p{N}[\p{N}.,:]*\p{N}|[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*[’']?|[^\s]/gu;
const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|st|sgt|capt|col|gen|lt|maj|rev|prof|gov|sen|rep|adm|cmdr|insp|supt|jan|feb|mar|apr|aug|sept?|oct|nov|dec|no|vs|inc|co|ltd|\p{L})$/u;

/** The sentences of a text as rows of tokens. A quotation is one token; a line's end ends a sentence. */
export function sentencesOf(text: string): Token[][] {
  const sentences: Token[][] = [];
  let row: Token[] = [];
  let last = 0;
  const close = () => {
    if (row.length > 0) sentences.push(row);
    row = [];
  };
  for (const match of text.matchAll(TOKEN)) {
    const [found] = match;
    const start = match.index;
    if (text.slice(last, start).includes('\n')) close();
    const before = row.at(-1);
    const isWord = /^[\p{L}\p{N}]/u.test(found);
    const kind = isWord ? 'word' : found.length > 1 ? 'quote' : 'mark';
    // What somebody said ends a sentence where it ends in a full stop and a capital follows.
    if (before?.kind === 'quote' && /[.!?…].$/u.test(before.text) && /^\p{Lu}/u.test(found)) close();
    last = start + found.length;
    row.push({ text: found, low: found.toLowerCase().replaceAll('’', "'"), start, end: last, kind });
    const ends = found === '!' || found === '?' || (found === '.' && !(before && ABBREVIATION.test(before.low)));
    if (ends) close();
  }
  close();
  return sentences;
}
