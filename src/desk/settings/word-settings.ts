import type { Publication } from '#publications/publications.ts';
import { capital, counted } from '../words.ts';
import { lineOf, linesOf, type Setting, type Typed } from './setting.ts';

type Origin = Publication['knownOrigins'][number];
const kinds = { agency: 'Agencies', monitor: 'Monitors' } as const;

/** Agencies and monitors of this story: ten outlets that carry one of them are one voice. */
export const originsSetting: Setting = {
  name: 'origins',
  title: 'Known origins',
  keys: ['knownOrigins'],
  stands: ({ knownOrigins }) =>
    knownOrigins.length === 0
      ? 'None beside the agencies that Daybook knows.'
      : `${capital(counted(of(knownOrigins, 'agency').length, 'agency', 'agencies'))}, ${counted(of(knownOrigins, 'monitor').length, 'monitor')}.`,
  groups: () => [
    {
      legend: null,
      note: 'Who the reports of this story rest on, beside what Daybook recognises by itself. It counts for reports that come in from now on.',
      fields: (['agency', 'monitor'] as const).map((kind) => ({
        name: kind,
        label: kinds[kind],
        as: 'area' as const,
        rows: 5,
        hint: 'A line each; other spellings after an equals sign: Harbour Watch = HW = مرصد المرفأ',
      })),
    },
  ],
  write: ({ knownOrigins }) => ({
    agency: originLines(of(knownOrigins, 'agency')),
    monitor: originLines(of(knownOrigins, 'monitor')),
  }),
  read: (typed) => {
    const [agencies, monitors] = [readOrigins(typed, 'agency'), readOrigins(typed, 'monitor')];
    const names = new Set(agencies.map(({ name }) => name));
    const both = monitors.find(({ name }) => names.has(name));
    return {
      given: { knownOrigins: [...agencies, ...monitors] },
      wrong: both ? { monitor: `“${both.name}” stands among the agencies too.` } : {},
    };
  },
};

const of = (origins: Origin[], kind: Origin['kind']) => origins.filter((origin) => origin.kind === kind);
const originLines = (origins: Origin[]) => origins.map(({ name, also = [] }) => [name, ...also].join(' = ')).join('\n');

function readOrigins(typed: Typed, kind: Origin['kind']): Origin[] {
  return linesOf(typed, kind).flatMap((line) => {
    const [name, ...also] = spellingsOf(line);
    return name === undefined ? [] : [{ name, kind, ...(also.length > 0 && { also }) }];
  });
}

/** What a line calls the same: "ferry = boat". */
function spellingsOf(line: string): string[] {
  return [...new Set(line.split('=').map((each) => each.trim()))].filter((each) => each !== '');
}

/** Words that search takes for one another. */
export const synonymsSetting: Setting = {
  name: 'synonyms',
  title: 'Search: words for the same',
  keys: ['synonyms'],
  stands: ({ synonyms }) => (synonyms.length === 0 ? 'None.' : `${capital(counted(synonyms.length, 'line'))}.`),
  groups: () => [
    {
      legend: null,
      fields: [
        {
          name: 'synonyms',
          label: 'Words for the same',
          as: 'area',
          rows: 6,
          hint: 'A line each, with equals signs: ferry = boat = عبّارة. Who looks for one finds the others too.',
        },
      ],
    },
  ],
  write: ({ synonyms }) => ({ synonyms: synonyms.map((words) => words.join(' = ')).join('\n') }),
  read: (typed) => {
    const synonyms = linesOf(typed, 'synonyms').map(spellingsOf);
    const alone = synonyms.find((words) => words.length < 2);
    return {
      given: { synonyms },
      wrong: alone ? { synonyms: `“${alone[0] ?? '='}” stands alone: a line needs two words at least.` } : {},
    };
  },
};

const mostCountries = 20;

/** Whose smaller places are known, where there is a gazetteer. */
export const countriesSetting: Setting = {
  name: 'countries',
  title: 'Countries',
  keys: ['countries'],
  stands: ({ countries }) => (countries.length === 0 ? 'None said.' : `${countries.join(', ')}.`),
  groups: () => [
    {
      legend: null,
      fields: [
        {
          name: 'countries',
          label: 'Countries that it follows',
          as: 'line',
          hint: 'Two letters each, such as SY, LB. Their smaller places are found in reports too, once a gazetteer was read.',
        },
      ],
    },
  ],
  write: ({ countries }) => ({ countries: countries.join(', ') }),
  read: (typed) => {
    const codes = lineOf(typed, 'countries')
      .toUpperCase()
      .split(/[\s,،;]+/u);
    const countries = [...new Set(codes.filter((code) => code !== ''))];
    const wrong = countries.find((code) => !/^[A-Z]{2}$/u.test(code));
    return {
      given: { countries },
      wrong:
        wrong !== undefined
          ? { countries: `“${wrong}” is no code of two letters (ISO 3166-1).` }
          : countries.length > mostCountries
            ? { countries: `At most ${mostCountries}.` }
            : {},
    };
  },
};
