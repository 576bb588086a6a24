/** Languages written from right to left, by their first subtag. */
const rightToLeft = /^(?:ar|fa|he|ur|ckb|ps|sd|ug|yi|dv)\b/u;
const rightToLeftLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/gu;
const fewLetters = 3;

/** Whether most of a text's letters run from right to left; a text of hardly any letters runs as its language does. */
export function isRightToLeft(text: string, lang: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < fewLetters) return rightToLeft.test(lang);
  return (text.match(rightToLeftLetters)?.length ?? 0) * 2 > letters;
}

/**
 * The language of a text that is being rewritten: an outlet's Arabic sentence told anew in English is English. Decided by
 * the script that most of its letters are of; undefined where it is the piece's own.
 */
export function languageAfterEdit(text: string, was: string | undefined, pieceLang: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < fewLetters) return was;
  const runsLeft = isRightToLeft(text, pieceLang);
  if (runsLeft === rightToLeft.test(was ?? pieceLang)) return was;
  if (runsLeft === rightToLeft.test(pieceLang)) return undefined;
  return runsLeft ? 'ar' : 'en';
}
