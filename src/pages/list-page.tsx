/** All pieces of a kind, newest first, page by page. */
import { Calendar } from '#ui/calendar.tsx';
import { wordsOf } from '#locales/locales.ts';
import { collectionJsonLd, jsonLdText } from './json-ld.ts';
import { listNames } from './kind-names.ts';
import { framedPage } from './page-frame.tsx';
import { Pager } from './pager.tsx';
import { FeedLinks } from './feed-links.tsx';
import { listFolders, listPath, pagedPath } from './paths.ts';
import { PieceCards, PieceMonths } from './piece-cards.tsx';
import { YearJump } from './year-jump.tsx';
import type { ListView, PieceCard, PublicationView, SiteView } from './view.ts';

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
      topicFeed: { slug: listFolders[kind], name },
      description: `${publication.name}: ${title}`,
      previous: page > 1 ? pagedPath(path, page - 1) : null,
      next: page < pages ? pagedPath(path, page + 1) : null,
      jsonLd: jsonLdText(collectionJsonLd(site, publication, { name: title, path: pagedPath(path, page), cards })),
    },
    <div class="listing">
      <header>
        <h1>{name}</h1>
        {page > 1 && <p class="basis">{pageOf(page, pages)}</p>}
        <FeedLinks folder={path} lang={publication.lang} />
        <YearJump path={path} lang={publication.lang} view={view} />
      </header>
      <div class="cards">
        {cards.length === 0 && <p>{copy.noSummaries}</p>}
        {kind === 'talk' && view.today ? (
          <Talks cards={cards} today={view.today} lang={publication.lang} />
        ) : (
          cards.length > 0 && <PieceMonths cards={cards} lang={publication.lang} />
        )}
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

/** What is still to come, the next first, apart from what is past. A card's day is the day of its talk. */
function Talks({ cards, today, lang }: { cards: PieceCard[]; today: string; lang: string }) {
  const { copy } = wordsOf(lang);
  const toCome = cards.filter(({ date }) => date?.length === 10 && date >= today).reverse();
  const past = cards.filter((card) => !toCome.includes(card));
  return (
    <>
      {toCome.length > 0 && (
        <section class="month-list">
          <h2>{copy.upcomingTalks}</h2>
          <PieceCards cards={toCome} lang={lang} level="h3" />
        </section>
      )}
      {past.length > 0 && (
        <section class="month-list">
          <h2>{copy.pastTalks}</h2>
          <PieceCards cards={past} lang={lang} level="h3" />
        </section>
      )}
    </>
  );
}
