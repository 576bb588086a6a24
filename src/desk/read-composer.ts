import { figureWords } from './story-words.ts';
import { type Evidence, findEvidence } from '#evidence/evidence.ts';
import type { Reader } from '#platform/database/database.ts';
import { directionOf } from '#platform/language.ts';
import {
  type Block,
  findOverrides,
  findRevision,
  type Piece,
  type PieceContent,
  type Revision,
  sectionsOf,
  sentencesOf,
  topicsNow,
} from '#pieces/pieces.ts';
import { type Publication, textIn } from '#publications/publications.ts';
import { findDevelopmentsToTell } from '#summaries/summaries.ts';
import { dayAndTime } from '#locales/dates.ts';
import type { ComposerState, EvidenceView, OverrideView, PanelDevelopment, PanelReport } from './composer-state.ts';
import type { StaffMember } from '#staff/staff.ts';
import type { Newsroom } from '../newsroom.ts';
import { findLatestReportDay } from '#wires/wires.ts';
import { kindWords } from './kind-words.ts';
import { readWork } from './read-work.ts';
import { readOriginal } from './read-original.ts';
import { whatIsChecked } from './mark-words.ts';
import { findMarks } from './missing.ts';
import { type ReportView, viewDevelopment } from './read-day.ts';

/** A piece as the composer opens it, at its head. */
export async function readComposer(
  { database, clock }: Pick<Newsroom, 'database' | 'clock'>,
  publication: Publication,
  piece: Piece,
  head: Revision,
  staff: StaffMember,
): Promise<ComposerState> {
  const db = database.read;
  const { content } = head;
  const original = await readOriginal(db, piece, content);
  const live =
    piece.state === 'live' && piece.liveRevision !== null ? await findRevision(db, piece.id, piece.liveRevision) : null;
  return {
    piece: {
      id: piece.id,
      publication: publication.slug,
      publicationName: publication.name,
      day: piece.dated,
      noun: kindWords[piece.kind].short,
      reportsOf: await firstDayShown(db, piece),
      lang: piece.lang,
      dir: directionOf(piece.lang),
      state: piece.state,
      revision: head.number,
      liveRevision: piece.liveRevision,
      livePath: `/${publication.slug}/${piece.path}`,
      savedBy: head.savedBy,
      savedAt: dayAndTime(head.savedAt, 'en', publication.timeZone),
    },
    // What was merged since it was saved is ticked as what it is part of.
    content: { ...content, topics: topicsNow(publication, content.topics) },
    marks: await findMarks(db, piece.id, content, clock.now()),
    overrides: await readOverrides(db, piece.id),
    evidence: await readEvidence(db, publication, [...content.blocks, ...(original?.blocks ?? [])]),
    topics: publication.topics.map(({ slug, name }) => ({ slug, name: textIn(publication, name, piece.lang) ?? slug })),
    live: live && textsOf(live.content),
    original,
    work: await readWork(db, publication, piece, staff),
    checked: whatIsChecked,
  };
}

/** A summary's own day; for anything else the latest with reports, up to its day where it has one. */
async function firstDayShown(db: Reader, { kind, dated, publication }: Piece): Promise<string> {
  if (kind === 'summary' && dated !== null) return dated;
  return (await findLatestReportDay(db, publication, dated ?? undefined)) ?? dated ?? '';
}

export async function readOverrides(db: Reader, pieceId: string): Promise<OverrideView[]> {
  const overrides = await findOverrides(db, pieceId);
  return overrides.map(({ sentenceId, sentenceText, mark, reason, by }) => ({
    at: sentenceId,
    text: sentenceText,
    mark,
    reason,
    by,
  }));
}

/** What blocks cite, by evidence id. */
export async function readEvidence(
  db: Reader,
  publication: Publication,
  blocks: Block[],
): Promise<Record<string, EvidenceView>> {
  const ids = sentencesOf(blocks).flatMap(({ basis }) =>
    basis.kind === 'cited' ? basis.citations.map((citation) => citation.evidence) : [],
  );
  const found = await findEvidence(db, ids);
  return Object.fromEntries([...found].map(([id, evidence]) => [id, viewEvidence(evidence, publication)]));
}

export function viewEvidence(evidence: Evidence, publication: Publication): EvidenceView {
  const { origin } = evidence;
  const rests = origin && origin.kind !== 'outlet' && origin.name !== evidence.outlet ? origin : null;
  return {
    id: evidence.id,
    report: evidence.reportId ?? '',
    version: evidence.version,
    outlet: evidence.outlet,
    origin: rests && `${rests.kind === 'agency' ? 'carrying' : 'citing'} ${rests.name}`,
    title: evidence.title,
    url: evidence.url,
    lang: evidence.lang,
    dir: directionOf(evidence.lang),
    reported: dayAndTime(evidence.reportedAt, 'en', publication.timeZone),
    retrieved: dayAndTime(evidence.retrievedAt, 'en', publication.timeZone),
    sha256: evidence.captureSha256,
  };
}

function textsOf(content: PieceContent): Record<string, string> {
  const headings = sectionsOf(content.blocks).sections.map(({ heading }) => [heading.id, heading.text]);
  const sentences = sentencesOf(content.blocks).map(({ id, text }) => [id, text]);
  return Object.fromEntries([['title', content.title], ['lede', content.lede], ...headings, ...sentences]);
}

/** The developments of a piece's day with their reports, for the composer's left column. */
export async function readPanel(
  { database, clock }: Pick<Newsroom, 'database' | 'clock'>,
  publication: Publication,
  day: string,
): Promise<PanelDevelopment[]> {
  const db = database.read;
  const developments = await findDevelopmentsToTell(db, publication, day);
  return developments.map((development) => {
    const { id, headline, outlets, corroboration, state, reports } = viewDevelopment(
      development,
      publication,
      day,
      clock.now(),
    );
    const dir = directionOf(headline.lang);
    return {
      id,
      headline: { ...headline, dir },
      outlets,
      corroboration,
      why: state.lines.length > 0 ? state.lines : [`${state.word}.`],
      figure: figureWords(development),
      reports: reports.map(panelReport),
    };
  });
}

function panelReport(report: ReportView): PanelReport {
  const { id, version, outlet, origin, title, lang, time, url, held, handling } = report;
  return {
    id,
    version,
    outlet,
    origin,
    title,
    lang,
    dir: directionOf(lang),
    time,
    url,
    held,
    handling: handling.join(' '),
    copies: report.copies.map(panelReport),
  };
}

/** The head revision of a piece; a piece always has one. */
export async function findHead(db: Reader, piece: Piece): Promise<Revision> {
  const head = await findRevision(db, piece.id, piece.headRevision);
  if (!head) throw new Error(`piece ${piece.id} has no revision ${piece.headRevision}`);
  return head;
}
