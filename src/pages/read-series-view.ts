import type { Reader } from '#platform/database/database.ts';
import { findLiveRevisions, type Label, type Piece, readKeys } from '#pieces/pieces.ts';
import { firstLanguage, type Publication } from '#publications/publications.ts';
import { findLiveByPaths, type LivePiece } from './page-store.ts';
import { listFolders } from './paths.ts';
import type { ReadLog } from './read-log.ts';
import { createShared } from './shared.ts';
import { readPieceCards } from './read-piece-cards.ts';
import type { LinkView, PieceCard, SeriesView } from './view.ts';

/** The pieces of a series that are live, in its order. */
export async function readMembers(
  db: Reader,
  publication: Publication,
  members: string[],
  log: ReadLog,
): Promise<PieceCard[]> {
  return readPieceCards(
    { db, log, shared: createShared() },
    publication,
    await findMembers(db, publication, members, log),
  );
}

/** The series that a piece is part of, each with the pieces before and after it. */
export async function readSeries(
  db: Reader,
  publication: Publication,
  piece: Pick<Piece, 'path' | 'lang'>,
  labels: Label[],
  log: ReadLog,
): Promise<SeriesView[]> {
  if (labels.length === 0) return [];
  for (const kind of ['series', 'project'] as const)
    log.add(...readKeys.members({ publication: publication.slug, kind, lang: piece.lang }));
  const other = piece.lang !== firstLanguage(publication) && publication.languages.includes(piece.lang);
  const pathsOf = ({ slug }: Label) =>
    (['series', 'project'] as const).map((kind) => `${other ? `${piece.lang}/` : ''}${listFolders[kind]}/${slug}`);
  const pages = await findLiveByPaths(db, publication.slug, labels.flatMap(pathsOf));
  log.add(...[...pages.values()].map(({ id }) => `piece:${id}`));
  const revisions = await findLiveRevisions(
    db,
    [...pages.values()].map(({ id }) => id),
  );
  return Promise.all(
    labels.map(async (label): Promise<SeriesView> => {
      const page = pathsOf(label).flatMap((path) => pages.get(path) ?? [])[0];
      const content = page && revisions.get(page.id)?.content;
      if (!page || !content)
        return { of: 'series', title: label.title, path: null, position: null, pieces: 0, previous: null, next: null };
      const members = await findMembers(db, publication, content.members ?? [], log);
      const at = members.findIndex(({ path }) => path === piece.path);
      const [previous, next] = await readTitles(db, publication, at < 0 ? [] : [members[at - 1], members[at + 1]], log);
      return {
        of: page.kind === 'project' ? 'project' : 'series',
        title: content.title,
        path: `/${publication.slug}/${page.path}`,
        position: at < 0 ? null : at + 1,
        pieces: members.length,
        previous: previous ?? null,
        next: next ?? null,
      };
    }),
  );
}

async function findMembers(
  db: Reader,
  publication: Publication,
  members: string[],
  log: ReadLog,
): Promise<LivePiece[]> {
  log.add(...members.flatMap((path) => readKeys.path(publication.slug, path)));
  const live = await findLiveByPaths(db, publication.slug, members);
  return [...new Set(members)].flatMap((path) => live.get(path) ?? []);
}

async function readTitles(
  db: Reader,
  publication: Publication,
  pieces: (LivePiece | undefined)[],
  log: ReadLog,
): Promise<(LinkView | null)[]> {
  const ids = pieces.flatMap((piece) => piece?.id ?? []);
  log.add(...ids.map((id) => `piece:${id}`));
  const revisions = await findLiveRevisions(db, ids);
  return pieces.map((piece) => {
    const content = piece && revisions.get(piece.id)?.content;
    return content ? { path: `/${publication.slug}/${piece.path}`, title: content.title } : null;
  });
}
