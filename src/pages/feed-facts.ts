/** What RSS, Atom and JSON feeds of one list have in common. */
import { homePath, topicPath } from './paths.ts';
import type { FeedView, SiteView, SummaryView } from './view.ts';

export interface FeedFacts {
  title: string;
  home: string;
  self: string;
  /** The newest change of any item; the start of 1970 for an empty feed, so that equal lists make equal bytes. */
  updatedAt: string;
}

export function feedFacts(site: SiteView, { publication, feedPath, topic, items }: FeedView): FeedFacts {
  const changes = items.map(changedAt).sort();
  return {
    title: topic ? `${publication.name}: ${topic.name}` : publication.name,
    home: site.origin + (topic ? topicPath(publication, topic.slug) : homePath(publication)),
    self: site.origin + feedPath,
    updatedAt: changes.at(-1) ?? '1970-01-01T00:00:00Z',
  };
}

export const changedAt = ({ modifiedAt, publishedAt }: SummaryView): string => modifiedAt ?? publishedAt;
