import type { Child } from 'hono/jsx';
import type { Publication } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import type { ReportField, ReportInput, Wrong } from './report-input.ts';

/** What the page says of a link that was tried. */
export type LinkOutcome = 'failed' | 'look';

interface Props {
  link: string;
  input: ReportInput;
  wrong: Wrong;
  outcome: LinkOutcome | null;
}

/** The form for a report that no wire brought: a link, or a text. */
export function reportPage(
  desk: Desk,
  staff: StaffMember,
  publication: Publication,
  day: string,
  props: Props,
): string {
  const { link, input, wrong, outcome } = props;
  const action = `/desk/${publication.slug}/report/new`;
  return deskPage(
    desk,
    { title: `Add a report · ${publication.name}`, staff, publication, current: 'report' },
    <div class="form">
      <h1>Add a report by hand</h1>
      <p class="soft">
        It becomes a report like any other: kept to the letter, placed among the developments, ready to be cited.{' '}
        <a href={`/desk/${publication.slug}/${day}`}>Back to the day</a>
      </p>
      <form method="post" action={action} aria-labelledby="by-link">
        <h2 id="by-link">A link</h2>
        <input type="hidden" name="day" value={day} />
        <Field name="link" label="Address of the page" wrong={wrong.link}>
          <input
            id="link"
            name="link"
            type="text"
            inputmode="url"
            value={link}
            placeholder="https://…"
            required
            autocomplete="off"
          />
        </Field>
        <button class="strong">Fetch it</button>
        {outcome === 'failed' && (
          <div class="notice" role="alert">
            <p>
              <b>The page could not be fetched or read.</b> It may ask for a sign-in, be too slow or too large, have no
              text, or be no public address.
            </p>
            <p>Open it yourself, copy its text, and paste it below; keep the address with it.</p>
          </div>
        )}
      </form>
      <form method="post" action={action} aria-labelledby="by-text">
        <h2 id="by-text">{outcome === 'look' ? 'What was read from the page' : 'A text'}</h2>
        {outcome === 'look' && (
          <p class="notice" role="status">
            Look it over, say who published it, and take it.
          </p>
        )}
        <input type="hidden" name="day" value={day} />
        <input type="hidden" name="raw" value={input.raw} />
        <div class="two">
          <TextField name="outlet" label="Outlet" hint="Who published it" {...{ input, wrong }} />
          <Field
            name="reported"
            label="Published"
            hint={`Day and time in ${publication.timeZone}`}
            wrong={wrong.reported}
          >
            <input id="reported" name="reported" type="datetime-local" value={input.reported} required />
          </Field>
        </div>
        <TextField name="title" label="Headline" {...{ input, wrong }} />
        <TextField name="url" label="Address, if it has one" {...{ input, wrong }} />
        <Field
          name="body"
          label="Text"
          hint="Exactly as published: citations point at its words, to the letter."
          wrong={wrong.body}
        >
          <textarea id="body" name="body" dir="auto" rows={14} required>
            {input.body}
          </textarea>
        </Field>
        <button class="strong">Take the report</button>
      </form>
    </div>,
  );
}

interface FieldProps {
  name: ReportField | 'link';
  label: string;
  hint?: string;
  wrong?: string | undefined;
  children?: Child;
}

function Field({ name, label, hint, wrong, children }: FieldProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {children}
      {wrong ? (
        <p class="wrong" role="alert" id={`${name}-wrong`}>
          {wrong}
        </p>
      ) : (
        hint && <p class="hint">{hint}</p>
      )}
    </div>
  );
}

function TextField({
  name,
  label,
  hint,
  input,
  wrong,
}: {
  name: 'outlet' | 'title' | 'url';
  label: string;
  hint?: string;
  input: ReportInput;
  wrong: Wrong;
}) {
  return (
    <Field name={name} label={label} wrong={wrong[name]} {...(hint === undefined ? {} : { hint })}>
      <input
        id={name}
        name={name}
        type="text"
        inputmode={name === 'url' ? 'url' : 'text'}
        dir={name === 'url' ? 'ltr' : 'auto'}
        value={input[name]}
        required={name !== 'url'}
        aria-invalid={wrong[name] ? 'true' : 'false'}
      />
    </Field>
  );
}
