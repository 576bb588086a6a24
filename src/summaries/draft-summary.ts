import { type DayDevelopment, findDayDevelopments, type RankWeights } from '#developments/developments.ts';
import { captureEvidence, type Evidence, findEvidence } from '#evidence/evidence.ts';
import type { Blobs } from '#platform/blobs/blobs.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database, Reader } from '#platform/database/database.ts';
import type { Lang } from '#platform/language.ts';
import {
  createPiece,
  findPieceByPath,
  findPieces,
  findRevision,
  savePiece,
  sentencesOf,
  summaryPath,
} from '#pieces/pieces.ts';
import { firstLanguage, type Publication, textIn } from '#publications/publications.ts';
import { findLatestReportDay, type Report } from '#wires/wires.ts';
import { citable } from './citable.ts';
import { draftContent, draftSection, type DraftSection, suggestReads } from './draft-content.ts';

export type Drafting =
  | { kind: 'drafted'; pieceId: string; revision: number; path: string }
  /** There is a piece at that path; nothing was changed. */
  | { kind: 'exists'; pieceId: string; path: string }
  /** No report came in for that day; `latest` is the last day with one. */
  | { kind: 'no-reports'; latest: string | null };

const memoryDays = 7;

/** The day's developments, ranked with what earlier summaries of the week have told. */
export async function findDevelopmentsToTell(
  db: Reader,
  publication: Publication,
  day: string,
  weights?: RankWeights,
): Promise<DayDevelopment[]> {
  const { developments } = await findTold(db, publication, day);
  return findDayDevelopments(db, publication, day, developments, weights);
}

/** What summaries of the week before told. */
interface Told {
  /** By development: the day of the latest one. */
  developments: Map<string, string>;
  /** The words of reports that they cite. */
  quotes: string[];
}

async function findTold(db: Reader, publication: Publication, day: string): Promise<Told> {
  const date = Temporal.PlainDate.from(day);
  const earlier = await findPieces(db, publication.slug, {
    kind: 'summary',
    lang: firstLanguage(publication),
    from: date.subtract({ days: memoryDays }).toString(),
    to: date.subtract({ days: 1 }).toString(),
  });
  const developments = new Map<string, string>();
  const quotes: string[] = [];
  for (const piece of earlier.toReversed()) {
    const revision = await findRevision(db, piece.id, piece.liveRevision ?? piece.headRevision);
    for (const block of revision?.content.blocks ?? []) {
      if (block.type === 'heading' && block.development && piece.dated)
        developments.set(block.development, piece.dated);
    }
    for (const { basis } of sentencesOf(revision?.content.blocks ?? []))
      if (basis.kind === 'cited') for (const { quote } of basis.citations) quotes.push(quote);
  }
  return { developments, quotes };
}

/**
 * Drafts the summary of a day from its developments: those chosen, or the highest ranked. The draft is notes: the
 * outlets' words, quoted and attributed. No model, no network. Where a piece stands already, nothing is changed,
 * unless `over` names the revision to draft over.
 */
export async function draftSummary(
  deps: { database: Database; blobs: Blobs; clock: Clock },
  publication: Publication,
  request: { day: string; by: string; byId?: string; lang?: Lang; chosen?: string[]; sections?: number; over?: number },
): Promise<Drafting> {
  const { database } = deps;
  const lang = request.lang ?? firstLanguage(publication);
  const path = summaryPath(request.day, lang, firstLanguage(publication));
  const existing = await findPieceByPath(database.read, publication.slug, path);
  if (existing && request.over === undefined) return { kind: 'exists', pieceId: existing.id, path };

  const told = await findTold(database.read, publication, request.day);
  const developments = await findDayDevelopments(database.read, publication, request.day, told.developments);
  const wanted = request.chosen
    ? request.chosen.flatMap((id) => developments.find((development) => development.id === id) ?? [])
    : developments.filter(({ tellsNews }) => tellsNews);
  const most = request.chosen ? request.chosen.length : (request.sections ?? publication.sectionCount);
  const tell = (isTold: (report: Report) => boolean): DraftSection[] => {
    const sections: DraftSection[] = [];
    for (const development of wanted) {
      if (sections.length === most) break;
      const reports = citable(development.reports, deps.clock.now());
      const fresh = reports.filter(({ report }) => !isTold(report));
      // Of what an editor chose, what readers had is better than nothing.
      const open = fresh.length === 0 && request.chosen ? reports : fresh;
      const section = draftSection({ ...development, reports: open }, lang);
      if (section.sentences.length > 0) sections.push(section);
    }
    return sections;
  };
  const fresh = tell(({ body }) => told.quotes.some((quote) => body.includes(quote)));
  const sections = fresh.length > 0 ? fresh : tell(() => false);
  if (sections.length === 0)
    return { kind: 'no-reports', latest: await findLatestReportDay(database.read, publication.slug) };

  const evidence = new Map<string, Evidence>();
  const cited = sections.flatMap(({ sentences, differing }) => [
    ...sentences,
    ...differing.flatMap(({ counts }) => counts),
  ]);
  for (const { report } of cited) {
    if (evidence.has(report.id)) continue;
    const { evidenceId } = await captureEvidence(deps, report);
    const made = (await findEvidence(database.read, [evidenceId])).get(evidenceId);
    if (made) evidence.set(report.id, made);
  }
  const content = draftContent({
    day: request.day,
    lang,
    region: textIn(publication, publication.region, lang) ?? publication.name,
    sections,
    evidence,
    names: publication.names,
    reads: suggestReads(
      developments.map((each) => ({ ...each, reports: citable(each.reports, deps.clock.now()) })),
      sections,
    ),
    topics: [],
  });
  if (existing && request.over !== undefined) {
    const saved = await savePiece(deps, existing.id, request.over, content, request.by, request.byId);
    if (saved.kind === 'conflict') return { kind: 'exists', pieceId: existing.id, path };
    return { kind: 'drafted', pieceId: existing.id, revision: saved.revision, path };
  }
  const place = { publication: publication.slug, path, dated: request.day, translationOf: null };
  const pieceId = await createPiece(deps, place, content, request.by, request.byId);
  return { kind: 'drafted', pieceId, revision: 1, path };
}
