/** Numbered paging: the first, the last and the neighbours of where one is. */
import { numberIn } from '#locales/dates.ts';
import { wordsOf } from '#locales/locales.ts';
import { pagedPath } from './paths.ts';

interface PagerProps {
  path: string;
  page: number;
  pages: number;
  lang: string;
  /** What the ways on are called, where a list does not go by date. */
  steps?: { previous: string; next: string };
}

export function Pager({ path, page, pages, lang, steps }: PagerProps) {
  if (pages < 2) return null;
  const { copy } = wordsOf(lang);
  return (
    <nav class="pager" aria-label={copy.pages}>
      {page > 1 && (
        <a href={pagedPath(path, page - 1)} rel="prev">
          {steps?.previous ?? copy.newer}
        </a>
      )}
      {shownPages(page, pages).map((number) =>
        number === null ? (
          <span>… </span>
        ) : (
          <>
            <a href={pagedPath(path, number)} aria-current={number === page ? 'page' : null}>
              {numberIn(number, lang)}
            </a>{' '}
          </>
        ),
      )}
      {page < pages && (
        <a href={pagedPath(path, page + 1)} rel="next">
          {steps?.next ?? copy.older}
        </a>
      )}
    </nav>
  );
}

/** 1 … 4 5 6 … 30; null stands for what is left out. */
export function shownPages(page: number, pages: number): (number | null)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((number) => number >= 1 && number <= pages)
    .sort((a, b) => a - b);
  return wanted.flatMap((number, index) => {
    const before = wanted[index - 1] ?? 0;
    if (number - before === 2) return [number - 1, number];
    return number - before > 2 ? [null, number] : [number];
  });
}
