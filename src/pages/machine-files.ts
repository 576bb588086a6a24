/** Files for browsers and search engines that are no pages: how to search here, how to keep the site, what is news. */
import { directionOf } from '#platform/language.ts';
import { encodedPath, homePath } from './paths.ts';
import type { PublicationView, SiteView } from './view.ts';
import { XML_OPENING, xmlElement, xmlField } from './xml.ts';

/** OpenSearch 1.1. Its short name has 16 characters at most. */
export function searchDescription(site: SiteView, publication: PublicationView): string {
  const template = `${site.origin}${publication.basePath}/search?q={searchTerms}`;
  const description = xmlElement('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
    xmlField('ShortName', [...publication.name].slice(0, 16).join('').trim()),
    xmlField('LongName', [...publication.name].slice(0, 48).join('').trim()),
    xmlField('Description', [...(publication.tagline || publication.name)].slice(0, 1024).join('')),
    xmlElement('Url', { type: 'text/html', method: 'get', template }),
    xmlField('Language', publication.lang),
    xmlField('InputEncoding', 'UTF-8'),
    xmlField('OutputEncoding', 'UTF-8'),
  ]);
  return `${XML_OPENING}${description.xml}\n`;
}

/** https://www.w3.org/TR/appmanifest/: a bookmark with a name, in the browser's own frame. */
export function webManifest(publication: PublicationView): string {
  const start = homePath(publication);
  return JSON.stringify({
    id: start,
    name: publication.name,
    short_name: publication.name,
    description: publication.tagline,
    start_url: start,
    scope: start,
    display: 'browser',
    lang: publication.lang,
    dir: directionOf(publication.lang),
    theme_color: publication.accent,
    background_color: '#ffffff',
  });
}

/** A page with a note beside its second line. Browsers ask for it by themselves, and take an SVG under that name. */
export function siteIcon(): string {
  const line = (y: number, to: number) => `<path d="M7 ${y}H${to}" stroke="#fdfcf8" stroke-width="3"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#1d4373"/>${line(9, 25)}${line(16, 19)}${line(23, 25)}<circle cx="24" cy="16" r="2.5" fill="#fdfcf8"/></svg>`;
}

export interface NewsEntry {
  path: string;
  title: string;
  lang: string;
  publishedAt: string;
}

/** https://www.google.com/schemas/sitemap-news/0.9: what was published in the last two days. */
export function newsSitemap(site: SiteView, publication: PublicationView, entries: NewsEntry[]): string {
  const urls = entries.map(({ path, title, lang, publishedAt }) =>
    xmlElement('url', {}, [
      xmlField('loc', site.origin + encodedPath(path)),
      xmlElement('news:news', {}, [
        xmlElement('news:publication', {}, [
          xmlField('news:name', publication.name),
          xmlField('news:language', lang.split('-')[0] ?? lang),
        ]),
        xmlField('news:publication_date', publishedAt),
        xmlField('news:title', title),
      ]),
    ]),
  );
  const set = xmlElement(
    'urlset',
    {
      xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
      'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
    },
    urls,
  );
  return `${XML_OPENING}${set.xml}\n`;
}
