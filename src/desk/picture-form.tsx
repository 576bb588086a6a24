import type { Child } from 'hono/jsx';
import type { PictureInput, WrongPicture } from './picture-input.ts';

/** The words and the rights of a picture, as fields of a form. */
export function PictureFields({ input, wrong }: { input: PictureInput; wrong: WrongPicture }) {
  return (
    <>
      <h2>Words</h2>
      <Area
        name="alt"
        label="Description"
        hint="What is seen in it, for those who cannot see it"
        {...{ input, wrong }}
      />
      <Area
        name="caption"
        label="Caption, if you have one"
        hint="What it shows, where and when. A piece takes it over, and may change it"
        {...{ input, wrong }}
      />
      <Line name="credit" label="Credit" hint="As readers read it: Edda Thornley / Courier" {...{ input, wrong }} />
      <h2>Rights</h2>
      <Line name="owner" label="Whose picture it is" hint="Who may allow it" {...{ input, wrong }} />
      <Area
        name="terms"
        label="What is allowed, if anything limits it"
        hint="Such as: two articles, no newsletter, no cropping"
        {...{ input, wrong }}
      />
      <PictureField
        name="endsOn"
        label="Last day on which it may be shown, if there is one"
        hint="After that day pages describe the picture in words"
        wrong={wrong.endsOn}
      >
        <input id="endsOn" name="endsOn" type="date" value={input.endsOn} {...describedBy('endsOn', wrong.endsOn)} />
      </PictureField>
    </>
  );
}

type Named = {
  name: keyof PictureInput;
  label: string;
  hint: string;
  input: PictureInput;
  wrong: WrongPicture;
};

const required = new Set<keyof PictureInput>(['alt', 'credit', 'owner']);

function Line({ name, label, hint, input, wrong }: Named) {
  return (
    <PictureField name={name} label={label} hint={hint} wrong={wrong[name]}>
      <input
        id={name}
        name={name}
        type="text"
        dir="auto"
        autocomplete="off"
        value={input[name]}
        required={required.has(name)}
        {...describedBy(name, wrong[name])}
      />
    </PictureField>
  );
}

function Area({ name, label, hint, input, wrong }: Named) {
  return (
    <PictureField name={name} label={label} hint={hint} wrong={wrong[name]}>
      <textarea
        id={name}
        name={name}
        rows={2}
        dir="auto"
        required={required.has(name)}
        {...describedBy(name, wrong[name])}
      >
        {input[name]}
      </textarea>
    </PictureField>
  );
}

export function describedBy(name: string, wrong: string | undefined) {
  return { 'aria-describedby': `${name}-hint`, ...(wrong ? { 'aria-invalid': 'true' as const } : {}) };
}

/** A field with its label, and what is wrong with it in the place of its hint. */
export function PictureField(props: {
  name: string;
  label: string;
  hint: string;
  wrong: string | undefined;
  children?: Child;
}) {
  const { name, label, hint, wrong, children } = props;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {children}
      {wrong ? (
        <p class="wrong" role="alert" id={`${name}-hint`}>
          {wrong}
        </p>
      ) : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
