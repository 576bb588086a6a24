import type { Reader } from '#platform/database/database.ts';
import { findLiveRevisions, findPieceByPath, readKeys } from '#pieces/pieces.ts';
import { basePath, firstLanguage, type Publication } from '#publications/publications.ts';
import { hasCard } from './card.ts';
import { countPublicCorrections } from './corrections-store.ts';
import { findLabels } from './filed-store.ts';
import { findLivePieces } from './page-store.ts';
import {
  cardPath,
  cardsOnPage,
  FEEDS,
  labelFolders,
  type LabelKind,
  labelPath,
  listedKinds,
  listFolders,
  pagedPath,
} from './paths.ts';
import { countFiledHere, countKind, readListedKinds, type Shelf } from './read-lists.ts';
import { readSources } from './read-places.ts';
import { createReadLog, type ReadLog } from './read-log.ts';
import { findSourceYears } from './sources-store.ts';
import type { SitemapEntry } from './sitemap.ts';
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
  add(`/${publication.slug}/sitemap.xml`);
  return [...paths];
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

/** The lists by label of every language, each with the same label's in others. */
async function findLabelPaths(
  db: Reader,
  publication: Publication,
): Promise<{ path: string; pieces: number; alternates: { lang: string; path: string }[] }[]> {
  const first = firstLanguage(publication);
  const lists = new Map<string, { of: LabelKind; slug: string; langs: Map<string, number> }>();
  for (const { kind, slug, lang, pieces } of await findLabels(db, publication.slug, [...labelFolders])) {
    if (kind === 'topic') continue;
    const key = `${kind}/${slug}`;
    const list = lists.get(key) ?? { of: kind, slug, langs: new Map<string, number>() };
    lists.set(key, list);
    const shelf = publication.languages.includes(lang) ? lang : first;
    list.langs.set(shelf, (list.langs.get(shelf) ?? 0) + pieces);
  }
  return [...lists.values()].flatMap(({ of, slug, langs }) => {
    const alternates = publication.languages
      .filter((lang) => langs.has(lang))
      .map((lang) => ({ lang, path: labelPath({ basePath: basePath(publication, lang) }, of, slug) }));
    return alternates.map(({ lang, path }) => ({ path, pieces: langs.get(lang) ?? 0, alternates }));
  });
}

/** The pages that a search engine is told of: none of a publication that is not listed. */
export async function sitemapEntries(db: Reader, publication: Publication, log: ReadLog): Promise<SitemapEntry[]> {
  if (!publication.listed) return [];
  const several = <T>(alternates: T[]): T[] => (alternates.length > 1 ? alternates : []);
  const lists = new Map<string, Set<string>>();
  for (const lang of publication.languages) {
    for (const kind of [...listedKinds, 'page'] as const)
      log.add(...readKeys.list({ publication: publication.slug, kind, lang }));
    const kinds = await readListedKinds({ db, log, publication, lang });
    lists.set(lang, new Set(kinds.map((kind) => `/${listFolders[kind]}`)));
  }
  const everywhere = [
    '',
    '/about',
    '/contribute',
    '/corrections',
    '/sources',
    '/privacy',
    ...publication.topics.map(({ slug }) => `/${slug}`),
  ];
  const folders = listedKinds.map((kind) => `/${listFolders[kind]}`);
  const fixed = [...everywhere, ...folders].flatMap((path): SitemapEntry[] => {
    const alternates = publication.languages
      .filter((lang) => everywhere.includes(path) || lists.get(lang)?.has(path))
      .map((lang) => ({ lang, path: `${basePath(publication, lang)}${path}` }));
    return alternates.map((each) => ({ path: each.path, lastmod: null, alternates: several(alternates) }));
  });
  const pieces = await findLivePieces(db, publication.slug, {});
  const families = Map.groupBy(pieces, (piece) => piece.translationOf ?? piece.id);
  const known = new Set(fixed.map(({ path }) => path));
  const entries = pieces.map((piece): SitemapEntry => {
    const family = families.get(piece.translationOf ?? piece.id) ?? [];
    const alternates = family.map((each) => ({ lang: each.lang, path: `/${publication.slug}/${each.path}` }));
    const lastmod = piece.modifiedAt ?? piece.firstPublishedAt;
    return { path: `/${publication.slug}/${piece.path}`, lastmod, alternates: several(alternates) };
  });
  const labels = (await findLabelPaths(db, publication)).map(({ path, alternates }): SitemapEntry => ({
    path,
    lastmod: null,
    alternates: several(alternates),
  }));
  return [...fixed, ...entries.filter(({ path }) => !known.has(path)), ...labels];
}
