/** The front page of a publication: its letter when it has stopped, the latest summary whole, then the days before. */
import { wordsOf } from '#ui/locale.ts';
import { jsonLdText, publicationJsonLd } from './json-ld.ts';
import { Letter } from './letter.tsx';
import { framedPage } from './page-frame.tsx';
import { homePath, summariesPath } from './paths.ts';
import { SummaryArticle } from './summary-article.tsx';
import { SummaryDays } from './summary-cards.tsx';
import type { PublicationHomeView, PublicationView, SiteView } from './view.ts';

export function publicationHomePage(site: SiteView, publication: PublicationView, view: PublicationHomeView): string {
  const { copy } = wordsOf(publication.lang);
  const { latest, recent, month } = view;
  const letter = publication.status === 'active' ? null : publication.letter;
  const before = recent.filter(({ path }) => path !== latest?.path);
  return framedPage(
    site,
    publication,
    {
      path: homePath(publication),
      title: publication.name,
      description: publication.tagline,
      front: true,
      jsonLd: jsonLdText(publicationJsonLd(site, publication)),
    },
    <>
      {letter && <Letter letter={letter} siblings={publication.siblings} lang={publication.lang} />}
      {latest ? (
        <SummaryArticle site={site} publication={publication} summary={{ ...latest, month }} front />
      ) : (
        <p class="empty">{copy.noSummaries}</p>
      )}
      {before.length > 0 && (
        <section class="recent" aria-labelledby="recent">
          <h2 id="recent">{copy.recent}</h2>
          <SummaryDays cards={before} lang={publication.lang} />
          <p>
            <a href={summariesPath(publication)}>{copy.allSummaries}</a>
          </p>
        </section>
      )}
    </>,
  );
}
