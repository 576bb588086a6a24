import { languageName } from '#locales/dates.ts';
import {
  type AdviceKind,
  adviceKinds,
  firstLanguage,
  publicationName,
  type Publication,
} from '#publications/publications.ts';
import { isWebAddress } from '#lib/json/read-json.ts';
import { capital, counted, listed } from '../words.ts';
import { type FieldGroup, lineOf, linesOf, paragraphsOf, type Setting, textsIn, typedIn } from './setting.ts';

/** What decides a publication's day: its zone, and how much its summary holds. */
export const daySetting: Setting = {
  name: 'day',
  title: 'Time zone and the day’s summary',
  keys: ['timeZone', 'sectionCount'],
  stands: ({ timeZone, sectionCount }) => `${timeZone}. ${capital(counted(sectionCount, 'development'))} in a summary.`,
  groups: () => [
    {
      legend: null,
      fields: [
        {
          name: 'timeZone',
          label: 'Time zone',
          as: 'line',
          suggests: Intl.supportedValuesOf('timeZone'),
          hint: 'An IANA name, such as Asia/Beirut. It decides what a day is, from now on: what is dated stays as it is.',
        },
        {
          name: 'sectionCount',
          label: 'Developments in a summary',
          as: 'number',
          hint: 'How many a new draft holds. Each summary may have others.',
        },
      ],
    },
  ],
  write: ({ timeZone, sectionCount }) => ({ timeZone, sectionCount: String(sectionCount) }),
  read: (typed) => {
    const sectionCount = Number(lineOf(typed, 'sectionCount') || 'none');
    const fits = Number.isInteger(sectionCount) && sectionCount >= 1 && sectionCount <= 12;
    return {
      given: { timeZone: lineOf(typed, 'timeZone'), ...(fits && { sectionCount }) },
      wrong: fits ? {} : { sectionCount: 'Give a number from 1 to 12.' },
    };
  },
};

/** What the pages "About" and "Contribute" say, and where to write to. */
export const aboutSetting: Setting = {
  name: 'about',
  title: 'About, contributing, contact',
  keys: ['about', 'contribute', 'contact'],
  stands: (publication) => {
    const lang = firstLanguage(publication);
    const size = (paragraphs: string[] = []) => counted(paragraphs.length, 'paragraph');
    return `About: ${size(publication.about[lang])}. Contributing: ${size(publication.contribute[lang])}. ${publication.contact ?? 'No address to write to'}.`;
  },
  groups: (publication) => [
    ...publication.languages.map((lang): FieldGroup => ({
      legend: languageName(lang),
      fields: [
        {
          name: `about.${lang}`,
          lang,
          label: 'About',
          as: 'area',
          rows: 7,
          hint: 'An empty line begins a new paragraph.',
        },
        {
          name: `contribute.${lang}`,
          lang,
          label: 'Contributing',
          as: 'area',
          rows: 5,
          hint: 'How readers can write for it. What the forms protect stands there by itself.',
        },
      ],
    })),
    {
      legend: 'Contact',
      fields: [
        {
          name: 'contact',
          label: 'Address to write to',
          as: 'line',
          hint: 'E-mail. Readers see it; harvesters that look for addresses in the page do not.',
        },
      ],
    },
  ],
  write: (publication) => ({
    ...typedIn(publication, 'about', publication.about),
    ...typedIn(publication, 'contribute', publication.contribute),
    contact: publication.contact ?? '',
  }),
  read: (typed, publication) => {
    const texts = (part: 'about' | 'contribute') =>
      textsIn(publication, publication[part], (lang) => paragraphsOf(typed, `${part}.${lang}`));
    const contact = lineOf(typed, 'contact') || null;
    const fits = contact === null || contact === publication.contact || /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(contact);
    return {
      given: { about: texts('about'), contribute: texts('contribute'), contact },
      wrong: fits ? {} : { contact: 'This is no e-mail address.' },
    };
  },
};

