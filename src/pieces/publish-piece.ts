import { detectLanguage } from '#lib/text/detect-language.ts';
import { findEvidence } from '#evidence/evidence.ts';
import { directionOf, type Lang } from '#platform/language.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database, Reader } from '#platform/database/database.ts';
import { recordDeed } from '#platform/audit/audit-store.ts';
import { recordEvent } from '#platform/events/event-store.ts';
import { findPublication, type Publication } from '#publications/publications.ts';
import { findReport } from '#wires/wires.ts';
import { recordPublishing } from './change-keys.ts';
import { type PieceContent, sentencesOf } from './document.ts';
import { type CitedSource, checkPiece, type GateMark } from './gate.ts';
import { picturesOf } from './gate-missing.ts';
import type { Piece } from './piece.ts';
import { endRights, findEndedRights } from './picture-rights.ts';
import { findPiece, findRevision, setLive } from './piece-store.ts';
import { findOverrides, insertCorrection, insertPublishing } from './publishing-store.ts';

export type Publishing =
  | { kind: 'published'; piece: Piece; revision: number }
  | { kind: 'refused'; marks: GateMark[] }
  | { kind: 'empty' }
  | { kind: 'conflict'; head: number }
  /** This revision is live already. */
  | { kind: 'unchanged' }
  /** The piece is live: a change to it needs a public note. */
  | { kind: 'needs-note' };

/**
 * Publishes the head revision of a piece, which must be `revision`: the gate is asked, then one transaction makes it
 * live with its record, its public note and the changes it makes. Pages follow from that; none can be half-published.
 */
export async function publishPiece(
  deps: { database: Database; clock: Clock },
  pieceId: string,
  request: {
    revision: number;
    by: string;
    staffId?: string;
    at?: string;
    correction?: { sentenceId: string | null; note: string };
  },
): Promise<Publishing> {
  const { database } = deps;
  const piece = await findPiece(database.read, pieceId);
  const revision = piece && (await findRevision(database.read, pieceId, request.revision));
  if (!piece || !revision) throw new Error(`there is no revision ${request.revision} of piece ${pieceId}`);
  if (piece.headRevision !== request.revision) return { kind: 'conflict', head: piece.headRevision };
  if (piece.state === 'live' && piece.liveRevision === request.revision) return { kind: 'unchanged' };
  const note = request.correction?.note.trim();
  if (piece.state === 'live' && !note) return { kind: 'needs-note' };
  if (sentencesOf(revision.content.blocks).every((sentence) => sentence.text.trim() === '')) return { kind: 'empty' };
  await endRights(deps);
  const marks = await gatePiece(database.read, pieceId, revision.content);
  if (marks.length > 0) return { kind: 'refused', marks };

  const at = request.at ?? instantText(deps.clock.now());
  const corrected = piece.state === 'live';
  const live = await database.write(async (tx) => {
    const replaces = piece.liveRevision;
    if (!(await setLive(tx, pieceId, { revision: request.revision, replaces, at }))) return false;
    const kind = corrected ? 'corrected' : 'published';
    await insertPublishing(tx, { pieceId, revision: request.revision, kind, at, by: request.by });
    if (corrected && note) {
      const sentenceId = request.correction?.sentenceId ?? null;
      const correction = {
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
    await recordPublishing(tx, piece, revision.content, !corrected, at);
    return true;
  });
  const after = await findPiece(database.read, pieceId);
  if (!after) throw new Error(`piece ${pieceId} is gone`);
  if (!live)
    return after.liveRevision === request.revision
      ? { kind: 'unchanged' }
      : { kind: 'conflict', head: after.headRevision };
  return { kind: 'published', piece: after, revision: request.revision };
}

/** The gate's marks for a content, with the overrides kept for its piece. */
export async function gatePiece(db: Reader, pieceId: string, content: PieceContent): Promise<GateMark[]> {
  const piece = await findPiece(db, pieceId);
  const publication = piece && (await findPublication(db, piece.publication));
  const overrides = await findOverrides(db, pieceId);
  const sources = await findCitedSources(db, content);
  const ended = await findEndedRights(
    db,
    picturesOf(content).flatMap(({ image }) => image.media ?? []),
  );
  return checkPiece(content, sources, overrides, ownNamesOf(publication), knownNamesOf(publication), ended);
}

/** A note is in its piece's language, but where its very letters say that it is not. */
function languageOfNote(note: string, pieceLang: Lang): Lang {
  const found = detectLanguage(note, pieceLang);
  return found === 'und' || directionOf(found) === directionOf(pieceLang) ? pieceLang : found;
}

/** Names that headings and the lede of a publication need no source for: its own and its region's. */
export function ownNamesOf(publication: Publication | null | undefined): string[] {
  return publication
    ? [publication.name, ...Object.values(publication.nameIn), ...Object.values(publication.region)]
    : [];
}

/** The reports that a content cites, in the versions cited, by evidence id. */
export async function findCitedSources(db: Reader, content: PieceContent): Promise<Map<string, CitedSource>> {
  const ids = sentencesOf(content.blocks).flatMap((sentence) =>
    sentence.basis.kind === 'cited' ? sentence.basis.citations.map((citation) => citation.evidence) : [],
  );
  const sources = new Map<string, CitedSource>();
  for (const [id, evidence] of await findEvidence(db, ids)) {
    const report = evidence.reportId === null ? null : await findReport(db, evidence.reportId, evidence.version);
    if (!report) continue;
    const originName = evidence.origin?.name ?? null;
    sources.set(id, { outlet: evidence.outlet, originName, title: evidence.title, body: report.body });
  }
  return sources;
}

/** Names of a publication's story, each with its spellings in every language. */
export function knownNamesOf(publication: Publication | null | undefined): { spellings: string[] }[] {
  return (publication?.names ?? []).map(({ name, also = [], avoid = [] }) => ({
    spellings: [...Object.values(name), ...also, ...avoid],
  }));
}
