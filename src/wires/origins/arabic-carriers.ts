import { foldWord, isArabic, isNumeric, isStopWord, type Word, words } from '#lib/text/words.ts';
import { BETWEEN, CUES, isIn, PRESS, SPEAKING } from './arabic-carrier-words.ts';
import { type Named, settleName } from './known-origins.ts';
import type { Mention } from './origin.ts';

const MOST_BETWEEN = 4;
const QUOTED_NAME = /^[\s«"]*«(?<name>[^«»\n]{2,40})»/u;

interface Reading {
  body: string;
  all: readonly Word[];
  folds: readonly string[];
  /** By the first word of the name. */
  known: ReadonlyMap<string, readonly KnownInArabic[]>;
  table: readonly Named[];
}

interface KnownInArabic {
  entry: Named;
  spelled: string[];
}

/** The noun without its article and without the preposition of "وفقا ل…" written onto it. */
function bare(folded: string): string {
  return folded.replace(/^(?:لل|بال|ال|[لب])(?=.{2})/, '');
}

/**
 * Credits in Arabic: "بحسب المرصد …", "قالت وكالة …", "وفقا لمديرية …", "لـ«…»". A name goes on while its words are in the
 * construct state (no article yet) or keep the article or the preposition ل.
 */
export function arabicMentions(body: string, table: readonly Named[]): Mention[] {
  if (!isArabic(body)) return [];
  const reading = readArabic(body, table);
  return reading.all.flatMap((_, at) => mentionAt(reading, at) ?? []);
}

function readArabic(body: string, table: readonly Named[]): Reading {
  const all = words(body);
  const known = Map.groupBy(
    table.flatMap((entry) =>
      [...entry.foldedForms].filter(isArabic).map((form): KnownInArabic => ({ entry, spelled: form.split(' ') })),
    ),
    ({ spelled }) => spelled[0] ?? '',
  );
  return { body, all, folds: all.map(({ raw }) => foldWord(raw)), known, table };
}

function mentionAt(reading: Reading, at: number): Mention | null {
  const { all, folds, body } = reading;
  const cue = all[at];
  const folded = folds[at] ?? '';
  if (!cue) return null;
  // "To the agency …", «…», told by somebody: ل stands before the name, or is written onto it.
  const toOne = folded === 'ل' ? at + 1 : /^ل.{3}/u.test(folded) && isPress(bare(folded)) ? at : null;
  if (toOne !== null) return carriedAt(reading, toOne, cue.start) ?? knownAt(reading, toOne, cue.start);
  const direct = /^ل.{2}/u.test(folded) ? knownAt(reading, at, cue.start) : null;
  if (direct) return direct;
  const before = speaksAfter(reading, at) ?? newspaperAt(reading, at);
  if (before) return before;
  if (!isIn(CUES, folded)) return null;
  for (let next = at + 1; next <= at + 1 + MOST_BETWEEN; next++) {
    const head = all[next];
    if (!head || /[.؟!\n:؛]/u.test(body.slice(all[next - 1]?.end ?? 0, head.start))) return null;
    const found =
      knownAt(reading, next, cue.start) ?? carriedAt(reading, next, cue.start) ?? soundingAt(reading, next, cue.start);
    if (found) return found;
    const word = folds[next] ?? '';
    if (!isIn(BETWEEN, word) && !DAY.test(word)) return null;
  }
  return null;
}

function isPress(noun: string): boolean {
  return PRESS.has(noun);
}

/** A name that is known, after a noun that says that it publishes or not. */
function knownAt({ all, folds, known }: Reading, at: number, start: number): Mention | null {
  const after = isPress(bare(folds[at] ?? '')) ? at + 1 : at;
  for (const from of new Set([at, after])) {
    const fitting = firstWords(folds[from] ?? '')
      .flatMap((first) => known.get(first) ?? [])
      .filter(({ spelled }) => spelled.every((word, n) => n === 0 || folds[from + n] === word))
      .toSorted((a, b) => b.spelled.length - a.spelled.length)[0];
    const last = fitting && all[from + fitting.spelled.length - 1];
    if (!fitting || !last) continue;
    const { kind, name } = fitting.entry;
    return {
      kind: kind === 'person' ? 'official' : kind,
      name,
      start,
      end: last.end,
      role: 'quoted',
      ...(kind === 'person' ? { person: true } : {}),
    };
  }
  return null;
}

/** A word without the prepositions that may be written onto it. */
function firstWords(said: string): string[] {
  const bared = said.startsWith('لل') ? [`ال${said.slice(2)}`] : /^[لب]/u.test(said) ? [said.slice(1)] : [];
  return [said, ...bared];
}

/** Known names before the verb: "هاليارد ذكرت أن …". */
function speaksAfter(reading: Reading, at: number): Mention | null {
  const start = reading.all[at]?.start ?? 0;
  const name = knownAt(reading, at, start);
  if (!name || name.person) return null;
  if (/^»?\s?:/u.test(reading.body.slice(name.end))) return name;
  const next = reading.all[reading.all.findIndex(({ end }) => end === name.end) + 1];
  if (!next || !/^[»")،\s]*$/u.test(reading.body.slice(name.end, next.start))) return null;
  return isIn(SPEAKING, foldWord(next.raw)) ? { ...name, end: next.end } : null;
}

/** "The newspaper X found …": one that does something where a sentence begins. */
function newspaperAt(reading: Reading, at: number): Mention | null {
  const { body, all, folds } = reading;
  const word = all[at];
  if (!word || !/^(?:صحيفه|وكاله|اذاعه|جريده)$/u.test(folds[at] ?? '')) return null;
  const opens = (place: number): boolean => /(?:^|[.؟!\n])\s*$/u.test(body.slice(0, all[place]?.start ?? 0));
  if (!opens(at) && !(at > 0 && opens(at - 1))) return null;
  return knownAt(reading, at, word.start) ?? carriedAt(reading, at, word.start);
}

/** A newspaper, station or agency that nobody knows: after the noun, or in quotation marks after the cue. */
function carriedAt({ body, all, folds }: Reading, at: number, start: number): Mention | null {
  const head = all[at];
  if (!head) return null;
  const isNoun = isPress(bare(folds[at] ?? ''));
  // "The news agency «Mawja»".
  const trade = isNoun && /^(?:ال)?انباء$/u.test(folds[at + 1] ?? '') ? all[at + 1] : undefined;
  const from = isNoun ? (trade ?? head).end : (all[at - 1]?.end ?? 0);
  const quoted = QUOTED_NAME.exec(body.slice(from, from + 60).replace(/^ـ/u, ''));
  if (quoted?.groups) {
    const name = quoted.groups['name'] ?? '';
    // A short name in quotation marks; what somebody said is longer.
    if (words(name).length > 4) return null;
    return { kind: 'agency', name, start, end: body.indexOf('»', from) + 1, role: 'quoted' };
  }
  const next = all[at + 1];
  if (!isNoun || !next || !/^\s+$/u.test(body.slice(head.end, next.start))) return null;
  const named: Word[] = [];
  for (const word of all.slice(at + 1, at + 4)) {
    const said = foldWord(word.raw);
    const last = named.at(-1);
    if (last && body.slice(last.end, word.start).trim() !== '') break;
    if (
      isStopWord(said) ||
      isNumeric(said) ||
      /^(?:ب?ا[نن]ه?م?ا?)$/u.test(said) ||
      isIn(CUES, said) ||
      isIn(BETWEEN, said)
    )
      break;
    if (
      /^(?:يوم|ليل|ليله|صباح|مساء|امس|ال.+(?:ون|ين)|التي|الذي|المحلي|المحليه|الرسمي|الرسميه|خاصه?|المستقله)$/u.test(
        said,
      )
    )
      break;
    named.push(word);
  }
  const last = named.at(-1);
  if (!last) return null;
  // A station's or a gazette's noun is part of its name, to be understood in another language.
  const isPartOfName = /^(?:اذاعه|راديو|قناه|تلفزيون|جريده)$/u.test(bare(folds[at] ?? ''));
  const begins = isPartOfName ? head.start : next.start;
  const name = body.slice(begins, last.end).replace(/^[لب]ل?(?=إذاعة|راديو|قناة|تلفزيون|جريدة)|\s+للأنباء$/gu, '');
  return { kind: 'agency', name, start, end: last.end, role: 'quoted' };
}

/** An outlet or agency that is known in Latin letters, by how two or three words sound. */
function soundingAt({ body, all, table }: Reading, at: number, start: number): Mention | null {
  const head = all[at];
  if (head && isStopWord(foldWord(head.raw))) return null;
  for (const length of [3, 2]) {
    const last = all[at + length - 1];
    if (!head || !last || !/^[\p{L}\p{M}ـ ]+$/u.test(body.slice(head.start, last.end))) continue;
    const found = settleName(body.slice(head.start, last.end), table);
    const isLong = (found?.name.match(/\p{L}{3,}/gu)?.length ?? 0) > 1;
    if (isLong && (found?.kind === 'outlet' || found?.kind === 'agency'))
      return { kind: found.kind, name: found.name, start, end: last.end, role: 'quoted' };
  }
  return null;
}

const DAY = /^(?:الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|اليوم|امس)$/u;
