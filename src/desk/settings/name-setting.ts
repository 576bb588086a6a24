import { languageName } from '#locales/dates.ts';
import { firstLanguage, publicationName } from '#publications/publications.ts';
import { type FieldGroup, lineOf, type Setting, textsIn, typedIn } from './setting.ts';

/** What a publication is called in each language, what it says of itself, and what it follows. */
export const nameSetting: Setting = {
  name: 'name',
  title: 'Name and tagline',
  keys: ['name', 'nameIn', 'tagline', 'region'],
  stands: (publication) =>
    publication.languages.map((lang) => publicationName(publication, lang)).join(' · ') ||
    publicationName(publication, 'en'),
  groups: (publication) =>
    publication.languages.map((lang): FieldGroup => {
      const first = lang === firstLanguage(publication);
      const otherwise = first ? '' : `Left empty, ${languageName(firstLanguage(publication))} is shown.`;
      return {
        legend: languageName(lang),
        fields: [
          { name: `name.${lang}`, lang, label: 'Name', as: 'line', ...(first ? {} : { hint: otherwise }) },
          {
            name: `tagline.${lang}`,
            lang,
            label: 'Tagline',
            as: 'line',
            hint: `One line under the name. ${otherwise}`,
          },
          {
            name: `region.${lang}`,
            lang,
            label: 'What is followed',
            as: 'line',
            hint: `As a lede names it: “We review the key developments in …”. ${otherwise}`,
          },
        ],
      };
    }),
  write: (publication) => ({
    ...typedIn(publication, 'name', publication.nameIn),
    [`name.${firstLanguage(publication)}`]: publicationName(publication, firstLanguage(publication)),
    ...typedIn(publication, 'tagline', publication.tagline),
    ...typedIn(publication, 'region', publication.region),
  }),
  read: (typed, publication) => {
    const first = firstLanguage(publication);
    const texts = (part: 'tagline' | 'region') =>
      textsIn(publication, publication[part], (lang) => lineOf(typed, `${part}.${lang}`));
    const { [first]: name = '', ...nameIn } = textsIn(publication, publication.nameIn, (lang) =>
      lineOf(typed, `name.${lang}`),
    );
    const wrong = name === '' ? { [`name.${first}`]: 'A publication needs a name.' } : {};
    return { given: { name, nameIn, tagline: texts('tagline'), region: texts('region') }, wrong };
  },
};
