import { recordDeed } from '#platform/audit/audit-store.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { recordEvent } from '#platform/events/event-store.ts';
import { recordPublishing } from './change-keys.ts';
import { findPiece, findRevision, setWithdrawn } from './piece-store.ts';
import { languageOfNote } from './publish-piece.ts';
import { insertCorrection, insertPublishing } from './publishing-store.ts';

/**
 * Takes a live piece away from readers: its address says that it was withdrawn, and why, in the public note. Its
 * revisions stay at the desk, and it can be published again with a note.
 */
export async function withdrawPiece(
  deps: { database: Database; clock: Clock },
  pieceId: string,
  request: { note: string; by: string; staffId?: string },
): Promise<{ kind: 'withdrawn' } | { kind: 'needs-note' } | { kind: 'not-live' }> {
  const { database, clock } = deps;
  const note = request.note.trim();
  if (note === '') return { kind: 'needs-note' };
  const at = instantText(clock.now());
  return database.write(async (tx) => {
    const piece = await findPiece(tx, pieceId);
    const revision = piece?.liveRevision;
    const live = revision && (await findRevision(tx, pieceId, revision));
    if (!piece || !revision || !live || !(await setWithdrawn(tx, pieceId))) return { kind: 'not-live' as const };
    const { by, staffId = 'terminal' } = request;
    await insertPublishing(tx, { pieceId, revision, kind: 'withdrawn', at, by });
    const lang = languageOfNote(note, piece.lang);
    await insertCorrection(tx, pieceId, { kind: 'withdrawal', revision, sentenceId: null, note, lang, at, by });
    // The path stays out: an event is kept, and a name may be withdrawn from it later.
    await recordEvent(tx, at, { kind: 'piece withdrawn', data: { piece: pieceId, revision } });
    await recordDeed(tx, at, { by: staffId, action: 'withdrew', object: `piece:${pieceId}`, detail: { revision } });
    await recordPublishing(tx, piece, live.content, true, at);
    return { kind: 'withdrawn' as const };
  });
}
