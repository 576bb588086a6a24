import type { PieceKind } from '#pieces/pieces.ts';
import type { CopyKey } from '#locales/locale.ts';
import type { ListedKind } from './view.ts';

/** What one piece of a kind is called. */
export const kindNames: Record<PieceKind, CopyKey> = {
  summary: 'summary',
  article: 'article',
  community: 'communityPiece',
  background: 'backgroundPiece',
  series: 'seriesPiece',
  project: 'project',
  talk: 'talk',
  page: 'page',
};

/** What the list of a kind is called. */
export const listNames: Record<ListedKind, CopyKey> = {
  summary: 'summaries',
  article: 'articles',
  community: 'community',
  background: 'background',
  series: 'series',
  project: 'projects',
  talk: 'talks',
};
