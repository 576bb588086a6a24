/**
 * The languages that Daybook has words in. A language is one file here and one line below: its words for readers, the
 * phrases of a summary, how it counts, and which calendar and digits its regions use. Every file has every key.
 * Direction and script are known of every tag (`#platform/language.ts`), with words of ours or without.
 */
import { languageOf } from '#platform/language.ts';
import { arabic } from './ar.ts';
import { sorani } from './ckb.ts';
import { english } from './en.ts';
import { french } from './fr.ts';
import { kurmanji } from './ku.ts';
import type { Locale, Words } from './locale.ts';
import { persian } from './fa.ts';
import { regionOf, type Region } from './region.ts';
import { russian } from './ru.ts';
import { turkish } from './tr.ts';

export type { CountedPeople } from './counts-differ.ts';

export const locales: Record<string, Locale> = {
  ar: arabic,
  ckb: sorani,
  en: english,
  fa: persian,
  fr: french,
  kmr: kurmanji,
  ku: kurmanji,
  ru: russian,
  tr: turkish,
};

interface Spoken {
  region: Region;
  words: Words;
}
const spoken = new Map<string, Spoken>();
/** Tags come from foreign texts too: so many are kept, and no more. */
const spokenLimit = 500;

function spokenIn(lang: string): Spoken {
  const known = spoken.get(lang);
  if (known) return known;
  const language = languageOf(lang);
  const locale = locales[language];
  // A tag that is none (foreign texts have such) is taken for its language, or else for English.
  const tag = isTag(lang) ? lang : locale ? language : 'en';
  const region = regionOf(lang, locale?.region(tag) ?? { tag });
  const made = { region, words: locale?.words(region) ?? wordsOf('en') };
  if (spoken.size >= spokenLimit) spoken.clear();
  spoken.set(lang, made);
  return made;
}

function isTag(lang: string): boolean {
  try {
    return lang !== '' && new Intl.Locale(lang).baseName !== '';
  } catch {
    return false;
  }
}

/** The words of a language; English where we have none of its own. */
export const wordsOf = (lang: string): Words => spokenIn(lang).words;

/** The numbers, days and lists of a tag's region. */
export const regionIn = (lang: string): Region => spokenIn(lang).region;

/** "Executive Summary for April 11th" in the language and with the month names of `lang`. */
export const dayTitle = (day: string, lang: string): string => wordsOf(lang).dayTitle(day);
