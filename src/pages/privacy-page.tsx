/** What is true of every Daybook, where a publication has said nothing of its own: no accounts, no tracking. */
import { wordsOf } from '#locales/locales.ts';
import { MailAddress } from './mail-address.tsx';
import { framedPage } from './page-frame.tsx';
import type { PublicationView, SiteView } from './view.ts';

export function privacyPage(site: SiteView, publication: PublicationView): string {
  const { copy, privacyText } = wordsOf(publication.lang);
  return framedPage(
    site,
    publication,
    {
      path: `${publication.basePath}/privacy`,
      title: copy.privacy,
      description: privacyText[0]?.paragraphs[0] ?? copy.privacy,
    },
    <article class="plain">
      <h1>{copy.privacy}</h1>
      {privacyText.map(({ heading, paragraphs }) => (
        <>
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </>
      ))}
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
