import { type Figure, findCasualtyFigures, findTotals, type PlacedReport } from '#developments/developments.ts';
import { findNumbers } from '#lib/text/numbers.ts';
import { splitSentences } from '#lib/text/sentences.ts';
import { terms } from '#lib/text/words.ts';
import type { CountedPeople } from '#locales/locales.ts';
import type { Lang } from '#platform/language.ts';
import type { ChosenSentence } from './read-candidates.ts';

/** One report's count of people, with the sentence that tells it. */
export interface ToldCount extends ChosenSentence {
  value: number;
  /** "At least 12". */
  atLeast: boolean;
}

/** Counts of one kind that reports of one development give, and that are not the same. */
export interface DifferingCounts {
  kind: CountedPeople;
  counts: ToldCount[];
}

const kinds: CountedPeople[] = ['killed', 'injured', 'missing'];
/** A count further down a report is seldom its own. */
const deepest = 4;
const mostReports = 3;
/** A count may be so much greater than another and still be of the same people. */
const mostTimes = 3;
/** A higher count that comes later than this is how counts go, and contradicts nothing. */
const hoursApart = 6;
/** Words that both sentences have beside their numbers. */
const leastShared = 3;

const killing = /\b(killing|injuring|wounding)\s+(?:(?:at least|more than|about|nearly|around|some)\s+)?$/iu;
const qualifier = /(?:at least|more than|no fewer than|أكثر من|ما لا يقل عن)\s+$/iu;
const qualifierBehind = /^\s+(?:\p{L}+\s+){0,2}على الأقل/u;

/** The counts of people of a text, also those that are told as what something did: "killing at least 247". */
export function countsOfPeople(text: string): Figure[] {
  const figures = findCasualtyFigures(text);
  const totals = findTotals(text).flatMap(({ kind, value }): Figure[] =>
    kind === 'killed' || kind === 'missing' ? [{ kind, value }] : [],
  );
  for (const total of totals)
    if (!figures.some((each) => each.kind === total.kind && each.value === total.value)) figures.push(total);
  for (const { start, value } of findNumbers(text)) {
    const verb = killing.exec(text.slice(0, start))?.[1]?.toLowerCase();
    const kind = verb === undefined ? null : verb === 'killing' ? 'killed' : 'injured';
    if (kind && !figures.some((each) => each.kind === kind && each.value === value)) figures.push({ kind, value });
  }
  return figures;
}

/**
 * Where reports of a development in one language count the same people differently: each with its sentence, as they came. Of an outlet
 * its latest count; copies count for their original; a later and higher one is no contradiction.
 */
export function findDifferingCounts(reports: PlacedReport[], lang: Lang): DifferingCounts[] {
  const own = reports
    .filter(({ report, copyOf }) => copyOf === null && report.lang.split('-')[0] === lang.split('-')[0])
    .map(({ report }) => report)
    .sort((a, b) => a.reportedAt.localeCompare(b.reportedAt) || a.id.localeCompare(b.id));
  return kinds.flatMap((kind): DifferingCounts[] => {
    const byOutlet = new Map<string, ToldCount>();
    for (const report of own) {
      const told = splitSentences(report.body)
        .slice(0, deepest)
        .flatMap(({ start, end }) => readCount(kind, { report, start, end, text: report.body.slice(start, end) }))[0];
      if (told) byOutlet.set(report.outlet, told);
    }
    const [first, ...rest] = [...byOutlet.values()];
    if (!first) return [];
    const counts = [first];
    for (const count of rest)
      if (counts.every((other) => differ(other, count)) && counts.length < mostReports) counts.push(count);
    return counts.length > 1 ? [{ kind, counts }] : [];
  });
}

/** The count of a kind that a sentence gives; of two, one is likely part of the other. */
function readCount(kind: CountedPeople, sentence: ChosenSentence): ToldCount[] {
  const { text } = sentence;
  const [figure, ...others] = countsOfPeople(text).filter((each) => each.kind === kind);
  const [number, ...again] = findNumbers(text).filter(({ value }) => value === figure?.value);
  if (!figure || !number || others.length > 0 || again.length > 0) return [];
  const atLeast = qualifier.test(text.slice(0, number.start)) || qualifierBehind.test(text.slice(number.end));
  return [{ ...sentence, value: figure.value, atLeast }];
}

/** Whether the greater count may be of the same people as the less. */
export function mayCountTheSame(less: number, more: number): boolean {
  return less > 0 && more <= mostTimes * less;
}

function differ(one: ToldCount, later: ToldCount): boolean {
  const [less, more] = [Math.min(one.value, later.value), Math.max(one.value, later.value)];
  if (less === more || !mayCountTheSame(less, more)) return false;
  const hours = Temporal.Instant.from(one.report.reportedAt).until(later.report.reportedAt).total('hours');
  if (later.value > one.value && hours > hoursApart) return false;
  // "At least 12" and 15 can both be so.
  if (less === one.value ? one.atLeast : later.atLeast) return false;
  const said = new Set(terms(one.text).filter((term) => !/^\p{N}/u.test(term)));
  return terms(later.text).filter((term) => said.has(term)).length >= leastShared;
}
