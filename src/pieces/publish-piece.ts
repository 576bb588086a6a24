import { detectLanguage } from '#lib/text/detect-language.ts';
import { findEvidence } from '#evidence/evidence.ts';
import { directionOf, type Lang } from '#platform/language.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database, Reader, Writer } from '#platform/database/database.ts';
import { recordDeed } from '#platform/audit/audit-store.ts';
import { recordEvent } from '#platform/events/event-store.ts';
import { findPublication, type Publication } from '#publications/publications.ts';
import { findHandlings, findReport, holdOn } from '#wires/wires.ts';
import { recordPublishing } from './change-keys.ts';
import { type PieceContent, sentencesOf } from './document.ts';
import { type CitedSource, checkPiece, type GateMark } from './gate.ts';
import { picturesOf } from './gate-missing.ts';
import { endRights, findEndedRights } from './picture-rights.ts';
import { findApprovals } from './approval-store.ts';
import type { Piece, Revision } from './piece.ts';
import { findPiece, findRevision, setLive } from './piece-store.ts';
import { deleteSchedule } from './schedule-store.ts';
import { findOverrides, insertCorrection, insertPublishing } from './publishing-store.ts';

export type Publishing =
  | { kind: 'published'; piece: Piece; revision: number }
  | { kind: 'refused'; marks: GateMark[] }
  | { kind: 'empty' }
  | { kind: 'conflict'; head: number }
  /** This revision is live already. */
  | { kind: 'unchanged' }
  /** Readers have, or had, the piece: a change to it needs a public note. */
  | { kind: 'needs-note' }
  /** The publication's rule: somebody other than who saved this revision has to approve it first. */
  | { kind: 'needs-second' }
  /** It was to go out by its schedule, which is not there any more. */
  | { kind: 'not-scheduled' };

/** What is to be published, by whom, and with which public note. */
export interface PublishRequest {
  revision: number;
  by: string;
  staffId?: string;
  at?: string;
  correction?: { sentenceId: string | null; note: string; kind?: 'correction' | 'update' };
  /** It goes out because its time has come: as it was scheduled, whatever was saved since. */
  scheduled?: boolean;
}

/**
 * Publishes the head revision of a piece, which must be `revision`: the gate is asked, then one transaction makes it
 * live with its record, its public note and the changes it makes, and takes its schedule away. Pages follow from that;
 * none can be half-published, and nothing goes out by a schedule twice.
 */
export async function publishPiece(
  deps: { database: Database; clock: Clock },
  pieceId: string,
  request: PublishRequest,
): Promise<Publishing> {
  const { database } = deps;
  const piece = await findPiece(database.read, pieceId);
  const revision = piece && (await findRevision(database.read, pieceId, request.revision));
  if (!piece || !revision) throw new Error(`there is no revision ${request.revision} of piece ${pieceId}`);
  if (!request.scheduled && piece.headRevision !== request.revision)
    return { kind: 'conflict', head: piece.headRevision };
  if (piece.state === 'live' && piece.liveRevision === request.revision) return { kind: 'unchanged' };
  // Before anybody has read it, there is nothing to tell them of.
  const note = piece.state === 'unpublished' ? '' : request.correction?.note.trim();
  if (piece.state !== 'unpublished' && !note) return { kind: 'needs-note' };
  if (sentencesOf(revision.content.blocks).every((sentence) => sentence.text.trim() === '')) return { kind: 'empty' };
  await endRights(deps);
  const marks = await gatePiece(database.read, pieceId, revision.content, deps.clock.now());
  if (marks.length > 0) return { kind: 'refused', marks };
  if (await needsSecond(database.read, piece, revision)) return { kind: 'needs-second' };

  const at = request.at ?? instantText(deps.clock.now());
  const came = piece.state !== 'live';
  const noteKind = request.correction?.kind ?? 'correction';
  const write = async (tx: Writer): Promise<'live' | 'not-scheduled'> => {
    const waited = await deleteSchedule(tx, pieceId, request.scheduled ? request.revision : undefined);
    if (request.scheduled && !waited) return 'not-scheduled';
    const replaces = piece.liveRevision;
    const olderToo = request.scheduled ?? false;
    if (!(await setLive(tx, pieceId, { revision: request.revision, replaces, at, olderToo }))) throw new Raced();
    const kind = !note ? 'published' : noteKind === 'update' ? 'updated' : 'corrected';
    await insertPublishing(tx, { pieceId, revision: request.revision, kind, at, by: request.by });
    if (note) {
      const sentenceId = request.correction?.sentenceId ?? null;
      const correction = {
        kind: noteKind,
        revision: request.revision,
        sentenceId,
        note,
        lang: languageOfNote(note, piece.lang),
        at,
        by: request.by,
      };
      await insertCorrection(tx, pieceId, correction);
    }
    await recordEvent(tx, at, {
      kind: `piece ${kind}`,
      data: { piece: pieceId, path: piece.path, revision: request.revision },
    });
    await recordDeed(tx, instantText(deps.clock.now()), {
      by: request.staffId ?? 'terminal',
      action: kind,
      object: `piece:${pieceId}`,
      detail: { revision: request.revision },
    });
    await recordPublishing(tx, piece, revision.content, came, at);
    return 'live';
  };
  const done = await database.write(write).catch((error: unknown) => {
    if (error instanceof Raced) return 'raced' as const;
    throw error;
  });
  if (done === 'not-scheduled') return { kind: 'not-scheduled' };
  const after = await findPiece(database.read, pieceId);
  if (!after) throw new Error(`piece ${pieceId} is gone`);
  if (done === 'raced')
    return after.liveRevision === request.revision
      ? { kind: 'unchanged' }
      : { kind: 'conflict', head: after.headRevision };
  return { kind: 'published', piece: after, revision: request.revision };
}

