import { languageName } from '#locales/dates.ts';
import { sha256 } from '#platform/hash.ts';
import {
  findPublication,
  firstLanguage,
  type Publication,
  type StoryName,
  textIn,
} from '#publications/publications.ts';
import type { Newsroom } from '../../newsroom.ts';
import { changeProfile, type Saving, tooLong } from './save-setting.ts';
import { lineOf, linesOf, type SettingField, textsIn, type Typed, typedIn } from './setting.ts';

export const nameKinds: Record<StoryName['kind'], string> = {
  person: 'a person',
  place: 'a place',
  group: 'a group',
  outlet: 'an outlet or monitor',
  term: 'a term',
};

type Deps = Pick<Newsroom, 'database' | 'clock'>;
/** `withdrawn`: it holds a name that was withdrawn, and is kept nowhere. */
export type NameSaving = Saving | { kind: 'withdrawn' };

const part = 'names';
const [mostNames, mostSpellings] = [5000, 50];

/** What an entry is called in an address and a form: what it says, so that who changes it has seen that. */
export const entryOf = (name: StoryName): string => sha256(JSON.stringify(name)).slice(0, 16);

/** What an entry is listed by. */
export const calledIn = (publication: Publication, { name }: StoryName): string =>
  textIn(publication, name, firstLanguage(publication)) ?? Object.values(name)[0] ?? '';

/** The names whose spellings hold some words, in the order of the alphabet. */
export function findNames(publication: Publication, words: string): StoryName[] {
  const fold = (text: string) => text.normalize('NFKC').toLowerCase();
  const wanted = fold(words);
  const collator = new Intl.Collator(firstLanguage(publication));
  return publication.names
    .filter(({ name, also = [], avoid = [], descriptor = {} }) =>
      [...Object.values(name), ...also, ...avoid, ...Object.values(descriptor)].some((text) =>
        fold(text).includes(wanted),
      ),
    )
    .sort((a, b) => collator.compare(calledIn(publication, a), calledIn(publication, b)));
}

export function nameFields(publication: Publication): SettingField[] {
  const first = firstLanguage(publication);
  return [
    {
      name: 'kind',
      label: 'What it is',
      as: 'select',
      options: Object.entries(nameKinds).map(([value, label]) => ({ value, label })),
    },
    ...publication.languages.map((lang): SettingField => ({
      name: `name.${lang}`,
      lang,
      label: `As it is written here, ${languageName(lang)}`,
      as: 'line',
      ...(lang === first ? {} : { hint: 'Leave it empty where it has no form of its own.' }),
    })),
    {
      name: 'also',
      label: 'Other spellings in reports',
      as: 'area',
      rows: 3,
      hint: 'A line each, in any script. The gate takes them for the same name.',
    },
    {
      name: 'avoid',
      label: 'Not written here',
      as: 'area',
      rows: 2,
      hint: 'A line each. The composer advises the form above where one of them stands.',
    },
    ...publication.languages.map((lang): SettingField => ({
      name: `descriptor.${lang}`,
      lang,
      label: `What readers are told of it, ${languageName(lang)}`,
      as: 'line',
      ...(lang === first ? { hint: 'Such as: state media. The composer advises it where the name stands first.' } : {}),
    })),
  ];
}

export function typedName(publication: Publication, { kind, name, also = [], avoid = [], descriptor = {} }: StoryName) {
  return {
    kind,
    ...typedIn(publication, 'name', name),
    also: also.join('\n'),
    avoid: avoid.join('\n'),
    ...typedIn(publication, 'descriptor', descriptor),
  };
}

/** Adds a name of the story, or changes the one that is given. */
export async function saveName(
  deps: Deps,
  { typed, entry, ...asked }: { slug: string; by: string; typed: Typed; entry: string | null },
): Promise<NameSaving> {
  let kept = '';
  const saving = await changeProfile(deps, { ...asked, part }, (publication) => {
    const at = publication.names.findIndex((each) => entryOf(each) === entry);
    if (entry !== null && at < 0) return { kind: 'changed-meanwhile' };
    const { name, wrong } = readName(typed, publication, publication.names[at] ?? null);
    const others = publication.names.filter((_, index) => index !== at);
    const called = calledIn(publication, name);
    if (others.some((each) => each.kind === name.kind && calledIn(publication, each) === called))
      wrong[`name.${firstLanguage(publication)}`] ??= 'It is in the list already.';
    if (at < 0 && publication.names.length >= mostNames) wrong[''] = `The list holds ${mostNames} names at most.`;
    if (Object.keys(wrong).length > 0) return { kind: 'wrong', wrong };
    kept = entryOf(name);
    if (kept === entry) return { kind: 'saved' };
    const names = at < 0 ? [...publication.names, name] : publication.names.with(at, name);
    return { kind: 'change', given: { names } };
  });
  if (saving.kind !== 'saved') return saving;
  const names = (await findPublication(deps.database.read, asked.slug))?.names ?? [];
  return names.some((each) => entryOf(each) === kept) ? saving : { kind: 'withdrawn' };
}

export async function deleteName(
  deps: Deps,
  { entry, ...asked }: { slug: string; by: string; entry: string },
): Promise<Saving> {
  return changeProfile(deps, { ...asked, part }, (publication) => {
    const names = publication.names.filter((each) => entryOf(each) !== entry);
    return names.length === publication.names.length
      ? { kind: 'changed-meanwhile' }
      : { kind: 'change', given: { names } };
  });
}

function readName(
  typed: Typed,
  publication: Publication,
  standing: StoryName | null,
): { name: StoryName; wrong: Typed } {
  const first = firstLanguage(publication);
  const kind = (Object.keys(nameKinds) as StoryName['kind'][]).find((each) => each === typed.kind);
  const texts = textsIn(publication, standing?.name ?? {}, (lang) => lineOf(typed, `name.${lang}`));
  const told = textsIn(publication, standing?.descriptor ?? {}, (lang) => lineOf(typed, `descriptor.${lang}`));
  const [also, avoid] = [[...new Set(linesOf(typed, 'also'))], [...new Set(linesOf(typed, 'avoid'))]];
  const used = new Set(Object.values(texts));
  const both = avoid.find((spelling) => used.has(spelling));
  const wrong: Typed = {
    ...tooLong(typed, nameFields(publication)),
    ...(kind === undefined && { kind: 'Choose one.' }),
    ...(texts[first] === '' && { [`name.${first}`]: 'Say how it is written here.' }),
    ...(also.length > mostSpellings && { also: `These are ${also.length} spellings; it holds ${mostSpellings}.` }),
    ...(avoid.length > mostSpellings && { avoid: `These are ${avoid.length} spellings; it holds ${mostSpellings}.` }),
    ...(both !== undefined && { avoid: `“${both}” is how it is written here.` }),
  };
  const descriptor = Object.fromEntries(Object.entries(told).filter(([, text]) => text !== ''));
  return {
    name: {
      kind: kind ?? 'term',
      name: texts,
      ...(also.length > 0 && { also }),
      ...(avoid.length > 0 && { avoid }),
      ...(Object.keys(descriptor).length > 0 && { descriptor }),
    },
    wrong,
  };
}
