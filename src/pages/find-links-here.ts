import type { Reader } from '#platform/database/database.ts';
import { oldAddress } from '#pieces/pieces.ts';
import { findPublications, type Publication } from '#publications/publications.ts';
import { findOldPlaces } from './find-old-places.ts';
import { placePath } from './paths.ts';
import type { ReadLog } from './read-log.ts';

/**
 * Where links in a text lead on this site, by the link: those to an address that a publication of the network stood
 * under before it came here, if what they led to came too. Two queries for each publication that is linked to.
 */
export async function findLinksHere(
  db: Reader,
  publication: Publication,
  hrefs: string[],
  log: ReadLog,
): Promise<Map<string, string>> {
  const here = new Map<string, string>();
  const links = [...new Set(hrefs)].filter((href) => /^https?:\/\//iu.test(href));
  if (links.length === 0) return here;
  const publications = await findPublications(db);
  for (const each of publications) {
    const own = each.slug === publication.slug;
    if (!own && each.formerAddresses.length === 0) continue;
    const addresses = new Map<string, string>();
    for (const href of links) {
      const address = oldAddress(href, each.formerAddresses);
      // Pages of other hosts may have come too, but only into the publication itself.
      if (address !== null && (own || !address.startsWith('//')) && !here.has(href)) addresses.set(href, address);
    }
    if (addresses.size === 0) continue;
    log.add(`publication:${each.slug}`);
    const places = await findOldPlaces(db, each, [...addresses.values()]);
    for (const [href, address] of addresses) {
      const place = places.get(address);
      if (place && place !== 'withdrawn') here.set(href, placePath(each, place.path));
    }
  }
  return here;
}
