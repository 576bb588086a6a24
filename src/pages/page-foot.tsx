/** The foot of every page of a publication: topics, feeds, how to write, and the sister publications. */
import { directionOf } from '#platform/language.ts';
import { languageName } from '#locales/dates.ts';
import { wordsOf } from '#locales/locales.ts';
import { aboutPath, contributePath, correctionsPath, feedsAt, formPath, sourcesPath, topicPath } from './paths.ts';
import { SearchForm } from './search-form.tsx';
import type { PublicationView, SiteView } from './view.ts';

interface FootProps {
  site: SiteView;
  publication: PublicationView;
  /** The page has the form that searches already. */
  searches: boolean;
}

export function PageFoot({ site, publication, searches }: FootProps) {
  const { copy, comma } = wordsOf(publication.lang);
  const open = publication.takesSubmissions && !site.frozen;
  return (
    <footer class="foot">
      {!searches && <SearchForm publication={publication} />}
      {publication.topics.length > 0 && (
        <nav aria-labelledby="foot-topics">
          <h2 id="foot-topics">{copy.topics}</h2>
          <ul>
            {publication.topics.map((topic) => (
              <li>
                <a href={topicPath(publication, topic.slug)}>{topic.name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <nav aria-labelledby="foot-contribute">
        <h2 id="foot-contribute">{copy.contribute}</h2>
        <ul>
          <li>
            <a href={open ? formPath(publication, 'suggest') : contributePath(publication)}>{copy.suggest}</a>
          </li>
          <li>
            <a href={open ? formPath(publication, 'share') : contributePath(publication)}>{copy.shareStory}</a>
          </li>
          <li>
            <a href={aboutPath(publication)}>{copy.about}</a>
          </li>
        </ul>
      </nav>
      <nav aria-labelledby="foot-follow">
        <h2 id="foot-follow">{copy.follow}</h2>
        <ul>
          {feedsAt(publication.basePath).map(({ href, type, name }) => (
            <li>
              <a href={href} type={type}>
                {name}
              </a>
            </li>
          ))}
          {publication.languages
            .filter(({ lang }) => lang !== publication.lang)
            .map(({ lang, path }) => (
              <li>
                <a href={path} lang={lang} dir={directionOf(lang)} hreflang={lang}>
                  {languageName(lang)}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <nav aria-labelledby="foot-publication">
        <h2 id="foot-publication">{copy.aboutPublication}</h2>
        <ul>
          {publication.standing.map((page) => (
            <li>
              <a href={`${publication.basePath}/${page}`}>{copy[page]}</a>
            </li>
          ))}
          <li>
            <a href={correctionsPath(publication)}>{copy.corrections}</a>
          </li>
          <li>
            <a href={sourcesPath(publication)}>{copy.sources}</a>
          </li>
        </ul>
      </nav>
      {publication.siblings.length > 0 && (
        <nav aria-labelledby="foot-siblings">
          <h2 id="foot-siblings">{copy.siblings}</h2>
          <ul>
            {publication.siblings.map(({ slug, name, status }) => (
              <li>
                <a href={`/${slug}`}>{name}</a> {status !== 'active' && <small>{copy[status]}</small>}
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p>
        <bdi>{publication.name}</bdi>
        {comma}
        <bdi>{site.networkName}</bdi>
      </p>
    </footer>
  );
}