/** Which publications of the network it points to. */
export const siblingsSetting: Setting = {
  name: 'siblings',
  title: 'Siblings',
  keys: ['siblings'],
  stands: ({ siblings }, { network }) =>
    siblings.length === 0
      ? 'None.'
      : listed(siblings.map((slug) => network.find((each) => each.slug === slug)?.name ?? slug)),
  groups: (publication, { network }) => {
    const slugs = siblingsOf(publication, network);
    return [
      {
        legend: null,
        note:
          slugs.length === 0
            ? 'This Daybook has no other publication that is listed.'
            : 'Every page’s foot names them. The letter of one that has stopped leads to those that go on.',
        fields: slugs.map((slug) => {
          const sibling = network.find((each) => each.slug === slug);
          return {
            name: `sibling.${slug}`,
            label: sibling ? publicationName(sibling, firstLanguage(sibling)) : slug,
            as: 'tick' as const,
            ...(sibling ? {} : { hint: 'It is not on this Daybook, and is shown nowhere.' }),
          };
        }),
      },
    ];
  },
  write: ({ siblings }) => Object.fromEntries(siblings.map((slug) => [`sibling.${slug}`, 'yes'])),
  read: (typed, publication, { network }) => ({
    given: { siblings: siblingsOf(publication, network).filter((slug) => typed[`sibling.${slug}`] !== undefined) },
    wrong: {},
  }),
};

/** Those that are chosen already, in their order, then whichever else everybody may know of. */
function siblingsOf({ slug, siblings }: Publication, network: Publication[]): string[] {
  const others = network.filter((each) => each.listed && each.slug !== slug).map((each) => each.slug);
  return [...new Set([...siblings, ...others])];
}

/** Whether readers can write in. */
export const formsSetting: Setting = {
  name: 'forms',
  title: 'Readers’ forms',
  keys: ['submissions'],
  stands: ({ submissions, status }) =>
    submissions === null
      ? `By the status: ${status === 'active' ? 'open' : 'closed'} now.`
      : `${capital(submissions)}.`,
  groups: () => [
    {
      legend: null,
      fields: [
        {
          name: 'forms',
          label: '“Suggest your story or issue” and “Share your story”',
          as: 'radios',
          hint: 'Receipts of what was sent can be read in either case.',
          options: [
            { value: 'auto', label: 'Open while the publication is active, closed while it is not' },
            { value: 'open', label: 'Open' },
            { value: 'closed', label: 'Closed' },
          ],
        },
      ],
    },
  ],
  write: ({ submissions }) => ({ forms: submissions ?? 'auto' }),
  read: ({ forms }) =>
    forms === 'auto' || forms === 'open' || forms === 'closed'
      ? { given: { submissions: forms === 'auto' ? null : forms }, wrong: {} }
      : { given: {}, wrong: { forms: 'Choose one.' } },
};

/** Who owns what is published, and whether it is in lists. */
export const rightsSetting: Setting = {
  name: 'rights',
  title: 'Rights and listing',
  keys: ['rights', 'listed'],
  stands: ({ rights, listed: inLists }) =>
    `${rights ? `${rights.owner}: ${rights.allows}` : 'Nobody has said yet who owns it.'} ${inLists ? '' : 'In no list.'}`,
  groups: () => [
    {
      legend: null,
      fields: [
        { name: 'owner', label: 'Who owns what it publishes', as: 'line' },
        {
          name: 'allows',
          label: 'What others may do with it',
          as: 'area',
          rows: 3,
          hint: 'In words: No republication without written permission. With both said, pieces have a page to republish from.',
        },
        { name: 'url', label: 'A page that says it in full, if there is one', as: 'line' },
        {
          name: 'listed',
          label: 'Listed: in the network’s list, in sitemaps, and found by search engines',
          as: 'tick',
        },
      ],
    },
  ],
  write: ({ rights, listed: inLists }) => ({
    owner: rights?.owner ?? '',
    allows: rights?.allows ?? '',
    url: rights?.url ?? '',
    ...(inLists && { listed: 'yes' }),
  }),
  read: (typed, publication) => {
    const [owner, allows, url] = [lineOf(typed, 'owner'), lineOf(typed, 'allows'), lineOf(typed, 'url')];
    const inLists = typed.listed !== undefined;
    const said = owner !== '' || allows !== '' || url !== '';
    const needed = said || (inLists && publication.formerAddresses.length > 0);
    const wrong = {
      ...(needed &&
        owner === '' && { owner: said ? 'Say who.' : 'Say who owns what was imported before it is listed.' }),
      ...(needed && allows === '' && { allows: 'Say what they allow, or that they allow nothing.' }),
      ...(url !== '' && !isWebAddress(url) && { url: 'This is no web address. It starts with http:// or https://.' }),
    };
    const rights = said ? { owner, allows, ...(url !== '' && { url }) } : null;
    return { given: { rights, listed: inLists }, wrong };
  },
};

