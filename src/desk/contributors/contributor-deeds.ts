import { findLibraryPicture } from '#media/media.ts';
import { findPieceByPath, labelSlug, moveLabel, moveRedirects } from '#pieces/pieces.ts';
import type { Writer } from '#platform/database/database.ts';
import {
  type Contributor,
  findContributorEmail,
  firstLanguage,
  labelNow,
  type Localised,
  type Publication,
  setContributorEmail,
} from '#publications/publications.ts';
import type { Newsroom } from '../../newsroom.ts';
import { changeProfile, type Saving, tooLong } from '../settings/save-setting.ts';
import { lineOf, type Typed } from '../settings/setting.ts';
import { readContributor } from './contributor-fields.ts';
import { calledIn, findKnown, fold, type Known, namesake, versionOfKnown } from './known-contributors.ts';

export const contributorActs = ['save', 'address', 'merge', 'portrait'] as const;
export type ContributorAct = (typeof contributorActs)[number];

/** `at`: where somebody stands now, when that is another address. */
export type ContributorSaving = Exclude<Saving, { kind: 'saved' }> | { kind: 'saved'; at: string };

type Given = Pick<Publication, 'contributors'> & Partial<Pick<Publication, 'merged'>>;
type Step = { kind: 'wrong'; wrong: Typed } | { kind: 'given'; given: Given; at?: string; detail?: { merged: number } };

/** Says something of a contributor, gives them another address, or makes them part of another one. */
export async function changeContributor(
  deps: Pick<Newsroom, 'database' | 'clock'>,
  asked: { slug: string; contributor: string; act: ContributorAct; typed: Typed; by: string },
): Promise<ContributorSaving> {
  let at = asked.contributor;
  const saving = await changeProfile(deps, { ...asked, part: 'contributors' }, async (publication, tx) => {
    const known = await findKnown(tx, publication);
    const standing = known.find(({ slug }) => slug === asked.contributor);
    if (!standing) return { kind: 'gone' };
    const email = await findContributorEmail(tx, publication.slug, standing.slug);
    if (asked.typed.base !== versionOfKnown(standing, email)) return { kind: 'changed-meanwhile' };
    const step = await steps[asked.act]({ tx, publication, known, standing, typed: asked.typed });
    if (step.kind === 'wrong') return step;
    at = step.at ?? at;
    const { given, detail } = step;
    return { kind: 'change', given, ...(detail && { detail }) };
  });
  return saving.kind === 'saved' ? { kind: 'saved', at } : saving;
}

interface Around {
  tx: Writer;
  publication: Publication;
  known: Known[];
  standing: Known;
  typed: Typed;
}

const wrongAt = (name: string, words: string): Step => ({ kind: 'wrong', wrong: { [name]: words } });

