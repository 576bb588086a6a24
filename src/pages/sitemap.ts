/** https://www.sitemaps.org/protocol.html, with each page's translations. */
import { encodedPath } from './paths.ts';
import type { SiteView } from './view.ts';
import { XML_OPENING, xmlElement, xmlField, xmlText } from './xml.ts';

export interface SitemapEntry {
  path: string;
  /** Instant or day of the last change, when it is known. */
  lastmod: string | null;
  /** The same page in every language, this one among them; empty when it has one language. */
  alternates: { lang: string; path: string }[];
}

/** A sitemap holds 50,000 addresses at most; the caller cuts. Written as text: thousands of elements are slower than their bytes. */
export function sitemap(site: SiteView, entries: SitemapEntry[]): string {
  const address = (path: string) => xmlText(site.origin + encodedPath(path));
  const urls = entries.map(({ path, lastmod, alternates }) => {
    const links = alternates.map(
      (each) => `<xhtml:link rel="alternate" hreflang="${xmlText(each.lang)}" href="${address(each.path)}"/>`,
    );
    const day = lastmod ? `<lastmod>${xmlText(lastmod)}</lastmod>` : '';
    return `<url><loc>${address(path)}</loc>${day}${links.join('')}</url>`;
  });
  const names = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  return `${XML_OPENING}<urlset ${names}>${urls.join('')}</urlset>\n`;
}

/** An index of sitemaps, for a network or a long archive. */
export function sitemapIndex(site: SiteView, paths: string[]): string {
  const entries = paths.map((path) => xmlElement('sitemap', {}, [xmlField('loc', site.origin + encodedPath(path))]));
  const index = xmlElement('sitemapindex', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, entries);
  return `${XML_OPENING}${index.xml}\n`;
}
