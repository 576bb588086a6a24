import { firstLanguage, type Publication, type StoryName } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import { languageAttributes } from '#ui/direction.ts';
import { FindForm, FoundBy } from '../find-form.tsx';
import type { Desk } from '../desk-context.ts';
import { deskPage } from '../desk-frame.tsx';
import { Pager } from '../pager.tsx';
import { capital, counted } from '../words.ts';
import { calledIn, entryOf, findNames, nameFields, nameKinds, typedName } from './name-deeds.ts';
import type { Typed } from './setting.ts';
import { FieldGroupOf } from './setting-fields.tsx';

/** What became of an act: `at` is the entry, or `new`. */
export type NamesShown =
  | { kind: 'said'; words: string }
  | { kind: 'wrong'; at: string; typed: Typed; wrong: Typed }
  | { kind: 'changed-meanwhile'; at: string; typed: Typed };

interface NamesView {
  publication: Publication;
  words: string;
  page: number;
  shown: NamesShown | null;
}

const onPage = 50;

/** The names of a story with their spellings: what the gate looks for, and how they are written here. */
export function namesPage(desk: Desk, staff: StaffMember, view: NamesView): string {
  const { publication, shown, words } = view;
  const action = `/desk/${publication.slug}/settings/names`;
  const found = findNames(publication, words);
  const pages = Math.max(1, Math.ceil(found.length / onPage));
  const page = Math.min(view.page, pages);
  const failed = shown !== null && shown.kind !== 'said';
  const typedNew = failed && shown.at === 'new' ? shown : null;
  return deskPage(
    desk,
    {
      title: `${failed ? 'Not saved · ' : ''}Names and house style · ${publication.name}`,
      staff,
      publication,
      current: 'settings',
    },
    <div class="form settings">
      <p class="soft">
        <a href={`/desk/${publication.slug}/settings`}>Settings</a>
      </p>
      <h1>Names and house style</h1>
      <p class="soft">
        People, places, groups, outlets and terms of this story. The gate looks for them where no capitals tell names,
        as in Arabic, and takes every spelling for the same name.
      </p>
      {shown?.kind === 'said' && (
        <p class="notice good" role="status">
          {shown.words}
        </p>
      )}
      {shown?.kind === 'changed-meanwhile' && (
        <p class="notice" role="alert">
          <b>Nothing was done: somebody else changed that entry, or deleted it, while you were at it.</b> The list shows
          how it stands now; what you wrote is in the form beneath it, and becomes an entry of its own if you add it.
        </p>
      )}
      {publication.names.length === 0 ? (
        <section class="teach">
          <h2>There is no name yet</h2>
          <p>
            Begin with those that every summary holds: the ministry, the front line’s towns, the monitor that counts.
          </p>
        </section>
      ) : (
        <>
          <FindForm
            {...{ action, words }}
            label="Words of a name or spelling"
            more={
              <a class="button" href="#new">
                Add a name
              </a>
            }
          />
          <p class="soft" role="status">
            {capital(counted(found.length, 'name'))}
            <FoundBy words={words} all={action} />
          </p>
        </>
      )}
      <ul class="entries">
        {found.slice((page - 1) * onPage, page * onPage).map((name) => (
          <Entry name={name} view={view} action={action} />
        ))}
      </ul>
      {pages > 1 && (
        <Pager
          alphabetical
          page={page}
          pages={pages}
          to={(to) => `${action}?${new URLSearchParams({ q: words, page: String(to) }).toString()}`}
        />
      )}
      <section aria-labelledby="new-name" id="new">
        <h2 id="new-name">Add a name</h2>
        <form method="post" action={`${action}#new`}>
          <FieldGroupOf
            group={{ legend: null, fields: nameFields(publication) }}
            of="new"
            typed={typedNew?.typed ?? (shown?.kind === 'changed-meanwhile' ? shown.typed : {})}
            wrong={typedNew?.kind === 'wrong' ? typedNew.wrong : {}}
            beside={null}
            focus={typedNew?.kind === 'wrong' ? (Object.keys(typedNew.wrong)[0] ?? null) : null}
          />
          <button class="strong">Add the name</button>
        </form>
      </section>
    </div>,
  );
}

function Entry({ name, view, action }: { name: StoryName; view: NamesView; action: string }) {
  const { publication, shown, words, page } = view;
  const entry = entryOf(name);
  const mine = shown?.kind === 'wrong' && shown.at === entry ? shown : null;
  const called = calledIn(publication, name);
  const place = (
    <>
      <input type="hidden" name="q" value={words} />
      <input type="hidden" name="page" value={String(page)} />
    </>
  );
  return (
    <li id={`n${entry}`}>
      <details open={mine !== null}>
        <summary>
          <b {...languageAttributes(firstLanguage(publication), 'en')}>{called}</b>{' '}
          <span class="soft">
            {capital(nameKinds[name.kind])}
            {[...Object.values(name.name).filter((text) => text !== called), ...(name.also ?? [])].map((spelling) => (
              <>
                {' '}
                · <bdi>{spelling}</bdi>
              </>
            ))}
          </span>
        </summary>
        <form method="post" action={`${action}/${entry}/save#n${entry}`}>
          {place}
          <FieldGroupOf
            group={{ legend: null, fields: nameFields(publication) }}
            of={entry}
            typed={mine?.typed ?? typedName(publication, name)}
            wrong={mine?.wrong ?? {}}
            beside={null}
            focus={Object.keys(mine?.wrong ?? {})[0] ?? null}
          />
          <button class="strong" aria-label={`Save: ${called}`}>
            Save
          </button>
        </form>
        <form method="post" action={`${action}/${entry}/delete`} class="apart">
          {place}
          <button class="button" aria-label={`Delete this name: ${called}`}>
            Delete this name
          </button>
        </form>
      </details>
    </li>
  );
}
