import { foldWord, isStopWord, stripArabicArticle, words } from '#lib/text/words.ts';
import { arabicMentions } from './origin-arabic.ts';
import { foldName, type Named, nameTable, onlyMonitor, settleName } from './origin-known.ts';
import { MONITOR_NOUNS, OFFICIAL_NOUNS, PRESS_NOUNS, PUBLISHING_WORDS } from './origin-names.ts';
import { ownReporting } from './origin-own.ts';

export type OriginKind = 'agency' | 'monitor' | 'official' | 'outlet';

/** Who a report rests on, and the words of its body that showed it; offsets are UTF-16 in the body, end exclusive. */
export interface Origin {
  kind: OriginKind;
  /** As known, else as written. */
  name: string;
  /** `body.slice(start, end)`; empty, at 0, when only the report's own `agency` field says it. */
  evidence: string;
  start: number;
  end: number;
}

export interface OriginInput {
  title: string;
  body: string;
  outlet: string;
  agency?: string | null;
  lang: string;
  /** `also`: the same name in other languages and forms. */
  known?: { name: string; kind: 'agency' | 'monitor'; also?: string[] }[];
}

/** One place in a body where a name is credited. `kind` is null where the form alone does not tell an agency from an outlet. */
export interface Mention {
  kind: OriginKind | null;
  name: string;
  start: number;
  end: number;
  dateline?: true;
}

// A name: capitalised words, small joining words between them.
const CAPITAL = String.raw`(?<![\p{L}\p{N}])(?:(?:\p{Lu}\.){2,8}|\p{Lu}[\p{L}\p{M}\p{N}'’&-]{0,40})`;
const NAME = String.raw`${CAPITAL}(?:[ \t]+(?:(?:of|for|and|the|on|in|to|de|du|al)[ \t]+){0,2}${CAPITAL}){0,7}`;
const INSIDE = String.raw`[\p{L}\p{M}][\p{L}\p{M}\p{N} .'’&-]{1,40}`;

// PLACE, Nov 3 (Agency) — … ; PLACE (AP) - … ; المكان (الوكالة) – … ; (Agency) — … at the very start.
const DATELINE = new RegExp(
  String.raw`^\s*(?<place>[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N} .,،/'’-]{1,80}?\s*)?[—–-]?\s*\((?<name>${INSIDE})\)\s*(?:[—–-]{1,2}|:)\s*`,
  'u',
);
// A bare one without a dash counts only for an agency that is known: "(AP) The …".
const BARE_DATELINE = new RegExp(String.raw`^\s*(?<place>\p{Lu}[\p{Lu} .,/'’-]{1,60} )?\((?<name>${INSIDE})\)\s`, 'u');

