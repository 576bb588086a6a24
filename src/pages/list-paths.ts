import type { Reader } from '#platform/database/database.ts';
import { basePath, type Publication } from '#publications/publications.ts';
import { findLivePieces } from './page-store.ts';
import { cardsOnPage, FEEDS, listedKinds, listFolders, pagedPath } from './paths.ts';
import { countKind, readListedKinds, readTopic, type Shelf } from './read-lists.ts';
import { createReadLog, type ReadLog } from './read-log.ts';
import type { SitemapEntry } from './sitemap.ts';

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
    for (const { slug } of publication.topics) add(`${base}/${slug}`, (await readTopic(shelf, slug)).length);
    for (const folder of [base, ...publication.topics.map(({ slug }) => `${base}/${slug}`)])
      for (const { file } of FEEDS) add(`${folder}/${file}`);
  }
  for (const { path } of await findLivePieces(db, publication.slug, {})) add(`/${publication.slug}/${path}`);
  add(`/${publication.slug}/sitemap.xml`);
  return [...paths];
}

/** The pages that a search engine is told of: none of a publication that is not listed. */
export async function sitemapEntries(db: Reader, publication: Publication, log: ReadLog): Promise<SitemapEntry[]> {
  if (!publication.listed) return [];
  const several = <T>(alternates: T[]): T[] => (alternates.length > 1 ? alternates : []);
  const lists = new Map<string, Set<string>>();
  for (const lang of publication.languages) {
    for (const kind of [...listedKinds, 'page']) log.add(`list:${publication.slug}:${kind}:${lang}`);
    const kinds = await readListedKinds({ db, log, publication, lang });
    lists.set(lang, new Set(kinds.map((kind) => `/${listFolders[kind]}`)));
  }
  const everywhere = ['', '/about', '/contribute', ...publication.topics.map(({ slug }) => `/${slug}`)];
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
  return [...fixed, ...entries.filter(({ path }) => !known.has(path))];
}
