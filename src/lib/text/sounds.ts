import { foldWord, isArabic } from './words.ts';

const arabicSounds: Record<string, string> = {
  ب: 'b',
  پ: 'b',
  ت: 't',
  ط: 't',
  ث: 's',
  ج: 'g',
  غ: 'g',
  چ: 's',
  ح: 'h',
  ه: '',
  خ: 'k',
  د: 't',
  ض: 't',
  ذ: 's',
  ظ: 's',
  ر: 'r',
  ز: 's',
  س: 's',
  ص: 's',
  ش: 's',
  ف: 'b',
  ڤ: 'b',
  ق: 'k',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
};
const latinSounds: [RegExp, string][] = [
  [/^al-?/u, ''],
  [/sch|sh|ch|th|dh|ts|[szc](?=[eiy])|[szx]/gu, 's'],
  [/kh|ck|[ckq]/gu, 'k'],
  [/gh|[gj]/gu, 'g'],
  [/ph|[fvpb]/gu, 'b'],
  [/[dt]/gu, 't'],
  [/[aeiouywh'’-]/gu, ''],
  [/(.)\1+/gu, '$1'],
];

/** The consonants of a name, as little exact as a transliteration is: what the spellings of one name in two scripts share. */
export function soundsOf(word: string): string {
  const folded = foldWord(word);
  if (isArabic(folded))
    return Array.from(folded.replace(/^ال/u, ''), (letter) => arabicSounds[letter] ?? '')
      .join('')
      .replace(/(.)\1+/gu, '$1');
  return latinSounds.reduce((rest, [pattern, sound]) => rest.replace(pattern, sound), folded);
}
