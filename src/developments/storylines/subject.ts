import { hashText } from '#lib/similarity/hash.ts';
import { soundsOf } from '#lib/text/sounds.ts';
import { eachWord, foldWord, isArabic, isNumeric, isStopWord, stemWord, stripArabicArticle } from '#lib/text/words.ts';
import { bridgeLine } from '../bridge-words.ts';

/**
 * What a development is about, as far as it is kept: hashes of its words, ascending, and how much each is said. No word can be
 * read from it, so that a name that is withdrawn is in no subject.
 */
export interface Subject {
  terms: number[];
  times: number[];
}

/** A report says in its title and first lines what it is about; further down stands what went before, of other storylines too. */
const leadCharacters = 500;
const [inTitle, inLead] = [10, 1.5];
const mostTerms = 80;
const leastSounds = 3;
/** "Feature:", "CORRECTED:", "DUNMORROW, Nov 3 (Halyard) —": how a report is made, and not what it tells. */
const label = /^\s*\p{L}[\p{L} &]{2,20}:\s+/u;
const dateline = /^[^\n]{0,60}?\([^()\n]{2,40}\)\s*[—–-]+\s*/u;

/**
 * Reads what a report is about. Words of one line of `bridge-words.ts` are one, in English and in Arabic; a name is kept by its
 * consonants too, so that either script finds the other.
 */
export function readSubject({ title, body }: { title: string; body: string }): Subject {
  const said = new Map<number, number>();
  const say = (key: string, times: number) => {
    const hash = hashText(key);
    said.set(hash, (said.get(hash) ?? 0) + times);
  };
  eachTerm(body.replace(dateline, '').slice(0, leadCharacters), say, inLead);
  eachTerm(title.replace(label, ''), say, inTitle);
  const kept = [...said].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostTerms);
  kept.sort((a, b) => a[0] - b[0]);
  return { terms: kept.map(([hash]) => hash), times: kept.map(([, times]) => times) };
}

function eachTerm(text: string, say: (key: string, times: number) => void, weight: number): void {
  eachWord(text, (start, end, opens) => {
    const raw = text.slice(start, end);
    const folded = foldWord(raw);
    if (folded.length < 2 || isNumeric(folded) || isStopWord(folded)) return;
    const arabic = isArabic(folded);
    const stem = stemWord(folded);
    const line = bridgeLine(folded, stem);
    if (line !== undefined) {
      say(`=${line}`, weight);
      return;
    }
    say(stem, weight);
    const named = arabic || (!opens && raw.charAt(0) !== raw.charAt(0).toLowerCase());
    const sounds = named ? soundsOf(arabic ? stripArabicArticle(folded) : raw) : '';
    if (sounds.length >= leastSounds) say(`~${sounds}`, weight);
  });
}
