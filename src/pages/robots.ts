/** robots.txt (RFC 9309). A page that must not be indexed says so itself (`noindex`): it has to be fetched to be read. */
import type { SiteView } from './view.ts';

export function robotsTxt(site: SiteView, { sitemaps }: { sitemaps: string[] }): string {
  const lines = ['User-agent: *', 'Disallow: /desk', ''];
  return [...lines, ...sitemaps.map((path) => `Sitemap: ${site.origin}${path}`), ''].join('\n');
}
