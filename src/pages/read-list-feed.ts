/** The feeds of a kind and of a label. */
import { wordsOf } from '#locales/locales.ts';
import { contributorName, labelName } from '#publications/publications.ts';
import { findLabelTitle } from './filed-store.ts';
import { listNames } from './kind-names.ts';
import type { ListOf } from './other-path.ts';
import type { LivePiece } from './page-store.ts';
import { listFolders } from './paths.ts';
import { languagesOf, readFiled, readKind, type Shelf } from './read-lists.ts';
import type { TopicView } from './view.ts';

/** The latest pieces of a list that have a date. */
export async function readNewestOf(shelf: Shelf, limit: number, of: ListOf): Promise<LivePiece[]> {
  if ('label' in of) return readFiled(shelf, { kind: of.label, slug: of.slug }, { dated: true, limit });
  // Dated ones stand first.
  return (await readKind(shelf, of.list, { limit })).filter(({ dated }) => dated !== null);
}

/** What a list is called, and its folder below the publication: as a topic's name and slug. */
export async function nameList({ db, publication, lang }: Shelf, of: ListOf): Promise<TopicView> {
  if ('list' in of) return { slug: listFolders[of.list], name: wordsOf(lang).copy[listNames[of.list]] };
  const label = { kind: of.label, slug: of.slug };
  const title = await findLabelTitle(db, publication.slug, label, { langs: languagesOf(publication, lang) });
  const name =
    of.label === 'contributor'
      ? contributorName(publication, of.slug, lang)
      : labelName(publication, of.label, of.slug, lang);
  return { slug: `${of.label}/${of.slug}`, name: name ?? title ?? of.slug };
}
