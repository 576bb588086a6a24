import { type AuthorInput, authorRoles, blankAuthor, type DetailsInput, type WrongDetails } from './details-input.ts';
import { AreaField, LineField } from './form-field.tsx';

/** Who made a piece, in the order in which they are named, and a row for somebody more. */
export function Authors({ authors, wrong }: { authors: AuthorInput[]; wrong: WrongDetails }) {
  const rows = [...authors, blankAuthor, ...(authors.length === 0 ? [blankAuthor] : [])];
  return (
    <>
      <h2>By</h2>
      <p class="hint">In the order in which they are named. An empty name takes somebody out; save to name more.</p>
      {rows.map((author, row) => (
        <fieldset class="author">
          <legend class="spoken">{author.name || 'Somebody more'}</legend>
          <div class="two">
            <LineField name={`author-${row}`} label="Name" value={author.name} wrong={wrong} />
            <div class="field">
              <label for={`author-${row}-role`}>Role</label>
              <select id={`author-${row}-role`} name={`author-${row}-role`}>
                {authorRoles.map((role) => (
                  <option value={role} selected={role === author.role}>
                    {role}
                  </option>
                ))}
              </select>
            </div>
          </div>
          <details open={wrong[`author-${row}-url`] !== undefined}>
            <summary>More about them{author.title || author.bio || author.url ? '' : ' (nothing yet)'}</summary>
            <LineField
              name={`author-${row}-title`}
              label="What they are"
              hint="Such as: engineer in Ashmere"
              value={author.title}
              wrong={wrong}
            />
            <LineField name={`author-${row}-url`} label="Their address" value={author.url} dir="ltr" wrong={wrong} />
            <AreaField name={`author-${row}-bio`} label="Biography" value={author.bio} rows={3} wrong={wrong} />
          </details>
        </fieldset>
      ))}
    </>
  );
}

/** When and where a talk is, as the clock of its place shows it. */
export function TalkFields({ input, wrong }: { input: DetailsInput; wrong: WrongDetails }) {
  const { talk } = input;
  return (
    <>
      <h2>When and where</h2>
      <div class="two">
        <LineField name="starts" type="datetime-local" label="Begins" value={talk.starts} wrong={wrong} />
        <LineField name="ends" type="datetime-local" label="Ends, if known" value={talk.ends} wrong={wrong} />
      </div>
      <LineField
        name="timeZone"
        label="Zone of that clock"
        hint="Such as Asia/Beirut"
        value={talk.timeZone}
        dir="ltr"
        wrong={wrong}
      />
      <LineField name="place" label="Place" value={talk.place} wrong={wrong} />
      <div class="two">
        <LineField
          name="rsvp"
          label="Where to answer"
          hint="A web or e-mail address"
          value={talk.rsvp}
          dir="ltr"
          wrong={wrong}
        />
        <LineField
          name="recording"
          label="Recording"
          hint="A web address"
          value={talk.recording}
          dir="ltr"
          wrong={wrong}
        />
      </div>
    </>
  );
}
