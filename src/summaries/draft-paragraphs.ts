import type { Evidence } from '#evidence/evidence.ts';
import { findKnown } from '#lib/text/spellings.ts';
import { wordsOf } from '#locales/locales.ts';
import { newId } from '#platform/id.ts';
import { languageOf, type Lang } from '#platform/language.ts';
import type { Block, Citation, Sentence } from '#pieces/pieces.ts';
import type { StoryName } from '#publications/publications.ts';
import type { DifferingCounts } from './differing-counts.ts';
import type { ChosenSentence } from './read-candidates.ts';

/** What the sentences of a draft are written with. */
export interface Draft {
  lang: Lang;
  /** What was captured of each report that is cited. */
  evidence: Map<string, Evidence>;
  names: readonly StoryName[];
}

/**
 * The paragraphs of sections: each sentence an outlet's own, quoted, with its exact span. An outlet is named in full where a section first
 * quotes it, and once for what it says on; where the draft first names it, with what readers are told of it.
 */
export function draftParagraphs(
  sections: { sentences: ChosenSentence[]; differing: DifferingCounts[] }[],
  draft: Draft,
): Block[][] {
  const described = new Set<string>();
  return sections.map(({ sentences, differing }) => {
    const named = new Set<string>();
    const paragraphs = inParagraphs(sentences).map((paragraph) =>
      paragraph.map((sentence, index) => {
        const { outlet } = sentence.report;
        const goesOn = goesOnFrom(sentence, paragraph[index - 1]);
        const place = goesOn ? 'added' : named.has(outlet) ? 'also' : 'first';
        const descriptor = goesOn || described.has(outlet) ? null : descriptorOf(sentence, draft.names);
        named.add(outlet);
        described.add(outlet);
        return draftSentence(sentence, { place, descriptor }, draft);
      }),
    );
    if (differing.length > 0) paragraphs.push(differing.map((each) => sayThatCountsDiffer(each, draft)));
    return paragraphs.map((paragraph): Block => ({ type: 'paragraph', id: newId('p'), sentences: paragraph }));
  });
}

/** That reports do not agree, each with its own span: the one sentence of a draft that is not an outlet's. */
function sayThatCountsDiffer({ kind, counts }: DifferingCounts, { lang, evidence }: Draft): Sentence {
  const text = wordsOf(lang).countsDiffer(
    kind,
    counts.map(({ report: { outlet }, value, atLeast }) => ({ outlet, value, atLeast })),
  );
  const citations = counts.map((count) => citationOf(count, text, evidence));
  return { id: newId('s'), text, basis: { kind: 'cited', citations } };
}

function citationOf({ report, start, end }: ChosenSentence, madeFor: string, evidence: Draft['evidence']): Citation {
  const captured = evidence.get(report.id);
  if (!captured) throw new Error(`report ${report.id} was cited without evidence`);
  return { id: newId('c'), evidence: captured.id, quote: report.body.slice(start, end), start, end, madeFor };
}

function draftSentence(
  chosen: ChosenSentence,
  by: { place: 'first' | 'also' | 'added'; descriptor: string | null },
  { lang, evidence }: Draft,
): Sentence {
  const { report, start, end } = chosen;
  const origin = evidence.get(report.id)?.origin;
  const agency = origin?.kind === 'agency' ? origin.name : null;
  const text = wordsOf(report.lang === lang ? lang : report.lang).attributed(
    { outlet: report.outlet, agency, ...by },
    report.body.slice(start, end).replace(/\s+/gu, ' '),
  );
  const citations = [citationOf(chosen, text, evidence)];
  return { id: newId('s'), text, basis: { kind: 'cited', citations }, ...otherLanguage(report.lang, lang) };
}

/** Two sentences a paragraph; three where the third is of the second's outlet, so that an outlet's words stand together. */
function inParagraphs(sentences: ChosenSentence[]): ChosenSentence[][] {
  const paragraphs: ChosenSentence[][] = [];
  for (const sentence of sentences) {
    const open = paragraphs.at(-1);
    const [first, second, third] = open ?? [];
    const joins = first && (!second || (!third && !isOfOutlet(first, second) && isOfOutlet(second, sentence)));
    if (open && joins) open.push(sentence);
    else paragraphs.push([sentence]);
  }
  return paragraphs;
}

function isOfOutlet({ report }: ChosenSentence, other: ChosenSentence): boolean {
  return report.outlet === other.report.outlet;
}

/** Whether a sentence stands further down in the report that the one before it is from. */
function goesOnFrom({ report, start }: ChosenSentence, before: ChosenSentence | undefined): boolean {
  return before?.report === report && before.start < start;
}

/** What the publication tells its readers of an outlet. */
function descriptorOf({ report: { outlet, lang } }: ChosenSentence, names: readonly StoryName[]): string | null {
  const known = names
    .filter(({ kind, descriptor }) => kind === 'outlet' && descriptor)
    .map((of) => ({ of, spellings: [...Object.values(of.name), ...(of.also ?? [])] }));
  const found = findKnown(outlet, known).find(({ start, end }) => start === 0 && end === outlet.length);
  return found?.known.of.descriptor?.[languageOf(lang)] ?? null;
}

/** The language of a part, where it is not the whole's. */
export function otherLanguage(lang: Lang, own: Lang): { lang?: Lang } {
  return lang === own || lang === 'und' ? {} : { lang };
}
