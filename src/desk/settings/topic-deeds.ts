import { countPiecesNaming, findCountedLabels, findPieceByPath, labelSlug } from '#pieces/pieces.ts';
import { isFreePath } from '#pages/pages.ts';
import type { Writer } from '#platform/database/database.ts';
import { firstLanguage, type Publication, type Topic } from '#publications/publications.ts';
import { capital, counted } from '../words.ts';
import { mergeLabel } from './merge-label.ts';
import { changeProfile, type Saving, tooLong } from './save-setting.ts';
import { lineOf, type SettingField, textsIn, type Typed, versionOf } from './setting.ts';
import type { Newsroom } from '../../newsroom.ts';
import { locales } from '#locales/locales.ts';
import { languageName } from '#locales/dates.ts';

export const topicActs = ['save', 'up', 'down', 'merge', 'delete'] as const;
export type TopicAct = (typeof topicActs)[number];

interface Asked {
  slug: string;
  by: string;
  typed: Typed;
}

/** Where pages of ours stand that a piece may take the place of, and a topic may not; and what may become a language's. */
const taken = new Set(['about', 'contribute', 'privacy', ...Object.keys(locales)]);

type Deps = Pick<Newsroom, 'database' | 'clock'>;
const part = 'topics';

/** What the list of topics says now: an act on it says which list it was chosen from. */
export const topicsVersion = (publication: Publication): string => versionOf(['topics', 'merged'], publication);

/** The fields of a topic, in every language. */
export function topicFields(publication: Publication): SettingField[] {
  const first = firstLanguage(publication);
  return publication.languages.flatMap((lang): SettingField[] => {
    const hint = lang === first ? {} : { hint: `Left empty, ${languageName(first)} is shown.` };
    return [
      { name: `name.${lang}`, lang, label: `Name, ${languageName(lang)}`, as: 'line', ...hint },
      { name: `intro.${lang}`, lang, label: `What it covers, ${languageName(lang)}`, as: 'area', rows: 2 },
    ];
  });
}

export function typedTopic({ languages }: Publication, { name, intro }: Topic): Typed {
  return Object.fromEntries(
    languages.flatMap((lang) => [
      [`name.${lang}`, name[lang] ?? ''],
      [`intro.${lang}`, intro?.[lang] ?? ''],
    ]),
  );
}

/** Adds a topic at the end of the list. Its address is made of its name where none is given, and never changes. */
export async function addTopic(deps: Deps, { typed, ...asked }: Asked): Promise<Saving> {
  return changeProfile(deps, { ...asked, part }, async (publication, tx) => {
    const { texts, wrong } = readTopic(typed, publication, { name: {} });
    const first = texts.name[firstLanguage(publication)] ?? '';
    const slug = labelSlug(lineOf(typed, 'slug') || first).slice(0, 60);
    const taken = await whyTaken(tx, publication, slug);
    if (taken !== null) wrong.slug = taken;
    if (Object.keys(wrong).length > 0) return { kind: 'wrong', wrong };
    return { kind: 'change', given: { topics: [...publication.topics, { slug, ...texts }] } };
  });
}

/** Renames, moves, merges or deletes a topic. */
export async function changeTopic(
  deps: Deps,
  { typed, topic, act, ...asked }: Asked & { topic: string; act: TopicAct },
): Promise<Saving> {
  return changeProfile(deps, { ...asked, part }, async (publication, tx) => {
    const { topics } = publication;
    const at = topics.findIndex(({ slug }) => slug === topic);
    const standing = topics[at];
    if (typed.base !== topicsVersion(publication)) return { kind: 'changed-meanwhile' };
    if (!standing) return { kind: 'gone' };
    switch (act) {
      case 'save': {
        const { texts, wrong } = readTopic(typed, publication, standing);
        if (Object.keys(wrong).length > 0) return { kind: 'wrong', wrong };
        return { kind: 'change', given: { topics: topics.with(at, { slug: topic, ...texts }) } };
      }
      case 'up':
      case 'down': {
        const to = act === 'up' ? at - 1 : at + 1;
        const other = topics[to];
        if (!other) return { kind: 'saved' };
        return { kind: 'change', given: { topics: topics.with(at, other).with(to, standing) } };
      }
      case 'merge': {
        const into = topics.find(({ slug }) => slug === typed.into && slug !== topic);
        if (!into) return { kind: 'wrong', wrong: { into: 'Choose the topic that it becomes part of.' } };
        const { given, pieces } = await mergeLabel(tx, publication, {
          kind: 'topic',
          from: topic,
          into: { slug: into.slug, title: '' },
        });
        return { kind: 'change', given, detail: { merged: pieces } };
      }
      case 'delete': {
        const why = await whyKept(tx, publication, topic);
        if (why !== null) return { kind: 'wrong', wrong: { delete: why } };
        return { kind: 'change', given: { topics: topics.toSpliced(at, 1) } };
      }
    }
  });
}

function readTopic(
  typed: Typed,
  publication: Publication,
  standing: Pick<Topic, 'name' | 'intro'>,
): { texts: Pick<Topic, 'name' | 'intro'>; wrong: Typed } {
  const name = textsIn(publication, standing.name, (lang) => lineOf(typed, `name.${lang}`));
  const intro = textsIn(publication, standing.intro ?? {}, (lang) => lineOf(typed, `intro.${lang}`));
  const first = firstLanguage(publication);
  const wrong = tooLong(typed, topicFields(publication));
  if (name[first] === '') wrong[`name.${first}`] = 'A topic needs a name.';
  const some = Object.values(intro).some((text) => text !== '');
  return { texts: { name, ...(some && { intro }) }, wrong };
}

/** Why a topic cannot stand at an address; null where it can. */
async function whyTaken(tx: Writer, publication: Publication, slug: string): Promise<string | null> {
  if (slug === '') return 'Give an address: letters or digits, and hyphens between them.';
  const merged = publication.merged.find(({ kind, from }) => kind === 'topic' && from === slug);
  if (merged) return `/${publication.slug}/${slug} leads to ${merged.into} for good. Give another address.`;
  const stands = (await findPieceByPath(tx, publication.slug, slug)) !== null;
  return stands || taken.has(slug) || !isFreePath(publication, encodeURIComponent(slug))
    ? `Something else stands at /${publication.slug}/${slug}. Give another address.`
    : null;
}

/** Why a topic is not deleted; null where nothing would be lost. */
async function whyKept(tx: Writer, publication: Publication, topic: string): Promise<string | null> {
  const parts = publication.merged.filter(({ kind, into }) => kind === 'topic' && into === topic);
  if (parts.length > 0) return 'Other topics were merged into it, and their addresses lead here. Merge it, too.';
  const filed = (await findCountedLabels(tx, publication.slug, ['topic'])).find(({ slug }) => slug === topic);
  const pieces = Math.max(filed?.pieces ?? 0, await countPiecesNaming(tx, publication.slug, [topic]));
  return pieces === 0
    ? null
    : `${capital(counted(pieces, 'piece'))} ${pieces === 1 ? 'is' : 'are'} filed under it. Merge it into another topic.`;
}
