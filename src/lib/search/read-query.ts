import { analyse } from './analyse.ts';
import { isFunctionWord } from './function-words.ts';
import { arabicVariants } from './stem.ts';

/** One word that somebody looks for, and the tokens that any of which will do. */
export interface QueryWord {
  /** As it was typed. */
  raw: string;
  form: string;
  stems: string[];
}

export const longestQuery = 200;
const mostWords = 12;

/**
 * The words of a query. It has no operators: quotes, brackets, NUL and marks of direction are what stands between words.
 * Words that say nothing are left out unless there are no others; each word is asked for once, and at most twelve are.
 */
export function readQuery(text: string, lang: string, synonyms: readonly (readonly string[])[] = []): QueryWord[] {
  const asked = plainQuery(text);
  const tokens = analyse(asked, lang);
  const telling = tokens.filter(({ form }) => !isFunctionWord(form));
  const groups = synonyms.map((group) => group.map((each) => analyse(each, lang).map(({ stem }) => stem)));
  const words = new Map<string, QueryWord>();
  for (const { stem, form, start, end } of telling.length > 0 ? telling : tokens) {
    if (words.has(stem) || words.size >= mostWords) continue;
    // A synonym of several words would need them side by side; those of one word stand for each other.
    const alike = groups.filter((group) => group.some((each) => each.length === 1 && each[0] === stem));
    const others = alike.flat().flatMap((each) => (each.length === 1 ? each : []));
    const stems = [...new Set([stem, ...others, ...arabicVariants(stem)])];
    words.set(stem, { raw: asked.slice(start, end), form, stems });
  }
  return [...words.values()];
}

/** What of a query is read and shown again: without control and direction characters, in one line, cut at 200. */
export function plainQuery(text: string): string {
  return text
    .slice(0, longestQuery * 4)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cf}\uFFFD]/gu, '')
    .trim()
    .slice(0, longestQuery)
    .toWellFormed();
}
