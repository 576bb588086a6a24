import { recordDeed } from '#platform/audit/audit-store.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import type { PieceContent } from './document.ts';
import type { Override, Piece } from './piece.ts';
import { appendRevision, insertPiece } from './piece-store.ts';
import { insertOverride } from './publishing-store.ts';

interface Deps {
  database: Database;
  clock: Clock;
}

/** Makes an unpublished piece with its first revision. Throws when the publication has one at that path already. */
export async function createPiece(
  deps: Deps,
  piece: Pick<Piece, 'publication' | 'path' | 'dated' | 'translationOf'>,
  content: PieceContent,
  by: string,
  byId: string | null = null,
): Promise<string> {
  const id = newId('pc');
  const at = instantText(deps.clock.now());
  await deps.database.write((tx) =>
    insertPiece(tx, { ...piece, id, kind: content.kind, lang: content.lang }, content, { by, byId, at }),
  );
  return id;
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
