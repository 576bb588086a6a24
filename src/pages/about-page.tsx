/** Who makes the publication, and what its small numbers mean. */
import { wordsOf } from '#locales/locales.ts';
import { framedPage } from './page-frame.tsx';
import { MailAddress } from './mail-address.tsx';
import { aboutPath } from './paths.ts';
import type { PublicationView, SiteView } from './view.ts';

export function aboutPage(site: SiteView, publication: PublicationView): string {
  const { copy } = wordsOf(publication.lang);
  return framedPage(
    site,
    publication,
    {
      path: aboutPath(publication),
      title: copy.aboutTitle,
      description: publication.about[0] ?? publication.tagline,
    },
    <article class="plain">
      <h1>{copy.aboutTitle}</h1>
      {publication.about.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <h2>{copy.aboutNotes}</h2>
      <p>
        {copy.aboutNotesText} {copy.noSourceRule}
      </p>
      {publication.contact && (
        <>
          <h2>{copy.contact}</h2>
          <p>
            {copy.writeTo} <MailAddress address={publication.contact} />
          </p>
        </>
      )}
    </article>,
  );
}
