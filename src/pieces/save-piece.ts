import { recordDeed } from '#platform/audit/audit-store.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import type { PieceContent } from './document.ts';
import type { Override, Piece } from './piece.ts';
import { appendRevision, findPieceByPath, insertPiece, movePiece } from './piece-store.ts';
import { insertOverride } from './publishing-store.ts';

interface Deps {
  database: Database;
  clock: Clock;
}

type NewPiece = Pick<Piece, 'publication' | 'path' | 'dated' | 'translationOf'>;

/** Makes an unpublished piece with its first revision. Throws when the publication has one at that path already. */
export async function createPiece(
  deps: Deps,
  piece: NewPiece,
  content: PieceContent,
  by: string,
  byId: string | null = null,
): Promise<string> {
  const made = await startPiece(deps, piece, content, by, byId);
  if (made.kind === 'taken') throw new Error(`${piece.publication} has a piece at ${piece.path} already`);
  return made.id;
}

/** Makes an unpublished piece with its first revision, if nothing stands at its path yet; else says what does. */
export async function startPiece(
  deps: Deps,
  piece: NewPiece,
  content: PieceContent,
  by: string,
  byId: string | null,
): Promise<{ kind: 'made' | 'taken'; id: string }> {
  const id = newId('pc');
  const at = instantText(deps.clock.now());
  return deps.database.write(async (tx) => {
    const there = await findPieceByPath(tx, piece.publication, piece.path);
    if (there) return { kind: 'taken', id: there.id };
    await insertPiece(tx, { ...piece, id, kind: content.kind, lang: content.lang }, content, { by, byId, at });
    return { kind: 'made', id };
  });
}

/**
 * Saves a new revision over `base`, and with it where the piece stands, while no reader has ever had it. `taken`: another
 * piece stands there; `published`: readers know its address.
 */
export async function saveAndMovePiece(
  deps: Deps,
  piece: Piece,
  base: number,
  content: PieceContent,
  to: Pick<Piece, 'path' | 'dated'>,
  by: { name: string; id: string },
): Promise<{ kind: 'saved'; revision: number } | { kind: 'conflict' | 'taken' | 'published' }> {
  const at = instantText(deps.clock.now());
  return deps.database.write(async (tx) => {
    const moves = to.path !== piece.path || to.dated !== piece.dated;
    if (moves) {
      const there = await findPieceByPath(tx, piece.publication, to.path);
      if (there && there.id !== piece.id) return { kind: 'taken' };
      if (piece.firstPublishedAt !== null) return { kind: 'published' };
    }
    const saved = await appendRevision(tx, piece.id, base, content, { by: by.name, byId: by.id, at });
    if (saved.kind === 'conflict') return { kind: 'conflict' };
    // Published meanwhile: nothing of this is kept, as the revision is of another address.
    if (moves && !(await movePiece(tx, piece.id, to))) throw new Error(`piece ${piece.id} was published meanwhile`);
    return saved;
  });
}

/** Saves a new revision over `base`; nobody overwrites anybody (compare-and-swap by revision). `byId`: a member of staff. */
export async function savePiece(
  deps: Deps,
  pieceId: string,
  base: number,
  content: PieceContent,
  by: string,
  byId: string | null = null,
): Promise<{ kind: 'saved'; revision: number } | { kind: 'conflict'; head: number }> {
  const at = instantText(deps.clock.now());
  return deps.database.write((tx) => appendRevision(tx, pieceId, base, content, { by, byId, at }));
}

/** Keeps an editor's decision to let a mark stand; the reason may not be empty. */
export async function overrideMark(
  deps: Deps,
  pieceId: string,
  override: Omit<Override, 'at'>,
  staffId = 'terminal',
): Promise<void> {
  if (override.reason.trim() === '') throw new TypeError('an override needs a reason');
  const at = instantText(deps.clock.now());
  await deps.database.write(async (tx) => {
    await insertOverride(tx, pieceId, { ...override, at });
    // The mark's kind alone: the rest of it may be a name.
    const [mark = ''] = override.mark.split(':');
    const detail = { sentence: override.sentenceId, mark };
    await recordDeed(tx, at, { by: staffId, action: 'overrode', object: `piece:${pieceId}`, detail });
  });
}
