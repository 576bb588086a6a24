import { type DayDevelopment, type PlacedReport, tellingOf } from '#developments/developments.ts';
import type { Evidence } from '#evidence/evidence.ts';
import { wordsOf } from '#locales/locales.ts';
import { newId } from '#platform/id.ts';
import type { Lang } from '#platform/language.ts';
import type { Block, PieceContent, RecommendedRead } from '#pieces/pieces.ts';
import type { StoryName } from '#publications/publications.ts';
import { chooseSentences } from './choose-sentences.ts';
import { type DifferingCounts, findDifferingCounts } from './differing-counts.ts';
import { draftParagraphs, otherLanguage } from './draft-paragraphs.ts';
import { chooseHeading, statesNews, tells, tidyHeadline, withLatestCount } from './heading.ts';
import type { ChosenSentence } from './read-candidates.ts';

/** One development chosen for the summary, with the sentences taken from its reports. */
export interface DraftSection {
  development: DayDevelopment;
  heading: { text: string; lang: Lang };
  sentences: ChosenSentence[];
  /** What reports of it count differently. */
  differing: DifferingCounts[];
}

const mostReads = 6;

/** Picks the sentences and the heading for a development. */
export function draftSection(development: DayDevelopment, lang: Lang): DraftSection {
  const reports = tellingOf(development.reports);
  const first = chooseSentences(reports, lang);
  const report = chooseHeading(development, first);
  // Where the report whose headline stands above tells it better, it begins.
  const other = report === first[0]?.report ? first : chooseSentences(reports, lang, first.length, report);
  const sentences = report && tells(other[0], report) > tells(first[0], report) ? other : first;
  const text = report ? withLatestCount(tidyHeadline(report), sentences) : '';
  return {
    development,
    heading: { text, lang: report?.lang ?? 'und' },
    sentences,
    differing: findDifferingCounts(reports, lang),
  };
}

/** The draft: notes, every sentence the outlet's own words. `evidence` holds what was captured for each report that is cited. */
export function draftContent(draft: {
  day: string;
  lang: Lang;
  region: string;
  sections: DraftSection[];
  evidence: Map<string, Evidence>;
  names: readonly StoryName[];
  reads: RecommendedRead[];
  topics: string[];
}): PieceContent {
  const form = wordsOf(draft.lang);
  const paragraphs = draftParagraphs(draft.sections, draft);
  const blocks = draft.sections.flatMap(({ heading, development }, index): Block[] => [
    {
      type: 'heading',
      id: newId('h'),
      level: 2,
      text: heading.text,
      development: development.id,
      ...otherLanguage(heading.lang, draft.lang),
    },
    ...(paragraphs[index] ?? []),
  ]);
  return {
    version: 1,
    kind: 'summary',
    lang: draft.lang,
    title: form.dayTitle(draft.day),
    lede: form.lede(
      draft.region,
      // A sentence is in one language: what is headed in another is told below, and not named here.
      draft.sections.flatMap(({ heading, sentences }) =>
        otherLanguage(heading.lang, draft.lang).lang === undefined ? ledeLine(heading, sentences) : [],
      ),
      draft.sections.flatMap(({ sentences }) => sentences.map(({ report }) => report.body)),
    ),
    blocks,
    recommendedReads: draft.reads,
    topImage: null,
    topics: draft.topics,
  };
}

/** What the lede tells of a section: its heading, or another cited headline in English where that says nothing. */
function ledeLine(heading: DraftSection['heading'], sentences: ChosenSentence[]): string {
  if (!heading.lang.startsWith('en') || statesNews(heading.text)) return heading.text;
  const others = sentences.map(({ report }) => tidyHeadline(report));
  return others.find(statesNews) ?? heading.text;
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
