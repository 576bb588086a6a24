import type { ReceiptOutcome } from '#submissions/submissions.ts';
import type { FormName } from './paths.ts';
import { closedFormPage, receiptPage, sentPage } from './receipt-pages.tsx';
import { type SubmissionFormView, submissionPage } from './submission-page.tsx';
import type { PublicationView, SiteView } from './view.ts';

/** What the page of a form shows. */
export type FormState =
  | ({ kind: 'form' } & SubmissionFormView)
  | { kind: 'closed' }
  | { kind: 'sent'; code: string }
  | { kind: 'receipt'; code: string; outcome: ReceiptOutcome | null };

export function formPage(site: SiteView, publication: PublicationView, form: FormName, state: FormState): string {
  switch (state.kind) {
    case 'form':
      return submissionPage(site, publication, form === 'share' ? 'pitch' : 'tip', state);
    case 'closed':
      return closedFormPage(site, publication, form === 'share' ? 'share' : 'suggest');
    case 'sent':
      return sentPage(site, publication, state.code);
    case 'receipt':
      return receiptPage(site, publication, state);
  }
}

/** What stands in a form that nobody has filled in. */
export const blankInput = { text: '', email: '', languages: '', links: '', byline: '', name: '' };

/** The page without a token, for whoever makes pages and is not the site: sent, it comes back filled in, with one. */
export function plainFormPage(site: SiteView, publication: PublicationView, form: FormName): string {
  if (form === 'receipt') return formPage(site, publication, form, { kind: 'receipt', code: '', outcome: null });
  if (!publication.takesSubmissions) return formPage(site, publication, form, { kind: 'closed' });
  return formPage(site, publication, form, { kind: 'form', token: '', input: blankInput, wrong: {}, refused: null });
}
