import type { Reader } from '#platform/database/database.ts';
import { findShelves } from './search-index-store.ts';
import { findOutlets } from './search-words-store.ts';

/** The outlets that a publication's pieces in some languages cite, those that are cited most first. */
export async function findSearchOutlets(
  db: Reader,
  publication: string,
  inLanguage: (lang: string) => boolean,
  limit: number,
): Promise<string[]> {
  const shelves = (await findShelves(db, publication)).filter(({ lang }) => inLanguage(lang));
  return findOutlets(
    db,
    shelves.map(({ number }) => number),
    limit,
  );
}
