import { bringToLibrary } from '#media/media.ts';
import type { Reader, Writer } from '#platform/database/database.ts';
import type { PieceContent, PieceKind } from './document.ts';
import { picturesOf } from './gate-missing.ts';
import type { Piece } from './piece.ts';

type UseTables = {
  revision_pictures: { piece_id: string; revision: number; media: string };
  pieces: {
    id: string;
    publication: string;
    kind: PieceKind;
    lang: string;
    translation_of: string | null;
    state: 'unpublished' | 'live' | 'withdrawn';
    head_revision: number;
    live_revision: number | null;
  };
  revisions: { piece_id: string; number: number; content: string };
};

/** A piece whose live or newest revision shows a picture. */
export interface PictureUse {
  pieceId: string;
  publication: string;
  title: string;
  lang: string;
  live: boolean;
}

/** Keeps which pictures a new revision shows, and brings their words to the library: with the revision itself. */
export async function keepPictureUses(
  tx: Writer,
  pieceId: string,
  revision: number,
  content: PieceContent,
): Promise<void> {
  const images = picturesOf(content).map(({ image }) => image);
  const held = new Map(images.flatMap((image) => (image.media === undefined ? [] : [[image.media, image] as const])));
  if (held.size === 0) return;
  const tables = tx.withTables<UseTables>();
  const rows = [...held.keys()].map((media) => ({ piece_id: pieceId, revision, media }));
  await tables.insertInto('revision_pictures').values(rows).execute();
  const piece = await tables
    .selectFrom('pieces')
    .select(['publication', 'translation_of'])
    .where('id', '=', pieceId)
    .executeTakeFirstOrThrow();
  const words = [...held].map(([media, { caption, credit, alt }]) => ({ media, caption, credit, alt }));
  await bringToLibrary(tx, piece.publication, words, piece.translation_of !== null);
}

/** The pieces that show a picture, by title: in what readers get, or in what is written now. */
export async function findPictureUses(db: Reader, media: string): Promise<PictureUse[]> {
  const rows = await db
    .withTables<UseTables>()
    .selectFrom('revision_pictures as use')
    .innerJoin('pieces', (join) =>
      join
        .onRef('pieces.id', '=', 'use.piece_id')
        .on((eb) =>
          eb.or([
            eb('use.revision', '=', eb.ref('pieces.head_revision')),
            eb('use.revision', '=', eb.ref('pieces.live_revision')),
          ]),
        ),
    )
    .innerJoin('revisions', (join) =>
      join.onRef('revisions.piece_id', '=', 'use.piece_id').onRef('revisions.number', '=', 'use.revision'),
    )
    .select(['pieces.id', 'publication', 'lang', 'state', 'live_revision', 'use.revision', 'content'])
    .where('use.media', '=', media)
    .orderBy('use.revision')
    .execute();
  const uses = new Map<string, PictureUse>();
  for (const row of rows)
    uses.set(row.id, {
      pieceId: row.id,
      publication: row.publication,
      title: (JSON.parse(row.content) as PieceContent).title,
      lang: row.lang,
      live: uses.get(row.id)?.live === true || (row.state === 'live' && row.revision === row.live_revision),
    });
  return [...uses.values()].sort((one, other) => one.title.localeCompare(other.title));
}

/** In how many pieces each of these pictures is shown. */
export async function countPictureUses(db: Reader, names: string[]): Promise<Map<string, number>> {
  if (names.length === 0) return new Map();
  const rows = await db
    .withTables<UseTables>()
    .selectFrom('revision_pictures as use')
    .innerJoin('pieces', 'pieces.id', 'use.piece_id')
    .select((eb) => ['use.media', eb.fn.count<number>('pieces.id').distinct().as('pieces')])
    .where('use.media', 'in', names)
    .where((eb) =>
      eb.or([
        eb('use.revision', '=', eb.ref('pieces.head_revision')),
        eb('use.revision', '=', eb.ref('pieces.live_revision')),
      ]),
    )
    .groupBy('use.media')
    .execute();
  return new Map(rows.map(({ media, pieces }) => [media, Number(pieces)]));
}

/** The live pieces that show a picture. */
export async function findPiecesShowing(
  db: Reader,
  media: string,
): Promise<Pick<Piece, 'id' | 'publication' | 'kind' | 'lang' | 'translationOf'>[]> {
  return db
    .withTables<UseTables>()
    .selectFrom('revision_pictures as use')
    .innerJoin('pieces', (join) =>
      join.onRef('pieces.id', '=', 'use.piece_id').onRef('pieces.live_revision', '=', 'use.revision'),
    )
    .select(['id', 'publication', 'kind', 'lang', 'translation_of as translationOf'])
    .where('use.media', '=', media)
    .execute();
}
