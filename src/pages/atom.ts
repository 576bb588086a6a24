/** Atom 1.0 (RFC 4287) with the full text. */
import { changedAt, feedFacts, publishedAt, summaryOf } from './feed-facts.ts';
import { feedHtml } from './feed-text.tsx';
import { encodedPath } from './paths.ts';
import type { FeedView, SiteView } from './view.ts';
import { writtenOnce } from './written-once.ts';
import { XML_OPENING, xmlElement, type XmlElement, xmlField } from './xml.ts';

export function atomFeed(site: SiteView, feed: FeedView): string {
  const { publication, items } = feed;
  const { title, home, self, updatedAt } = feedFacts(site, feed);
  const atom = xmlElement('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': publication.lang }, [
    xmlField('id', self),
    xmlField('title', title),
    xmlField('subtitle', publication.tagline),
    xmlField('updated', updatedAt),
    xmlElement('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    xmlElement('link', { rel: 'alternate', type: 'text/html', href: home }),
    xmlElement('author', {}, [xmlField('name', publication.name)]),
    ...items.map((item) => atomEntry(site, publication, item)),
  ]);
  return `${XML_OPENING}${atom.xml}\n`;
}

const atomEntry = writtenOnce((site, publication, piece): XmlElement => {
  const url = site.origin + encodedPath(piece.path);
  return xmlElement('entry', { 'xml:lang': piece.lang }, [
    xmlField('id', url),
    xmlField('title', piece.title),
    xmlElement('link', { rel: 'alternate', type: 'text/html', href: url }),
    ...piece.authors.map(({ name }) => xmlElement('author', {}, [xmlField('name', name)])),
    xmlField('published', publishedAt(piece)),
    xmlField('updated', changedAt(piece)),
    xmlField('summary', summaryOf(piece)),
    ...piece.topics.map(({ slug, name }) => xmlElement('category', { term: slug, label: name })),
    xmlElement('content', { type: 'html' }, feedHtml(site, publication, piece)),
  ]);
});
