/** After a form was sent: the receipt's code, shown once; and the page where the code shows the reply. */
import type { ReceiptOutcome } from '#submissions/submissions.ts';
import { longDay } from '#locales/dates.ts';
import { wordsOf } from '#locales/locales.ts';
import { Letter } from './letter.tsx';
import { framedPage } from './page-frame.tsx';
import { formPath, homePath } from './paths.ts';
import type { PublicationView, SiteView } from './view.ts';

export function sentPage(site: SiteView, publication: PublicationView, code: string): string {
  const { copy, forms } = wordsOf(publication.lang);
  const receipt = formPath(publication, 'receipt');
  return framedPage(
    site,
    publication,
    { path: receipt, title: forms.sentTitle, description: forms.sentText, listed: false },
    <article class="plain write">
      <h1>{forms.sentTitle}</h1>
      <p>{forms.sentText}</p>
      <p class="code" dir="ltr" role="group" aria-label={forms.codeLabel}>
        <Code code={code} />
      </p>
      <p>
        <b>{forms.keepCode}</b> {forms.keepCodeMore}
      </p>
      <p>
        {forms.sentOn} <a href={receipt}>{forms.receiptTitle}</a>{' '}
        <bdi dir="ltr">{site.origin.replace(/^https?:\/\//u, '') + receipt}</bdi>
      </p>
      <p>
        <a href={homePath(publication)}>{copy.goHome}</a>
      </p>
    </article>,
  );
}

/** In its groups, which stay whole; copied, it is one text with hyphens. */
function Code({ code }: { code: string }) {
  const groups = code.split('-');
  return (
    <>
      {groups.map((group, index) => (
        <span>{index < groups.length - 1 ? `${group}-` : group}</span>
      ))}
    </>
  );
}

export function receiptPage(
  site: SiteView,
  publication: PublicationView,
  asked: { code: string; outcome: ReceiptOutcome | null },
): string {
  const { forms } = wordsOf(publication.lang);
  const { code, outcome } = asked;
  const path = formPath(publication, 'receipt');
  return framedPage(
    site,
    publication,
    { path, title: forms.receiptTitle, description: forms.receiptText, listed: false },
    <article class="plain write">
      <h1>{forms.receiptTitle}</h1>
      {outcome && <Outcome outcome={outcome} lang={publication.lang} />}
      {outcome?.kind !== 'reply' && (
        <>
          <p>{forms.receiptText}</p>
          <form method="post" action={path} autocomplete="off">
            <div class="field">
              <label for="code">{forms.receiptField}</label>
              <p id="code-hint" class="hint">
                {forms.receiptHint}
              </p>
              <input
                id="code"
                name="code"
                type="text"
                dir="ltr"
                value={code}
                maxlength={60}
                autocapitalize="characters"
                autocomplete="off"
                spellcheck={false}
                required
                aria-describedby="code-hint"
              />
            </div>
            <p class="send">
              <button>{forms.receiptAsk}</button>
            </p>
          </form>
        </>
      )}
    </article>,
  );
}

function Outcome({ outcome, lang }: { outcome: ReceiptOutcome; lang: string }) {
  const { forms } = wordsOf(lang);
  switch (outcome.kind) {
    case 'reply':
      return (
        <section class="reply" aria-labelledby="reply">
          <h2 id="reply">{forms.replyTitle}</h2>
          <p class="dateline">
            {forms.replyOn} <time datetime={outcome.repliedOn}>{longDay(outcome.repliedOn, lang)}</time>
          </p>
          <blockquote dir="auto">{outcome.text}</blockquote>
          <p class="hint">{forms.replyOnce}</p>
        </section>
      );
    case 'nothing-yet':
      return (
        <p class="safety" role="status">
          {forms.nothingYet}
        </p>
      );
    case 'unknown':
    case 'busy':
      return (
        <p class="trouble" role="alert">
          {outcome.kind === 'busy' ? forms.receiptBusy : forms.unknownCode}
        </p>
      );
  }
}

/** In the place of a form that is closed: why, and where a reply is still read. */
export function closedFormPage(site: SiteView, publication: PublicationView, form: 'suggest' | 'share'): string {
  const { copy, forms } = wordsOf(publication.lang);
  return framedPage(
    site,
    publication,
    {
      path: formPath(publication, form),
      title: form === 'suggest' ? copy.suggest : copy.shareStory,
      description: forms.closedText,
      listed: false,
    },
    <>
      <article class="plain write">
        <h1>{forms.closedTitle}</h1>
        <p>{forms.closedText}</p>
        <p>
          <a href={formPath(publication, 'receipt')}>{forms.receiptLink}</a>
        </p>
        <p>
          <a href={homePath(publication)}>{copy.goHome}</a>
        </p>
      </article>
      {publication.letter && (
        <Letter letter={publication.letter} siblings={publication.siblings} lang={publication.lang} />
      )}
    </>,
  );
}
