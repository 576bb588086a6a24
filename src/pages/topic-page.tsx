/** What is filed under one topic, of every kind. */
import { wordsOf } from '#ui/locale.ts';
import { framedPage } from './page-frame.tsx';
import { Pager } from './pager.tsx';
import { feedsAt, pagedPath, topicPath } from './paths.ts';
import { PieceMonths } from './piece-cards.tsx';
import type { PublicationView, SiteView, TopicPageView } from './view.ts';

export function topicPage(site: SiteView, publication: PublicationView, view: TopicPageView): string {
  const { copy, pageOf } = wordsOf(publication.lang);
  const { topic, cards, page, pages } = view;
  const path = topicPath(publication, topic.slug);
  return framedPage(
    site,
    publication,
    {
      path: pagedPath(path, page),
      title: page > 1 ? `${topic.name}, ${pageOf(page, pages)}` : topic.name,
      description: `${topic.name}: ${publication.tagline}`,
      topicFeed: topic,
      previous: page > 1 ? pagedPath(path, page - 1) : null,
      next: page < pages ? pagedPath(path, page + 1) : null,
    },
    <div class="listing">
      <header>
        <h1>{topic.name}</h1>
        <p class="feeds">
          {copy.feeds}:{' '}
          {feedsAt(path).map(({ href, type, name }) => (
            <>
              <a href={href} type={type}>
                {name}
              </a>{' '}
            </>
          ))}
        </p>
      </header>
      <div class="cards">
        {cards.length > 0 ? <PieceMonths cards={cards} lang={publication.lang} mixed /> : <p>{copy.nothingInTopic}</p>}
        <Pager path={path} page={page} pages={pages} lang={publication.lang} />
      </div>
    </div>,
  );
}
