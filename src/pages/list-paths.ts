import type { Reader } from '#platform/database/database.ts';
import { findLiveRevisions, findPieceByPath } from '#pieces/pieces.ts';
import { basePath, type Publication } from '#publications/publications.ts';
import { hasCard } from './card.ts';
import { countPublicCorrections } from './corrections-store.ts';
import { findLivePieces } from './page-store.ts';
import { cardPath, cardsOnPage, FEEDS, listFolders, pagedPath } from './paths.ts';
import { countFiledHere, countKind, readListedKinds, type Shelf } from './read-lists.ts';
import { readSources } from './read-places.ts';
import { createReadLog } from './read-log.ts';
import { findSourceYears } from './sources-store.ts';
import { findLabelPaths, sitemapFiles } from './sitemap-entries.ts';
import { findHeld, viewPicture } from './view-picture.ts';

/** Every path of a publication's pages, feeds and lists: what a static copy holds. */
export async function listPaths(db: Reader, publication: Publication): Promise<string[]> {
  const log = createReadLog();
  const paths = new Set<string>();
  const add = (path: string, pieces = 0) => {
    for (let page = 1; page <= Math.max(1, Math.ceil(pieces / cardsOnPage)); page += 1)
      paths.add(pagedPath(path, page));
  };
  for (const lang of publication.languages) {
    const base = basePath(publication, lang);
    const shelf: Shelf = { db, log, publication, lang };
    for (const fixed of ['', '/about', '/contribute']) add(base + fixed);
    for (const kind of await readListedKinds(shelf)) add(`${base}/${listFolders[kind]}`, await countKind(shelf, kind));
    for (const { slug } of publication.topics)
      add(`${base}/${slug}`, await countFiledHere(shelf, { kind: 'topic', slug }));
    for (const folder of [base, ...publication.topics.map(({ slug }) => `${base}/${slug}`)])
      for (const { file } of FEEDS) add(`${folder}/${file}`);
  }
  await addOtherPaths(db, publication, add);
  for (const { path } of await findLivePieces(db, publication.slug, {})) add(`/${publication.slug}/${path}`);
  for (const file of await sitemapFiles(db, publication, log)) add(`/${publication.slug}/${file}`);
  return [...paths];
}

/** Lists and feeds that are part of others since they were merged: the address of each, and the path that it leads to. */
export function listMoved(publication: Publication, paths: string[]): { from: string; to: string }[] {
  const there = new Set(paths);
  return publication.languages
    .flatMap((lang) => publication.merged.map((merged) => ({ ...merged, base: basePath(publication, lang) })))
    .flatMap(({ kind, from, into, base }) => {
      const folder = kind === 'topic' ? base : `${base}/${kind}`;
      return ['', ...FEEDS.map(({ file }) => `/${file}`)].map((file) => ({
        from: `${folder}/${from}${file}`,
        to: `${folder}/${into}${file}`,
      }));
    })
    .filter(({ from, to }) => there.has(to) && !there.has(from));
}

/** The paths of the pictures that are drawn for pieces. */
export async function listCardPaths(db: Reader, publication: Publication): Promise<string[]> {
  const paths: string[] = [];
  for (const piece of await findLivePieces(db, publication.slug, {})) {
    const revision = (await findLiveRevisions(db, [piece.id])).get(piece.id);
    const { topImage } = revision?.content ?? {};
    const held = topImage ? viewPicture(topImage, await findHeld(db, [topImage])) : null;
    if (revision && hasCard({ kind: piece.kind, topImage: held }))
      paths.push(cardPath(`/${publication.slug}/${piece.path}`));
  }
  return paths;
}

/** Lists by label, feeds of kinds and labels, corrections, sources, privacy, calendar files. */
async function addOtherPaths(
  db: Reader,
  publication: Publication,
  add: (path: string, pieces?: number) => void,
): Promise<void> {
  const log = createReadLog();
  const feeds = (folder: string) => FEEDS.forEach(({ file }) => add(`${folder}/${file}`));
  const corrections = await countPublicCorrections(db, publication.slug);
  const years = await findSourceYears(db, publication.slug);
  for (const lang of publication.languages) {
    const base = basePath(publication, lang);
    for (const kind of await readListedKinds({ db, log, publication, lang })) feeds(`${base}/${listFolders[kind]}`);
    add(`${base}/privacy`);
    add(`${base}/manifest.webmanifest`);
    add(`${base}/corrections`, corrections);
    for (const year of [null, ...years]) {
      const read = await readSources(db, publication, { year, page: 1 }, log);
      add(`${base}/sources${year === null ? '' : `/${year}`}`, (read?.pages ?? 1) * cardsOnPage);
    }
  }
  for (const { path, pieces } of await findLabelPaths(db, publication)) {
    add(path, pieces);
    feeds(path);
  }
  for (const { path } of await findLivePieces(db, publication.slug, { kinds: ['talk'] }))
    if (await hasCalendar(db, publication, path)) add(`/${publication.slug}/${path}.ics`);
}

async function hasCalendar(db: Reader, publication: Publication, path: string): Promise<boolean> {
  const piece = await findPieceByPath(db, publication.slug, path);
  const revision = piece && (await findLiveRevisions(db, [piece.id])).get(piece.id);
  return revision?.content.talk !== undefined;
}
