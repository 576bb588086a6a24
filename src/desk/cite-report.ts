import { tellingOf } from '#developments/developments.ts';
import { captureEvidence, findEvidence, ReportHeld } from '#evidence/evidence.ts';
import { wordsOf } from '#locales/locales.ts';
import { newId } from '#platform/id.ts';
import type { Block, Citation, Sentence } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import { chooseSentences, citable, findDevelopmentsToTell } from '#summaries/summaries.ts';
import { findReport, findReportPublications, type Report } from '#wires/wires.ts';
import type { Newsroom } from '../newsroom.ts';
import type { EvidenceView, SpanRequest } from './composer-state.ts';
import { heldWords } from './held-words.ts';
import { headlineOf } from './read-day.ts';
import { viewEvidence } from './read-composer.ts';
import { BadShape } from '#lib/json/read-json.ts';

type Deps = Pick<Newsroom, 'database' | 'blobs' | 'clock'>;

/**
 * Makes a citation of a span that an editor chose: evidence is captured, and the span is the report's own characters.
 * Throws BadShape when it is not.
 */
export async function citeReport(
  deps: Deps,
  publication: Publication,
  span: SpanRequest,
): Promise<{ report: Report; citation: Omit<Citation, 'madeFor'>; evidence: EvidenceView }> {
  const report = await findReport(deps.database.read, span.report, span.version);
  const publications = report ? await findReportPublications(deps.database.read, report.id) : [];
  if (!report || !publications.includes(publication.slug))
    throw new BadShape('that report is not here in that version');
  const { start, end, quote } = span;
  if (quote.trim() === '') throw new BadShape('no words were chosen');
  if (report.body.slice(start, end) !== quote)
    throw new BadShape(`“${quote.slice(0, 60)}” does not stand at that place of the report; choose the words again`);
  const evidence = await capture(deps, publication, report);
  return { report, evidence, citation: { id: newId('c'), evidence: evidence.id, quote, start, end } };
}

async function capture(deps: Deps, publication: Publication, report: Report): Promise<EvidenceView> {
  const { evidenceId } = await captureEvidence(deps, report).catch((error: unknown) => {
    // Said to whoever wanted to cite it, in the publication's own time.
    if (error instanceof ReportHeld) throw new BadShape(heldWords(error.hold, publication.timeZone));
    throw error;
  });
  const made = (await findEvidence(deps.database.read, [evidenceId])).get(evidenceId);
  if (!made) throw new Error(`evidence ${evidenceId} was not kept`);
  return viewEvidence(made, publication);
}

/** The outlet's words as a sentence of ours: quoted, attributed, cited. */
export function quoteReport(report: Report, citation: Omit<Citation, 'madeFor'>, lang: string): Sentence {
  const agency = report.origins.find(({ kind }) => kind === 'agency')?.name ?? null;
  const words = citation.quote.replace(/\s+/gu, ' ').trim();
  const text = wordsOf(report.lang).attributed({ outlet: report.outlet, agency }, words);
  const own = report.lang.split('-')[0] === lang.split('-')[0] || report.lang === 'und';
  return {
    id: newId('s'),
    text,
    basis: { kind: 'cited', citations: [{ ...citation, madeFor: text }] },
    ...(own ? {} : { lang: report.lang }),
  };
}

/** A section made of a development of the day: its headline, and its reports' own sentences, quoted and cited. Null when it is not of that day. */
export async function makeSection(
  deps: Deps,
  publication: Publication,
  asked: { day: string; development: string; lang: string },
): Promise<{ blocks: Block[]; evidence: EvidenceView[] } | null> {
  const developments = await findDevelopmentsToTell(deps.database.read, publication, asked.day);
  const development = developments.find(({ id }) => id === asked.development);
  if (!development) return null;
  const reports = tellingOf(citable(development.reports, deps.clock.now()));
  if (reports.length === 0) throw new BadShape('no report of it may be cited now: their senders hold them back');
  // A headline that is held back must not stand over the section either.
  const headline = headlineOf(
    reports.map(({ report }) => report),
    asked.lang,
  );
  const evidence: EvidenceView[] = [];
  const sentences: Sentence[] = [];
  for (const { report, start, end } of chooseSentences(reports, asked.lang)) {
    const span = { report: report.id, version: report.version, start, end, quote: report.body.slice(start, end) };
    const cited = await citeReport(deps, publication, span);
    evidence.push(cited.evidence);
    sentences.push(quoteReport(report, cited.citation, asked.lang));
  }
  const heading: Block = {
    type: 'heading',
    id: newId('h'),
    level: 2,
    text: headline.text,
    development: development.id,
    ...(headline.lang.split('-')[0] === asked.lang.split('-')[0] || headline.lang === 'und'
      ? {}
      : { lang: headline.lang }),
  };
  return { blocks: [heading, { type: 'paragraph', id: newId('p'), sentences }], evidence };
}
