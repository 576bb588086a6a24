import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { isArabic, isNumeric, stripArabicArticle } from '../text/words.ts';

type Stemmer = (word: string) => string;

const latin: Record<string, Stemmer> = {
  da: danish,
  nl: dutch,
  en: english,
  fi: finnish,
  fr: french,
  de: german,
  hu: hungarian,
  it: italian,
  nb: norwegian,
  no: norwegian,
  pt: portuguese,
  ro: romanian,
  es: spanish,
  sv: swedish,
  tr: turkish,
};
/** Written in Latin letters, and no stemmer knows it: Kurdish, Malay, Vietnamese … */
const unstemmed: Stemmer = (word) => word;
const arabicLetters = new Set(['ar', 'fa', 'ur', 'ps', 'ckb']);
/** Larkey's endings of Arabic, the longest first, and those that may stand before another. */
const endings = ['هما', 'كما', 'تين', 'تان', 'ات', 'ون', 'ين', 'ان', 'ها', 'هم', 'كم', 'نا', 'يه', 'ه', 'ي'];
const conjunctions = ['وبال', 'فبال', 'وكال', 'ولل', 'فلل', 'فال'];

/** The stem of a folded word (`foldWord`) by its script and the language of its text: Snowball's, or a light Arabic one. */
export function stemIn(folded: string, lang: string): string {
  if (isNumeric(folded)) return folded;
  if (isArabic(folded)) return stemArabicLightly(folded);
  if (/^\p{Script=Cyrillic}/u.test(folded)) return lang.startsWith('ru') ? russian(folded) : folded;
  if (!/^[a-z]+$/u.test(folded) || folded.length < 3) return folded;
  const primary = lang.split('-')[0]?.toLowerCase() ?? 'en';
  // Latin words in an Arabic text are names, and mostly English ones.
  const stem = (latin[arabicLetters.has(primary) ? 'en' : primary] ?? unstemmed)(folded);
  return stem === '' ? folded : stem;
}

/** Article and what is written onto it off, then endings while three letters stay (light10, and the possessives). */
function stemArabicLightly(folded: string): string {
  const joined = conjunctions.find((prefix) => folded.startsWith(prefix) && folded.length - prefix.length >= 3);
  let stem = joined === undefined ? stripArabicArticle(folded) : folded.slice(joined.length);
  for (let times = 0; times < 2; times += 1) {
    const ending = endings.find((each) => stem.endsWith(each) && stem.length - each.length >= 3);
    if (ending === undefined) break;
    stem = stem.slice(0, -ending.length);
  }
  return stem;
}

const proclitics = ['ب', 'ل', 'ك', 'ف', 'و', 'وب', 'ول', 'س'];

/**
 * Other tokens under which an Arabic word may stand: with a preposition or conjunction written onto it, or without the
 * one that it may begin with. No dictionary says which letter belongs to the word, so a search asks for all of them.
 */
export function arabicVariants(stem: string): string[] {
  if (!isArabic(stem) || stem.length < 3) return [];
  const bare = proclitics
    .filter((letters) => stem.startsWith(letters) && stem.length - letters.length >= 3)
    .map((letters) => stem.slice(letters.length));
  return [...proclitics.map((letters) => letters + stem), ...bare];
}
