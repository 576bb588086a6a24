/** What RSS, Atom and JSON feeds of one list have in common. */
import { encodedPath, homePath, topicPath } from './paths.ts';
import { sponsorLine } from './view-sponsor.ts';
import type { FeedView, SiteView, PieceView } from './view.ts';

export interface FeedFacts {
  title: string;
  home: string;
  self: string;
  /** The newest change of any item; the start of 1970 for an empty feed, so that equal lists make equal bytes. */
  updatedAt: string;
}

export function feedFacts(site: SiteView, { publication, feedPath, topic, search, items }: FeedView): FeedFacts {
  const changes = items.map(changedAt).sort();
  return {
    title: search
      ? `${publication.name}: “${search.q}”`
      : topic
        ? `${publication.name}: ${topic.name}`
        : publication.name,
    home:
      site.origin + encodedPath(search?.path ?? (topic ? topicPath(publication, topic.slug) : homePath(publication))),
    self: site.origin + encodedPath(feedPath),
    updatedAt: changes.at(-1) ?? '1970-01-01T00:00:00Z',
  };
}

/** What an item is about; who paid for it is said first. */
export const summaryOf = (piece: PieceView): string =>
  [piece.sponsor && `${sponsorLine(piece.sponsor, piece.lang)}.`, piece.lede].filter(Boolean).join(' ');

/** When an item was first published; what has no instant of its own, the start of its day. */
export const publishedAt = ({ publishedAt: at, date }: PieceView): string =>
  at ?? (date === null ? '1970-01-01T00:00:00Z' : `${date}T00:00:00Z`);

export const changedAt = (piece: PieceView): string => piece.modifiedAt ?? publishedAt(piece);
