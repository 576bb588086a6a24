import type { Child } from 'hono/jsx';

interface Props {
  name: string;
  label: string;
  hint?: string | undefined;
  wrong: Record<string, string>;
}

/** A field of a form: its label, and below it what is wrong with it, or else its hint. */
export function FormField({ name, label, hint, wrong, children }: Props & { children?: Child }) {
  const said = wrong[name];
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {children}
      {said ? (
        <p class="wrong" role="alert" id={`${name}-hint`}>
          {said}
        </p>
      ) : (
        hint !== undefined && (
          <p class="hint" id={`${name}-hint`}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}

/** A line of text. `dir` is the text's own where nothing else is said. */
export function LineField(
  props: Props & { value: string; type?: 'text' | 'date' | 'datetime-local'; dir?: 'ltr' | 'auto'; list?: string },
) {
  const { value, type = 'text', dir = 'auto', list, ...field } = props;
  return (
    <FormField {...field}>
      <input
        id={field.name}
        name={field.name}
        type={type}
        dir={dir}
        value={value}
        list={list}
        autocomplete="off"
        {...fieldState(field)}
      />
    </FormField>
  );
}

export function AreaField(props: Props & { value: string; rows: number; dir?: 'ltr' | 'auto' }) {
  const { value, rows, dir = 'auto', ...field } = props;
  return (
    <FormField {...field}>
      <textarea id={field.name} name={field.name} rows={rows} dir={dir} {...fieldState(field)}>
        {value}
      </textarea>
    </FormField>
  );
}

/** What else a field says of itself: what describes it, and that it is wrong. */
export function fieldState({ name, hint, wrong }: Pick<Props, 'name' | 'hint' | 'wrong'>) {
  return {
    ...(hint !== undefined || wrong[name] ? { 'aria-describedby': `${name}-hint` } : {}),
    ...(wrong[name] ? { 'aria-invalid': 'true' as const } : {}),
  };
}
