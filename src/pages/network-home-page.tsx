/** The front page of the network: each publication by name, and the day it has reached. */
import { directionOf } from '#platform/language.ts';
import { languageName } from '#locales/dates.ts';
import { htmlDocument } from '#ui/document.tsx';
import { languageAttributes } from '#ui/direction.ts';
import { wordsOf } from '#locales/locales.ts';
import { Nameplate, wordmark } from '#ui/nameplate.tsx';
import { MailAddress } from './mail-address.tsx';
import { homePath } from './paths.ts';
import { Isolated } from './sentence.tsx';
import type { NetworkHomeView, SiteView } from './view.ts';

export function networkHomePage(site: SiteView, view: NetworkHomeView): string {
  const { lang = 'en', description = '', about = [], contact = null } = view.network ?? {};
  const { copy } = wordsOf(lang);
  return htmlDocument(
    {
      title: site.networkName,
      description: description || view.publications.map(({ name, tagline }) => `${name}: ${tagline}`).join(' '),
      lang,
      css: site.assets.css,
      accent: null,
      siteName: site.networkName,
      canonical: `${site.origin}/`,
      alternates: [],
      defaultLang: null,
      ogType: 'website',
      image: null,
      feeds: [],
      previous: null,
      next: null,
      noindex: view.publications.length > 0 && view.publications.every(({ noindex }) => noindex),
      jsonLd: null,
    },
    <>
      <a class="skip" href="#main">
        {copy.skip}
      </a>
      <Nameplate
        name={site.networkName}
        tagline={description || copy.networkLine}
        home={null}
        network={null}
        status={null}
        languages={[]}
        links={[]}
        labels={copy}
      />
      <main id="main" tabindex={-1} class="network">
        {view.publications.map((publication) => (
          <Entry publication={publication} around={lang} />
        ))}
        {view.publications.length === 0 && <p>{copy.noSummaries}</p>}
      </main>
      {(about.length > 0 || contact !== null) && (
        <footer class="plain imprint">
          <h2>{copy.about}</h2>
          {about.map((paragraph) => (
            <p>
              <Isolated text={paragraph} lang={lang} />
            </p>
          ))}
          {contact !== null && (
            <p>
              {copy.writeTo} <MailAddress address={contact} />
            </p>
          )}
        </footer>
      )}
    </>,
  );
}

function Entry(props: { publication: NetworkHomeView['publications'][number]; around: string }) {
  const { publication, around } = props;
  const { copy, letterMoved } = wordsOf(around);
  const { latest, status, languages, lang } = publication;
  return (
    <section data-accent={publication.slug} {...languageAttributes(lang, around)}>
      <h2>
        <a href={homePath(publication)}>{wordmark(publication.name)}</a>
      </h2>
      <p class="tagline">
        {status !== 'active' && <b class="status">{copy[status]}</b>} {publication.tagline}
      </p>
      {status !== 'active' && publication.letter && (
        <p class="after-letter">
          <a href={homePath(publication)}>{publication.letter.title}</a>
          {publication.siblings
            .filter((sibling) => sibling.status === 'active')
            .map(({ slug, name }) => (
              <>
                {'\u00a0· '}
                {letterMoved} <a href={`/${slug}`}>{name}</a>
              </>
            ))}
        </p>
      )}
      {latest && (
        <div {...languageAttributes(latest.lang, lang)}>
          <h3>
            <a href={latest.path}>{latest.title}</a>
          </h3>
          <ul>
            {latest.headings.map((heading) => (
              <li>
                <Isolated text={heading} lang={latest.lang} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {languages.length > 1 && (
        <p class="languages">
          {languages.map((language) => (
            <>
              <a href={language.path} lang={language.lang} dir={directionOf(language.lang)} hreflang={language.lang}>
                {languageName(language.lang)}
              </a>{' '}
            </>
          ))}
        </p>
      )}
    </section>
  );
}
