import { languageName } from '#locales/dates.ts';
import { type CountedLabel, findCountedLabels } from '#pieces/pieces.ts';
import type { Reader } from '#platform/database/database.ts';
import { firstLanguage, labelName, type Publication } from '#publications/publications.ts';
import type { Newsroom } from '../../newsroom.ts';
import { mergeLabel } from './merge-label.ts';
import { changeProfile, type Saving, tooLong } from './save-setting.ts';
import { lineOf, type SettingField, textsIn, type Typed, typedIn, versionOf } from './setting.ts';

export const labelKinds = ['tag', 'category'] as const;
export type ShownKind = (typeof labelKinds)[number];

/** What the labels of a publication are called and part of: an act on one says what was seen of that. */
export const labelsVersion = (publication: Publication): string => versionOf(['merged', 'labels'], publication);

/** The tags or categories of live pieces, by what they are called here. */
export async function findLabelsShown(db: Reader, publication: Publication, kind: ShownKind): Promise<CountedLabel[]> {
  const first = firstLanguage(publication);
  const collator = new Intl.Collator(first);
  return (await findCountedLabels(db, publication.slug, [kind]))
    .map((label) => ({ ...label, title: labelName(publication, kind, label.slug, first) ?? label.title }))
    .sort((a, b) => collator.compare(a.title, b.title));
}

export function labelFields(publication: Publication): SettingField[] {
  const first = firstLanguage(publication);
  return publication.languages.map((lang) => ({
    name: `name.${lang}`,
    lang,
    label: `Called, ${languageName(lang)}`,
    as: 'line',
    hint:
      lang === first
        ? 'Left empty, it is called as the latest piece calls it.'
        : `Left empty, ${languageName(first)} is shown.`,
  }));
}

export function typedLabel(publication: Publication, kind: ShownKind, slug: string): Typed {
  const named = publication.labels.find((label) => label.kind === kind && label.slug === slug);
  return typedIn(publication, 'name', named?.name ?? {});
}

/** Gives a tag or category another name, or makes it part of another one. */
export async function changeLabel(
  deps: Pick<Newsroom, 'database' | 'clock'>,
  asked: { slug: string; by: string; typed: Typed; kind: ShownKind; label: string; act: 'rename' | 'merge' },
): Promise<Saving> {
  const { kind, label, typed } = asked;
  return changeProfile(deps, { ...asked, part: 'labels' }, async (publication, tx) => {
    if (typed.base !== labelsVersion(publication)) return { kind: 'changed-meanwhile' };
    const all = await findLabelsShown(tx, publication, kind);
    const standing = all.find(({ slug }) => slug === label);
    if (!standing) return { kind: 'gone' };
    const others = publication.labels.filter((each) => !(each.kind === kind && each.slug === label));
    if (asked.act === 'rename') {
      const wrong = tooLong(typed, labelFields(publication));
      if (Object.keys(wrong).length > 0) return { kind: 'wrong', wrong };
      const before = publication.labels.find((each) => each.kind === kind && each.slug === label)?.name ?? {};
      const name = textsIn(publication, before, (lang) => lineOf(typed, `name.${lang}`));
      const first = firstLanguage(publication);
      const named = Object.values(name).some((text) => text !== '');
      // Pages in languages without a name of their own take the first one's.
      const whole = { ...name, [first]: name[first] === '' ? standing.title : (name[first] ?? standing.title) };
      return { kind: 'change', given: { labels: named ? [...others, { kind, slug: label, name: whole }] : others } };
    }
    const wanted = fold(lineOf(typed, 'into'));
    const into = all.filter(({ slug, title }) => slug !== label && (fold(slug) === wanted || fold(title) === wanted));
    const [only, second] = into;
    if (!only) return { kind: 'wrong', wrong: { into: `No other ${kind} is called so.` } };
    if (second)
      return {
        kind: 'wrong',
        wrong: { into: `Several are called so. Give its address: ${into.map(({ slug }) => slug).join(' or ')}.` },
      };
    const { given, pieces } = await mergeLabel(tx, publication, { kind, from: label, into: only });
    return { kind: 'change', given, detail: { merged: pieces } };
  });
}

export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
