import type { Reader } from '#platform/database/database.ts';
import { contributorNow, findLiveRevisions, sectionsOf } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import { datelineOf } from './dateline.ts';
import { minutesToRead } from './minutes-to-read.ts';
import type { LivePiece } from './page-store.ts';
import type { ReadLog } from './read-log.ts';
import type { Shared } from './shared.ts';
import type { PieceCard } from './view.ts';
import { viewSponsor } from './view-sponsor.ts';
import { findHeld, viewPicture } from './view-picture.ts';

/** Pieces as a list shows them, in their order. Those that another list showed are not read again. */
export async function readPieceCards(
  { db, log, shared }: { db: Reader; log: ReadLog; shared: Shared },
  publication: Publication,
  pieces: LivePiece[],
): Promise<PieceCard[]> {
  const cards = await Promise.all(
    pieces.map((piece) =>
      shared.once(`card:${publication.slug}:${piece.id}:${piece.liveRevision}`, log, (own) => {
        own.add(`publication:${publication.slug}`, `piece:${piece.id}`);
        return readCards(db, publication, [piece]);
      }),
    ),
  );
  return cards.flat();
}

async function readCards(db: Reader, publication: Publication, pieces: LivePiece[]): Promise<PieceCard[]> {
  const revisions = await findLiveRevisions(
    db,
    pieces.map((piece) => piece.id),
  );
  const pictures = await findHeld(
    db,
    [...revisions.values()].map(({ content }) => content.topImage),
  );
  return pieces.flatMap((piece) => {
    const content = revisions.get(piece.id)?.content;
    if (!content) return [];
    return {
      kind: piece.kind,
      path: `/${publication.slug}/${piece.path}`,
      date: datelineOf(piece, content, publication.timeZone),
      title: content.title,
      lede: content.lede,
      headings: piece.kind === 'summary' ? sectionsOf(content.blocks).sections.map(({ heading }) => heading.text) : [],
      authors: (content.authors ?? [])
        .filter(isByline)
        .map((author) => contributorNow(publication, author, content).name),
      readMinutes: minutesToRead(content),
      lang: piece.lang,
      corrected: content.imported === undefined && piece.modifiedAt !== null,
      sponsor: viewSponsor(content),
      image: content.topImage && viewPicture(content.topImage, pictures),
    };
  });
}

/** Who a piece is by: its authors and contributors; who edited, translated or photographed is named apart. */
function isByline({ role }: { role: string }): boolean {
  return role === 'author' || role === 'contributor';
}
