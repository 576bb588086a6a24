import type { Child } from 'hono/jsx';
import { firstLanguage, type Publication } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import type { Desk } from '../desk-context.ts';
import { deskPage } from '../desk-frame.tsx';
import { capital, counted } from '../words.ts';
import { type Around, type Setting, type Typed, versionOf } from './setting.ts';
import { FieldGroupOf } from './setting-fields.tsx';
import { rankSetting } from './rank-setting.ts';
import { settings } from './settings.ts';

/** What has just become of a setting. */
export type Shown =
  | { kind: 'saved'; setting: string }
  /** Shown as it would be, and not saved. */
  | { kind: 'tried'; setting: string; typed: Typed; base: string }
  | { kind: 'wrong'; setting: string; typed: Typed; wrong: Typed }
  | { kind: 'changed-meanwhile'; setting: string; typed: Typed };

export interface SettingsView {
  publication: Publication;
  around: Around;
  shown: Shown | null;
  /** It was made a moment ago. */
  isNew?: boolean;
}

export function settingsPage(desk: Desk, staff: StaffMember, view: SettingsView): string {
  const { publication, around, shown } = view;
  const failed = shown?.kind === 'wrong' || shown?.kind === 'changed-meanwhile';
  return deskPage(
    desk,
    { title: `${failed ? 'Not saved · ' : ''}Settings · ${publication.name}`, staff, publication, current: 'settings' },
    <div class="form settings">
      <h1>Settings</h1>
      {view.isNew && (
        <p class="notice good" role="status">
          The publication is there, and in no list yet. Say what it is, part by part; then list it under “Rights and
          listing”.
        </p>
      )}
      <p class="soft">Each part is saved by itself. What you save is what readers get at once.</p>
      {settings.map((setting) => (
        <Section setting={setting} view={view} />
      ))}
      <Elsewhere href={`/desk/${publication.slug}/settings/logo`} title="Logo">
        {publication.logo ? 'In the masthead.' : 'None: the name is set in type.'}
      </Elsewhere>
      <Elsewhere href={`/desk/${publication.slug}/settings/ranking`} title={rankSetting.title}>
        {rankSetting.stands(publication, around)}
      </Elsewhere>
      <Elsewhere href={`/desk/${publication.slug}/settings/topics`} title="Topics">
        {publication.topics.length === 0
          ? 'None yet.'
          : publication.topics.map(({ slug, name }) => name[firstLanguage(publication)] ?? slug).join(', ')}
      </Elsewhere>
      <Elsewhere href={`/desk/${publication.slug}/pieces?kind=page`} title="Standing pages">
        About, masthead, independence, funders, partners, copyright, terms: pieces of the kind page, at addresses of
        theirs.
      </Elsewhere>
      <Elsewhere href={`/desk/${publication.slug}/settings/labels`} title="Tags and categories">
        What pieces bring of them: renamed, and merged.
      </Elsewhere>
      <Elsewhere href={`/desk/${publication.slug}/settings/names`} title="Names and house style">
        {publication.names.length === 0 ? 'None yet.' : `${capital(counted(publication.names.length, 'name'))}.`}
      </Elsewhere>
    </div>,
  );
}

/** A setting that has a page of its own. */
function Elsewhere({ href, title, children }: { href: string; title: string; children?: Child }) {
  return (
    <section class="setting elsewhere">
      <h2>
        <a href={href}>{title}</a>
      </h2>
      <span class="soft">{children}</span>
    </section>
  );
}

function Section({ setting, view }: { setting: Setting; view: SettingsView }) {
  const { publication, around } = view;
  const { name, title, keys } = setting;
  const shown = view.shown?.setting === name ? view.shown : null;
  const standing = setting.write(publication, around);
  const typed = shown && shown.kind !== 'saved' ? shown.typed : standing;
  const wrong =
    shown?.kind === 'wrong'
      ? shown.wrong
      : shown?.kind === 'tried'
        ? setting.read(typed, publication, around).wrong
        : {};
  const beside = shown?.kind === 'changed-meanwhile' ? standing : null;
  const groups = setting.groups(publication, around);
  const firstWrong = groups.flatMap(({ fields }) => fields).find((field) => wrong[field.name] !== undefined)?.name;
  return (
    <details class="setting" id={name} open={shown !== null}>
      <summary>
        <h2>{title}</h2>
        <span class="soft">{setting.stands(publication, around)}</span>
      </summary>
      {shown?.kind === 'saved' && (
        <p class="notice good" role="status">
          Saved.
        </p>
      )}
      {shown?.kind === 'wrong' && (
        <p class="notice" role="alert">
          Nothing was saved. {wrong[''] ?? 'What you wrote is still here; what is wrong stands beneath its field.'}
        </p>
      )}
      {beside && (
        <p class="notice" role="alert">
          <b>Nothing of yours was saved: somebody else saved this part while you were at it.</b> What they saved stands
          beneath each field that differs. Save again to put yours in its place.
        </p>
      )}
      <form method="post" action={`/desk/${publication.slug}/settings/${name}#${name}`}>
        <input type="hidden" name="base" value={shown?.kind === 'tried' ? shown.base : versionOf(keys, publication)} />
        {groups.map((group) => (
          <FieldGroupOf group={group} of={name} {...{ typed, wrong, beside }} focus={firstWrong ?? null} />
        ))}
        {setting.look?.(typed)}
        <button class="strong" aria-label={`Save: ${title}`}>
          Save
        </button>
        {setting.look && (
          <button
            class="button"
            name="try"
            value={name}
            formmethod="get"
            formaction={`/desk/${publication.slug}/settings#${name}`}
          >
            Look at it first
          </button>
        )}
      </form>
    </details>
  );
}
