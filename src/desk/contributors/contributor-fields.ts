import { languageName } from '#locales/dates.ts';
import { type Contributor, firstLanguage, type Localised, type Publication } from '#publications/publications.ts';
import { tooLong } from '../settings/save-setting.ts';
import { type FieldGroup, lineOf, linesOf, type Typed } from '../settings/setting.ts';
import type { Known } from './known-contributors.ts';

const mostBio = 3000;
const mostLinks = 8;
const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
/** An address within a text. */
const emailInside = /[^\s@<>()]+@[^\s@<>()]+\.\p{L}{2,}/u;

/** The fields of somebody, language by language, and those that are of none. */
export function contributorFields(publication: Publication): FieldGroup[] {
  const first = firstLanguage(publication);
  const several = publication.languages.length > 1;
  return [
    ...publication.languages.map((lang): FieldGroup => {
      const hint = lang === first ? {} : { hint: `Left empty, what stands in ${languageName(first)} is shown.` };
      return {
        legend: several ? languageName(lang) : null,
        fields: [
          {
            name: `name.${lang}`,
            lang,
            label: 'Name',
            as: 'line',
            hint: 'In every byline in this language, whatever the piece says. Left empty, as each piece says it.',
          },
          { name: `title.${lang}`, lang, label: 'What they are', as: 'line', ...hint },
          { name: `affiliation.${lang}`, lang, label: 'Whom they work for', as: 'line', ...hint },
          { name: `bio.${lang}`, lang, label: 'Biography', as: 'area', rows: 5, ...hint },
        ],
      };
    }),
    {
      legend: several ? 'In every language' : null,
      fields: [
        {
          name: 'links',
          label: 'Links',
          as: 'area',
          rows: 3,
          hint: `A line each, ${mostLinks} at most: words, then an address that begins with https://`,
        },
        {
          name: 'email',
          label: 'E-mail, for the desk alone',
          as: 'line',
          hint: 'In no page, feed, dump or copy. Who keeps contributors sees it here.',
        },
      ],
    },
  ];
}

export function typedContributor(publication: Publication, { names, told }: Known, email: string | null): Typed {
  return {
    ...Object.fromEntries(
      publication.languages.flatMap((lang) => [
        [`name.${lang}`, names[lang] ?? ''],
        [`title.${lang}`, told?.title?.[lang] ?? ''],
        [`affiliation.${lang}`, told?.affiliation?.[lang] ?? ''],
        [`bio.${lang}`, told?.bio?.[lang] ?? ''],
      ]),
    ),
    links: (told?.links ?? []).map(({ label, url }) => (label === hostOf(url) ? url : `${label} ${url}`)).join('\n'),
    email: email ?? '',
  };
}

/** What a form says of somebody. What is kept in languages that the publication no longer has stays. */
export function readContributor(
  typed: Typed,
  publication: Publication,
  { slug, told }: Known,
): { contributor: Contributor; email: string; wrong: Typed } {
  const fields = contributorFields(publication).flatMap((group) => group.fields);
  const wrong = tooLong(typed, fields);
  const inEach = (part: 'name' | 'title' | 'affiliation' | 'bio'): Localised => {
    const texts: Localised = { ...told?.[part] };
    for (const lang of publication.languages) {
      const text = part === 'bio' ? linedText(typed, `bio.${lang}`) : lineOf(typed, `${part}.${lang}`);
      if (emailInside.test(text))
        wrong[`${part}.${lang}`] =
          'Readers would see this e-mail address. It has a field of its own, for the desk alone.';
      if (part === 'bio' && text.length > mostBio)
        wrong[`bio.${lang}`] = `This is ${text.length} characters long; it holds ${mostBio}.`;
      if (text === '') Reflect.deleteProperty(texts, lang);
      else texts[lang] = text;
    }
    return texts;
  };
  const links = linesOf(typed, 'links').map(readLink);
  const strange = links.findIndex((link) => link === null);
  if (strange >= 0) wrong.links = `Line ${strange + 1} ends in no address that begins with https://.`;
  else if (links.length > mostLinks) wrong.links = `These are ${links.length} lines; it holds ${mostLinks}.`;
  const email = lineOf(typed, 'email');
  if (email !== '' && !emailPattern.test(email)) wrong.email = 'This is no e-mail address.';
  const [name, title, affiliation, bio] = [inEach('name'), inEach('title'), inEach('affiliation'), inEach('bio')];
  if (!some(name)) wrong[`name.${firstLanguage(publication)}`] = 'Somebody needs a name in one language at least.';
  const contributor = {
    slug,
    name,
    ...(some(title) && { title }),
    ...(some(affiliation) && { affiliation }),
    ...(some(bio) && { bio }),
    ...(told?.portrait && { portrait: told.portrait }),
    ...(links.length > 0 && { links: links.filter((link) => link !== null) }),
  };
  return { contributor, email, wrong };
}

const some = (texts: Localised): boolean => Object.keys(texts).length > 0;

/** Paragraphs, joined by blank lines. */
function linedText(typed: Typed, name: string): string {
  return (typed[name] ?? '')
    .split(/\r?\n\s*\n/u)
    .map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** "Her notes https://notes.example": words and an address; without words, its host. */
function readLink(line: string): { label: string; url: string } | null {
  const [, words = '', url = ''] = /^(.*?)\s*(https:\/\/\S+)$/u.exec(line) ?? [];
  if (!URL.canParse(url) || emailInside.test(words)) return null;
  const { hostname, username } = new URL(url);
  return username === '' && hostname.includes('.') ? { label: words || hostOf(url), url } : null;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : url;
}
