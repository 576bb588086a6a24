/** How to write in. Plain words until the protected form comes; it says what ordinary e-mail cannot do. */
import { wordsOf } from '#ui/locale.ts';
import { MailAddress } from './mail-address.tsx';
import { framedPage } from './page-frame.tsx';
import { contributePath } from './paths.ts';
import type { PublicationView, SiteView } from './view.ts';

export function contributePage(site: SiteView, publication: PublicationView): string {
  const { copy } = wordsOf(publication.lang);
  return framedPage(
    site,
    publication,
    {
      path: contributePath(publication),
      title: copy.contributeTitle,
      description: publication.contribute[0] ?? copy.contributeTitle,
    },
    <article class="plain">
      <h1>{copy.contributeTitle}</h1>
      {publication.contribute.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <h2>{copy.suggest}</h2>
      <p>{copy.contributeSafety}</p>
      <h2 id="share">{copy.shareStory}</h2>
      <p>
        {copy.shareStoryText}
        {publication.contact && (
          <>
            {' '}
            {copy.writeTo} <MailAddress address={publication.contact} />
          </>
        )}
      </p>
    </article>,
  );
}
