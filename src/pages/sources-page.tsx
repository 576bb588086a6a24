/** Who a publication rests on: outlets, agencies and monitors, and the sites that imported pages link to, with counts over time. */
import { knownDate, monthAndYear, numberIn } from '#locales/dates.ts';
import type { CopyKey } from '#locales/locale.ts';
import { wordsOf } from '#locales/locales.ts';
import { framedPage } from './page-frame.tsx';
import { Pager } from './pager.tsx';
import { pagedPath, sourcesPath } from './paths.ts';
import type { PublicationView, SiteView, SourcesPageView, SourceView } from './view.ts';

const parts: { kinds: SourceView['kind'][]; name: CopyKey; text?: CopyKey }[] = [
  { kinds: ['outlet'], name: 'outlets' },
  { kinds: ['agency', 'monitor'], name: 'agenciesAndMonitors' },
  { kinds: ['host'], name: 'linkedHosts', text: 'linkedHostsText' },
];

export function sourcesPage(site: SiteView, publication: PublicationView, view: SourcesPageView): string {
  const { lang } = publication;
  const { copy, pageOf } = wordsOf(lang);
  const { year, sources, page, pages } = view;
  const path = year === null ? sourcesPath(publication) : `${sourcesPath(publication)}/${year}`;
  const name = year === null ? copy.sources : `${copy.sources}, ${knownDate(year, lang)}`;
  return framedPage(
    site,
    publication,
    {
      path: pagedPath(path, page),
      title: page > 1 ? `${name}, ${pageOf(page, pages)}` : name,
      description: copy.sourcesIntro,
      previous: page > 1 ? pagedPath(path, page - 1) : null,
      next: page < pages ? pagedPath(path, page + 1) : null,
    },
    <div class="plain sources">
      <h1>{name}</h1>
      <p>{sources.length > 0 ? `${copy.sourcesIntro} ${copy.sourcesCounted}` : copy.noSources}</p>
      <Years publication={publication} view={view} />
      {parts.map(({ kinds, name: part, text }) => {
        const listed = sources.filter(({ kind }) => kinds.includes(kind));
        if (listed.length === 0) return null;
        return (
          <section aria-labelledby={`sources-${part}`}>
            <h2 id={`sources-${part}`}>{copy[part]}</h2>
            {text && <p>{copy[text]}</p>}
            <ul>
              {listed.map((source) => (
                <Source source={source} lang={lang} />
              ))}
            </ul>
          </section>
        );
      })}
      <Pager path={path} page={page} pages={pages} lang={lang} />
    </div>,
  );
}

function Years({ publication, view }: { publication: PublicationView; view: SourcesPageView }) {
  const { copy } = wordsOf(publication.lang);
  if (view.years.length === 0) return null;
  const path = sourcesPath(publication);
  return (
    <nav class="years" aria-label={copy.byYear}>
      <a href={path} aria-current={view.year === null ? 'page' : null}>
        {copy.allYears}
      </a>{' '}
      {view.years.map((year) => (
        <>
          <a href={`${path}/${year}`} aria-current={view.year === year ? 'page' : null}>
            {knownDate(year, publication.lang)}
          </a>{' '}
        </>
      ))}
    </nav>
  );
}

function Source({ source, lang }: { source: SourceView; lang: string }) {
  const { copy, timesCited } = wordsOf(lang);
  const { kind, name, pieces, times, over } = source;
  // One year alone is the whole count again.
  const told = over.length > 1 || over[0]?.when.length === 7;
  return (
    <li>
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
        {(kind === 'agency' || kind === 'monitor') && ` (${copy[kind]})`}: {timesCited(times, pieces, kind === 'host')}
      </p>
      {told && (
        <p>
          {over.map(({ when, pieces: within }, index) => (
            <>
              {index > 0 && ' · '}
              {whenIn(when, lang)}: <b>{numberIn(within, lang)}</b>
            </>
          ))}
        </p>
      )}
    </li>
  );
}

function whenIn(when: string, lang: string): string {
  if (when === '') return wordsOf(lang).copy.undated;
  return when.length === 4
    ? knownDate(when, lang)
    : monthAndYear(Number(when.slice(0, 4)), Number(when.slice(5)), lang);
}
