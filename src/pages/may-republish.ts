import type { PieceView, PublicationView } from './view.ts';

/** Whether a publication may offer a piece: its rights are stated, and it is no partner's. */
export function mayRepublish(publication: PublicationView, piece: PieceView): boolean {
  return publication.rights !== null && piece.republished === null;
}
