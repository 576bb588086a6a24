import type { Reader } from '#platform/database/database.ts';
import { type PieceContent, type Sentence, sentencesOf } from './document.ts';
import { findRevisionsVouching } from './piece-store.ts';

/** What is made of a revision that somebody goes back to, and how many of its sentences nobody stands for any more. */
export interface Restored {
  content: PieceContent;
  unvouched: number;
}

/**
 * An older revision as it may come back. Whoever vouched stood for words, not for a place in the text: their word comes back
 * where the sentence says what it said when they gave it, and where `mayVouch` or where the newest revision has it still.
 * Every other vouched sentence is uncited again, and the gate asks for it.
 */
export async function restoreVouches(
  db: Reader,
  pieceId: string,
  { content, head, mayVouch }: { content: PieceContent; head: PieceContent; mayVouch: boolean },
): Promise<Restored> {
  const now = new Map(sentencesOf(head.blocks).map((sentence) => [sentence.id, sentence]));
  const restored = structuredClone(content);
  const given = new Map<string, PieceContent[]>();
  let unvouched = 0;
  for (const sentence of sentencesOf(restored.blocks)) {
    const { basis } = sentence;
    if (basis.kind !== 'vouched') continue;
    const stands = now.get(sentence.id);
    if (stands && sameVouch(stands, sentence) && stands.text === sentence.text) continue;
    const revisions = given.get(basis.at) ?? (await findRevisionsVouching(db, pieceId, basis.at));
    given.set(basis.at, revisions);
    const first = revisions
      .map(({ blocks }) => sentencesOf(blocks).find((each) => each.id === sentence.id && sameVouch(each, sentence)))
      .find((each) => each !== undefined);
    if (mayVouch && first?.text === sentence.text) continue;
    sentence.basis = { kind: 'uncited' };
    unvouched += 1;
  }
  return { content: restored, unvouched };
}

/** Those that somebody stands for in `after`, and for whose words nobody, or somebody else, stood in `before`. */
export function vouchesThatCameBack(before: PieceContent, after: PieceContent): Sentence[] {
  const was = new Map(sentencesOf(before.blocks).map((sentence) => [sentence.id, sentence]));
  return sentencesOf(after.blocks).filter((sentence) => {
    const standing = was.get(sentence.id);
    return sentence.basis.kind === 'vouched' && !(standing && sameVouch(standing, sentence));
  });
}

function sameVouch({ basis: one }: Sentence, { basis: other }: Sentence): boolean {
  return one.kind === 'vouched' && other.kind === 'vouched' && one.by === other.by && one.at === other.at;
}
