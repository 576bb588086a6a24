/** Every correction of a publication, newest first, each leading to where it stood. */
import { asDay, longDay } from '#locales/dates.ts';
import { languageAttributes } from '#ui/direction.ts';
import { wordsOf } from '#locales/locales.ts';
import { Phrased } from '#ui/phrase.tsx';
import { framedPage } from './page-frame.tsx';
import { Pager } from './pager.tsx';
import { correctionsPath, pagedPath } from './paths.ts';
import { Isolated } from './sentence.tsx';
import type { CorrectionsPageView, PublicationView, SiteView } from './view.ts';

export function correctionsPage(site: SiteView, publication: PublicationView, view: CorrectionsPageView): string {
  const { lang, timeZone } = publication;
  const { copy, pageOf, noteOn } = wordsOf(lang);
  const { corrections, page, pages } = view;
  const path = correctionsPath(publication);
  return framedPage(
    site,
    publication,
    {
      path: pagedPath(path, page),
      title: page > 1 ? `${copy.corrections}, ${pageOf(page, pages)}` : copy.corrections,
      description: copy.correctionsIntro,
      previous: page > 1 ? pagedPath(path, page - 1) : null,
      next: page < pages ? pagedPath(path, page + 1) : null,
    },
    <div class="plain">
      <h1>{copy.corrections}</h1>
      <p>{corrections.length > 0 ? copy.correctionsIntro : copy.noCorrections}</p>
      {corrections.map(({ on, note, lang: noteLang, piece, anchor }) => {
        const day = asDay(on, timeZone);
        return (
          <section class="correction">
            <h2 {...languageAttributes(piece.lang, lang)}>
              <a href={piece.path}>
                <Isolated text={piece.title} lang={piece.lang} />
              </a>
            </h2>
            <p>
              <b>
                <Phrased phrase={noteOn('correction', day, longDay(day, lang))} />.
              </b>{' '}
              <span {...languageAttributes(noteLang, lang)}>
                <Isolated text={note} lang={noteLang} />
              </span>
            </p>
            <p>
              <a href={anchor}>{copy.whereItStood}</a>
            </p>
          </section>
        );
      })}
      <Pager path={path} page={page} pages={pages} lang={lang} />
    </div>,
  );
}
