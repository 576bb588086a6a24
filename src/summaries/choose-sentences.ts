import { findNumbers } from '#lib/text/numbers.ts';
import { findQuotations } from '#lib/text/quotations.ts';
import { splitSentences } from '#lib/text/sentences.ts';
import type { Lang } from '#platform/language.ts';
import type { PlacedReport } from '#developments/developments.ts';
import type { Report } from '#wires/wires.ts';

/** A sentence as it stands in a report, with its exact span (UTF-16). */
export interface ChosenSentence {
  report: Report;
  text: string;
  start: number;
  end: number;
}

const fewestWords = 7;
const mostWords = 48;
/** Sentences further down are rarely what happened. */
const deepestSentence = 14;
/** Of what a sentence says, this much may have been said by those before it. */
const mostRepeated = 0.5;

const notNews =
  /^(?:story continued|advertisement|read more|sign up|click|photo|image|caption|related|follow|subscribe|copyright|©|reporting by|editing by|correction|updated|this story|watch|listen|\(?ap\)?$)/iu;
const unanchored = /^(?:he|she|it|they|this|that|these|those|but|and|so|however|also|still|yet|meanwhile|instead)\b/iu;

/**
 * Chooses the 3–5 sentences that say most of a development, varied across outlets: what many of its reports say, near the
 * top, with figures and quotations, and little said twice. Wire copies stand aside for their original, and reports in
 * another language for those in this one, where there are any.
 */
export function chooseSentences(reports: PlacedReport[], lang: Lang, most = 4): ChosenSentence[] {
  const here = new Set(reports.map(({ report }) => report.id));
  const originals = reports.filter(({ copyOf }) => !copyOf || !here.has(copyOf)).map(({ report }) => report);
  const own = originals.filter((report) => isSameLanguage(report.lang, lang));
  const sources = own.length > 0 ? own : originals;
  const shared = countWords(sources);
  const candidates = sources.flatMap((report) => readCandidates(report, shared, sources.length));
  const chosen: (ChosenSentence & { words: Set<string> })[] = [];
  while (chosen.length < most) {
    const open = candidates.filter(
      (each) => !chosen.some((one) => one.report === each.report && one.start === each.start),
    );
    const best = open
      .map((each) => ({ each, score: each.score - crowding(each.report.outlet, chosen) }))
      .filter(({ each }) => repeated(each.words, chosen) <= mostRepeated)
      .sort((a, b) => b.score - a.score || a.each.order.localeCompare(b.each.order))[0];
    if (!best) break;
    chosen.push(best.each);
  }
  return chosen
    .sort(
      (a, b) =>
        a.report.reportedAt.localeCompare(b.report.reportedAt) ||
        a.report.id.localeCompare(b.report.id) ||
        a.start - b.start,
    )
    .map(({ report, text, start, end }) => ({ report, text, start, end }));
}

function isSameLanguage(one: Lang, other: Lang): boolean {
  return one.split('-')[0] === other.split('-')[0];
}

interface Candidate extends ChosenSentence {
  words: Set<string>;
  score: number;
  /** A stable tie-breaker. */
  order: string;
}

/** "PORT SELWYN, Nov 3 (Halyard) — ": where a report was written, and for whom; not part of what it says. */
const dateline = /^(?:[\p{L}\p{M}.'’ -]{2,40}(?:,[^()\n]{1,40})?)?\([^()\n]{2,50}\)\s*(?:[—–-]+|:)?\s*/u;

/** A sentence begins as sentences do; what does not was cut out of one. */
const begins = /^[\p{Ps}\p{Pi}"'¿¡]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
/** What a page's programs left in its text. */
const markup = /=\s?["'“‘]|https?:\/\/|^CLOSE\s/u;

/** Nothing but a quotation: nobody is said to speak. */
const onlyQuoted = /^(?:"[^"]*"|“[^”]*”|«[^»]*»)[.!?؟]?$/u;

/** Whether a place lies in words that somebody says, begun in a sentence before: without those nobody says them. */
function isInsideQuotation(body: string, at: number): boolean {
  const before = body.slice(body.lastIndexOf('\n', at - 1) + 1, at);
  const count = (pattern: RegExp): number => before.match(pattern)?.length ?? 0;
  return count(/"/gu) % 2 === 1 || count(/“/gu) > count(/”/gu) || count(/«/gu) > count(/»/gu);
}

/** Whether every quotation that opens in a sentence closes in it: half of one says something else. */
function quotesWhole(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/"/gu) % 2 === 0 && count(/“/gu) === count(/”/gu) && count(/«/gu) === count(/»/gu);
}

function readCandidates(report: Report, shared: Map<string, number>, sources: number): Candidate[] {
  return splitSentences(report.body)
    .slice(0, deepestSentence)
    .flatMap(({ start: from, end }, position): Candidate[] => {
      const start = from + (position === 0 ? (dateline.exec(report.body.slice(from, end))?.[0].length ?? 0) : 0);
      const text = report.body.slice(start, end);
      const count = text.split(/\s+/u).length;
      if (
        count < fewestWords ||
        count > mostWords ||
        notNews.test(text) ||
        !begins.test(text) ||
        markup.test(text) ||
        onlyQuoted.test(text) ||
        isInsideQuotation(report.body, start) ||
        !/[.!?؟”"»’]$/u.test(text) ||
        !quotesWhole(text)
      )
        return [];
      const words = contentWords(text);
      const central =
        [...words].reduce((sum, word) => sum + ((shared.get(word) ?? 1) - 1), 0) / Math.max(6, words.size);
      const score =
        (sources > 1 ? central / (sources - 1) : 0) * 2 +
        1.2 / (1 + position) +
        Math.min(findNumbers(text).length, 2) * 0.15 +
        (findQuotations(text).length > 0 ? 0.2 : 0) -
        (unanchored.test(text) ? 0.5 : 0);
      return [
        { report, text, start, end, words, score, order: `${report.externalId}:${String(position).padStart(4, '0')}` },
      ];
    });
}

/** How many of the reports each word stands in. */
function countWords(reports: Report[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const report of reports) {
    for (const word of contentWords(report.body.slice(0, 3000))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function contentWords(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{M}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 7)));
}

/** What it costs a sentence that its outlet has been chosen before. */
function crowding(outlet: string, chosen: ChosenSentence[]): number {
  return chosen.filter((one) => one.report.outlet === outlet).length * 0.6;
}

function repeated(words: Set<string>, chosen: { words: Set<string> }[]): number {
  return Math.max(
    0,
    ...chosen.map((one) => [...words].filter((word) => one.words.has(word)).length / Math.max(1, words.size)),
  );
}