const steps: Record<ContributorAct, (around: Around) => Promise<Step>> = {
  async save({ tx, publication, known, standing, typed }) {
    const { contributor, email, wrong } = readContributor(typed, publication, standing);
    for (const [lang, name] of Object.entries(contributor.name)) {
      const other = namesake(publication, known, standing.slug, name);
      if (other)
        wrong[`name.${lang}`] ??=
          `Somebody else here is called so (${calledIn(publication, other)}, ${other.slug}). Make one of them part of the other first.`;
    }
    if (Object.keys(wrong).length > 0) return { kind: 'wrong', wrong };
    await setContributorEmail(tx, publication.slug, standing.slug, email);
    return { kind: 'given', given: { contributors: withOne(publication, contributor) } };
  },

  async address({ tx, publication, known, standing, typed }) {
    const to = labelSlug(lineOf(typed, 'address'));
    const from = standing.slug;
    if (to === from) return { kind: 'given', given: { contributors: publication.contributors } };
    if (to === '') return wrongAt('address', 'Give an address: letters or digits, and hyphens between them.');
    const place = `/${publication.slug}/contributor/${to}`;
    const leads = labelNow(publication, 'contributor', to);
    const taken =
      known.some(({ slug }) => slug === to) ||
      (leads !== to && leads !== from) ||
      (await findPieceByPath(tx, publication.slug, `contributor/${to}`)) !== null;
    if (taken) return wrongAt('address', `Something else stands at ${place}, or leads from there.`);
    await move(tx, publication, from, to);
    return {
      kind: 'given',
      at: to,
      given: {
        contributors: withOne(without(publication, from), { ...toldOf(standing), slug: to }),
        merged: mergedInto(publication, from, to),
      },
    };
  },

  async merge({ tx, publication, known, standing, typed }) {
    const wanted = fold(lineOf(typed, 'into'));
    const others = known.filter(
      (each) =>
        each.slug !== standing.slug && [each.slug, ...Object.values(each.names)].some((name) => fold(name) === wanted),
    );
    const [into, second] = others;
    if (!into) return wrongAt('into', 'Nobody else here is called so.');
    if (second)
      return wrongAt('into', `Several are called so. Give an address: ${others.map(({ slug }) => slug).join(' or ')}.`);
    const merged = await move(tx, publication, standing.slug, into.slug);
    const whole = filled(toldOf(into), toldOf(standing));
    return {
      kind: 'given',
      at: into.slug,
      detail: { merged },
      given: {
        contributors: withOne(without(publication, standing.slug), whole),
        merged: mergedInto(publication, standing.slug, into.slug),
      },
    };
  },

  async portrait({ tx, publication, standing, typed }) {
    const media = lineOf(typed, 'media');
    const { portrait: _, ...rest } = toldOf(standing);
    if (media === '') return { kind: 'given', given: { contributors: withOne(publication, rest) } };
    const picture = await findLibraryPicture(tx, media);
    if (picture?.publication !== publication.slug)
      return wrongAt('media', 'Choose a picture of this publication’s library.');
    if (picture.rights.ended) return wrongAt('media', 'The rights to this picture have ended.');
    const names = publication.languages.map((lang) => `alt.${lang}`);
    const wrong = tooLong(
      typed,
      names.map((name) => ({ name, label: '', as: 'line' })),
    );
    const first = firstLanguage(publication);
    const alt = Object.fromEntries(
      publication.languages
        .map((lang) => [lang, lineOf(typed, `alt.${lang}`)] as const)
        .filter(([, text]) => text !== ''),
    );
    if (alt[first] === undefined) wrong[`alt.${first}`] = 'Say what it shows, for those who do not see it.';
    if (Object.keys(wrong).length > 0) return { kind: 'wrong', wrong };
    return { kind: 'given', given: { contributors: withOne(publication, { ...rest, portrait: { media, alt } }) } };
  },
};

/** Live pieces, old addresses and how to reach them go with somebody to another address. */
async function move(tx: Writer, publication: Publication, from: string, to: string): Promise<number> {
  const { slug } = publication;
  const pieces = await moveLabel(tx, slug, { kind: 'contributor', from, into: to });
  for (const lang of publication.languages) {
    const folder = lang === firstLanguage(publication) ? 'contributor' : `${lang}/contributor`;
    await moveRedirects(tx, slug, `${folder}/${from}`, `${folder}/${to}`);
  }
  const email = await findContributorEmail(tx, slug, from);
  await setContributorEmail(tx, slug, from, '');
  if (email !== null && (await findContributorEmail(tx, slug, to)) === null)
    await setContributorEmail(tx, slug, to, email);
  return pieces;
}

/** Every address that led to the old one leads to the new one; none leads away from where somebody stands. */
function mergedInto({ merged }: Publication, from: string, into: string): Publication['merged'] {
  const kept = merged
    .filter((each) => !(each.kind === 'contributor' && each.from === into))
    .map((each) => (each.kind === 'contributor' && each.into === from ? { ...each, into } : each));
  return [...kept, { kind: 'contributor', from, into }];
}

/** What is said of somebody. All that they are called is written down with it: by its name an entry is found that has to go. */
const toldOf = ({ slug, names, told }: Known): Contributor => ({ ...told, slug, name: names });

const without = (publication: Publication, slug: string): Pick<Publication, 'contributors'> => ({
  contributors: publication.contributors.filter((each) => each.slug !== slug),
});

/** The contributors with one as they are now, in the place that they had. */
function withOne({ contributors }: Pick<Publication, 'contributors'>, one: Contributor): Contributor[] {
  const at = contributors.findIndex(({ slug }) => slug === one.slug);
  return at < 0 ? [...contributors, one] : contributors.with(at, one);
}

/** Somebody with what another part of them says and they do not. */
function filled(one: Contributor, other: Contributor): Contributor {
  const both = (part: 'name' | 'title' | 'affiliation' | 'bio'): Localised => ({ ...other[part], ...one[part] });
  const texts = Object.fromEntries(
    (['title', 'affiliation', 'bio'] as const)
      .map((part) => [part, both(part)] as const)
      .filter(([, each]) => Object.keys(each).length > 0),
  );
  return { ...other, ...one, name: both('name'), ...texts };
}
