import type { Reader } from '#platform/database/database.ts';
import { findLiveRevisions, pieceKinds, readKeys } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import type { NewsEntry } from './machine-files.ts';
import { findLivePieces } from './page-store.ts';
import type { ReadLog } from './read-log.ts';

/** A news sitemap holds a thousand addresses at most. */
const mostNews = 1000;

/** What was first published on a day or the day before it, the newest first; nothing where no day is known. */
export async function readNews(
  db: Reader,
  publication: Publication,
  today: string | null,
  log: ReadLog,
): Promise<NewsEntry[]> {
  log.add('today');
  for (const lang of publication.languages)
    for (const kind of pieceKinds) log.add(...readKeys.list({ publication: publication.slug, kind, lang }));
  if (today === null || !publication.listed) return [];
  const from = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  const pieces = await findLivePieces(db, publication.slug, { ofRecord: true, publishedFrom: from, limit: mostNews });
  const revisions = await findLiveRevisions(
    db,
    pieces.map(({ id }) => id),
  );
  return pieces
    .flatMap((piece) => {
      const content = revisions.get(piece.id)?.content;
      if (!content || content.imported || piece.kind === 'page' || !piece.firstPublishedAt) return [];
      const { lang, firstPublishedAt: publishedAt } = piece;
      return [{ path: `/${publication.slug}/${piece.path}`, title: content.title, lang, publishedAt }];
    })
    .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
}
