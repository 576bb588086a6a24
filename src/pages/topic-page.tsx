/** What is filed under one topic, of every kind. */
import { languageAttributes } from '#ui/direction.ts';
import { wordsOf } from '#locales/locales.ts';
import { FeedLinks } from './feed-links.tsx';
import { framedPage } from './page-frame.tsx';
import { collectionJsonLd, jsonLdText } from './json-ld.ts';
import { Pager } from './pager.tsx';
import { pagedPath, topicPath } from './paths.ts';
import { PieceMonths } from './piece-cards.tsx';
import { YearJump } from './year-jump.tsx';
import type { PublicationView, SiteView, TopicPageView } from './view.ts';

export function topicPage(site: SiteView, publication: PublicationView, view: TopicPageView): string {
  const { copy, pageOf } = wordsOf(publication.lang);
  const { topic, intro, cards, page, pages } = view;
  const path = topicPath(publication, topic.slug);
  const title = page > 1 ? `${topic.name}, ${pageOf(page, pages)}` : topic.name;
  return framedPage(
    site,
    publication,
    {
      path: pagedPath(path, page),
      title,
      description: intro?.text ?? `${topic.name}: ${publication.tagline}`,
      topicFeed: topic,
      previous: page > 1 ? pagedPath(path, page - 1) : null,
      next: page < pages ? pagedPath(path, page + 1) : null,
      jsonLd: jsonLdText(collectionJsonLd(site, publication, { name: title, path: pagedPath(path, page), cards })),
    },
    <div class="listing">
      <header>
        <h1>{topic.name}</h1>
        {intro && page === 1 && <p {...languageAttributes(intro.lang, publication.lang)}>{intro.text}</p>}
        <FeedLinks folder={path} lang={publication.lang} />
        <YearJump path={path} lang={publication.lang} view={view} />
      </header>
      <div class="cards">
        {cards.length > 0 ? <PieceMonths cards={cards} lang={publication.lang} mixed /> : <p>{copy.nothingInTopic}</p>}
        <Pager path={path} page={page} pages={pages} lang={publication.lang} />
      </div>
    </div>,
  );
}
