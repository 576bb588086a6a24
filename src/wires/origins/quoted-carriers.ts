import { foldWord, isStopWord } from '#lib/text/words.ts';
import type { Named } from './known-origins.ts';
import {
  ACCORDING,
  CAPITAL,
  COMMON_PRESS_NOUNS,
  capitalised,
  MONITOR_NOUNS,
  NAME,
  PRESS_NOUNS,
  SAYS,
} from './origin-names.ts';
import type { Mention, OriginInput, OriginKind } from './origin.ts';

const AGENCY: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:(?:[Ss]tate|[Oo]fficial|[Ll]ocal)(?:-run)? )?(?:[Nn]ews agency|[Nn]ewswire)\s+(?<name>${NAME})`,
    'gu',
  ),
  new RegExp(String.raw`(?<name>${CAPITAL}(?: ${CAPITAL}){0,4})\s+(?:news agency|newswire|news service)\b`, 'gu'),
  new RegExp(String.raw`(?<name>${CAPITAL}(?: ${CAPITAL}){0,3} (?:News|Press) (?:Agency|Service))\b`, 'gu'),
];
const REPORTED = new RegExp(
  String.raw`(?:\b(?:reports?|figures|data|numbers|monitors|observers|bulletin|count|tally|toll|records|statistics|estimates|books) (?:by|from|of|in|kept by|compiled by|published by) (?:the )?(?<name>${capitalised(MONITOR_NOUNS)}))`,
  'gu',
);
const OWNED = new RegExp(
  String.raw`(?:\b[Tt]he )?(?<name>${capitalised(MONITOR_NOUNS)})(?:['’]s?)? (?:own |latest |new |monthly |weekly |daily |annual ){0,2}(?:report|figures?|data|count|tally|toll|bulletin|records|observers|monitors|statistics|log|list|map|numbers|survey|director|head|chief|chairman|chairwoman|founder|spokes\w+|researchers?|staff)\b`,
  'gu',
);

// A newspaper or station that another quotes: it is carried, as an agency is.
const PRESS_NAME = String.raw`(?:${CAPITAL} ){1,3}(?:${PRESS_NOUNS}|${COMMON_PRESS_NOUNS})(?!\p{L}|[ ]\p{Lu}\p{Ll}+)|${CAPITAL}(?<=wire|Wire|press)(?!\p{L})`;
const CARRYING = String.raw`${SAYS}|(?:wrote|writes|quoted|quotes|quoting|cited|cites|citing|carried|carries|published|publishes|learned|learnt|broadcast|broadcasts|aired|relayed|obtained|understands|saw|has seen)\b`;
const SORT = String.raw`(?:news agency|agency|newspaper|daily|weekly|radio|television|TV|news site|site|website|channel|magazine|radio station|station|broadcaster)`;
const CARRIED_BEFORE = String.raw`(?:${ACCORDING}|\b(?:told|tells|showed(?: to)?|shown to|spoke (?:to|with)|[Ss]peaking (?:to|with)|talking to|talked to|interview (?:with|by|to|in)|remarks to|comments to|statement to|carried (?:by|in)|published (?:by|in|on)|aired (?:by|on)|broadcast (?:by|on)|(?:report|story|article|dispatch|account|investigation|bulletin|interview) (?:by|in|from|of|for|on)|(?:said|says|speaking|spoke|interviewed|heard) on|seen by|obtained by|reviewed by|revealed by|credited to|crediting|[Vv]ia|[Pp]er)\s+(?:the\s+|a\s+)?)(?:${SORT} )?(?:The\s+)?`;
const CARRIED_AFTER = String.raw`(?: ${SORT})?(?:, [^.,;“”\n]{0,60},)?,?\s+(?:has |have |had |also |first |later |earlier |itself ){0,2}(?:${CARRYING})|['’]s? (?:own )?(?:correspondent|reporter|reporters|report|story|account|investigation|interview|website|team)\b`;
const PRESS: readonly RegExp[] = [
  new RegExp(String.raw`${CARRIED_BEFORE}(?<name>${PRESS_NAME})`, 'gu'),
  new RegExp(String.raw`(?:\b[Tt]he )?(?<name>${PRESS_NAME})(?:${CARRIED_AFTER})`, 'gu'),
];
/** Of any name, where it is said what it is: "the newspaper X reported", "told X radio". */
const SORTED: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:newspaper|daily|weekly|broadcaster|radio station|news site) (?<name>${CAPITAL}(?: ${CAPITAL}){0,2})(?:${CARRIED_AFTER})`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<name>${CAPITAL}(?: ${CAPITAL}){0,2}) (?=${SORT})(?:${CARRIED_AFTER})`.replace(' (?=', '(?= '),
    'gu',
  ),
  new RegExp(String.raw`${CARRIED_BEFORE}(?<name>${CAPITAL}(?: ${CAPITAL}){0,2}) ${SORT}\b`, 'gu'),
];
// Most reports have none of the words: looking for them first is cheaper than looking for names.
const HAS_SORT = new RegExp(String.raw`(?:[Aa]gency|[Nn]ewswire|[Ss]ervice|${SORT})`, 'u');
const HAS_MONITOR = new RegExp(MONITOR_NOUNS, 'u');
const HAS_PRESS = new RegExp(String.raw`\p{L}(?:wire|press)\b|\b(?:${PRESS_NOUNS}|${COMMON_PRESS_NOUNS})\b`, 'iu');
const GENERIC =
  /\b[Tt]he (?:(?:war|conflict|truce|cease-?fire|peace)[ -](?:monitor(?:s|ing (?:group|body|mission))?|observatory|watchdog|observers)|monitoring (?:group|body)|observatory)\b/gu;

