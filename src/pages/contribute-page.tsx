/** The ways to write in, and what each of them protects: the forms while they are open, ordinary e-mail, a receipt. */
import { wordsOf } from '#locales/locales.ts';
import { MailAddress } from './mail-address.tsx';
import { framedPage } from './page-frame.tsx';
import { contributePath, formPath } from './paths.ts';
import type { PublicationView, SiteView } from './view.ts';

export function contributePage(site: SiteView, publication: PublicationView): string {
  const { copy, forms } = wordsOf(publication.lang);
  return framedPage(
    site,
    publication,
    {
      path: contributePath(publication),
      title: copy.contributeTitle,
      description: publication.contribute[0] ?? copy.contributeTitle,
    },
    <article class="plain write">
      <h1>{copy.contributeTitle}</h1>
      {publication.contribute.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {site.frozen ? (
        <>
          <h2>{forms.copyTitle}</h2>
          <p>{forms.copyText}</p>
        </>
      ) : (
        <Forms publication={publication} />
      )}
      {publication.contact && (
        <>
          <h2>{forms.byMail}</h2>
          <p>
            {copy.contributeSafety} {copy.writeTo} <MailAddress address={publication.contact} />
          </p>
        </>
      )}
    </article>,
  );
}

function Forms({ publication }: { publication: PublicationView }) {
  const { copy, forms } = wordsOf(publication.lang);
  const receipt = (
    <p>
      <a href={formPath(publication, 'receipt')}>{forms.receiptLink}</a>
    </p>
  );
  if (!publication.takesSubmissions)
    return (
      <>
        <h2>{forms.closedTitle}</h2>
        <p>{forms.closedText}</p>
        {receipt}
      </>
    );
  return (
    <>
      <h2 id="suggest">{copy.suggest}</h2>
      <p>{forms.suggestText}</p>
      <p>
        <a class="go" href={formPath(publication, 'suggest')} aria-describedby="suggest">
          {forms.openSuggest}
        </a>
      </p>
      <h2 id="share">{copy.shareStory}</h2>
      <p>{forms.shareText}</p>
      <p>
        <a class="go" href={formPath(publication, 'share')} aria-describedby="share">
          {forms.openShare}
        </a>
      </p>
      {receipt}
      <Safety lang={publication.lang} />
    </>
  );
}

/** What the forms protect against and what not, in plain sentences. */
export function Safety({ lang }: { lang: string }) {
  const { forms } = wordsOf(lang);
  return (
    <aside class="safety" aria-labelledby="safety">
      <p id="safety">
        <b>{forms.safetyTitle}</b>
      </p>
      <p>{forms.protects}</p>
      <p>{forms.protectsNot}</p>
      <p>{forms.safetyAdvice}</p>
    </aside>
  );
}