const CREDITS: readonly RegExp[] = [
  // Reporting by A and B; editing by C; Agency
  new RegExp(
    String.raw`\bReporting by [^;()\n]{3,120}(?:;\s*(?:[Ee]diting|[Ww]riting|[Aa]dditional|[Cc]ompiled)[^;()\n]{3,120})*;\s*(?<name>${NAME})`,
    'gu',
  ),
  new RegExp(
    String.raw`(?:©|\([cC]\)|\bCopyright)\s*(?:©\s*)?(?:\d{4}(?:[-–]\d{2,4})?,?\s*)?(?:[Tt]he\s+)?(?<name>${NAME})`,
    'gu',
  ),
  new RegExp(
    String.raw`(?:^|\n)[ \t]*[—–-]*[ \t]*\(?[Ww]ith (?:reporting (?:by|from) |material from |files from )?(?:the )?(?<name>${NAME})\.?\)?[ \t]*(?=\n|$)`,
    'gu',
  ),
  new RegExp(String.raw`(?:^|\n)[ \t]*[—–-]{1,2}[ \t]*(?<name>${NAME})[ \t]*(?=\n|$)`, 'gu'),
  new RegExp(String.raw`(?:\n[ \t]*|[.!?”"][ \t]+)\((?<name>${NAME})\)\s*$`, 'gu'),
  new RegExp(String.raw`(?:^|\n)[ \t]*(?:Source|Via):[ \t]*(?<name>${NAME})`, 'gu'),
  new RegExp(String.raw`(?:The )?(?<name>${NAME}) contributed to this (?:report|story|article)`, 'gu'),
  new RegExp(String.raw`(?:^|\n)[ \t]*(?:المصدر|وكالات)[ \t]*:[ \t]*(?<name>[\p{L}\p{M} .]{2,40})`, 'gu'),
];
const SAYS = String.raw`(?:said|says|reported|reports|recorded|documented|counted|counts|found|finds|revealed|announced|confirmed|stated|estimated|warned|told)\b`;
const ACCORDING = String.raw`\b(?:[Aa]ccording to|[Aa]s reported by|[Cc]ited by|[Cc]iting|[Qq]uoted by|[Dd]ata from|[Ff]igures from)\s+(?:the\s+|a\s+)?`;
const ENGLISH_AGENCY: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:(?:[Ss]tate|[Oo]fficial|[Ll]ocal)(?:-run)? )?(?:[Nn]ews agency|[Nn]ewswire)\s+(?<name>${NAME})`,
    'gu',
  ),
  new RegExp(String.raw`(?<name>${CAPITAL}(?: ${CAPITAL}){0,4})\s+(?:news agency|newswire)\b`, 'gu'),
  new RegExp(String.raw`(?<name>${CAPITAL}(?: ${CAPITAL}){0,3} (?:News|Press) Agency)\b`, 'gu'),
];

function capitalised(nouns: string): string {
  return String.raw`(?:${CAPITAL} ){0,5}(?:${nouns})(?: (?:of|for|to|on|against) (?:the )?${CAPITAL}(?: (?:and )?${CAPITAL}){0,4})?`;
}
const ATTRIBUTED: readonly { kind: OriginKind; nouns: string }[] = [
  { kind: 'monitor', nouns: MONITOR_NOUNS },
  { kind: 'official', nouns: OFFICIAL_NOUNS },
];
const SPOKEN: readonly { kind: OriginKind; patterns: readonly RegExp[] }[] = ATTRIBUTED.map(({ kind, nouns }) => ({
  kind,
  patterns: [
    new RegExp(String.raw`${ACCORDING}(?<name>${capitalised(nouns)})`, 'gu'),
    new RegExp(
      String.raw`\b(?:[Tt]he\s+)?(?<name>${capitalised(nouns)})(?: \(\p{Lu}[\p{L}.]{1,9}\))?\s+(?:has |have |also |later |had )?${SAYS}`,
      'gu',
    ),
  ],
}));

const OFFICIAL = capitalised(OFFICIAL_NOUNS);
// An official statement, with its words in the evidence: `originOf` goes by them.
const STATEMENTS: readonly RegExp[] = [
  new RegExp(String.raw`(?:\b[Tt]he\s+)?(?<name>${OFFICIAL})\s[^.!?\n]{0,60}?\bin a (?:\w+ )?statement\b`, 'gu'),
  new RegExp(String.raw`\bIn a (?:\w+ )?statement[^.!?\n]{0,40}?,? the (?<name>${OFFICIAL})`, 'gu'),
  new RegExp(String.raw`\bstatement (?:by|from|of|issued by) the (?<name>${OFFICIAL})`, 'gu'),
  new RegExp(String.raw`\bThe (?<name>${OFFICIAL})\s[^.!?\n]{0,120}[.] (?:Its|The) statement\b`, 'gu'),
];
const REPORTED = new RegExp(
  String.raw`\b(?:reports?|figures|data|numbers|monitors|observers|bulletin|count|tally) (?:by|from|of|in) the (?<name>${capitalised(MONITOR_NOUNS)})`,
  'gu',
);
// A newspaper or station that another quotes: it is carried, as an agency is.
const PRESS_NAME = String.raw`(?:${CAPITAL} ){1,3}(?:${PRESS_NOUNS})(?!\p{L})`;
const HAS_PRESS = new RegExp(String.raw`\b(?:${PRESS_NOUNS})\b`, 'u');
const PRESS: readonly RegExp[] = [
  new RegExp(String.raw`(?:${ACCORDING}|\breport in (?:the )?)(?:The )?(?<name>${PRESS_NAME})`, 'gu'),
  new RegExp(String.raw`(?:\b[Tt]he )?(?<name>${PRESS_NAME}),?\s+(?:has |have |had |also )?${SAYS}`, 'gu'),
];
const GENERIC =
  /\b[Tt]he (?:(?:war|conflict|truce|cease-?fire|peace) (?:monitor(?:s|ing group)?|observatory|watchdog|observers)\b)/gu;

/**
 * The agencies, monitors, officials and outlets that a report's own words credit, in order of appearance, each once.
 * Goes by form (datelines, credits, "according to the … Observatory"), so that a name never seen before is found too;
 * plain parentheses inside a sentence, such as "(UN)", credit nobody.
 */
export function recogniseOrigins(input: OriginInput): Origin[] {
  const table = nameTable(input);
  const mentions = [
    ...findDateline(input.body, table),
    ...findAll(input.body, CREDITS, null),
    ...findAll(input.body, ENGLISH_AGENCY, 'agency'),
    ...SPOKEN.flatMap(({ kind, patterns }) => findAll(input.body, patterns, kind)),
    ...(input.body.includes('statement') ? findAll(input.body, STATEMENTS, 'official') : []),
    ...findAll(input.body, [REPORTED], 'monitor'),
    ...findPress(input),
    ...findKnown(input.body, table),
    ...findGeneric(input.body, table),
    ...arabicMentions(input.body, table),
    ...ownReporting(input.body, input.outlet),
  ];
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  const found = new Map<string, Origin>();
  for (const mention of mentions) {
    const origin = settle(mention, table, input);
    const key = foldName(origin.name);
    const earlier = found.get(key);
    if (earlier && isStatement(origin) && !isStatement(earlier)) found.set(key, origin);
    if (key === '' || earlier || isShortFor(key, found.keys())) continue;
    found.set(key, origin);
  }
  const agency = input.agency ?? '';
  if (agency !== '' && !found.has(foldName(agency))) {
    found.set(foldName(agency), { kind: 'agency', name: agency, evidence: '', start: 0, end: 0 });
  }
  return Array.from(found.values());
}

/** Who is quoted within so many characters is what a report is about; further down, an aside. */
const OPENING = 600;

/**
 * Who a report rests on in the end, for counting voices: an agency (or an outlet that is carried), else its own outlet where
 * that says that its people were there, else a monitor, else an official statement. What officials say otherwise is
 * quoted by many who asked them themselves: they are named and do not make two reports one voice. Null when it rests on
 * its outlet.
 */
export function originOf(origins: Origin[]): Origin | null {
  const agency = origins.find(({ kind }) => kind === 'agency');
  if (agency) return agency;
  if (origins.some(({ kind }) => kind === 'outlet')) return null;
  return origins.find(({ kind }) => kind === 'monitor') ?? origins.find(isStatement) ?? null;
}

function isStatement({ kind, evidence, start }: Origin): boolean {
  return kind === 'official' && start < OPENING && /\bstatement\b|بيان/u.test(evidence);
}

/** "The Observatory" after "the … Observatory", and المرصد after مرصد …: one noun of a name that was given in full before. */
function isShortFor(key: string, earlier: Iterable<string>): boolean {
  if (key.includes(' ')) return false;
  const noun = stripArabicArticle(key);
  for (const name of earlier) {
    if (name.endsWith(` ${key}`) || name.startsWith(`${noun} `) || name.startsWith(`${key} `)) return true;
  }
  return false;
}

function settle(mention: Mention, table: readonly Named[], input: OriginInput): Origin {
  const evidence = input.body.slice(mention.start, mention.end);
  const place = { evidence, start: mention.start, end: mention.end };
  const match = settleName(mention.name, table);
  if (match !== undefined) return { kind: match.kind, name: match.name, ...place };
  // Whoever the wire says wrote it is who the dateline names, though perhaps in another script.
  if (mention.dateline && input.agency) return { kind: 'agency', name: input.agency, ...place };
  const outlet = foldName(input.outlet);
  const written = foldName(mention.name);
  const own = outlet !== '' && (outlet === written || outlet.startsWith(`${written} `));
  const publishes = mention.kind === 'monitor' && PUBLISHING_WORDS.test(mention.name);
  if (own && mention.kind === null) return { kind: 'outlet', name: input.outlet, ...place };
  return {
    kind: publishes ? 'outlet' : (mention.kind ?? 'agency'),
    name: mention.name.replace(/[.\s]+$/, ''),
    ...place,
  };
}

function findDateline(body: string, table: readonly Named[]): Mention[] {
  const dated = DATELINE.exec(body);
  const match = dated ?? BARE_DATELINE.exec(body);
  const name = match?.groups?.['name'];
  if (!match || name === undefined || !isPlaceLine(match.groups?.['place'] ?? '')) return [];
  if (dated === null && settleName(name, table) === undefined) return [];
  const first = words(name)[0]?.raw ?? '';
  if (!/^[\p{Lu}\p{Lo}]|^dpa$/u.test(first) || isStopWord(foldWord(first))) return [];
  const start = match.index + match[0].indexOf(`(${name})`);
  return [{ kind: null, name: name.trim(), start, end: start + name.length + 2, dateline: true }];
}

/** Places and dates between commas, not a sentence: parts of few words, in Latin script all capitalised or numbers. */
function isPlaceLine(line: string): boolean {
  return line.split(/[,،/]/).every((part) => {
    const spelled = words(part).map((word) => word.raw);
    return spelled.length <= 4 && spelled.every((word) => /^[\p{Lu}\p{Lo}\p{N}]/u.test(word) || JOINING.has(word));
  });
}
const JOINING = new Set(['de', 'du', 'la', 'le', 'el', 'al', 'of', 'the', 'and', 'on', 'upon', 'bin', 'ibn']);

function findAll(body: string, patterns: readonly RegExp[], kind: OriginKind | null): Mention[] {
  const found: Mention[] = [];
  for (const pattern of patterns) {
    for (const match of body.matchAll(pattern)) {
      const name = (match.groups?.['name'] ?? '').replace(/^(?:The|(?:ال)?وكالة(?: أنباء| الأنباء)?)\s+/, '').trim();
      if (name === '') continue;
      const lead = match[0].length - match[0].trimStart().length;
      found.push({ kind, name, start: match.index + lead, end: match.index + match[0].trimEnd().length });
    }
  }
  return found;
}

/** Newspapers and stations that are quoted, but for the report's own outlet; "The" is kept where it stands with a capital. */
function findPress({ body, outlet }: OriginInput): Mention[] {
  if (!HAS_PRESS.test(body)) return [];
  const own = foldName(outlet);
  return findAll(body, PRESS, 'agency')
    .filter(({ name, start }) => start < OPENING && foldName(name) !== own)
    .map((mention) => (body.includes(`The ${mention.name}`) ? { ...mention, name: `The ${mention.name}` } : mention));
}

/** "The war monitor", where one monitor alone can be meant. */
function findGeneric(body: string, table: readonly Named[]): Mention[] {
  const monitor = onlyMonitor(table);
  if (monitor === null) return [];
  return Array.from(body.matchAll(GENERIC), ({ index, 0: { length } }) => ({
    kind: 'monitor',
    name: monitor.name,
    start: index,
    end: index + length,
  }));
}

/** Known names that speak or are cited, in any of their forms: "Agency reported", "told Agency", "according to Agency". */
function findKnown(body: string, table: readonly Named[]): Mention[] {
  const found: Mention[] = [];
  for (const { name, kind, forms } of table) {
    for (const form of forms) {
      if (!body.includes(form)) continue;
      const written = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const cited = new RegExp(
        String.raw`(?:${ACCORDING}|\b(?:told|to)\s+(?:the\s+)?)(?<![\p{L}\p{N}])${written}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])${written},?\s+${SAYS}`,
        'gu',
      );
      for (const match of body.matchAll(cited)) {
        found.push({ kind, name, start: match.index, end: match.index + match[0].length });
      }
    }
  }
  return found;
}