/** Somebody saved or published meanwhile: nothing of the transaction is kept. */
class Raced extends Error {}

/** Whether the publication's rule of a second pair of eyes is not met yet for a revision. */
export async function needsSecond(
  db: Reader,
  piece: Pick<Piece, 'id' | 'publication'>,
  revision: Pick<Revision, 'number' | 'savedById'>,
): Promise<boolean> {
  const publication = await findPublication(db, piece.publication);
  if (!publication?.secondPairOfEyes) return false;
  const approvals = await findApprovals(db, piece.id);
  return !approvals.some((each) => each.revision === revision.number && each.byId !== revision.savedById);
}

/** The gate's marks for a content at an instant, with the overrides kept for its piece. */
export async function gatePiece(
  db: Reader,
  pieceId: string,
  content: PieceContent,
  now: Temporal.Instant,
): Promise<GateMark[]> {
  const piece = await findPiece(db, pieceId);
  const publication = piece && (await findPublication(db, piece.publication));
  const overrides = await findOverrides(db, pieceId);
  const sources = await findCitedSources(db, content, now);
  const ended = await findEndedRights(
    db,
    picturesOf(content).flatMap(({ image }) => image.media ?? []),
  );
  return checkPiece(content, sources, overrides, ownNamesOf(publication), knownNamesOf(publication), ended);
}

/** A note is in its piece's language, but where its very letters say that it is not. */
export function languageOfNote(note: string, pieceLang: Lang): Lang {
  const found = detectLanguage(note, pieceLang);
  return found === 'und' || directionOf(found) === directionOf(pieceLang) ? pieceLang : found;
}

/** Names that headings and the lede of a publication need no source for: its own and its region's. */
export function ownNamesOf(publication: Publication | null | undefined): string[] {
  return publication
    ? [publication.name, ...Object.values(publication.nameIn), ...Object.values(publication.region)]
    : [];
}

/** The reports that a content cites, in the versions cited, by evidence id, and what their senders hold back at an instant. */
export async function findCitedSources(
  db: Reader,
  content: PieceContent,
  now: Temporal.Instant,
): Promise<Map<string, CitedSource>> {
  const ids = sentencesOf(content.blocks).flatMap((sentence) =>
    sentence.basis.kind === 'cited' ? sentence.basis.citations.map((citation) => citation.evidence) : [],
  );
  const sources = new Map<string, CitedSource>();
  const cited = await findEvidence(db, ids);
  const handlings = await findHandlings(
    db,
    [...cited.values()].flatMap(({ reportId }) => reportId ?? []),
  );
  for (const [id, evidence] of cited) {
    const report = evidence.reportId === null ? null : await findReport(db, evidence.reportId, evidence.version);
    if (!report) continue;
    const originName = evidence.origin?.name ?? null;
    const handling = handlings.get(report.id);
    const hold = handling ? holdOn(handling, now) : null;
    const source = { outlet: evidence.outlet, originName, title: evidence.title, body: report.body };
    const terms = handling?.terms ?? null;
    sources.set(id, { ...source, report: report.id, ...(hold ? { hold } : {}), ...(terms ? { terms } : {}) });
  }
  return sources;
}

/** Names of a publication's story, each with its spellings in every language. */
export function knownNamesOf(publication: Publication | null | undefined): { spellings: string[] }[] {
  return (publication?.names ?? []).map(({ name, also = [], avoid = [] }) => ({
    spellings: [...Object.values(name), ...also, ...avoid],
  }));
}
