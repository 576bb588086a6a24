import type { PieceView, PublicationView } from './view.ts';

/** Whether a publication may offer a piece: its rights are stated, and it is no partner's, sponsor's or other publication's. */
export function mayRepublish(publication: PublicationView, piece: PieceView): boolean {
  return (
    publication.rights !== null && piece.republished === null && piece.sharedFrom === null && piece.sponsor === null
  );
}
