/** All executive summaries, newest first, page by page. */
import { Calendar } from '#ui/calendar.tsx';
import { wordsOf } from '#ui/locale.ts';
import { framedPage } from './page-frame.tsx';
import { Pager } from './pager.tsx';
import { pagedPath, summariesPath } from './paths.ts';
import { SummaryMonths } from './summary-cards.tsx';
import type { PublicationView, SiteView, SummaryListView } from './view.ts';

export function summaryListPage(site: SiteView, publication: PublicationView, view: SummaryListView): string {
  const { copy, pageOf } = wordsOf(publication.lang);
  const path = summariesPath(publication);
  const { cards, page, pages, month } = view;
  const title = page > 1 ? `${copy.summaries}, ${pageOf(page, pages)}` : copy.summaries;
  return framedPage(
    site,
    publication,
    {
      path: pagedPath(path, page),
      title,
      description: `${publication.name}: ${title}`,
      previous: page > 1 ? pagedPath(path, page - 1) : null,
      next: page < pages ? pagedPath(path, page + 1) : null,
    },
    <div class="listing">
      <header>
        <h1>{copy.summaries}</h1>
        {page > 1 && <p class="basis">{pageOf(page, pages)}</p>}
      </header>
      <div class="cards">
        {cards.length > 0 ? <SummaryMonths cards={cards} lang={publication.lang} /> : <p>{copy.noSummaries}</p>}
        <Pager path={path} page={page} pages={pages} lang={publication.lang} />
      </div>
      {cards.length > 0 && (
        <div class="month">
          <Calendar {...month} lang={publication.lang} labels={copy} />
        </div>
      )}
    </div>,
  );
}
