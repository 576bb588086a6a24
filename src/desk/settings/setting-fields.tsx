import { directionOf } from '#platform/language.ts';
import type { FieldGroup, SettingField, Typed } from './setting.ts';

interface Given {
  /** The name of the setting: fields of several stand on one page. */
  of: string;
  typed: Typed;
  wrong: Typed;
  /** What somebody else saved meanwhile, to stand beside what was typed. */
  beside: Typed | null;
  /** The field that the reader is taken to. */
  focus: string | null;
}

/** Fields that belong together, with a heading where there are several such groups. */
export function FieldGroupOf({ group, ...given }: Given & { group: FieldGroup }) {
  const fields = group.fields.map((field) =>
    field.as === 'radios' ? <Radios field={field} {...given} /> : <Single field={field} {...given} />,
  );
  const note = group.note !== undefined && <p class="soft">{group.note}</p>;
  if (group.legend === null)
    return (
      <>
        {note}
        {fields}
      </>
    );
  return (
    <fieldset>
      <legend>{group.legend}</legend>
      {note}
      {fields}
    </fieldset>
  );
}

type FieldGiven = Given & { field: SettingField };

function Single({ field, ...given }: FieldGiven) {
  const { name, label, as, lang, options = [], rows, suggests } = field;
  const id = `${given.of}-${name}`;
  const value = given.typed[name] ?? '';
  const wrong = given.wrong[name];
  const control = {
    id,
    name,
    ...describedBy(field, id, given.wrong),
    ...(wrong === undefined ? {} : { 'aria-invalid': 'true' as const }),
    ...(given.focus === name ? { autofocus: true } : {}),
    ...(lang !== undefined
      ? { lang, dir: directionOf(lang) }
      : as === 'line' || as === 'area'
        ? { dir: 'auto' as const }
        : {}),
  };
  if (as === 'tick')
    return (
      <div class="field">
        <label class="choice" for={id}>
          <input type="checkbox" value="yes" checked={value !== ''} {...control} />
          <span>{label}</span>
        </label>
        <Beneath field={field} id={id} {...given} />
      </div>
    );
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {as === 'area' ? (
        <textarea rows={rows ?? 4} {...control}>
          {value}
        </textarea>
      ) : as === 'select' ? (
        <select {...control}>
          {options.map((option) => (
            <option value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          type={as === 'day' ? 'date' : as === 'number' ? 'number' : 'text'}
          value={value}
          autocomplete="off"
          {...control}
          {...(suggests ? { list: `${id}-list` } : {})}
        />
      )}
      {suggests && (
        <datalist id={`${id}-list`}>
          {suggests.map((each) => (
            <option value={each} />
          ))}
        </datalist>
      )}
      <Beneath field={field} id={id} {...given} />
    </div>
  );
}

function Radios({ field, ...given }: FieldGiven) {
  const { name, label, options = [] } = field;
  const id = `${given.of}-${name}`;
  return (
    <fieldset class="field" {...describedBy(field, id, given.wrong)}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label class="choice">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={given.typed[name] === option.value}
            autofocus={given.focus === name && option === options[0]}
          />
          <span>{option.label}</span>
        </label>
      ))}
      <Beneath field={field} id={id} {...given} />
    </fieldset>
  );
}

function describedBy({ name, hint }: SettingField, id: string, wrong: Typed): { 'aria-describedby'?: string } {
  return hint === undefined && wrong[name] === undefined ? {} : { 'aria-describedby': `${id}-hint` };
}

/** What is wrong with a field, or else what it is for; and what it says now, where somebody else saved it. */
function Beneath({ field, id, wrong, beside, typed }: FieldGiven & { id: string }) {
  const { name, hint, lang } = field;
  const theirs = beside?.[name] ?? '';
  return (
    <>
      {wrong[name] !== undefined ? (
        <p class="wrong" id={`${id}-hint`}>
          {wrong[name]}
        </p>
      ) : (
        hint !== undefined && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )
      )}
      {beside !== null && theirs !== (typed[name] ?? '') && (
        <p class="theirs">
          Saved meanwhile:{' '}
          {theirs === '' ? (
            <i>nothing</i>
          ) : (
            <b {...(lang && { lang, dir: directionOf(lang) })}>{shownAs(field, theirs)}</b>
          )}
        </p>
      )}
    </>
  );
}

function shownAs({ as, options = [] }: SettingField, value: string): string {
  if (as === 'tick') return 'ticked';
  return options.find((option) => option.value === value)?.label ?? value;
}
