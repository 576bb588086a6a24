import type { Reader } from '#platform/database/database.ts';
import type { Lang } from '#platform/language.ts';
import { findLiveRevisions, type PieceKind, pieceKinds, readKeys, type Revision } from '#pieces/pieces.ts';
import { firstLanguage, type Publication } from '#publications/publications.ts';
import { countFiled, countFiledByYear, findFiled, type Label } from './filed-store.ts';
import {
  countLiveByYear,
  countLivePieces,
  findLiveByPaths,
  findLiveKinds,
  findLivePieces,
  type LiveListing,
  type LivePiece,
} from './page-store.ts';
import { listedKinds, type StandingPage, standingPages } from './paths.ts';
import type { ReadLog } from './read-log.ts';
import { type ListLength, lengthOf } from './list-length.ts';
import { createShared, type Shared } from './shared.ts';
import type { ListedKind } from './view.ts';

/** The lists of one publication in one language, and the log of who reads them. */
export interface Shelf {
  db: Reader;
  log: ReadLog;
  publication: Publication;
  lang: Lang;
  /** What other pages ask alike is asked once. */
  shared?: Shared;
}

type Range = Pick<LiveListing, 'limit' | 'offset'>;

/** The kinds that have a list here. A kind that comes later changes every page's masthead; one more of those that are there does not. */
export function readListedKinds(shelf: Shelf): Promise<ListedKind[]> {
  return onceHere(shelf, 'kinds', findListedKinds);
}

/** Asked once for every page of a publication in a language, until something of what it read is changed. */
function onceHere<T>(shelf: Shelf, what: string, find: (shelf: Shelf) => Promise<T>): Promise<T> {
  const { shared = createShared(), publication, lang, log } = shelf;
  return shared.once(`${what}:${publication.slug}:${lang}`, log, (own) => {
    own.add(`publication:${publication.slug}`);
    return find({ ...shelf, log: own });
  });
}

async function findListedKinds(shelf: Shelf): Promise<ListedKind[]> {
  const { db, log, publication, lang } = shelf;
  const there = await findLiveKinds(db, publication.slug, languagesOf(publication, lang));
  for (const kind of listedKinds) if (!there.has(kind)) log.add(...readKeys.members(listOf(shelf, kind)));
  const listed = listedKinds.filter((kind) => there.has(kind));
  return listed.length > 0 ? listed : ['summary'];
}

/** A page of the pieces of a kind, the latest day first. */
export async function readKind(shelf: Shelf, kind: ListedKind, range: Range): Promise<LivePiece[]> {
  const { db, log, publication, lang } = shelf;
  log.add(...readKeys.members(listOf(shelf, kind)));
  return findLivePieces(db, publication.slug, { kinds: [kind], langs: languagesOf(publication, lang), ...range });
}

export async function countKind(shelf: Shelf, kind: ListedKind): Promise<number> {
  const { db, log, publication, lang } = shelf;
  log.add(...readKeys.members(listOf(shelf, kind)));
  return countLivePieces(db, publication.slug, { kinds: [kind], langs: languagesOf(publication, lang) });
}

/** How long the list of a kind is, in pages, and where its years begin. */
export function measureKind(shelf: Shelf, kind: ListedKind): Promise<ListLength> {
  return onceHere(shelf, `length of ${kind}`, async (own) => {
    const { db, log, publication, lang } = own;
    log.add(...readKeys.members(listOf(own, kind)));
    const langs = languagesOf(publication, lang);
    return lengthOf(await countLiveByYear(db, publication.slug, { kinds: [kind], langs }));
  });
}

/** A page of what is filed under a label, of every kind, the latest day first. */
export async function readFiled(shelf: Shelf, label: Label, range: Range & { dated?: true }): Promise<LivePiece[]> {
  const { db, log, publication, lang } = shelf;
  for (const kind of pieceKinds) log.add(...readKeys.list(listOf(shelf, kind)));
  return findFiled(db, publication.slug, label, { langs: languagesOf(publication, lang), ...range });
}

export async function countFiledHere(shelf: Shelf, label: Label): Promise<number> {
  const { db, log, publication, lang } = shelf;
  for (const kind of pieceKinds) log.add(...readKeys.list(listOf(shelf, kind)));
  return countFiled(db, publication.slug, label, { langs: languagesOf(publication, lang) });
}

export function measureFiled(shelf: Shelf, label: Label): Promise<ListLength> {
  return onceHere(shelf, `length of ${label.kind} ${label.slug}`, async (own) => {
    const { db, log, publication, lang } = own;
    for (const kind of pieceKinds) log.add(...readKeys.list(listOf(own, kind)));
    return lengthOf(await countFiledByYear(db, publication.slug, label, { langs: languagesOf(publication, lang) }));
  });
}

/** The latest pieces of any kind that have a date, or those of a topic. */
export async function readNewest(shelf: Shelf, limit: number, topic: string | null): Promise<LivePiece[]> {
  const { db, log, publication, lang } = shelf;
  if (topic !== null) return readFiled(shelf, { kind: 'topic', slug: topic }, { dated: true, limit });
  for (const kind of pieceKinds) log.add(...readKeys.members(listOf(shelf, kind)));
  return findLivePieces(db, publication.slug, { langs: languagesOf(publication, lang), dated: true, limit });
}

/** What the publication says of itself at paths of its own; a page on privacy is always there. */
export function readStanding(shelf: Shelf): Promise<StandingPage[]> {
  return onceHere(shelf, 'standing', findStanding);
}

async function findStanding(shelf: Shelf): Promise<StandingPage[]> {
  const { db, log, publication, lang } = shelf;
  log.add(...readKeys.members(listOf(shelf, 'page')));
  const prefix = lang === firstLanguage(publication) ? '' : `${lang}/`;
  const paths = standingPages.map((page) => prefix + page);
  const there = await findLiveByPaths(db, publication.slug, paths);
  return standingPages.filter((page) => page === 'privacy' || there.has(prefix + page));
}

/** Pieces with their live revisions, in their order. */
export async function withRevisions(
  db: Reader,
  pieces: LivePiece[],
): Promise<{ piece: LivePiece; revision: Revision }[]> {
  const revisions = await findLiveRevisions(
    db,
    pieces.map(({ id }) => id),
  );
  return pieces.flatMap((piece) => {
    const revision = revisions.get(piece.id);
    return revision ? [{ piece, revision }] : [];
  });
}

function listOf({ publication, lang }: Shelf, kind: PieceKind) {
  return { publication: publication.slug, kind, lang };
}

/** The first language's lists also hold what is in a language that the publication has no pages in. */
export function languagesOf(publication: Publication, lang: Lang): NonNullable<LiveListing['langs']> {
  const first = firstLanguage(publication);
  return lang === first ? { not: publication.languages.filter((each) => each !== first) } : { in: [lang] };
}