/** Agencies, monitors, officials and outlets that the running text of a report credits in English. */
export function findQuoted(input: OriginInput, table: readonly Named[], monitor: Named | null): Mention[] {
  const { body } = input;
  return [
    ...(HAS_SORT.test(body) ? findAll(body, [...AGENCY, ...SORTED], 'agency') : []),
    ...(HAS_MONITOR.test(body) ? findAll(body, [REPORTED, OWNED], 'monitor') : []),
    ...(HAS_PRESS.test(body) ? findPress(body) : []),
    ...findKnown(body, table),
    ...findGeneric(body, monitor),
  ];
}

function findAll(body: string, patterns: readonly RegExp[], kind: OriginKind | null): Mention[] {
  return patterns.flatMap((pattern) =>
    Array.from(body.matchAll(pattern)).flatMap((match): Mention[] => {
      const name = (match.groups?.['name'] ?? '').replace(/^(?:The)\s+/, '').trim();
      const lead = match[0].length - match[0].trimStart().length;
      const end = match.index + match[0].trimEnd().length;
      return name === '' || isStopWord(foldWord(name))
        ? []
        : [{ kind, name, start: match.index + lead, end, role: 'quoted' }];
    }),
  );
}

/** Newspapers and stations that are quoted; "The" is kept where it stands with a capital. */
function findPress(body: string): Mention[] {
  return findAll(body, PRESS, 'agency').map((mention) => named(body, mention));
}

function named(body: string, mention: Mention): Mention {
  const name = mention.name.replace(/^(?:As|In|But|When|After|While|And|If) (?:The )?/u, '');
  return { ...mention, name: body.includes(`The ${name}`) ? `The ${name}` : name };
}

/** "The war monitor", where one monitor alone can be meant. */
function findGeneric(body: string, monitor: Named | null): Mention[] {
  if (monitor === null) return [];
  return Array.from(body.matchAll(GENERIC), ({ index, 0: { length } }) => ({
    kind: 'monitor',
    name: monitor.name,
    start: index,
    end: index + length,
    role: 'quoted',
  }));
}

/** Known names that speak or are cited, in any of their forms: "Agency reported", "told Agency", "according to Agency". */
function findKnown(body: string, table: readonly Named[]): Mention[] {
  return table.flatMap(({ name, kind, forms }) =>
    kind === 'person'
      ? []
      : forms.flatMap((form): Mention[] => {
          if (!body.includes(form)) return [];
          const written = String.raw`(?<![\p{L}\p{N}])${form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\p{L}\p{N}])`;
          const cited = new RegExp(`${CARRIED_BEFORE}${written}|${written}(?:${CARRIED_AFTER})`, 'gu');
          return Array.from(body.matchAll(cited), ({ index, 0: { length } }) => ({
            kind: kind,
            name,
            start: index,
            end: index + length,
            role: 'quoted',
          }));
        }),
  );
}
