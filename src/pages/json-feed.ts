/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with the full text as HTML and as plain text. */
import { changedAt, feedFacts } from './feed-facts.ts';
import { feedHtml } from './feed-text.tsx';
import { printText } from './summary-text.ts';
import type { FeedView, SiteView } from './view.ts';

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
    items: items.map((summary) => ({
      id: site.origin + summary.path,
      url: site.origin + summary.path,
      title: summary.title,
      summary: summary.lede,
      content_html: feedHtml(site, summary, publication.timeZone),
      content_text: printText(summary),
      image: summary.topImage?.src ? site.origin + summary.topImage.src : undefined,
      date_published: summary.publishedAt,
      date_modified: changedAt(summary),
      tags: summary.topics.map(({ name }) => name),
      language: summary.lang,
    })),
  });
}
