import { findLiveRevisions, findOverrides, type Piece, type PieceContent } from '#pieces/pieces.ts';
import type { AdviceKind, Publication } from '#publications/publications.ts';
import { findAdvice, textsByPlace } from '#summaries/summaries.ts';
import type { Newsroom } from '../newsroom.ts';
import { viewAdvice, viewBrokenLink } from './advice-words.ts';
import type { AdviceView } from './composer-state.ts';
import { type LinkChecks, linksOf } from './link-checks.ts';

/**
 * What should be looked at in a content of a piece: `waits` where the publication's rules have publishing wait for it;
 * of a piece that readers have, only where the words are not those that they have. `pending`: links are being asked for still.
 */
export async function lookOver(
  { newsroom, links }: { newsroom: Newsroom; links: LinkChecks },
  publication: Publication,
  piece: Piece,
  content: PieceContent,
): Promise<{ advice: AdviceView[]; pending: boolean }> {
  const { read } = newsroom.database;
  const live = (await findLiveRevisions(read, [piece.id])).get(piece.id)?.content;
  const [texts, readersHave] = [textsByPlace(content), live && textsByPlace(live)];
  const waits = (kind: AdviceKind, at: string) =>
    !publication.unasked.includes(kind) && !(readersHave && readersHave.get(at) === texts.get(at));
  const noticed = await findAdvice(read, publication, piece, content);
  const placed = linksOf(content);
  const { broken, pending } = links.look(placed.map(({ href }) => href));
  const left = broken.length > 0 ? await findOverrides(read, piece.id) : [];
  const ofLinks = placed
    .flatMap(({ at, href }) =>
      broken.filter((each) => each.href === href).map((each) => viewBrokenLink({ ...each, at })),
    )
    .filter((view) => !left.some(({ sentenceId, mark }) => sentenceId === view.at && mark === view.name));
  return {
    advice: [
      ...noticed.map((each) => ({ ...viewAdvice(each), waits: waits(each.kind, each.at) })),
      ...ofLinks.map((view) => ({ ...view, waits: waits('broken-link', view.at) })),
    ],
    pending,
  };
}
