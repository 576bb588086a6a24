import { foldWord, isArabic, isNumeric, type Word, words } from '#lib/text/words.ts';
import { BEFORE, type Found, readSource } from './arabic-sources.ts';
import { nounOf, type Reading } from './arabic-spans.ts';
import * as spoken from './arabic-words.ts';
import type { Attribution, Source } from './attribution.ts';
import type { Named } from './known-origins.ts';
import { isStatementIn } from './statement-words.ts';

const MOST_BETWEEN = 6;

/** Who tells what in an Arabic text, in order: the verb of telling or "according to" comes first, who it is follows. */
export function arabicAttributions(body: string, table: readonly Named[]): Attribution[] {
  if (!isArabic(body)) return [];
  const plain = body.replace(/«[^«»]{30,2000}»/gu, (quoted) => ' '.repeat(quoted.length));
  const all = words(plain);
  const reading: Reading = { body: plain, all, folds: all.map(({ raw }) => foldWord(raw)), table };
  const found = all.flatMap((_, at) => attributionAt(reading, at) ?? []);
  const [first] = found.filter(({ source }) => source?.kind !== 'carrier');
  if (!first || (first.source !== null && first.source.bare !== 'office')) return found;
  const subject = subjectBefore(reading, first.start);
  if (!subject) return found;
  return found.map((each) =>
    each === first ? { ...each, source: { ...subject, also: [...subject.also, ...(each.adds ?? [])] } } : each,
  );
}

/** The body or office that does something where a sentence begins, this one or the first: "أوقفت الشرطة …، بحسب ناطق باسمها". */
function subjectBefore(reading: Reading, until: number): Source | null {
  const { all, body } = reading;
  const opens = all.flatMap((word, at) =>
    word.start <= until && /(?:^|[.؟!\n—–-])\s*$/u.test(body.slice(Math.max(0, word.start - 3), word.start))
      ? [at]
      : [],
  );
  const last = opens.at(-1);
  for (const at of new Set([last ?? 0, ...opens])) {
    for (const from of [at, at + 1, at + 2]) {
      if (!nounOf(reading.folds[from] ?? '') && !/^(?:ال)?دفاع/u.test(reading.folds[from] ?? '')) continue;
      const found = readSource(reading, from, false);
      if (
        found &&
        found !== 'before' &&
        'source' in found &&
        found.source &&
        (found.source.kind === 'official' || found.source.kind === 'monitor')
      )
        return found.source;
    }
  }
  return null;
}

function attributionAt(reading: Reading, at: number): Attribution | null {
  const { all, folds, body } = reading;
  const cue = all[at];
  const folded = spoken.withoutAnd(folds[at] ?? '');
  if (!cue) return null;
  const isStatement = () => isStatementIn(sentenceAround(body, cue), body);
  if (spoken.SAYING.has(folded)) return { start: cue.start, end: cue.end, source: null, isStatement: isStatement() };
  // "What the ministry announced": with its object written onto it. Not مدينة, nor a verb in the passive.
  const stem = /ه$|ها$/u.test(cue.raw) ? folded.replace(/(?<=.{3})(?:ها|ه)$/u, '') : folded;
  const isTelling =
    (spoken.TELLING.has(folded) ||
      (stem !== folded &&
        spoken.WITH_OBJECT.has(stem) &&
        !(spoken.isText(folded) && spoken.PREPOSITIONS.has(folds[at - 1] ?? '')))) &&
    !/^[وف]?\p{L}\u064f/u.test(cue.raw);
  const isAccording = spoken.ACCORDING.has(folded);
  const isText = !isTelling && !isAccording && spoken.isText(folded);
  if (!isTelling && !isAccording && !isText) return null;
  if (isTelling && (isNegated(reading, at) || spoken.BEFORE_NOUN.has(folds[at - 1] ?? ''))) return null;
  const found = sourceAfter(reading, at + 1, isText);
  if (isText) {
    if (found === null) return null;
    if (found === 'before') return { start: cue.start, end: cue.end, source: null, isStatement: true };
    return { start: cue.start, end: found.end, source: found.source, isStatement: true };
  }
  if (found === null) {
    if (spoken.DEEDS.has(folded)) return null;
    // The subject before its verb: "الوزارة قالت", "المرصد الذي قال".
    return { start: cue.start, end: cue.end, source: null, isStatement: isStatement() };
  }
  if (found === 'before') return { start: cue.start, end: cue.end, source: null, isStatement: isStatement() };
  if (found.source === BEFORE)
    return { start: cue.start, end: found.end, source: null, adds: found.adds ?? [], isStatement: isStatement() };
  if (
    !spoken.TELLING_SURELY.has(folded) &&
    !isAccording &&
    found.source.kind !== 'official' &&
    found.source.kind !== 'monitor' &&
    spoken.DEEDS.has(folded)
  )
    return null;
  return { start: cue.start, end: found.end, source: found.source, isStatement: isStatement() };
}

