import { pieceKinds } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import { FormField, LineField } from './form-field.tsx';
import { englishName } from './day-page.tsx';
import { kindWords } from './kind-words.ts';

/** What the form of a new piece holds, as it was typed. */
export interface NewPieceInput {
  kind: string;
  lang: string;
  title: string;
  day: string;
}

interface View {
  input: NewPieceInput;
  wrong: Record<string, string>;
  /** The piece that stands at the address already. */
  taken: string | null;
}

/** The form that begins a piece. */
export function newPiecePage(desk: Desk, staff: StaffMember, publication: Publication, view: View): string {
  const { input, wrong, taken } = view;
  return deskPage(
    desk,
    { title: 'New piece', staff, publication, current: 'pieces' },
    <div class="form">
      <h1>New piece</h1>
      <p class="soft">
        It begins unpublished. The summary of a day is best drafted{' '}
        <a href={`/desk/${publication.slug}`}>from its reports</a>.
      </p>
      {taken !== null && (
        <p class="notice" role="alert">
          A piece stands at that address already: <a href={`/desk/piece/${taken}`}>open it</a>, or give this one another
          title or day.
        </p>
      )}
      <form method="post" action={`/desk/${publication.slug}/pieces`}>
        <fieldset class="field">
          <legend>Kind</legend>
          {pieceKinds.map((kind) => (
            <label class="choice kind">
              <input type="radio" name="kind" value={kind} checked={input.kind === kind} required />
              <span>
                {kindWords[kind].one}
                <span class="hint"> {kindWords[kind].what}</span>
              </span>
            </label>
          ))}
          {wrong.kind && (
            <p class="wrong" role="alert">
              {wrong.kind}
            </p>
          )}
        </fieldset>
        {publication.languages.length > 1 && (
          <FormField name="lang" label="Language" wrong={wrong}>
            <select id="lang" name="lang">
              {publication.languages.map((lang) => (
                <option value={lang} selected={lang === input.lang}>
                  {englishName(lang)}
                </option>
              ))}
            </select>
          </FormField>
        )}
        <LineField
          name="title"
          label="Title"
          hint="The address is made of it. Both can be changed until the piece is published."
          value={input.title}
          wrong={wrong}
        />
        <LineField
          name="day"
          type="date"
          label="Day"
          hint="Of a summary, an article and a community piece. Its address holds it."
          value={input.day}
          wrong={wrong}
        />
        <button class="strong">Begin</button>
      </form>
    </div>,
  );
}
