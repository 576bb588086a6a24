/** A page of two sentences and the ways on. */
import { htmlDocument } from '#ui/document.tsx';
import { wordsOf } from '#locales/locales.ts';
import { asDay, longDay } from '#locales/dates.ts';
import { languageAttributes } from '#ui/direction.ts';
import { Phrased } from '#ui/phrase.tsx';
import { Nameplate } from '#ui/nameplate.tsx';
import { framedPage } from './page-frame.tsx';
import { homePath, listPath } from './paths.ts';
import { PieceCards } from './piece-cards.tsx';
import { Isolated } from './sentence.tsx';
import type { CorrectionView } from './text-view.ts';
import { SearchForm } from './search-form.tsx';
import type { PieceCard, PublicationView, SiteView } from './view.ts';

interface Notice {
  title: string;
  text: string;
  /** What its editors said of it. */
  why?: CorrectionView | null;
  /** Set where it offers to search: the words that the form holds, and what was found with them. */
  search?: { q: string; cards: PieceCard[] };
}

export function noticePage(site: SiteView, publication: PublicationView | null, notice: Notice): string {
  if (!publication) return networkNotice(site, notice);
  const { copy } = wordsOf(publication.lang);
  return framedPage(
    site,
    atHome(publication),
    { path: '', title: notice.title, description: notice.text, listed: false, searches: notice.search !== undefined },
    <article class="plain">
      <h1>{notice.title}</h1>
      {notice.why && <Why note={notice.why} publication={publication} />}
      <p>{notice.text}</p>
      {notice.search && <SearchForm publication={publication} q={notice.search.q} />}
      {notice.search && notice.search.cards.length > 0 && (
        <section class="found">
          <h2>{copy.notFoundMeant}</h2>
          <PieceCards cards={notice.search.cards} lang={publication.lang} level="h3" mixed />
        </section>
      )}
      <p>
        <a href={homePath(publication)}>{copy.goHome}</a>
      </p>
      {publication.lists.includes('summary') && (
        <p>
          <a href={listPath(publication, 'summary')}>{copy.allSummaries}</a>
        </p>
      )}
    </article>,
  );
}

function Why({ note, publication }: { note: CorrectionView; publication: PublicationView }) {
  const { lang, timeZone } = publication;
  const day = asDay(note.on, timeZone);
  return (
    <p>
      <b>
        <Phrased phrase={wordsOf(lang).noteOn(note.kind, day, longDay(day, lang))} />.
      </b>{' '}
      <span {...languageAttributes(note.lang, lang)}>
        <Isolated text={note.note} lang={note.lang} />
      </span>
    </p>
  );
}

/** A page that is not there is there in no other language: the switch leads nowhere it could promise. */
function atHome(publication: PublicationView): PublicationView {
  return { ...publication, languages: [] };
}

function networkNotice(site: SiteView, notice: Notice): string {
  const { copy } = wordsOf('en');
  return htmlDocument(
    {
      title: `${notice.title} · ${site.networkName}`,
      description: notice.text,
      lang: 'en',
      css: site.assets.css,
      accent: null,
      siteName: site.networkName,
      canonical: null,
      alternates: [],
      defaultLang: null,
      ogType: 'website',
      image: null,
      feeds: [],
      previous: null,
      next: null,
      noindex: true,
      jsonLd: null,
    },
    <>
      <a class="skip" href="#main">
        {copy.skip}
      </a>
      <Nameplate
        name={site.networkName}
        tagline={copy.networkLine}
        home="/"
        network={null}
        status={null}
        languages={[]}
        links={[]}
        labels={copy}
      />
      <main id="main" tabindex={-1}>
        <article class="plain">
          <h1>{notice.title}</h1>
          <p>{notice.text}</p>
          <p>
            <a href="/">{copy.goHome}</a>
          </p>
        </article>
      </main>
    </>,
  );
}
