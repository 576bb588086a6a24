import { foldWord, isArabic, isNumeric, isStopWord, words } from '#lib/text/words.ts';
import type { Named } from './origin-known.ts';
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
  'اورد',
  'اوردت',
  'اوردته',
  'ذكره',
  'ذكرته',
  'نشرت',
  'نشرته',
  'كشف',
  'كشفت',
  'اضاف',
  'اضافت',
  'اشار',
  'اشارت',
  // "In a statement of …"
  'بيان',
]);
const FOLDED = (nouns: readonly string[]) => new Set(nouns.map((noun) => foldWord(noun)));
const KINDS = [
  { kind: 'agency', nouns: FOLDED(ARABIC_AGENCY_NOUNS) },
  { kind: 'monitor', nouns: FOLDED(ARABIC_MONITOR_NOUNS) },
  { kind: 'official', nouns: FOLDED(ARABIC_OFFICIAL_NOUNS) },
] as const;
const MOST_WORDS = 6;
const IN_A_STATEMENT = /^[^.،؛\n]{0,40}?(?<!\p{L})في بيان(?!\p{L})/u;

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
export function arabicMentions(body: string, table: readonly Named[]): Mention[] {
  const found: Mention[] = [];
  const all = words(body);
  const folds = all.map(({ raw }) => foldWord(raw));
  const known = table.flatMap(({ kind, name, foldedForms }) =>
    [...foldedForms].filter(isArabic).map((form) => ({ kind, name, spelled: form.split(' ') })),
  );
  for (const [i, cue] of all.entries()) {
    // "To the agency …", told by somebody.
    const toAgency = folds[i] === 'لوكاله';
    if (!toAgency && !isCue(folds[i] ?? '')) continue;
    const after = toAgency || folds[i + 1] === 'وكاله' ? i + (toAgency ? 1 : 2) : i + 1;
    const named = known.find(({ spelled }) => spelled.every((word, n) => word === folds[after + n]));
    const lastOfName = all[after + (named?.spelled.length ?? 0) - 1];
    if (named && lastOfName) found.push({ kind: named.kind, name: named.name, start: cue.start, end: lastOfName.end });
    if (named || toAgency) continue;
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
    if (kind === 'official') end += IN_A_STATEMENT.exec(body.slice(end, end + 120))?.[0].length ?? 0;
    found.push({ kind, name: shown.replace(/[«»"]/g, ''), start: cue.start, end });
  }
  return found;
}
