import type { Publication } from '#publications/publications.ts';

export interface WireInput {
  outlet: string;
  url: string;
  lang: string;
  visibility: 'public' | 'private';
  publications: string[];
}

export type WrongWire = Partial<Record<keyof WireInput, string>>;

export const blankWire: WireInput = { outlet: '', url: '', lang: '', visibility: 'public', publications: [] };

/** The form for another wire. */
export function AddWire({
  publications,
  input,
  wrong,
}: {
  publications: Publication[];
  input: WireInput;
  wrong: WrongWire;
}) {
  const text = (name: 'outlet' | 'url' | 'lang', label: string, hint: string) => (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="text"
        value={input[name]}
        aria-invalid={wrong[name] ? 'true' : 'false'}
        required={name !== 'lang'}
      />
      {wrong[name] ? (
        <p class="wrong" role="alert">
          {wrong[name]}
        </p>
      ) : (
        <p class="hint">{hint}</p>
      )}
    </div>
  );
  return (
    <form method="post" action="/desk/wires" class="form" id="add">
      <h2>Add a wire</h2>
      <div class="two">
        {text('outlet', 'Outlet', 'As readers should read it')}
        {text('url', 'Address of its feed', 'RSS, Atom or JSON Feed')}
        {text('lang', 'Language', 'Such as en or ar; found by itself where it is left empty')}
        <Visibility chosen={input.visibility} />
      </div>
      <ForPublications publications={publications} chosen={input.publications} wrong={wrong.publications} />
      <button class="strong">Add the wire</button>
    </form>
  );
}

/** Whether it is in public lists. */
export function Visibility({ chosen }: { chosen: WireInput['visibility'] }) {
  return (
    <fieldset class="field">
      <legend>Who may see that you follow it</legend>
      <label class="choice">
        <input type="radio" name="visibility" value="public" checked={chosen === 'public'} /> Public
      </label>
      <label class="choice">
        <input type="radio" name="visibility" value="private" checked={chosen === 'private'} /> Private: in no public
        list
      </label>
    </fieldset>
  );
}

/** Which publications it serves; where there is one alone, that. */
export function ForPublications({
  publications,
  chosen,
  wrong,
}: {
  publications: Publication[];
  chosen: string[];
  wrong?: string | undefined;
}) {
  return (
    <fieldset class="field">
      <legend>For</legend>
      {publications.map(({ slug, name }) => (
        <label class="choice">
          <input
            type="checkbox"
            name="publications"
            value={slug}
            checked={chosen.includes(slug) || publications.length === 1}
          />{' '}
          {name}
        </label>
      ))}
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
