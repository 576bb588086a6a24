import type { DayDevelopment } from '#developments/developments.ts';
import { readCase } from '#lib/text/headline-case.ts';
import { readHeadline } from '#lib/text/headline-statement.ts';
import { findNumbers } from '#lib/text/numbers.ts';
import { terms } from '#lib/text/words.ts';
import type { Lang } from '#platform/language.ts';
import type { Report } from '#wires/wires.ts';
import { countsOfPeople, mayCountTheSame } from './differing-counts.ts';
import type { ChosenSentence } from './read-candidates.ts';

/** What pages put before a headline: that it is new, a film, or running. */
const labels =
  /^(?:(?:corrected|updated?(?: \d+)?|breaking(?: news)?|just in|alert|exclusive|watch|video|photos?|listen|audio|live(?: updates?)?|تصحيح|تحديث|عاجل|خاص|شاهد|فيديو|بالفيديو|بالصور|مباشر)\s*[:|–—-]\s*)+/iu;
/** What pages put behind it: the length of a recording, buttons, the site's address. */
const trailers = [
  /\s*(?:listen|watch|video|audio|play)\s*[·•:|–-]?\s*\d{1,2}:\d{2}(?::\d{2})?\s*$/iu,
  /\s*addthis\b.*$/iu,
  /\s*share this(?: article| story| page)?\s*\d*\s*$/iu,
  /\s*[([]\+?(?:video|photos?|audio|watch|listen|updated?|فيديو|صور)[)\]]\s*$/iu,
  /\s+[|–—-]\s+\S+\.(?:com|org|net|info|co\.uk)\s*$/iu,
];

/** No texts: only what a headline's own words say. */
const noCase = readCase([]);

/** A headline without its outlet's name at the end, the labels at its front and the page's buttons. */
export function tidyHeadline({ title, outlet }: Pick<Report, 'title' | 'outlet'>): string {
  const name = outlet.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const behind = [...trailers, new RegExp(`\\s*[|–—-]\\s*${name}\\s*$`, 'iu')];
  const plain = title.replace(/\s+/gu, ' ').trim();
  const tidy = behind
    .reduce((text, pattern) => text.replace(pattern, ''), plain)
    .replace(labels, '')
    .trim();
  return tidy === '' ? plain : tidy;
}

/**
 * Of the reports that a section cites, the headline that says most of what its first sentence and the other reports say;
 * questions, asides to the reader, opinions, and counts that the sentences have outgrown say least.
 */
export function chooseHeading(development: DayDevelopment, sentences: ChosenSentence[]): Report | undefined {
  const cited = [...new Set(sentences.map(({ report }) => report))];
  const lead = new Set(terms(sentences[0]?.text ?? ''));
  const reports = development.reports.map(({ report }) => report);
  const below = new Set(sentences.flatMap(({ text }) => terms(text)));
  return cited
    .map((each) => ({
      each,
      score:
        share(each, reports) +
        within(each, lead) +
        0.5 * within(each, below) -
        faults(each) -
        (outgrown(each.title, sentences) ? 0.4 : 0),
    }))
    .sort(
      (a, b) => b.score - a.score || a.each.title.length - b.each.title.length || a.each.id.localeCompare(b.each.id),
    )[0]?.each;
}

/** The headline, tidied, that says most of what the other reports say; of equals the shortest. Null where there is no report. */
export function chooseHeadline(reports: readonly Report[]): { text: string; lang: Lang } | null {
  const [best] = reports
    .map((each) => ({ each, text: tidyHeadline(each), score: share(each, reports) - faults(each) }))
    .sort((a, b) => b.score - a.score || a.text.length - b.text.length || a.each.id.localeCompare(b.each.id));
  return best === undefined ? null : { text: best.text, lang: best.each.lang };
}

/** The share of a headline's words that the openings of the other reports say too. */
function share(report: Report, reports: readonly Report[]): number {
  const others = reports.filter(({ id }) => id !== report.id);
  const said = others.map(({ title, body }) => `${title} ${body.slice(0, 800)}`.toLowerCase());
  const words = report.title.toLowerCase().match(/[\p{L}\p{M}\p{N}]{4,}/gu) ?? [];
  const shared = words.map((word) => said.filter((text) => text.includes(word)).length / Math.max(1, said.length));
  return shared.reduce((sum, each) => sum + each, 0) / Math.max(1, words.length);
}

/** How much of a headline a sentence tells, from 0 to 1. */
export function tells(sentence: ChosenSentence | undefined, report: Report): number {
  return within(report, new Set(terms(sentence?.text ?? '')));
}

function within(report: Report, lead: Set<string>): number {
  const own = terms(report.title);
  return own.filter((term) => lead.has(term)).length / Math.max(1, own.length);
}

/** Whether a headline in English says that something happens: "The myth of the old harbour" does not. */
export function statesNews(headline: string): boolean {
  return readHeadline(headline, noCase).states;
}

function faults(report: Report): number {
  return (
    (report.lang.startsWith('en') && !statesNews(tidyHeadline(report)) ? 0.4 : 0) +
    (/[?؟]|\b(?:I|we|you|your|our)\b/iu.test(report.title) ? 0.5 : 0) +
    (/^[^:]{2,40}:\s/u.test(report.title) ? 0.15 : 0)
  );
}

/** Words that a headline and a later count of the same people share, beside their numbers. */
const leastShared = 2;

/** The count of people in a headline that a sentence below tells higher, with that sentence's own words for it. */
function outgrown(headline: string, sentences: ChosenSentence[]): { was: string; now: string } | null {
  const [figure, ...others] = countsOfPeople(headline);
  if (!figure || others.length > 0) return null;
  const numbers = findNumbers(headline).filter(({ value }) => value === figure.value);
  const [number] = numbers;
  if (!number || numbers.length > 1) return null;
  const about = new Set(terms(headline).filter((term) => !/^\p{N}/u.test(term)));
  for (const { text } of sentences) {
    const same = countsOfPeople(text).filter(({ kind }) => kind === figure.kind);
    const [told] = same;
    if (!told || same.length > 1 || told.value <= figure.value || !mayCountTheSame(figure.value, told.value)) continue;
    // "2,000 have died since May" outgrows no count of a night.
    if (terms(text).filter((term) => about.has(term)).length < leastShared) continue;
    const written = findNumbers(text).find(({ value }) => value === told.value);
    if (!written) continue;
    const atLeast = /(?:at least|more than|أكثر من|ما لا يقل عن)\s+$/iu.exec(text.slice(0, written.start))?.[0] ?? '';
    return { was: headline.slice(number.start, number.end), now: `${atLeast}${written.text}` };
  }
  return null;
}

/** A heading whose count of people the sentences below have outgrown, with the count that they tell. */
export function withLatestCount(heading: string, sentences: ChosenSentence[]): string {
  const count = outgrown(heading, sentences);
  if (!count) return heading;
  const at = heading.indexOf(count.was);
  const before = heading.slice(0, at).replace(/(?:at least|more than|over|nearly|about|some|أكثر من|نحو)\s+$/iu, '');
  const text = before + count.now + heading.slice(at + count.was.length);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
