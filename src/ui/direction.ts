/** Which runs of a text stand in another direction, and which inside right-to-left text must be held together. */
import { directionOf } from '#platform/language.ts';

/** `lang` and `dir` for text inside a page in another language; nothing where the two agree. */
export function languageAttributes(
  lang: string | null | undefined,
  around: string,
): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (!lang || lang === around) return {};
  return { lang, dir: directionOf(lang) };
}

export interface TextRun {
  text: string;
  /** True where the run must be set left to right as one piece. */
  isolated: boolean;
}

const LATIN_RUN = /[+\-−–$€£]?[A-Za-z0-9À-ɏ](?:[A-Za-z0-9À-ɏ.,:/%°'’+\-–&@#_ ]*[A-Za-z0-9À-ɏ%°])?/g;
const NEEDS_ISOLATION = /[A-Za-zÀ-ɏ%°+\-−–/:$€£]/;

/**
 * Cuts right-to-left text so that "S-300", "12%" and "10-15" keep their order: after an Arabic letter the
 * bidirectional algorithm (UAX #9, W2) would turn such digits and signs round. Plain numbers need no help.
 */
export function runsOf(text: string, lang: string): TextRun[] {
  if (directionOf(lang) === 'ltr') return [{ text, isolated: false }];
  const runs: TextRun[] = [];
  let from = 0;
  for (const match of text.matchAll(LATIN_RUN)) {
    if (!NEEDS_ISOLATION.test(match[0])) continue;
    if (match.index > from) runs.push({ text: text.slice(from, match.index), isolated: false });
    runs.push({ text: match[0], isolated: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), isolated: false });
  return runs;
}
