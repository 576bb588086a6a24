import { foldWord, isNumeric, isStopWord, words } from '#lib/text/words.ts';
import type { Mention } from './origin.ts';
import { ARABIC_AGENCY_NOUNS, ARABIC_MONITOR_NOUNS, ARABIC_OFFICIAL_NOUNS } from './origin-names.ts';

/** Words that give the floor to who follows them, folded; a conjunction may be written onto them. */
const CUES = new Set([
  'بحسب',
  'حسب',
  'وفق',
  'وفقا',
  'قال',
  'قالت',
  'افاد',
  'افادت',
  'ذكر',
  'ذكرت',
  'اعلن',
  'اعلنت',
  'وثق',
  'وثقت',
  'سجل',
  'سجلت',
  'اكد',
  'اكدت',
  'نقلت',
  'نقل',
  'اوضح',
  'اوضحت',
  'احصي',
  'احصت',
  'رصد',
  'رصدت',
]);
const FOLDED = (nouns: readonly string[]) => new Set(nouns.map((noun) => foldWord(noun)));
const KINDS = [
  { kind: 'agency', nouns: FOLDED(ARABIC_AGENCY_NOUNS) },
  { kind: 'monitor', nouns: FOLDED(ARABIC_MONITOR_NOUNS) },
  { kind: 'official', nouns: FOLDED(ARABIC_OFFICIAL_NOUNS) },
] as const;
const MOST_WORDS = 6;

/** The noun without its article and without the preposition of "وفقا ل…" written onto it. */
function bare(folded: string): string {
  return folded.replace(/^(?:لل|ال|ل)(?=.{2})/, '');
}

function isCue(folded: string): boolean {
  return CUES.has(folded) || (/^[وف]/.test(folded) && CUES.has(folded.slice(1)));
}

/**
 * Credits in Arabic: "بحسب المرصد …", "قالت وكالة …", "وفقا لمديرية …". A name goes on while its words are in the
 * construct state (no article yet) or keep the article or the preposition ل.
 */
export function arabicMentions(body: string): Mention[] {
  const found: Mention[] = [];
  const all = words(body);
  for (const [i, cue] of all.entries()) {
    if (!isCue(foldWord(cue.raw))) continue;
    const head = all[i + 1];
    if (head === undefined || body.slice(cue.end, head.start).trim() !== '') continue;
    const folded = foldWord(head.raw);
    const noun = bare(folded);
    const kind = KINDS.find(({ nouns }) => nouns.has(noun) || nouns.has(folded))?.kind;
    if (kind === undefined) continue;
    let definite = /^(?:ال|لل)/.test(folded);
    let end = head.end;
    for (const next of all.slice(i + 2, i + 1 + MOST_WORDS)) {
      const word = foldWord(next.raw);
      const joined = body.slice(end, next.start);
      const goesOn = /^ال|^لل?./.test(word) || !definite;
      if (!/^[ «"]*$/.test(joined) || isStopWord(word) || isNumeric(word) || !goesOn) break;
      definite = /^(?:ال|لل)/.test(word);
      end = next.end;
    }
    const name = body
      .slice(head.start, end)
      .replace(/^لل/, 'ال')
      .replace(/^ل(?!ل|جن)/, '');
    const shown = kind === 'agency' ? name.replace(/^(?:ال)?وكالة\s+/, '') : name;
    found.push({ kind, name: shown.replace(/[«»"]/g, ''), start: cue.start, end });
  }
  return found;
}
