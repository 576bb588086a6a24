import { recordDeed } from '#platform/audit/audit-store.ts';
import { instantText } from '#platform/clock.ts';
import { holdPublication, type Publication, profileProblems, savePublication } from '#publications/publications.ts';
import type { Newsroom } from '../../newsroom.ts';
import { readAround, type Setting, type SettingField, type Typed, versionOf } from './setting.ts';

export type Saving =
  | { kind: 'saved' }
  | { kind: 'gone' }
  | { kind: 'wrong'; wrong: Typed }
  /** Somebody else saved it since it was looked at. */
  | { kind: 'changed-meanwhile' };

const [mostInLine, mostInText] = [500, 20_000];

/** Saves one setting, and nothing else of the profile; what everybody else saved meanwhile stays. */
export async function saveSetting(
  { database, clock }: Pick<Newsroom, 'database' | 'clock'>,
  setting: Setting,
  asked: { slug: string; base: string; typed: Typed; by: string },
): Promise<Saving> {
  const at = instantText(clock.now());
  return database.write(async (tx): Promise<Saving> => {
    const publication = await holdPublication(tx, asked.slug);
    if (!publication) return { kind: 'gone' };
    if (versionOf(setting.keys, publication) !== asked.base) return { kind: 'changed-meanwhile' };
    const around = await readAround(tx, asked.slug);
    const { given, wrong } = setting.read(asked.typed, publication, around);
    const fields = setting.groups(publication, around).flatMap((group) => group.fields);
    const all = { ...judged(given, publication, fields), ...tooLong(asked.typed, fields), ...wrong };
    if (Object.keys(all).length > 0) return { kind: 'wrong', wrong: all };
    const changed: Publication = { ...publication, ...given };
    if (versionOf(setting.keys, changed) === asked.base) return { kind: 'saved' };
    await savePublication(tx, changed, at);
    const object = `publication:${asked.slug}`;
    await recordDeed(tx, at, { by: asked.by, action: 'settings changed', object, detail: { part: setting.name } });
    return { kind: 'saved' };
  });
}

/** What the profile's own judge says, at the field of that name where the form has one. */
function judged(given: Partial<Publication>, publication: Publication, fields: SettingField[]): Typed {
  const names = new Set(fields.map(({ name }) => name));
  const wrong: Typed = {};
  for (const { field, words } of profileProblems({ ...given }, publication))
    if (names.has(field)) wrong[field] = `This ${words}.`;
    else wrong[''] = `“${field}” ${words}.`;
  return wrong;
}

function tooLong(typed: Typed, fields: SettingField[]): Typed {
  return Object.fromEntries(
    fields.flatMap(({ name, as }) => {
      const most = as === 'area' ? mostInText : mostInLine;
      return (typed[name] ?? '').length > most ? [[name, `This is longer than ${most} characters.`] as const] : [];
    }),
  );
}
