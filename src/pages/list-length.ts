import type { YearCount } from './page-store.ts';
import { cardsOnPage } from './paths.ts';

/** How long a list is, and the page on which each of its years begins, the latest first. */
export interface ListLength {
  pages: number;
  years: { year: string; page: number }[];
}

/** Of a list in the order of `counts`: the latest year first, what has no day last. */
export function lengthOf(counts: YearCount[]): ListLength {
  let before = 0;
  const years: ListLength['years'] = [];
  for (const { year, pieces } of counts) {
    if (year !== null) years.push({ year, page: Math.floor(before / cardsOnPage) + 1 });
    before += pieces;
  }
  return { pages: Math.max(1, Math.ceil(before / cardsOnPage)), years };
}
