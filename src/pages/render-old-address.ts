import type { Reader } from '#platform/database/database.ts';
import { oldAddress } from '#pieces/pieces.ts';
import { findPublications, type Publication } from '#publications/publications.ts';
import { findOldPlaces, type OldPlace } from './find-old-places.ts';
import { gonePage } from './gone-page.tsx';
import { hasRedirectsFrom } from './page-store.ts';
import { encodedPath, placePath } from './paths.ts';
import { publicationView } from './read-publication-view.ts';
import { createReadLog, type ReadLog } from './read-log.ts';
import type { RenderedPage } from './rendered-page.ts';
import type { SiteView } from './view.ts';

/** Whether pages of this site stood at a host before they came here. `www.` and capitals make no difference. */
export async function hasStoodAt(db: Reader, host: string): Promise<boolean> {
  const name = plainHost(host);
  const publications = await findPublications(db);
  const former = publications.flatMap((publication) => publication.formerAddresses);
  if (former.some((address) => URL.canParse(address) && plainHost(new URL(address).host) === name)) return true;
  return hasRedirectsFrom(db, name);
}

/**
 * The redirect, or the plain page of what was withdrawn, that an address of another host or with a query of an old system
 * (`?p=12`) leads to; null where it leads to nothing, or to where it stands.
 */
export async function renderOldAddress(
  db: Reader,
  site: SiteView,
  asked: { path: string; host?: string },
): Promise<RenderedPage | null> {
  const log = createReadLog();
  log.add('publications');
  const publications = await findPublications(db);
  const url = new URL(`${site.origin}${asked.path.replace(/^\/+/u, '/')}`);
  for (const publication of publications) {
    const address =
      asked.host === undefined
        ? addressBelow(publication, url)
        : oldAddress(`http://${plainHost(asked.host)}${url.pathname}${url.search}`, publication.formerAddresses);
    if (address === null) continue;
    const place = (await findOldPlaces(db, publication, [address])).get(address);
    if (!place || (asked.host === undefined && isSame(place, address))) continue;
    return renderOldPlace(site, { publication, publications, place, log, away: asked.host !== undefined });
  }
  return null;
}

/** An address below a publication with its query, as redirects keep it; null for an address of another publication. */
export function addressBelow(publication: Publication, url: URL): string | null {
  const root = `/${publication.slug}`;
  const pathname = url.pathname.replace(/^\/+/u, '/');
  if (pathname !== root && !pathname.startsWith(`${root}/`)) return null;
  return pathname.slice(root.length + 1) + url.search;
}

export function renderOldPlace(
  site: SiteView,
  found: { publication: Publication; publications: Publication[]; place: OldPlace; log: ReadLog; away: boolean },
): RenderedPage {
  const { publication, publications, place, log, away } = found;
  log.add(`publication:${publication.slug}`);
  const page = { contentType: 'text/html; charset=utf-8', noindex: !publication.listed, reads: log.keys };
  if (place === 'withdrawn') {
    const view = publicationView(publication, publications, publication.languages[0] ?? 'en');
    return { ...page, status: 410, body: gonePage(site, view) };
  }
  const location = encodedPath(placePath(publication, place.path));
  return { ...page, status: 301, body: '', location: away ? site.origin + location : location };
}

/** Whether an address leads to where it stands itself: then nothing has moved. */
export function isSame(place: OldPlace, address: string): boolean {
  return place !== 'withdrawn' && place.path === address.replace(/\?.*$/su, '').replace(/\/+$/u, '');
}

function plainHost(host: string): string {
  return host.toLowerCase().replace(/^www\./u, '');
}
