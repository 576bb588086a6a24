import type { Reader } from '#platform/database/database.ts';
import { findLiveRevisions } from '#pieces/pieces.ts';
import type { LivePiece } from './page-store.ts';

/** The topics of a live revision: they never change. Kept for as long as the database is open. */
const known = new WeakMap<Reader, Map<string, { revision: number; topics: string[] }>>();
const atOnce = 200;

/**
 * Those of some live pieces that are filed under a topic, in their order. What a revision is filed under stands inside
 * its content, which no two engines index alike: it is read once for each revision, a few at a time, and remembered.
 */
export async function findFiled(db: Reader, pieces: LivePiece[], topic: string): Promise<LivePiece[]> {
  const filed = known.get(db) ?? new Map<string, { revision: number; topics: string[] }>();
  known.set(db, filed);
  const unread = pieces.filter((piece) => filed.get(piece.id)?.revision !== piece.liveRevision);
  for (let start = 0; start < unread.length; start += atOnce) {
    const ids = unread.slice(start, start + atOnce).map(({ id }) => id);
    for (const [id, { number, content }] of await findLiveRevisions(db, ids))
      filed.set(id, { revision: number, topics: content.topics });
  }
  return pieces.filter((piece) => filed.get(piece.id)?.topics.includes(topic));
}
