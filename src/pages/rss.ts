/** RSS 2.0 with the full text (content:encoded), Dublin Core, and atom:link to itself. */
import { changedAt, feedFacts, publishedAt, summaryOf } from './feed-facts.ts';
import { feedHtml } from './feed-text.tsx';
import { encodedPath } from './paths.ts';
import type { FeedView, SiteView } from './view.ts';
import { writtenOnce } from './written-once.ts';
import { XML_OPENING, xmlElement, type XmlElement, xmlField } from './xml.ts';

export function rssFeed(site: SiteView, feed: FeedView): string {
  const { publication, items } = feed;
  const { title, home, self, updatedAt } = feedFacts(site, feed);
  const channel = xmlElement('channel', {}, [
    xmlField('title', title),
    xmlField('link', home),
    xmlField('description', publication.tagline),
    xmlField('language', publication.lang),
    xmlField('lastBuildDate', rfc822(updatedAt)),
    xmlElement('atom:link', { href: self, rel: 'self', type: 'application/rss+xml' }),
    ...items.map((item) => rssItem(site, publication, item)),
  ]);
  const rss = xmlElement(
    'rss',
    {
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    [channel],
  );
  return `${XML_OPENING}${rss.xml}\n`;
}

const rssItem = writtenOnce((site, publication, piece): XmlElement => {
  const url = site.origin + encodedPath(piece.path);
  return xmlElement('item', {}, [
    xmlField('title', piece.title),
    xmlField('link', url),
    xmlElement('guid', { isPermaLink: 'true' }, url),
    xmlField('pubDate', rfc822(publishedAt(piece))),
    ...(piece.authors.length > 0 ? piece.authors : [publication]).map(({ name }) => xmlField('dc:creator', name)),
    xmlField('dc:date', changedAt(piece)),
    xmlField('dc:language', piece.lang),
    xmlField('description', summaryOf(piece)),
    ...piece.topics.map(({ name }) => xmlField('category', name)),
    xmlField('content:encoded', feedHtml(site, publication, piece)),
  ]);
});

/** "Sat, 11 Apr 2026 05:40:00 GMT", as RSS asks (RFC 822 with a four-digit year). */
const rfc822 = (instant: string): string => new Date(instant).toUTCString();
