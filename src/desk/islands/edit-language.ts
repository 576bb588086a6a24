import { languageOf } from './dom.ts';

/** Languages written from right to left, by their first subtag. */
const rightToLeft = /^(?:ar|fa|he|ur|ckb|ps|sd|ug|yi|dv)\b/u;
const rightToLeftLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/gu;

/**
 * The language of a text that is being rewritten: an outlet's Arabic sentence told anew in English is English. Decided by
 * the script that most of its letters are of; undefined where it is the piece's own.
 */
export function languageAfterEdit(text: string, was: string | undefined, pieceLang: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 3) return was;
  const runsLeft = (text.match(rightToLeftLetters)?.length ?? 0) * 2 > letters;
  if (runsLeft === rightToLeft.test(was ?? pieceLang)) return was;
  if (runsLeft === rightToLeft.test(pieceLang)) return undefined;
  return runsLeft ? 'ar' : 'en';
}

/** Gives a part, and the element that it is written in, the language that its new text is in. */
export function takeLanguage(part: { lang?: string }, text: string, pieceLang: string, element: HTMLElement): void {
  const lang = languageAfterEdit(text, part.lang, pieceLang);
  if (lang === undefined) delete part.lang;
  else part.lang = lang;
  const shown = languageOf(lang ?? pieceLang);
  element.lang = shown.lang;
  element.dir = shown.dir;
}
