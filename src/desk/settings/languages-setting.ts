import { languageName } from '#locales/dates.ts';
import { locales } from '#locales/locales.ts';
import { firstLanguage, languagesInUse, type Localised, type Publication } from '#publications/publications.ts';
import { counted, listed } from '../words.ts';
import { type Around, type Setting, type SettingField, type Typed } from './setting.ts';

const places = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'];

/** In which languages a publication appears. The first one's addresses have no prefix: what stands there keeps it first. */
export const languagesSetting: Setting = {
  name: 'languages',
  title: 'Languages',
  keys: ['languages'],
  stands: ({ languages }) => languages.map(languageName).join(', '),
  groups: (publication, { pieces }) => [
    {
      legend: null,
      note: `Addresses in the first language have no prefix; in another, its tag stands in them: /${publication.slug}/ar/… ${standWords(publication, pieces)}`,
      fields: places.slice(0, Math.max(3, publication.languages.length + 2)).map((place, index): SettingField => {
        const chosen = publication.languages[index];
        return {
          name: `language.${index}`,
          label: `${place} language`,
          as: 'select',
          options: [
            ...(index === 0 ? [] : [{ value: '', label: 'none' }]),
            ...[...new Set([...Object.keys(locales), ...publication.languages])].sort().map((tag) => ({
              value: tag,
              label: `${languageName(tag)} (${tag})`,
            })),
          ],
          ...(index === 0 && chosen !== undefined && pieces.size > 0 ? { hint: 'It leads every address.' } : {}),
        };
      }),
    },
  ],
  write: ({ languages }) => Object.fromEntries(languages.map((tag, index) => [`language.${index}`, tag])),
  read: (typed, publication, around) => {
    const chosen = places
      .map((_, index) => ({ name: `language.${index}`, tag: (typed[`language.${index}`] ?? '').trim() }))
      .filter(({ tag }) => tag !== '');
    const wrong: Typed = {};
    const languages: string[] = [];
    for (const { name, tag } of chosen)
      if (languages.includes(tag)) wrong[name] = 'It is chosen above already.';
      else if (tag in locales || publication.languages.includes(tag)) languages.push(tag);
      else wrong[name] = 'Daybook has no words in this language.';
    const lost = whyKept(publication, languages, around);
    if (lost !== null) wrong['language.0'] = lost;
    const [first = 'en'] = languages;
    const whole = <T>(texts: Localised<T>, empty: T): Localised<T> => ({ [first]: empty, ...texts });
    const { tagline, region, about, contribute } = publication;
    // The texts of the first language are always there.
    const texts =
      first === firstLanguage(publication)
        ? {}
        : {
            tagline: whole(tagline, ''),
            region: whole(region, ''),
            about: whole(about, []),
            contribute: whole(contribute, []),
          };
    return { given: { languages, ...texts }, wrong };
  },
};

/** Why these languages cannot be taken; null where they can. */
function whyKept(publication: Publication, languages: string[], { pieces }: Around): string | null {
  const kept = languagesInUse(publication, languages, pieces);
  if (kept === null) return null;
  const counts = listed(kept.langs.map((tag) => `${counted(pieces.get(tag) ?? 0, 'piece')} in ${languageName(tag)}`));
  return kept.kind === 'first-stays'
    ? `${languageName(kept.first)} stays first: the addresses of ${counts} follow from it.`
    : `There are ${counts}: that language stays while they are there.`;
}

function standWords(publication: Publication, pieces: Map<string, number>): string {
  const first = firstLanguage(publication);
  const count = pieces.get(first) ?? 0;
  return count === 0
    ? `Nothing is written in ${languageName(first)} yet, so another can come first.`
    : `${languageName(first)} stays first, and no language is taken away, while pieces stand in it: ${counted(count, 'piece')} in ${languageName(first)}.`;
}
