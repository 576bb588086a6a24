/** The front page of a publication: its letter when it has stopped, the latest summary whole, then what else is new by kind. */
import { wordsOf } from '#locales/locales.ts';
import { sharePicture } from './card.ts';
import { jsonLdText, publicationJsonLd } from './json-ld.ts';
import { listNames } from './kind-names.ts';
import { homeWeek } from './home-week.ts';
import { Letter } from './letter.tsx';
import { framedPage } from './page-frame.tsx';
import { homePath, listPath, topicPath } from './paths.ts';
import { PieceArticle } from './piece-article.tsx';
import { PieceCards, PieceDays } from './piece-cards.tsx';
import { Week } from './week.tsx';
import type { PublicationHomeView, PublicationView, SiteView } from './view.ts';

export function publicationHomePage(site: SiteView, publication: PublicationView, view: PublicationHomeView): string {
  const { copy, allOf } = wordsOf(publication.lang);
  const { latest, month, shelves } = view;
  const letter = publication.status === 'active' ? null : publication.letter;
  const { days, cards: before } = homeWeek(publication, view);
  return framedPage(
    site,
    publication,
    {
      path: homePath(publication),
      title: publication.name,
      description: publication.tagline,
      front: true,
      image: latest && sharePicture(latest),
      jsonLd: jsonLdText(publicationJsonLd(site, publication)),
    },
    <>
      {letter && <Letter letter={letter} siblings={publication.siblings} lang={publication.lang} />}
      {latest && <PieceArticle site={site} publication={publication} piece={{ ...latest, month }} front />}
      {!latest && !letter && shelves.length === 0 && <p class="empty">{copy.noSummaries}</p>}
      {publication.topics.length > 0 && (
        <div class="languages" role="group" aria-label={copy.topics}>
          {publication.topics.map(({ slug, name }) => (
            <>
              <a href={topicPath(publication, slug)}>{name}</a>{' '}
            </>
          ))}
        </div>
      )}
      {days && <Week publication={publication} days={days} cards={before} />}
      {!days && before.length > 0 && (
        <section class="recent" aria-labelledby="recent">
          <h2 id="recent">{copy.recent}</h2>
          <PieceDays cards={before} lang={publication.lang} />
          <p>
            <a href={listPath(publication, 'summary')}>{copy.allSummaries}</a>
          </p>
        </section>
      )}
      {shelves.map(({ kind, cards, pieces }) => (
        <section class="recent" aria-labelledby={`new-${kind}`}>
          <h2 id={`new-${kind}`}>{copy[listNames[kind]]}</h2>
          <PieceCards cards={cards} lang={publication.lang} level="h3" />
          {pieces > cards.length && (
            <p>
              <a href={listPath(publication, kind)}>{allOf(pieces, copy[listNames[kind]])}</a>
            </p>
          )}
        </section>
      ))}
    </>,
  );
}
