import { languageName, longDay } from '#locales/dates.ts';
import { firstLanguage, type Letter, type Localised, type PublicationStatus } from '#publications/publications.ts';
import { type FieldGroup, lineOf, paragraphsOf, type Setting, type Typed } from './setting.ts';

const states: { value: PublicationStatus; label: string }[] = [
  { value: 'active', label: 'Active: it publishes' },
  { value: 'paused', label: 'Paused: its letter opens it, and readers’ forms are closed unless you open them' },
  { value: 'archived', label: 'Archived: the same, and it will not go on' },
];
const parts = ['title', 'salutation', 'paragraphs', 'signed', 'date'] as const;

/** Whether a publication goes on, and the letter to its readers when it does not. */
export const statusSetting: Setting = {
  name: 'status',
  title: 'Status and letter',
  keys: ['status', 'letter'],
  stands: ({ status, letter, languages }) => {
    const written = languages.filter((lang) => letter?.[lang]);
    const first = written[0] === undefined ? undefined : letter?.[written[0]];
    const words = first
      ? `A letter of ${longDay(first.date, 'en')}, in ${written.map(languageName).join(', ')}`
      : 'No letter';
    return `${status.charAt(0).toUpperCase()}${status.slice(1)}. ${words}${first && status === 'active' ? ', not shown while it is active' : ''}.`;
  },
  groups: (publication) => [
    {
      legend: null,
      fields: [{ name: 'status', label: 'Status', as: 'radios', options: states }],
    },
    ...publication.languages.map((lang): FieldGroup => {
      const field = (part: (typeof parts)[number]) => ({ name: `${part}.${lang}`, lang });
      return {
        legend: `Letter to readers: ${languageName(lang)}`,
        fields: [
          { ...field('title'), label: 'Title', as: 'line' },
          { ...field('salutation'), label: 'Salutation', as: 'line', hint: 'Such as: Dear readers' },
          {
            ...field('paragraphs'),
            label: 'Text',
            as: 'area',
            rows: 8,
            hint: 'An empty line begins a new paragraph. Siblings that go on are named beneath it by themselves.',
          },
          { ...field('signed'), label: 'Signed', as: 'line' },
          { name: `date.${lang}`, label: 'Date', as: 'day' },
        ],
      };
    }),
  ],
  write: ({ status, letter, languages }) => ({
    status,
    ...Object.fromEntries(
      languages.flatMap((lang) =>
        parts.map((part) => {
          const value = letter?.[lang]?.[part] ?? '';
          return [`${part}.${lang}`, Array.isArray(value) ? value.join('\n\n') : value];
        }),
      ),
    ),
  }),
  read: (typed, publication) => {
    const { languages } = publication;
    const wrong: Typed = {};
    const status = states.find(({ value }) => value === typed.status)?.value;
    if (!status) wrong.status = 'Choose one.';
    const letter: Localised<Letter> = { ...publication.letter };
    for (const lang of languages) {
      const read = readLetter(typed, lang);
      if (read === null) {
        Reflect.deleteProperty(letter, lang);
        continue;
      }
      letter[lang] = read;
      if (read.title === '') wrong[`title.${lang}`] = 'The letter needs a title.';
      if (read.paragraphs.length === 0) wrong[`paragraphs.${lang}`] = 'The letter has no text yet.';
      if (read.date === '') wrong[`date.${lang}`] = 'Give the day on which it was written.';
    }
    const first = firstLanguage(publication);
    const some = Object.keys(letter).length > 0;
    if (some && !letter[first])
      wrong[`title.${first}`] =
        `Write it in ${languageName(first)} too: it is shown where a language has none of its own.`;
    return { given: { ...(status && { status }), letter: some ? letter : null }, wrong };
  },
};

/** The letter of a language; null where nothing of it is written. */
function readLetter(typed: Typed, lang: string): Letter | null {
  const letter: Letter = {
    title: lineOf(typed, `title.${lang}`),
    salutation: lineOf(typed, `salutation.${lang}`),
    paragraphs: paragraphsOf(typed, `paragraphs.${lang}`),
    signed: lineOf(typed, `signed.${lang}`),
    date: lineOf(typed, `date.${lang}`),
  };
  return Object.values(letter).every((part) => part.length === 0) ? null : letter;
}
