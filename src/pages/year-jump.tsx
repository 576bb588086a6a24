/** The years of a long list, each leading to the page on which it begins. */
import { knownDate } from '#locales/dates.ts';
import { wordsOf } from '#locales/locales.ts';
import { pagedPath } from './paths.ts';
import type { PieceCard } from './view.ts';

/** A list of fewer pages is gone through as quickly. */
const pagesWithout = 3;

interface YearJumpProps {
  path: string;
  lang: string;
  view: { cards: PieceCard[]; pages: number; years?: { year: string; page: number }[] };
}

export function YearJump({ path, lang, view: { cards, pages, years = [] } }: YearJumpProps) {
  if (pages <= pagesWithout || years.length < 2) return null;
  const here = cards[0]?.date?.slice(0, 4);
  return (
    <nav class="years" aria-label={wordsOf(lang).copy.byYear}>
      {years.map(({ year, page }) => (
        <>
          <a href={pagedPath(path, page)} aria-current={year === here ? 'true' : null}>
            {knownDate(year, lang)}
          </a>{' '}
        </>
      ))}
    </nav>
  );
}
