import { type DayDevelopment, type PlacedReport, tellingOf } from '#developments/developments.ts';
import type { Evidence } from '#evidence/evidence.ts';
import { wordsOf } from '#locales/locales.ts';
import { newId } from '#platform/id.ts';
import type { Lang } from '#platform/language.ts';
import type { Block, PieceContent, RecommendedRead, Sentence } from '#pieces/pieces.ts';
import type { Report } from '#wires/wires.ts';
import { type ChosenSentence, chooseSentences } from './choose-sentences.ts';

/** One development chosen for the summary, with the sentences taken from its reports. */
export interface DraftSection {
  development: DayDevelopment;
  heading: { text: string; lang: Lang };
  sentences: ChosenSentence[];
}

const sentencesInParagraph = 2;
const mostReads = 6;

/** Picks the sentences and the heading (the headline that says most of what the other reports say) for a development. */
export function draftSection(development: DayDevelopment, lang: Lang): DraftSection {
  const sentences = chooseSentences(tellingOf(development.reports), lang);
  const cited = [...new Set(sentences.map(({ report }) => report))];
  const [report] = cited
    .map((each) => ({ each, score: headlineScore(each, development) }))
    .sort(
      (a, b) => b.score - a.score || a.each.title.length - b.each.title.length || a.each.id.localeCompare(b.each.id),
    )
    .map(({ each }) => each);
  return { development, heading: { text: tidyHeadline(report), lang: report?.lang ?? 'und' }, sentences };
}

/** The share of a headline's words that the openings of the other reports say too; questions and asides to the reader say least. */
function headlineScore(report: Report, development: DayDevelopment): number {
  const others = development.reports.filter((each) => each.report.id !== report.id);
  const said = others.map((each) => `${each.report.title} ${each.report.body.slice(0, 800)}`.toLowerCase());
  const words = report.title.toLowerCase().match(/[\p{L}\p{M}\p{N}]{4,}/gu) ?? [];
  const shared = words.map((word) => said.filter((text) => text.includes(word)).length / Math.max(1, said.length));
  const share = shared.reduce((sum, each) => sum + each, 0) / Math.max(1, words.length);
  return share - (/[?؟]|\b(?:I|we|you|your|our)\b/iu.test(report.title) ? 0.5 : 0);
}

/** A headline without its outlet's name at the end and the labels at its front. */
function tidyHeadline(report: Report | undefined): string {
  if (!report) return '';
  const outlet = report.outlet.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return report.title
    .replace(new RegExp(`\\s*[|–—-]\\s*${outlet}\\s*$`, 'iu'), '')
    .replace(/^(?:CORRECTED|UPDATE \d*|BREAKING|EXCLUSIVE|تصحيح|عاجل)\s*[:|–-]\s*/iu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * The draft: notes, every sentence the outlet's own words, quoted and attributed, with its exact span.
 * `evidence` holds what was captured for each report that is cited.
 */
export function draftContent(draft: {
  day: string;
  lang: Lang;
  region: string;
  sections: DraftSection[];
  evidence: Map<string, Evidence>;
  reads: RecommendedRead[];
  topics: string[];
}): PieceContent {
  const form = wordsOf(draft.lang);
  const blocks = draft.sections.flatMap((section): Block[] => {
    const heading: Block = {
      type: 'heading',
      id: newId('h'),
      level: 2,
      text: section.heading.text,
      development: section.development.id,
      ...otherLanguage(section.heading.lang, draft.lang),
    };
    const sentences = section.sentences.map((sentence) => draftSentence(sentence, draft.lang, draft.evidence));
    const paragraphs: Block[] = [];
    for (let start = 0; start < sentences.length; start += sentencesInParagraph) {
      paragraphs.push({
        type: 'paragraph',
        id: newId('p'),
        sentences: sentences.slice(start, start + sentencesInParagraph),
      });
    }
    return [heading, ...paragraphs];
  });
  return {
    version: 1,
    kind: 'summary',
    lang: draft.lang,
    title: form.dayTitle(draft.day),
    lede: form.lede(
      draft.region,
      // A sentence is in one language: what is headed in another is told below, and not named here.
      draft.sections.flatMap(({ heading }) =>
        otherLanguage(heading.lang, draft.lang).lang === undefined ? heading.text : [],
      ),
      draft.sections.flatMap(({ sentences }) => sentences.map(({ report }) => report.body)),
    ),
    blocks,
    recommendedReads: draft.reads,
    topImage: null,
    topics: draft.topics,
  };
}

function draftSentence(chosen: ChosenSentence, lang: Lang, evidence: Map<string, Evidence>): Sentence {
  const { report, start, end } = chosen;
  const captured = evidence.get(report.id);
  if (!captured) throw new Error(`report ${report.id} was cited without evidence`);
  const quote = report.body.slice(start, end);
  const agency = captured.origin?.kind === 'agency' ? captured.origin.name : null;
  const form = wordsOf(report.lang === lang ? lang : report.lang);
  const text = form.attributed(report.outlet, agency, quote.replace(/\s+/gu, ' '));
  return {
    id: newId('s'),
    text,
    basis: { kind: 'cited', citations: [{ id: newId('c'), evidence: captured.id, quote, start, end, madeFor: text }] },
    ...otherLanguage(report.lang, lang),
  };
}

function otherLanguage(lang: Lang, own: Lang): { lang?: Lang } {
  return lang === own || lang === 'und' ? {} : { lang };
}

/**
 * Suggestions for recommended reads: features and analysis before lone reports of other developments, never what the
 * sections cite, one an outlet.
 */
export function suggestReads(developments: DayDevelopment[], sections: DraftSection[]): RecommendedRead[] {
  const told = new Set(sections.map((section) => section.development.id));
  const open = developments
    .filter((development) => !told.has(development.id))
    .flatMap(({ reports }) => reports.filter(({ copyOf, report }) => copyOf === null && report.url !== null))
    .sort(
      (a, b) =>
        Number(isMore(b)) - Number(isMore(a)) ||
        b.report.body.length - a.report.body.length ||
        a.report.id.localeCompare(b.report.id),
    );
  const outlets = new Set<string>();
  const reads: RecommendedRead[] = [];
  for (const placed of open) {
    const { report } = placed;
    if (reads.length === mostReads) break;
    if (outlets.has(report.outlet) || (!isMore(placed) && report.body.length < 400)) continue;
    outlets.add(report.outlet);
    reads.push({ publisher: report.outlet, title: report.title, url: report.url ?? '', lang: report.lang });
  }
  return reads;
}

/** Whether it is a feature or a view: more than the news. */
function isMore({ notNews }: PlacedReport): boolean {
  return notNews !== null && notNews.genre !== 'gathering';
}
