/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with the full text as HTML and as plain text. */
import { changedAt, feedFacts, publishedAt, summaryOf } from './feed-facts.ts';
import { feedHtml } from './feed-text.tsx';
import { inFull, printText } from './piece-text.ts';
import { encodedPath } from './paths.ts';
import type { FeedView, SiteView } from './view.ts';
import { writtenOnce } from './written-once.ts';

export function jsonFeed(site: SiteView, feed: FeedView): string {
  const { publication, items } = feed;
  const { title, home, self } = feedFacts(site, feed);
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    description: publication.tagline,
    language: publication.lang,
    authors: [{ name: publication.name, url: home }],
    items: items.map((piece) => jsonItem(site, publication, piece)),
  });
}

const jsonItem = writtenOnce((site, publication, piece) => ({
  id: site.origin + encodedPath(piece.path),
  url: site.origin + encodedPath(piece.path),
  title: piece.title,
  summary: summaryOf(piece),
  authors: piece.authors.length > 0 ? piece.authors.map(({ name }) => ({ name })) : undefined,
  content_html: feedHtml(site, publication, piece),
  content_text: inFull(printText(piece), site),
  image: piece.topImage?.src ? site.origin + piece.topImage.src : undefined,
  date_published: publishedAt(piece),
  date_modified: changedAt(piece),
  tags: piece.topics.map(({ name }) => name),
  language: piece.lang,
}));
