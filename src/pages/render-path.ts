import type { Reader } from '#platform/database/database.ts';
import {
  findNetwork,
  findPublications,
  firstLanguage,
  inNetworkOrder,
  type Publication,
} from '#publications/publications.ts';
import { siteIcon } from './machine-files.ts';
import { networkData } from './public-data.ts';
import { networkHomePage } from './network-home-page.tsx';
import { notFoundPage } from './not-found-page.tsx';
import { readKind, readNewest } from './read-lists.ts';
import { createReadLog } from './read-log.ts';
import { readPieceCards } from './read-piece-cards.ts';
import { publicationView } from './read-publication-view.ts';
import { renderOldAddress } from './render-old-address.ts';
import { type Context, type Made, renderPlace } from './render-place.ts';
import type { RenderedPage } from './rendered-page.ts';
import { robotsTxt } from './robots.ts';
import { readSitePath, type SitePath } from './site-path.ts';
import { createShared, type Shared } from './shared.ts';
import { sitemapIndex } from './sitemap.ts';
import { sitemapFiles } from './sitemap-entries.ts';
import type { SiteView } from './view.ts';

const html = 'text/html; charset=utf-8';
const xml = 'application/xml; charset=utf-8';

/**
 * Renders what stands at a path (with its query) of the site: a pure function of the published data. `host` is where it
 * was asked for, when that is not the site's own: what stood there before it came here has moved. `shared` keeps what other
 * pages are made from too; whoever gives it says what was changed. `picture` gives the bytes of a held picture.
 */
export async function renderPath(
  db: Reader,
  site: SiteView,
  path: string,
  { host, shared = createShared(), picture }: { host?: string; shared?: Shared; picture?: Context['picture'] } = {},
): Promise<RenderedPage> {
  const url = new URL(`${site.origin}${path.replace(/^\/+/u, '/')}`);
  if (host !== undefined || hasOldQuery(url.search)) {
    const old = await renderOldAddress(db, site, host === undefined ? { path } : { path, host });
    if (old) return old;
  }
  const log = createReadLog();
  const publications = await shared.once('publications', log, (own) => {
    own.add('publications');
    return findPublications(db);
  });
  const made = await renderAsked(
    { db, site, publications, log, url, shared, picture: picture ?? null },
    readSitePath(url, publications),
  );
  const { data: _, ...page } = made;
  return { status: 200, contentType: html, noindex: false, ...page, reads: log.keys };
}

/** Whether a query is more than a page of a list: another system's way to name a page (`?p=12`). */
export function hasOldQuery(search: string): boolean {
  const keys = [...new URLSearchParams(search).keys()];
  return keys.length > 1 || (keys.length === 1 && keys[0] !== 'page');
}

async function renderAsked(context: Context, asked: SitePath): Promise<Made> {
  const { site, publications } = context;
  const listed = publications.filter((publication) => publication.listed);
  switch (asked.kind) {
    case 'moved':
      return { status: 301, body: '', location: asked.to };
    case 'nothing-here':
      return { status: 404, body: notFoundPage(site, null) };
    case 'robots':
      return { contentType: 'text/plain; charset=utf-8', body: robotsTxt(site, { sitemaps: ['/sitemap.xml'] }) };
    case 'icon':
      return { contentType: 'image/svg+xml', body: siteIcon() };
    case 'sitemap-index':
      return {
        contentType: xml,
        body: sitemapIndex(site, await sitemapPaths(context, listed)),
      };
    case 'network-home': {
      context.log.add('publications');
      const network = await findNetwork(context.db);
      const cards = await networkCards(context, inNetworkOrder(network, listed));
      return {
        body: networkHomePage(site, { network, publications: cards }),
        data: () => networkData(site, { network, publications: cards }),
      };
    }
    case 'data': {
      const { data, ...made } = await renderAsked({ ...context, url: pageOf(context.url) }, asked.of);
      if (made.location !== undefined) return { ...made, location: asData(made.location) };
      if (data) return { ...made, contentType: 'application/json; charset=utf-8', body: JSON.stringify(data()) };
      return renderAsked(context, asked.instead);
    }
    default:
      return renderPlace(context, asked);
  }
}

/** The address of the page whose data stand at an address. */
function pageOf(url: URL): URL {
  const page = new URL(url);
  page.pathname = url.pathname.replace(/\.json$/u, '');
  return page;
}

/** The address of a page's data. */
function asData(location: string): string {
  return location.replace(/(?=\?|$)/u, '.json');
}

/** Each publication with its latest summary, or else the latest of anything. */
async function networkCards(context: Context, listed: Publication[]) {
  const { db, log } = context;
  return Promise.all(
    listed.map(async (publication) => {
      const lang = firstLanguage(publication);
      const shelf = { db, log, publication, lang };
      const summaries = await readKind(shelf, 'summary', { limit: 1 });
      const newest = summaries.length > 0 ? summaries : await readNewest(shelf, 1, null);
      const [latest] = await readPieceCards(context, publication, newest);
      return { ...publicationView(publication, context.publications, lang), latest: latest ?? null };
    }),
  );
}

async function sitemapPaths({ db, log }: Context, listed: Publication[]): Promise<string[]> {
  const paths: string[] = [];
  for (const publication of listed)
    for (const file of [...(await sitemapFiles(db, publication, log)), 'news-sitemap.xml'])
      paths.push(`/${publication.slug}/${file}`);
  return paths;
}
