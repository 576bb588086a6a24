import { foldWord, isNumeric, isStopWord, type Word, words } from '#lib/text/words.ts';
import { BETWEEN, CUES, isIn, NAMED_BEFORE, RANKS, SURELY_SPEAKING } from './origin-arabic-words.ts';
import { foldName } from './origin-known.ts';
import { isSame } from './origin-speakers.ts';
import { isStatementAt } from './origin-statements.ts';
import type { Mention } from './origin.ts';

/** Up to three words of a name after the office: none with an article first, no verb, no stop word. */
export function personAt(
  all: readonly Word[],
  body: string,
  at: number,
  from: number,
  held: boolean,
): { name: string; end: number } | null {
  const rank = all[at];
  const ranked = rank !== undefined && RANKS.has(foldWord(rank.raw)) && /^\s+$/u.test(body.slice(from, rank.start));
  if (ranked) return personAt(all, body, at + 1, rank.end, true);
  if (!held) return null;
  let end = from;
  for (const word of all.slice(at, at + 3)) {
    const folded = foldWord(word.raw);
    if (!/^\s+$/u.test(body.slice(end, word.start)) || isStopWord(folded) || isNumeric(folded) || isIn(CUES, folded))
      break;
    const isFamilyName = end > from && /^(?:ال.{3}|[^ال]..)/u.test(folded);
    if ((!isFamilyName && /^(?:ال|لل|[ويتبل].{0,2}$)/u.test(folded)) || NAMED_BEFORE.has(folded) || BETWEEN.has(folded))
      break;
    end = word.end;
  }
  return end === from ? null : { name: body.slice(from, end).trim(), end };
}

/** A text in words, with each as it folds. */
interface Spoken {
  body: string;
  all: readonly Word[];
  folds: readonly string[];
}

/** Somebody of a rank, or with two names, who speaks to the press: "قال الدكتور …  في مؤتمر صحفي". */
export function personSpeaksAt(reading: Spoken, at: number): Mention | null {
  const { body, all, folds } = reading;
  const [cue, next] = [all[at], all[at + 1]];
  if (!cue || !next || !SURELY_SPEAKING.has((folds[at] ?? '').replace(/^[وف](?=..)/u, ''))) return null;
  const ranked = RANKS.has(folds[at + 1] ?? '');
  const person = personAt(all, body, at + 1, cue.end, true);
  if (!person || (!ranked && !isStatementAt(body, cue.start, person.end))) return null;
  if (words(person.name).length < 2) return null;
  return { kind: 'official', name: person.name, start: cue.start, end: person.end, role: 'quoted', person: true };
}

/**
 * The one monitor or official that tells all that a report in Arabic tells; null where anybody else speaks. `mentions`:
 * what `arabicMentions` found.
 */
export function soleArabicSpeaker(body: string, mentions: readonly Mention[]): Mention | null {
  const all = words(body.replace(/«[^«»]{40,2000}»/gu, (quoted) => ' '.repeat(quoted.length)));
  const told = mentions.filter(({ kind }) => kind === 'monitor' || kind === 'official');
  for (const [at, { raw, start }] of all.entries()) {
    if (!isIn(SURELY_SPEAKING, foldWord(raw))) continue;
    const next = foldWord(all[at + 1]?.raw ?? '');
    if (next === '' || isIn(NAMED_BEFORE, next) || isStopWord(next) || /^[لب]/u.test(next)) continue;
    // "وأوضح السروجي" after العقيد هاني السروجي.
    if (told.some(({ also = [] }) => also.some((name) => foldName(name).split(' ').includes(next)))) continue;
    if (!mentions.some((mention) => mention.start <= start && start < mention.end)) return null;
  }
  const [first, ...others] = told;
  return first && others.every((other) => isSame(first, other)) ? first : null;
}
