import type { Database } from '#platform/database/database.ts';
import { findPieces, pieceKinds } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import { dumpPiece, dumpPublication } from './dump-piece.ts';

/**
 * The lines of a publication's dump: itself, then its pieces by kind, the oldest day first. The live ones in their live
 * revisions, or with `drafts` all in their head revisions.
 */
export async function* dumpLines(
  { read }: Pick<Database, 'read'>,
  publication: Publication,
  options: { drafts: boolean },
): AsyncGenerator<string> {
  yield JSON.stringify(await dumpPublication(read, publication));
  for (const kind of pieceKinds) {
    const pieces = await findPieces(read, publication.slug, { kind, ...(options.drafts ? {} : { state: 'live' }) });
    for (const piece of pieces.toReversed()) {
      const number = options.drafts ? piece.headRevision : (piece.liveRevision ?? piece.headRevision);
      yield JSON.stringify(await dumpPiece(read, piece, number));
    }
  }
}
