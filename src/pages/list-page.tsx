/** All pieces of a kind, newest first, page by page. */
import { Calendar } from '#ui/calendar.tsx';
import { wordsOf } from '#ui/locale.ts';
import { listNames } from './kind-names.ts';
import { framedPage } from './page-frame.tsx';
import { Pager } from './pager.tsx';
import { listPath, pagedPath } from './paths.ts';
import { PieceMonths } from './piece-cards.tsx';
import type { ListView, PublicationView, SiteView } from './view.ts';

export function listPage(site: SiteView, publication: PublicationView, view: ListView): string {
  const { copy, pageOf } = wordsOf(publication.lang);
  const { kind, cards, page, pages, month } = view;
  const path = listPath(publication, kind);
  const name = copy[listNames[kind]];
  const title = page > 1 ? `${name}, ${pageOf(page, pages)}` : name;
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
        <h1>{name}</h1>
        {page > 1 && <p class="basis">{pageOf(page, pages)}</p>}
      </header>
      <div class="cards">
        {cards.length > 0 ? <PieceMonths cards={cards} lang={publication.lang} /> : <p>{copy.noSummaries}</p>}
        <Pager path={path} page={page} pages={pages} lang={publication.lang} />
      </div>
      {cards.length > 0 && month && (
        <div class="month">
          <Calendar {...month} lang={publication.lang} labels={copy} />
        </div>
      )}
    </div>,
  );
}
