import type { MarkedRun } from '#lib/search/snippet.ts';
import type { PieceKind } from '#pieces/pieces.ts';
import type { PieceCard } from './view.ts';

/** What a reader asked for, as the form holds it; empty where nothing was said. */
export interface AskedView {
  q: string;
  kind: PieceKind | '';
  topic: string;
  from: string;
  to: string;
  outlet: string;
  order: 'newest' | '';
}

export interface HitView {
  card: PieceCard;
  title: MarkedRun[];
  snippet: MarkedRun[];
}

export interface SearchView {
  asked: AskedView;
  matched: 'nothing-asked' | 'all' | 'similar' | 'some' | 'none';
  hits: HitView[];
  total: number;
  /** There are more than are counted. */
  more: boolean;
  page: number;
  pages: number;
  /** A query that finds something, and its address. */
  suggestion: { text: string; path: string } | null;
  /** The same query without filters, where only they are in the way. */
  unfiltered: { found: number; path: string } | null;
  outlets: string[];
}
