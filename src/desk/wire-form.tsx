import type { Publication } from '#publications/publications.ts';
import type { WireKind } from '#wires/wires.ts';
import { capital, counted } from './words.ts';

/** What the form for a wire holds, as it was typed. */
export interface WireInput {
  kind: WireKind;
  outlet: string;
  url: string;
  /** Of a folder. */
  folder: string;
  /** Of a mailbox: its server, whose it is there, and what it is called. The password is never shown again. */
  server: string;
  user: string;
  password: string;
  mailbox: string;
  /** Of a page: selectors. */
  item: string;
  title: string;
  link: string;
  date: string;
  lang: string;
  visibility: 'public' | 'private';
  publications: string[];
}

export type WrongWire = Partial<Record<keyof WireInput, string>>;

/** What was found on a page when an editor looked: the wire is not added yet. */
export interface FoundOnPage {
  items: { title: string; url: string | null; publishedAt: string | null }[];
  setAside: { item: string; reason: string }[];
}

export const blankWire: WireInput = {
  kind: 'feed',
  outlet: '',
  url: '',
  folder: '',
  server: '',
  user: '',
  password: '',
  mailbox: 'INBOX',
  item: '',
  title: '',
  link: '',
  date: '',
  lang: '',
  visibility: 'public',
  publications: [],
};

interface FieldProps {
  name:
    | 'outlet'
    | 'url'
    | 'folder'
    | 'server'
    | 'user'
    | 'password'
    | 'mailbox'
    | 'item'
    | 'title'
    | 'link'
    | 'date'
    | 'lang';
  label: string;
  hint: string;
  /** Only of wires of these kinds. */
  of?: WireKind[];
}

/** The form for another wire. What does not belong to the kind that is chosen is hidden, where the browser can. */
export function AddWire({
  publications,
  input,
  wrong,
  found,
}: {
  publications: Publication[];
  input: WireInput;
  wrong: WrongWire;
  found: FoundOnPage | null;
}) {
  const field = ({ name, label, hint, of }: FieldProps) => (
    <div class={`field ${(of ?? []).map((kind) => `of-${kind}`).join(' ')}`}>
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={name === 'password' ? 'password' : 'text'}
        value={name === 'password' ? '' : input[name]}
        autocomplete={name === 'password' ? 'new-password' : 'off'}
        aria-invalid={wrong[name] ? 'true' : 'false'}
        required={name === 'outlet'}
        dir={name === 'outlet' ? 'auto' : 'ltr'}
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
  const kind = (value: WireKind, label: string) => (
    <label class="choice">
      <input type="radio" name="kind" value={value} checked={input.kind === value} /> {label}
    </label>
  );
  return (
    <form method="post" action="/desk/wires" class="form wire-form" id="add">
      <h2>Add a wire</h2>
      <fieldset class="field">
        <legend>What it is</legend>
        {kind('feed', 'The address of a feed or of an agency’s service')}
        {kind('page', 'A page without a feed')}
        {kind('folder', 'A folder on this machine, into which files or mail are delivered')}
        {kind('mailbox', 'A mailbox on a mail server (IMAP)')}
      </fieldset>
      <div class="two">
        {field({ name: 'outlet', label: 'Outlet', hint: 'As readers should read it' })}
        {field({
          name: 'url',
          label: 'Its address',
          hint: 'Of a feed: RSS, Atom, JSON Feed, NewsML-G2, NITF or ninjs',
          of: ['feed', 'page'],
        })}
        {field({
          name: 'folder',
          label: 'Name of the folder',
          hint: 'It is made as inbox/NAME in the data folder. Any of the formats, mail (.eml, mbox) and Maildir are read.',
          of: ['folder'],
        })}
        {field({
          name: 'server',
          label: 'Mail server',
          hint: 'Such as imap.example.org. It is read over TLS; nothing in the mailbox is changed or marked as read.',
          of: ['mailbox'],
        })}
        {field({ name: 'mailbox', label: 'Mailbox', hint: 'INBOX, or the name of a folder in it', of: ['mailbox'] })}
        {field({ name: 'user', label: 'User', hint: 'As the mail server knows it', of: ['mailbox'] })}
        {field({
          name: 'password',
          label: 'Password',
          hint: 'Best one for this use alone. It is kept in the data folder, and in no backup.',
          of: ['mailbox'],
        })}
        {field({
          name: 'lang',
          label: 'Language',
          hint: 'Such as en or ar; found by itself where it is left empty',
        })}
        <Visibility chosen={input.visibility} />
      </div>
      <fieldset class="field of-page">
        <legend>Where its items stand on the page, as CSS selectors</legend>
        <div class="two">
          {field({ name: 'item', label: 'Each item', hint: 'Such as main article, or ul.news > li' })}
          {field({ name: 'title', label: 'Its title', hint: 'Inside the item; left empty, the words of the link' })}
          {field({ name: 'link', label: 'Its link', hint: 'Left empty, the first link of the item' })}
          {field({ name: 'date', label: 'Its date', hint: 'Left empty, that of the page behind the link' })}
        </div>
        <button name="look" value="yes" formnovalidate>
          Look what is found
        </button>
      </fieldset>
      {found && <Found {...found} />}
      <ForPublications publications={publications} chosen={input.publications} wrong={wrong.publications} />
      <button class="strong">Add the wire</button>
    </form>
  );
}

function Found({ items, setAside }: FoundOnPage) {
  return (
    <section class="notice found" id="found" role="status">
      <p>
        {capital(counted(items.length, 'item'))} found. {items.length > 0 && 'The wire is not added yet.'}
      </p>
      <ol>
        {items.slice(0, 10).map(({ title, url, publishedAt }) => (
          <li>
            <bdi>{title}</bdi>{' '}
            <span class="soft">
              <bdi dir="ltr">{url}</bdi>
              {publishedAt && ` · ${publishedAt.slice(0, 10)}`}
            </span>
          </li>
        ))}
      </ol>
      {setAside.length > 0 && (
        <p>
          Left out:{' '}
          {setAside
            .slice(0, 5)
            .map(({ item, reason }) => `${item} (${reason})`)
            .join(', ')}
          {setAside.length > 5 && ` and ${setAside.length - 5} more`}.
        </p>
      )}
    </section>
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
