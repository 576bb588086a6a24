/** BCP 47 language tag of a text, for example `en`, `ar` or `ar-SY`. */
export type Lang = string;

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ckb', 'ps', 'sd', 'ug', 'yi', 'dv']);

/** The direction that a language is written in. */
export function directionOf(lang: Lang): 'ltr' | 'rtl' {
  return rightToLeft.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