function isNegated({ folds }: Reading, at: number): boolean {
  return /^و?(?:لم|لا|لن|ولم|فلم|دون)$/u.test(folds[at - 1] ?? '');
}

function sentenceAround(body: string, { start, end }: Word): string {
  const before = body.slice(Math.max(0, start - 250), start);
  const from = start - before.length + Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'), 0);
  const stop = /[.!?؟]\s|\n|$/u.exec(body.slice(end, end + 300))?.index ?? 0;
  return body.slice(from, end + stop + 45);
}

/** Who is named after a cue, past the words that stand between: "بحسب ما أفاد به ناطق باسم الشرطة". */
function sourceAfter(reading: Reading, from: number, ofText: boolean): Found {
  const { all, folds, body } = reading;
  for (let at = from; at <= from + MOST_BETWEEN; at++) {
    const head = all[at];
    if (!head) return null;
    const gap = body.slice(all[at - 1]?.end ?? 0, head.start);
    if (/[.؟!\n:؛]/u.test(gap) || (at === from && /،/u.test(gap))) return null;
    if (/[،]/u.test(gap) && !spoken.BETWEEN.has(folds[at - 1] ?? '')) return null;
    const folded = folds[at] ?? '';
    if (spoken.DAY.test(folded) || isNumeric(folded)) continue;
    // "By what two soldiers told": a verb.
    if (folds[at - 1] === 'ما' || (at === from && folds[at - 1] === 'حسبما'))
      if (!nounOf(folded) && !spoken.BETWEEN.has(folded)) continue;
    if (
      at > from &&
      spoken.PREPOSITIONS.has(folds[at - 1] ?? '') &&
      spoken.TELLING.has(spoken.withoutAnd(folds[from - 1] ?? '')) &&
      !spoken.isText(folded) &&
      !spoken.BETWEEN.has(folded)
    )
      return 'before';
    if (spoken.THAT.has(folded)) return 'before';
    if (/^(?:باسمها|باسمه|لها|له|عنها|عنه)$/u.test(folded)) return 'before';
    if (ofText ? spoken.BETWEEN_TEXT.has(folded) : spoken.BETWEEN.has(folded)) continue;
    if (spoken.isText(folded)) {
      // "According to the bulletin": of whoever was named; "the bulletin of the ministry" goes on.
      if (/(?<!ة)(?:ها|ه|هم)$/u.test(head.raw)) return 'before';
      if (ofText) return null;
      const of = sourceAfter(reading, at + 1, true);
      return of ?? 'before';
    }
    if (ofText && !nounOf(folded)) {
      // "The monthly bulletin of …"
      if (spoken.ADJECTIVE.test(folded) || /(?:ي|يه)$/u.test(folded)) continue;
      return null;
    }
    // "By its estimate": of whoever was named.
    if (/(?:ها|هم)$/u.test(head.raw) && !nounOf(folded) && !spoken.isCommon(folded.replace(/(?:ها|هم)$/u, '')))
      return 'before';
    const verb = spoken.withoutAnd(folded);
    if (spoken.TELLING.has(verb) || spoken.TELLING.has(verb.replace(/(?<=.{3})(?:ها|ه)$/u, ''))) continue;
    return readSource(reading, at, ofText);
  }
  return null;
}
