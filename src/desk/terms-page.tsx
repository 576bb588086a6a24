import type { StaffMember } from '#staff/staff.ts';
import type { Wire } from '#wires/wires.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import { AreaField, LineField } from './form-field.tsx';

/** The form for a wire's terms as it was typed. */
export interface TermsInput {
  text: string;
  internal: boolean;
  mostWords: string;
  /** The last day, in `zone`. */
  lastDay: string;
  credit: string;
  /** Places, parted by commas. */
  notIn: string;
  noCopy: boolean;
}

/** What the reports of a wire may be used for, as an editor says it. */
export function termsPage(
  desk: Desk,
  staff: StaffMember,
  { wire, input, wrong, zone }: { wire: Wire; input: TermsInput; wrong: Record<string, string>; zone: string },
): string {
  const tick = (name: 'internal' | 'noCopy', label: string, hint: string) => (
    <div class="field">
      <label class="choice">
        <input type="checkbox" name={name} value="yes" checked={input[name]} aria-describedby={`${name}-hint`} />{' '}
        {label}
      </label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    </div>
  );
  return deskPage(
    desk,
    { title: `Terms of use: ${wire.outlet}`, staff, current: 'wires' },
    <div class="wires">
      <p class="soft">
        <a href={`/desk/wires#${wire.id}`}>Wires</a>
      </p>
      <h1>
        Terms of use: <bdi>{wire.outlet}</bdi>
      </h1>
      <p class="soft">
        They go for all of its reports, those that are here already too, beside what a report says of itself; of two
        rules the stricter. What they do not allow any more becomes a task of the pieces that cite it.
      </p>
      <form method="post" action={`/desk/wires/${wire.id}/terms`} class="form terms-form">
        {tick('internal', 'Not to be cited', 'For the desk’s knowledge alone: no draft and no citation uses it.')}
        <div class="two">
          <LineField
            name="mostWords"
            label="Most words in one piece"
            hint="Of one report, counted in the spans that are cited. Left empty, any number."
            value={input.mostWords}
            wrong={wrong}
            dir="ltr"
          />
          <LineField
            name="lastDay"
            type="date"
            label="Last day of use"
            hint={`In the time of ${zone}. Left empty, without an end.`}
            value={input.lastDay}
            wrong={wrong}
          />
          <LineField
            name="credit"
            label="Credit that has to stand in the piece"
            hint="To the letter, such as “Reporting by Halyard”."
            value={input.credit}
            wrong={wrong}
          />
          <LineField
            name="notIn"
            label="Places where it may not be shown"
            hint="Parted by commas. Daybook is read everywhere: an editor has to say why such a report is cited."
            value={input.notIn}
            wrong={wrong}
          />
        </div>
        {tick('noCopy', 'No copy for keeping', 'Of what is cited the hash is kept, not the text beside it.')}
        <AreaField
          name="text"
          label="What was agreed"
          hint="Shown at the desk with each of its reports."
          rows={3}
          value={input.text}
          wrong={wrong}
        />
        <button class="strong">Save the terms</button>
      </form>
    </div>,
  );
}
