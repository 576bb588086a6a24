/** What is filed under a tag or a category, or what somebody made, with what they say of themselves. */
import { languageAttributes } from '#ui/direction.ts';
import { wordsOf } from '#locales/locales.ts';
import { FeedLinks } from './feed-links.tsx';
import { framedPage } from './page-frame.tsx';
import { Pager } from './pager.tsx';
import { collectionJsonLd, jsonLdText, personJsonLd } from './json-ld.ts';
import { labelPath, pagedPath } from './paths.ts';
import { PieceMonths } from './piece-cards.tsx';
import { Isolated } from './sentence.tsx';
import { YearJump } from './year-jump.tsx';
import type { CopyKey } from '#locales/locale.ts';
import type { PictureView } from './text-view.ts';
import type { LabelPageView, PublicationView, SaidView, SiteView } from './view.ts';

export function labelPage(site: SiteView, publication: PublicationView, view: LabelPageView): string {
  const { copy, pageOf } = wordsOf(publication.lang);
  const { of, slug, title, person, cards, page, pages } = view;
  const portrait = page === 1 ? person?.portrait : null;
  const path = labelPath(publication, of, slug);
  const named = page > 1 ? `${title}, ${pageOf(page, pages)}` : title;
  return framedPage(
    site,
    publication,
    {
      path: pagedPath(path, page),
      title: named,
      description: person?.bio[0] ?? `${copy[of]}: ${title}. ${publication.name}`,
      topicFeed: { slug: `${of}/${slug}`, name: title },
      previous: page > 1 ? pagedPath(path, page - 1) : null,
      next: page < pages ? pagedPath(path, page + 1) : null,
      jsonLd: jsonLdText(
        person && page === 1
          ? personJsonLd(site, publication, view)
          : collectionJsonLd(site, publication, { name: named, path: pagedPath(path, page), cards }),
      ),
    },
    <div class="listing">
      <header>
        {portrait && <Portrait picture={portrait} labels={copy} />}
        <p class="basis">{copy[of]}</p>
        <h1>
          <Isolated text={title} lang={publication.lang} />
        </h1>
        {person?.title && <Said said={person.title} around={publication.lang} />}
        {person?.affiliation && <Said said={person.affiliation} around={publication.lang} />}
        {person && person.links.length > 0 && (
          <p class="links">
            {person.links.map(({ label, url }) => (
              <>
                <a href={url} rel="me">
                  <bdi>{label}</bdi>
                </a>{' '}
              </>
            ))}
          </p>
        )}
        <FeedLinks folder={path} lang={publication.lang} />
        <YearJump path={path} lang={publication.lang} view={view} />
      </header>
      <div class="cards">
        {person && person.bio.length > 0 && page === 1 && (
          <div class="bio" {...languageAttributes(person.lang, publication.lang)}>
            {person.bio.map((paragraph) => (
              <p>
                <Isolated text={paragraph} lang={person.lang} />
              </p>
            ))}
          </div>
        )}
        <PieceMonths cards={cards} lang={publication.lang} mixed />
        <Pager path={path} page={page} pages={pages} lang={publication.lang} />
      </div>
    </div>,
  );
}

function Said({ said, around }: { said: SaidView; around: string }) {
  return (
    <p {...languageAttributes(said.lang, around)}>
      <Isolated text={said.text} lang={said.lang} />
    </p>
  );
}

/** Small, in the narrowest copy that there is. */
function Portrait({ picture, labels }: { picture: PictureView; labels: Record<CopyKey, string> }) {
  const { src, srcset = [], width, height, alt, credit } = picture;
  const narrowest = srcset.toSorted((a, b) => a.width - b.width)[0];
  return (
    <figure class="portrait">
      <img src={narrowest?.src ?? src ?? ''} width={width} height={height} alt={alt} />
      {credit && (
        <figcaption>
          {labels.photo} <bdi>{credit}</bdi>
        </figcaption>
      )}
    </figure>
  );
}