/** Each kind of advice as a rule names it. */
const adviceLabels: Record<AdviceKind, string> = {
  'one-origin': 'A section that rests on one origin',
  repeated: 'A sentence that readers had the day before',
  contradicts: 'A figure that contradicts an earlier one',
  acronym: 'An acronym that nothing explains',
  spelling: 'A spelling that this publication does not use',
  undescribed: 'A name without its descriptor',
  'broken-link': 'A link that leads nowhere',
};

const [mostChecks, longestCheck] = [20, 200];

/** What stands between a piece and publishing besides the gate. */
export const rulesSetting: Setting = {
  name: 'rules',
  title: 'Rules before publishing',
  keys: ['secondPairOfEyes', 'checklist', 'unasked'],
  stands: ({ secondPairOfEyes, checklist, unasked }) =>
    `${secondPairOfEyes ? 'Somebody else approves first' : 'Who writes may publish'}. ${checklist.length === 0 ? 'No checklist' : `A checklist of ${counted(checklist.length, 'line')}`}.${unasked.length === 0 ? '' : ` ${unasked.length} of ${counted(adviceKinds.length, 'kind')} of advice need no look.`}`,
  groups: () => [
    {
      legend: null,
      fields: [
        {
          name: 'eyes',
          label: 'A second pair of eyes: nobody publishes what nobody else has approved',
          as: 'tick',
        },
        {
          name: 'checklist',
          label: 'Checklist',
          as: 'area',
          rows: 6,
          hint: `What has to be looked at before a piece goes out, a line each, ${mostChecks} at most.`,
        },
      ],
    },
    {
      legend: 'Publishing waits until somebody has mended it, or left it as it is',
      fields: adviceKinds.map((kind) => ({ name: `ask.${kind}`, label: adviceLabels[kind], as: 'tick' })),
    },
  ],
  write: ({ secondPairOfEyes, checklist, unasked }) => ({
    ...(secondPairOfEyes && { eyes: 'yes' }),
    ...Object.fromEntries(
      adviceKinds.filter((kind) => !unasked.includes(kind)).map((kind) => [`ask.${kind}`, 'yes'] as const),
    ),
    checklist: checklist.join('\n'),
  }),
  read: (typed) => {
    const checklist = [...new Set(linesOf(typed, 'checklist'))];
    const long = checklist.findIndex((line) => line.length > longestCheck);
    const wrong =
      checklist.length > mostChecks
        ? `These are ${checklist.length} lines; it holds ${mostChecks}.`
        : long >= 0
          ? `Line ${long + 1} is longer than ${longestCheck} characters.`
          : null;
    return {
      given: {
        secondPairOfEyes: typed.eyes !== undefined,
        checklist,
        unasked: adviceKinds.filter((kind) => typed[`ask.${kind}`] === undefined),
      },
      wrong: wrong === null ? {} : { checklist: wrong },
    };
  },
};
