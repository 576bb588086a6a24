import { eachWord, foldWord } from '../text/words.ts';
import { stemIn } from './stem.ts';

/** A word of a text as a search knows it; offsets are UTF-16, end exclusive. */
export interface Token {
  /** What is compared: folded, stemmed, letters and digits alone. */
  stem: string;
  /** Folded and not stemmed: what a reader could have typed. */
  form: string;
  start: number;
  end: number;
}

const longestWord = 60;
const mostKept = 60_000;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const known = new Map<string, Map<string, { stem: string; form: string }>>();
let kept = 0;

/**
 * The words of a text, as text and queries alike are searched by. Scripts that put no space between words are cut by
 * Unicode's segmentation. Never throws, whatever the text.
 */
export function analyse(text: string, lang: string): Token[] {
  const tokens: Token[] = [];
  eachWord(text, (start, end) => {
    const raw = text.slice(start, end);
    if (!unspaced.test(raw)) return put(tokens, raw, start, end, lang);
    for (const { segment, index, isWordLike } of segmenter.segment(raw))
      if (isWordLike) put(tokens, segment, start + index, start + index + segment.length, lang);
  });
  return tokens;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

function put(tokens: Token[], raw: string, start: number, end: number, lang: string): void {
  const { stem, form } = analyseWord(raw, lang);
  if (stem !== '') tokens.push({ stem, form, start, end });
}

/** Analysed once each, up to a bound: a newsroom's words are few. */
function analyseWord(raw: string, lang: string): { stem: string; form: string } {
  const words = known.get(lang) ?? new Map<string, { stem: string; form: string }>();
  const before = words.get(raw);
  if (before) return before;
  if (kept >= mostKept) {
    known.clear();
    kept = 0;
  }
  const form = foldWord(raw.toWellFormed())
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, longestWord)
    .toWellFormed();
  const word = { form, stem: form === '' ? '' : stemIn(form, lang) };
  words.set(raw, word);
  if (!known.has(lang)) known.set(lang, words);
  kept += 1;
  return word;
}
