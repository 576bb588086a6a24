/** The form of a tip or a pitch, without script; what was typed stays through every refusal. */
import type { Child } from 'hono/jsx';
import {
  type SubmissionInput,
  type SubmissionKind,
  tokenField,
  trapField,
  type Wrong,
} from '#submissions/submissions.ts';
import type { FormWords } from '#locales/locale.ts';
import { wordsOf } from '#locales/locales.ts';
import { Safety } from './contribute-page.tsx';
import { framedPage } from './page-frame.tsx';
import { formPath } from './paths.ts';
import type { PublicationView, SiteView } from './view.ts';

export interface SubmissionFormView {
  token: string;
  input: SubmissionInput;
  wrong: Wrong;
  /** Why it was not taken, where the fields are not to blame. */
  refused: keyof FormWords['refused'] | null;
}

export function submissionPage(
  site: SiteView,
  publication: PublicationView,
  kind: SubmissionKind,
  form: SubmissionFormView,
): string {
  const { copy, forms } = wordsOf(publication.lang);
  const title = kind === 'tip' ? copy.suggest : copy.shareStory;
  const path = formPath(publication, kind === 'tip' ? 'suggest' : 'share');
  const wrong = wrongWords(form.wrong, forms);
  const failed = form.refused !== null || wrong.length > 0;
  return framedPage(
    site,
    publication,
    { path, title, description: kind === 'tip' ? forms.suggestText : forms.shareText },
    <article class="plain write">
      <h1>{title}</h1>
      {failed && (
        <div class="trouble" role="alert">
          <p>
            <b>{forms.wrongTitle}</b>
          </p>
          {form.refused && <p>{forms.refused[form.refused]}</p>}
          {wrong.map(({ field, words }) => (
            <p>
              <a href={`#${field}`}>{words}</a>
            </p>
          ))}
        </div>
      )}
      <p>{kind === 'tip' ? forms.suggestAbout : forms.shareAbout}</p>
      <Safety lang={publication.lang} />
      <form method="post" action={path} autocomplete="off" novalidate>
        <input type="hidden" name={tokenField} value={form.token} />
        <Fields kind={kind} form={form} words={forms} />
        <div class="trap" aria-hidden="true">
          <label for={trapField}>{forms.trap}</label>
          <input id={trapField} name={trapField} type="text" tabindex={-1} autocomplete="off" />
        </div>
        <p class="send">
          <button>{failed ? forms.sendAgain : forms.send}</button>
        </p>
      </form>
      <p>
        <a href={formPath(publication, 'receipt')}>{forms.receiptLink}</a>
      </p>
    </article>,
  );
}

function Fields({ kind, form, words }: { kind: SubmissionKind; form: SubmissionFormView; words: FormWords }) {
  const tip = kind === 'tip';
  const line = (name: 'email' | 'languages' | 'name', label: string, hint: string, optional: boolean) => (
    <Field name={name} label={label} hint={hint} words={words} wrong={form.wrong} optional={optional}>
      <input
        id={name}
        name={name}
        type={name === 'email' ? 'email' : 'text'}
        dir={name === 'email' ? 'ltr' : 'auto'}
        value={form.input[name]}
        spellcheck={false}
        {...stateOf(name, form.wrong)}
      />
    </Field>
  );
  return (
    <>
      <Field
        name="text"
        label={tip ? words.story : words.pitch}
        hint={tip ? words.storyHint : words.pitchHint}
        words={words}
        wrong={form.wrong}
        optional={false}
      >
        <textarea id="text" name="text" dir="auto" rows={tip ? 10 : 8} required {...stateOf('text', form.wrong)}>
          {afterFirstBreak(form.input.text)}
        </textarea>
      </Field>
      {!tip && line('languages', words.writes, words.writesHint, true)}
      {!tip && (
        <Field name="links" label={words.links} hint={words.linksHint} words={words} wrong={form.wrong} optional={true}>
          <textarea id="links" name="links" dir="auto" rows={3} spellcheck={false} {...stateOf('links', form.wrong)}>
            {afterFirstBreak(form.input.links)}
          </textarea>
        </Field>
      )}
      {!tip && <Byline form={form} words={words} />}
      {!tip && line('name', words.name, words.nameHint, true)}
      {line('email', words.email, words.emailHint, true)}
    </>
  );
}

function Byline({ form, words }: { form: SubmissionFormView; words: FormWords }) {
  const choice = (value: 'yes' | 'no', label: string) => (
    <label class="choice">
      <input
        id={value === 'yes' ? 'byline' : 'byline-no'}
        type="radio"
        name="byline"
        value={value}
        checked={form.input.byline === value}
      />
      {label}
    </label>
  );
  return (
    <fieldset class="field" aria-describedby="byline-hint">
      <legend>{words.byline}</legend>
      <p id="byline-hint" class={form.wrong.byline ? 'wrong' : 'hint'}>
        {form.wrong.byline ? words.wrong.byline : words.bylineHint}
      </p>
      {choice('yes', words.bylineYes)}
      {choice('no', words.bylineNo)}
    </fieldset>
  );
}

interface FieldProps {
  name: keyof SubmissionInput;
  label: string;
  hint: string;
  words: FormWords;
  wrong: Wrong;
  optional: boolean;
  children?: Child;
}

function Field({ name, label, hint, words, wrong, optional, children }: FieldProps) {
  return (
    <div class="field">
      <label for={name}>
        {label} {optional && <small>({words.optional})</small>}
      </label>
      <p id={`${name}-hint`} class="hint">
        {hint}
      </p>
      {wrong[name] && (
        <p id={`${name}-wrong`} class="wrong">
          {wrongWord(name, wrong, words)}
        </p>
      )}
      {children}
    </div>
  );
}

const stateOf = (name: keyof SubmissionInput, wrong: Wrong) =>
  wrong[name]
    ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${name}-wrong ${name}-hint` }
    : { 'aria-describedby': `${name}-hint` };

/** HTML drops a line break that stands first in a textarea: one more is given to be dropped. */
const afterFirstBreak = (text: string): string => (text.startsWith('\n') ? `\n${text}` : text);

function wrongWord(field: keyof SubmissionInput, wrong: Wrong, words: FormWords): string {
  if (wrong[field] === 'too-long') return field === 'text' ? words.wrong['text-long'] : words.wrong.long;
  if (field === 'text' || field === 'email' || field === 'byline' || field === 'name') return words.wrong[field];
  return words.wrong.long;
}

function wrongWords(wrong: Wrong, words: FormWords): { field: keyof SubmissionInput; words: string }[] {
  const order: (keyof SubmissionInput)[] = ['text', 'languages', 'links', 'byline', 'name', 'email'];
  return order.filter((field) => wrong[field]).map((field) => ({ field, words: wrongWord(field, wrong, words) }));
}
