import type { Reader } from '#platform/database/database.ts';
import { pieceKinds, readKeys } from '#pieces/pieces.ts';
import { basePath, firstLanguage, type Publication } from '#publications/publications.ts';
import { findLabels } from './filed-store.ts';
import { findLivePieces, findLiveYears, type LivePiece } from './page-store.ts';
import { labelFolders, type LabelKind, labelPath, listedKinds, listFolders } from './paths.ts';
import { readListedKinds } from './read-lists.ts';
import type { ReadLog } from './read-log.ts';
import type { SitemapEntry } from './sitemap.ts';

const standingPaths = ['', '/about', '/contribute', '/corrections', '/sources', '/privacy'];

/** A publication's sitemaps, in which no piece stands whose address of record is elsewhere, below its path: one of what is of no day and, where it is listed, one of each year. */
export async function sitemapFiles(db: Reader, publication: Publication, log: ReadLog): Promise<string[]> {
  for (const list of listsOf(publication)) log.add(...readKeys.members(list));
  const years = publication.listed ? await findLiveYears(db, publication.slug) : [];
  return ['sitemap.xml', ...years.map((year) => `sitemap-${year}.xml`)];
}

/** What a search engine is told of besides the pieces of some day: lists, standing pages, what has no day. */
export async function undatedEntries(db: Reader, publication: Publication, log: ReadLog): Promise<SitemapEntry[]> {
  if (!publication.listed) return [];
  for (const list of listsOf(publication)) log.add(...readKeys.list(list));
  const lists = new Map<string, Set<string>>();
  for (const lang of publication.languages) {
    const kinds = await readListedKinds({ db, log, publication, lang });
    lists.set(lang, new Set(kinds.map((kind) => `/${listFolders[kind]}`)));
  }
  const everywhere = [...standingPaths, ...publication.topics.map(({ slug }) => `/${slug}`)];
  const folders = listedKinds.map((kind) => `/${listFolders[kind]}`);
  const fixed = [...everywhere, ...folders].flatMap((path): SitemapEntry[] => {
    const alternates = publication.languages
      .filter((lang) => everywhere.includes(path) || lists.get(lang)?.has(path))
      .map((lang) => ({ lang, path: `${basePath(publication, lang)}${path}` }));
    return alternates.map((each) => ({ path: each.path, lastmod: null, alternates: several(alternates) }));
  });
  const known = new Set(fixed.map(({ path }) => path));
  const pieces = entriesOf(publication, await findLivePieces(db, publication.slug, { dated: false, ofRecord: true }));
  const labels = (await findLabelPaths(db, publication)).map(({ path, alternates }): SitemapEntry => ({
    path,
    lastmod: null,
    alternates: several(alternates),
  }));
  return [...fixed, ...pieces.filter(({ path }) => !known.has(path)), ...labels];
}

/** The pieces of a year's days; a translation of another year's piece stands alone here. */
export async function yearEntries(
  db: Reader,
  publication: Publication,
  year: string,
  log: ReadLog,
): Promise<SitemapEntry[]> {
  for (const list of listsOf(publication)) log.add(...readKeys.yearOf(list, year));
  if (!publication.listed) return [];
  const dated = { from: `${year}-01-01`, to: `${year}-12-31` };
  return entriesOf(publication, await findLivePieces(db, publication.slug, { dated, ofRecord: true }));
}

/** The lists by label of every language, each with the same label's in others. */
export async function findLabelPaths(
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

function entriesOf(publication: Publication, pieces: LivePiece[]): SitemapEntry[] {
  const families = Map.groupBy(pieces, (piece) => piece.translationOf ?? piece.id);
  return pieces.map((piece) => {
    const family = families.get(piece.translationOf ?? piece.id) ?? [];
    const alternates = family.map((each) => ({ lang: each.lang, path: `/${publication.slug}/${each.path}` }));
    const lastmod = piece.modifiedAt ?? piece.firstPublishedAt;
    return { path: `/${publication.slug}/${piece.path}`, lastmod, alternates: several(alternates) };
  });
}

const listsOf = ({ slug, languages }: Publication) =>
  languages.flatMap((lang) => pieceKinds.map((kind) => ({ publication: slug, kind, lang })));

const several = <T>(alternates: T[]): T[] => (alternates.length > 1 ? alternates : []);
