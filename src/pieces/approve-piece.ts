import { recordDeed } from '#platform/audit/audit-store.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { insertApproval } from './approval-store.ts';
import { findPiece, findRevision } from './piece-store.ts';

/**
 * Keeps that somebody has read the head revision of a piece and stands for it. Whoever saved that revision is no second
 * pair of eyes: `own`.
 */
export async function approvePiece(
  deps: { database: Database; clock: Clock },
  pieceId: string,
  approval: { revision: number; by: string; staffId: string },
): Promise<{ kind: 'approved' } | { kind: 'own' } | { kind: 'conflict'; head: number }> {
  const { database, clock } = deps;
  const { revision, by, staffId } = approval;
  const at = instantText(clock.now());
  return database.write(async (tx) => {
    const piece = await findPiece(tx, pieceId);
    const read = await findRevision(tx, pieceId, revision);
    if (!piece || !read) throw new Error(`there is no revision ${revision} of piece ${pieceId}`);
    if (piece.headRevision !== revision) return { kind: 'conflict' as const, head: piece.headRevision };
    if (read.savedById === staffId) return { kind: 'own' as const };
    await insertApproval(tx, pieceId, { revision, by, byId: staffId, at });
    await recordDeed(tx, at, { by: staffId, action: 'approved', object: `piece:${pieceId}`, detail: { revision } });
    return { kind: 'approved' as const };
  });
}
