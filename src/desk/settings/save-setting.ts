import { recordDeed } from '#platform/audit/audit-store.ts';
import { instantText } from '#platform/clock.ts';
import type { Writer } from '#platform/database/database.ts';
import {
  holdPublication,
  type ProfileProblem,
  type Publication,
  profileProblems,
  savePublication,
} from '#publications/publications.ts';
import type { Newsroom } from '../../newsroom.ts';
import { readAround, type Setting, type SettingField, type Typed, versionOf } from './setting.ts';

export type Saving =
  | { kind: 'saved' }
  | { kind: 'gone' }
  | { kind: 'wrong'; wrong: Typed }
  /** Somebody else saved it since it was looked at. */
  | { kind: 'changed-meanwhile' };

/** What a change makes of the profile as it stands, and what the audit log says of it beside the part's name. */
type Change = { kind: 'change'; given: Partial<Publication>; detail?: Record<string, string | number> };

type Deps = Pick<Newsroom, 'database' | 'clock'>;

const [mostInLine, mostInText] = [500, 20_000];

/** Changes a profile as it stands, while nobody else does; the profile's own judge has the last word. */
export async function changeProfile(
  { database, clock }: Deps,
  asked: { slug: string; part: string; by: string },
  change: (publication: Publication, tx: Writer, at: string) => Saving | Change | Promise<Saving | Change>,
): Promise<Saving> {
  const at = instantText(clock.now());
  return database.write(async (tx): Promise<Saving> => {
    const publication = await holdPublication(tx, asked.slug);
    if (!publication) return { kind: 'gone' };
    const changed = await change(publication, tx, at);
    if (changed.kind !== 'change') return changed;
    const problems = profileProblems({ ...changed.given }, publication);
    if (problems.length > 0) return { kind: 'wrong', wrong: saidOf(problems) };
    await savePublication(tx, { ...publication, ...changed.given }, at);
    const object = `publication:${asked.slug}`;
    const detail = { part: asked.part, ...changed.detail };
    await recordDeed(tx, at, { by: asked.by, action: 'settings changed', object, detail });
    return { kind: 'saved' };
  });
}

/** Saves one setting, and nothing else of the profile; what everybody else saved meanwhile stays. */
export async function saveSetting(
  deps: Deps,
  setting: Setting,
  asked: { slug: string; base: string; typed: Typed; by: string },
): Promise<Saving> {
  let fields: SettingField[] = [];
  const saving = await changeProfile(deps, { ...asked, part: setting.name }, async (publication, tx) => {
    if (versionOf(setting.keys, publication) !== asked.base) return { kind: 'changed-meanwhile' };
    const around = await readAround(tx, asked.slug);
    fields = setting.groups(publication, around).flatMap((group) => group.fields);
    const { given, wrong } = setting.read(asked.typed, publication, around);
    const all = { ...tooLong(asked.typed, fields), ...wrong };
    if (Object.keys(all).length > 0) return { kind: 'wrong', wrong: all };
    const same = versionOf(setting.keys, { ...publication, ...given }) === asked.base;
    return same ? { kind: 'saved' } : { kind: 'change', given };
  });
  return saving.kind === 'wrong' ? { kind: 'wrong', wrong: atFields(saving.wrong, fields) } : saving;
}

/** What is wrong with a profile, at its fields. */
export function saidOf(problems: readonly ProfileProblem[]): Typed {
  return Object.fromEntries(problems.map(({ field, words }) => [field, `This ${words}.`]));
}

/** What is said of a field that the form does not have is said of the form. */
function atFields(wrong: Typed, fields: SettingField[]): Typed {
  const names = new Set(fields.map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(wrong).map(([name, words]) => (names.has(name) ? [name, words] : ['', `“${name}”: ${words}`])),
  );
}

/** What is longer than a field takes, by its name. */
export function tooLong(typed: Typed, fields: SettingField[]): Typed {
  return Object.fromEntries(
    fields.flatMap(({ name, as }) => {
      const most = as === 'area' ? mostInText : mostInLine;
      return (typed[name] ?? '').length > most ? [[name, `This is longer than ${most} characters.`] as const] : [];
    }),
  );
}
