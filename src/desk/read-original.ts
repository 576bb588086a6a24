import type { Reader } from '#platform/database/database.ts';
import { type Block, findPiece, findRevision, type Piece, type PieceContent, sentencesOf } from '#pieces/pieces.ts';
import type { OriginalView } from './composer-state.ts';

/**
 * What a translation is made from: the original's blocks as they read now, and which of them changed since the translation's
 * own were made from them. Null for what is no translation.
 */
export async function readOriginal(db: Reader, piece: Piece, content: PieceContent): Promise<OriginalView | null> {
  const original = piece.translationOf === null ? null : await findPiece(db, piece.translationOf);
  const revision = original && (await findRevision(db, original.id, original.liveRevision ?? original.headRevision));
  if (!original || !revision) return null;
  const now = textsOf(revision.content.blocks);
  const earlier = new Map<number, Map<string, string>>([[revision.number, now]]);
  const changes: OriginalView['changes'] = [];
  for (const block of content.blocks) {
    const from = 'madeFrom' in block ? block.madeFrom : undefined;
    if (!from) continue;
    const then =
      earlier.get(from.revision) ?? textsOf((await findRevision(db, original.id, from.revision))?.content.blocks ?? []);
    earlier.set(from.revision, then);
    const [before, after] = [then.get(from.block) ?? '', now.get(from.block) ?? ''];
    if (before !== after) changes.push({ at: block.id, before, now: after });
  }
  return {
    id: original.id,
    title: revision.content.title,
    lang: original.lang,
    revision: revision.number,
    blocks: revision.content.blocks.filter(isTranslated),
    changes,
  };
}

function isTranslated(block: Block): boolean {
  return block.type === 'heading' || block.type === 'paragraph' || block.type === 'list' || block.type === 'quote';
}

function textsOf(blocks: Block[]): Map<string, string> {
  return new Map(
    blocks.filter(isTranslated).map((block) => [
      block.id,
      block.type === 'heading'
        ? block.text
        : sentencesOf([block])
            .map(({ text }) => text)
            .join(' '),
    ]),
  );
}
