/** Search: the form, what was found with the words that were looked for, and what to do where nothing was. */
import type { MarkedRun } from '#lib/search/snippet.ts';
import { longestQuery } from '#lib/search/read-query.ts';
import { knownDate } from '#locales/dates.ts';
import { languageAttributes } from '#ui/direction.ts';
import { wordsOf } from '#locales/locales.ts';
import { kindNames } from './kind-names.ts';
import { framedPage } from './page-frame.tsx';
import { Pager } from './pager.tsx';
import { feedsAt, listedKinds, pagedPath, searchPath } from './paths.ts';
import { searchQuery } from './search-query.ts';
import type { AskedView, HitView, SearchView } from './search-view.ts';
import { Isolated } from './sentence.tsx';
import type { PublicationView, SiteView } from './view.ts';

export function searchPage(site: SiteView, publication: PublicationView, view: SearchView): string {
  const { copy, pageOf } = wordsOf(publication.lang);
  const { asked, page, pages } = view;
  const path = searchPath(publication) + searchQuery(asked);
  const name = asked.q ? `${copy.search}: ${asked.q}` : copy.search;
  const title = page > 1 ? `${name}, ${pageOf(page, pages)}` : name;
  const [rss] = searchFeeds(publication, asked);
  return framedPage(
    site,
    publication,
    {
      path: pagedPath(path, page),
      title,
      description: `${publication.name}: ${copy.search}`,
      listed: asked.q === '',
      searches: true,
      island: 'search',
      feed: asked.q && rss ? { ...rss, title: `${publication.name}: ${name} (RSS)` } : null,
      previous: page > 1 ? pagedPath(path, page - 1) : null,
      next: page < pages ? pagedPath(path, page + 1) : null,
    },
    <div class="listing">
      <div class="found">
        <h1>{copy.search}</h1>
        <search-as-typed>
          <Form publication={publication} view={view} />
          <Told publication={publication} view={view} />
          <div class="results">
            {view.hits.length > 0 && (
              <ol>
                {view.hits.map((hit) => (
                  <Hit hit={hit} lang={publication.lang} />
                ))}
              </ol>
            )}
            <Pager
              path={path}
              page={page}
              pages={pages}
              lang={publication.lang}
              steps={{ previous: copy.searchPrevious, next: copy.searchNext }}
            />
            {view.hits.length > 0 && (
              <p class="feeds">
                {copy.searchFollow}:{' '}
                {searchFeeds(publication, asked).map(({ href, type, name: form }) => (
                  <>
                    <a href={href} type={type}>
                      {form}
                    </a>{' '}
                  </>
                ))}
              </p>
            )}
          </div>
        </search-as-typed>
      </div>
    </div>,
  );
}

function searchFeeds(publication: PublicationView, asked: AskedView) {
  const query = searchQuery({ ...asked, order: '' });
  return feedsAt(searchPath(publication)).map((feed) => ({ ...feed, href: feed.href + query }));
}

function Form({ publication, view: { asked, outlets } }: { publication: PublicationView; view: SearchView }) {
  const { copy } = wordsOf(publication.lang);
  const { q, ...filters } = asked;
  const kinds = publication.lists.map((kind) => ({ value: kind, name: copy[kindNames[kind]] }));
  return (
    <form class="search" role="search" action={searchPath(publication)}>
      <input
        type="search"
        name="q"
        value={q}
        maxlength={longestQuery}
        aria-label={copy.searchFor}
        autocomplete="off"
        dir="auto"
      />{' '}
      <button>{copy.searchButton}</button>
      <details open={Object.values(filters).some(Boolean)}>
        <summary>{copy.searchNarrow}</summary>
        <div class="filters">
          {listedKinds.length > 0 && kinds.length > 1 && (
            <Choice name="kind" label={copy.searchKind} any={copy.searchAny} options={kinds} chosen={asked.kind} />
          )}
          {publication.topics.length > 0 && (
            <Choice
              name="topic"
              label={copy.searchTopic}
              any={copy.searchAny}
              options={publication.topics.map(({ slug, name }) => ({ value: slug, name }))}
              chosen={asked.topic}
            />
          )}
          {outlets.length > 0 && (
            <Choice
              name="outlet"
              label={copy.searchOutlet}
              any={copy.searchAny}
              options={outlets.map((outlet) => ({ value: outlet, name: outlet }))}
              chosen={asked.outlet}
            />
          )}
          <label>
            {copy.searchFrom}
            <input type="date" name="from" value={asked.from} />
          </label>
          <label>
            {copy.searchTo}
            <input type="date" name="to" value={asked.to} />
          </label>
          <Choice
            name="order"
            label={copy.searchOrder}
            any={copy.searchBest}
            options={[{ value: 'newest', name: copy.searchNewest }]}
            chosen={asked.order}
          />
        </div>
      </details>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  any: string;
  options: { value: string; name: string }[];
  chosen: string;
}

function Choice({ name, label, any, options, chosen }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What came of it, in words; said aloud when the island changes it, and the results are not. */
function Told({ publication, view }: { publication: PublicationView; view: SearchView }) {
  const { copy, found } = wordsOf(publication.lang);
  const { matched, suggestion, unfiltered, asked } = view;
  if (matched === 'nothing-asked')
    return (
      <div class="told-found" role="status">
        <p>{asked.q ? copy.searchNoWords : copy.searchHint}</p>
      </div>
    );
  return (
    <div class="told-found" role="status">
      {view.total > 0 && (
        <p>
          <b>{found(view.total, view.more)}</b>
        </p>
      )}
      {matched === 'similar' && <p>{copy.searchSimilar}</p>}
      {matched === 'some' && <p>{copy.searchSome}</p>}
      {matched === 'none' && (
        <p>
          <b>
            {copy.searchNone} <bdi>“{asked.q}”</bdi>
          </b>
        </p>
      )}
      {suggestion && (
        <p>
          {copy.searchMeant} <a href={suggestion.path}>{suggestion.text}</a>
        </p>
      )}
      {unfiltered && (
        <p>
          <a href={unfiltered.path}>{copy.searchWithout}</a> ({found(unfiltered.found, false)})
        </p>
      )}
      {matched === 'none' && !unfiltered && <p>{copy.searchTips}</p>}
    </div>
  );
}

function Hit({ hit: { card, title, snippet }, lang }: { hit: HitView; lang: string }) {
  const { copy } = wordsOf(lang);
  return (
    <li class="card" {...languageAttributes(card.lang, lang)}>
      <h2>
        <a href={card.path}>
          <Marked runs={title} lang={card.lang} />
        </a>
      </h2>
      <p class="snippet">
        <Marked runs={snippet} lang={card.lang} />
      </p>
      <p class="about" {...languageAttributes(lang, card.lang)}>
        {copy[kindNames[card.kind]]}
        {card.date && (
          <>
            {' · '}
            <time datetime={card.date}>{knownDate(card.date, lang)}</time>
          </>
        )}
      </p>
    </li>
  );
}

function Marked({ runs, lang }: { runs: MarkedRun[]; lang: string }) {
  return (
    <>
      {runs.map(({ text, found }) =>
        found ? (
          <mark>
            <Isolated text={text} lang={lang} />
          </mark>
        ) : (
          <Isolated text={text} lang={lang} />
        ),
      )}
    </>
  );
}
