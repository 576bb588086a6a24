import { foldWord, isArabic, isStopWord, words } from '#lib/text/words.ts';
import { type Named, settleName } from './known-origins.ts';
import { NAME, PUBLISHER, SOME_AGENCY, WIRES } from './origin-names.ts';
import type { Mention } from './origin.ts';

const INSIDE = String.raw`[\p{L}\p{M}][\p{L}\p{M}\p{N} .،,/&+'’«»-]{1,60}`;
const DASH = String.raw`(?:[—–-]{1,2}|:|\|)`;

// PLACE, Nov 3 (Agency) — … ; PLACE (AP) - … ; المكان (الوكالة) – … ; (Agency) — … at the very start.
const DATELINE = new RegExp(
  String.raw`^\s*(?<place>[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N} .,،/'’-]{1,80}?\s*)?[—–-]?\s*[([](?<name>${INSIDE})[)\]]\s*(?:${DASH}|(?<bare>\s))`,
  'u',
);
// Agency — PLACE: … ; PLACE — Agency: … ; PLACE – Agency – … ; Agency: … ; [first, second]
const OPEN_PART = String.raw`[\p{L}\p{M}][\p{L}\p{M}\p{N} .,،'’«»]{1,50}?`;
const OPENED = new RegExp(
  String.raw`^\s*(?<first>${OPEN_PART})\s*(?:${DASH}|/)\s*(?:(?<second>${OPEN_PART})\s*(?:${DASH}|/)\s*)?`,
  'u',
);
const BYLINE = new RegExp(String.raw`^\s*(?:[Bb]y|[Ff]rom)\s+(?<name>${NAME})\s*(?:\n|[—–|])`, 'u');

/** Lines by which a report says who wrote it. `helped`: who wrote some of it. */
const LINES: readonly { role: 'wrote' | 'helped'; isKnown?: true; has: RegExp; pattern: RegExp }[] = [
  // Reporting by A and B; editing by C; Agency
  {
    role: 'wrote',
    has: /Reporting by/u,
    pattern: new RegExp(
      String.raw`\bReporting by [^;()\n]{3,120}(?:;\s*(?:[Ee]diting|[Ww]riting|[Aa]dditional|[Cc]ompiled)[^;()\n]{3,120})*;\s*(?<name>${NAME})`,
      'gu',
    ),
  },
  {
    role: 'wrote',
    has: /©|\([cC]\)|Copyright/u,
    pattern: new RegExp(
      String.raw`(?:©|\([cC]\)|\bCopyright)\s*(?:©\s*)?(?:\d{4}(?:[-–]\d{2,4})?,?\s*)?(?:[Tt]he\s+)?(?<name>${NAME})`,
      'gu',
    ),
  },
  // With reporting by Agency; — with agencies
  {
    role: 'helped',
    has: /[Ww]ith|[Aa]dditional/u,
    pattern: new RegExp(
      String.raw`(?:(?:^|\n|[—–-]|[([])[ \t]*(?:[Ww]ith|[Aa]dditional)|[.!?][ \t]+(?:With|Additional)) (?:(?:additional )?(?:reporting|material|files|input|reports?)(?: (?:by|from))? |copy from )?(?:the )?(?<name>${NAME}|${WIRES})(?: (?:reports|copy|input|material))?\.?[)\]]?[ \t]*(?=\n|$)`,
      'gu',
    ),
  },
  {
    role: 'wrote',
    has: /[—–-]/u,
    pattern: new RegExp(String.raw`(?:^|\n|[.!?][ \t]+)[ \t]*[—–-]{1,2}[ \t]*(?<name>${NAME})\.?[ \t]*(?=\n|$)`, 'gu'),
  },
  {
    role: 'wrote',
    has: /:|Courtesy|ublished|eported|ppeared/u,
    pattern: new RegExp(
      String.raw`(?:^|\n|[.!?”"(][ \t]*)(?:(?:Sources?|SOURCES?|[Vv]ia|Credit|CREDIT|Agency|Agencies|From|Text|By)[ \t]*:|Courtesy of|(?:This (?:story|report|article|piece) (?:was )?)?(?:[Ff]irst|[Oo]riginally) (?:published|reported|appeared) (?:by|in|on)|Republished (?:from|with permission from))[ \t]+(?:the )?(?<name>${NAME}|${WIRES})`,
      'gu',
    ),
  },
  // Of these lines most name a person: an agency must be known.
  {
    role: 'wrote',
    isKnown: true,
    has: /(?:ritten|upplied|rovided|roduced|istributed) by|(?:Reporting|Words|Story|Report|Copy)[ \t]*:/u,
    pattern: new RegExp(
      String.raw`(?:^|\n|[.!?”"(][ \t]*)(?:(?:Reporting|Words|Story|Report|Copy)[ \t]*:|[^.!?\n]{0,40}(?:[Ww]ritten|[Ss]upplied|[Pp]rovided|[Pp]roduced|[Dd]istributed) by)[ \t]+(?:the )?(?<name>${NAME})`,
      'gu',
    ),
  },
  {
    role: 'helped',
    has: /contributed/u,
    pattern: new RegExp(String.raw`(?:The )?(?<name>${NAME}) contributed (?:reporting |material )?to this`, 'gu'),
  },
  {
    role: 'wrote',
    has: /:/u,
    pattern:
      /(?:^|[\n(.،][ \t]*)(?:المصدر|المصادر|نقلا[ًَ]? عن|نقلاً عن|عن|الوكالة|بالاتفاق مع|خاص)[ \t]*:[ \t]*(?<name>[\p{L}\p{M} «».]{2,40})/gu,
  },
];
/** In brackets, anywhere: a known name, or at the end one that is not known. */
const BRACKETS = new RegExp(
  String.raw`(?:(?<=[.!?…”"»\n][ \t]*)|(?<=\s))[([/](?:(?:[Ss]ources?|[Vv]ia|[Ww]ith|[Ff]rom|[Cc]redit|[Aa]gencies|وكالات|المصدر|نقلاً عن|عن|مع)[:：]?[ \t]*)?(?<name>${INSIDE})[)\]/]`,
  'gu',
);
/** Names that are this short stand in brackets for much else, too. */
const SHORT_NAME = 4;

/** Who wrote a report, by its dateline, its opening and its last lines. */
export function findCredits(body: string, table: readonly Named[]): Mention[] {
  return [
    ...findDateline(body, table),
    ...findOpening(body, table),
    ...findLines(body, table),
    ...findBrackets(body, table),
    ...findLastLine(body, table),
  ];
}

/** A last line that is nothing but a name that is known. */
function findLastLine(body: string, table: readonly Named[]): Mention[] {
  const match = LAST_LINE.exec(body);
  const inside = match?.groups?.['name'] ?? '';
  if (!match || inside === '') return [];
  const name = firstNamed(inside, table);
  if (!isWriter(name, table)) return [];
  const start = match.index + match[0].indexOf(inside);
  return [{ kind: null, name, start, end: start + inside.length, role: 'wrote' }];
}
const LAST_LINE = new RegExp(String.raw`\n[ \t]*[*_—–-]{0,2}[ \t]*(?<name>${INSIDE})\.?\s*$`, 'u');

function findDateline(body: string, table: readonly Named[]): Mention[] {
  const match = DATELINE.exec(body);
  const inside = match?.groups?.['name'];
  if (!match || inside === undefined || !isPlaceLine(match.groups?.['place'] ?? '')) return [];
  const name = firstNamed(inside, table);
  // A bare one without a dash counts only for an agency that is known: "(AP) The …".
  const isBare = match.groups?.['bare'] !== undefined;
  if (isBare && (settleName(name, table) === undefined || isPictureCredit(inside, table))) return [];
  const first = words(name)[0]?.raw ?? '';
  if (name !== SOME_AGENCY && (!/^[\p{Lu}\p{Lo}]|^dpa$/u.test(first) || isStopWord(foldWord(first)))) return [];
  const start = match.index + match[0].indexOf(inside) - 1;
  return [{ kind: null, name, start, end: start + inside.length + 2, role: 'wrote', dateline: true }];
}

/** A known name, or one that says that it publishes, before or after a place at the very start, with a dash or colon. */
function findOpening(body: string, table: readonly Named[]): Mention[] {
  const line = BYLINE.exec(body) ?? OPENED.exec(body);
  const { name, first, second } = line?.groups ?? {};
  for (const part of [name, second, first]) {
    if (line === null || part === undefined) continue;
    const said = firstNamed(part, table);
    const known = settleName(said, table);
    // A name that nobody knows stands between a place and what it tells.
    const isPlaced = part === second && isPlaceInCapitals(first ?? '') && isShortName(said) && !isPlaceLike(said);
    const writes = known
      ? known.kind === 'agency' || known.kind === 'outlet'
      : (PUBLISHER.test(said) && isName(said)) || isPlaced;
    if (said !== SOME_AGENCY && !writes) continue;
    const start = line.index + line[0].lastIndexOf(part);
    return [{ kind: null, name: said, start, end: start + part.length, role: 'wrote', dateline: true }];
  }
  return [];
}

/** Whether every word of a text could be a name's: "short of adopting wire" publishes nothing. */
function isName(text: string): boolean {
  return text
    .split(/\s+/u)
    .every(
      (word, at) => /^[\p{Lu}\p{Lo}\p{N}“"«‘]/u.test(word) || (at > 0 && /^(?:of|the|and|for|de|al)\b/u.test(word)),
    );
}

function isPlaceInCapitals(line: string): boolean {
  return isPlaceLine(line) && (isArabic(line) || /^[^\p{Ll}]*(?:,|$)/u.test(line));
}

function isShortName(said: string): boolean {
  const spelled = words(said);
  return spelled.length <= 2 && spelled.every(({ raw }) => /^(?:\p{Lu}\p{Ll}|\p{Lo})/u.test(raw));
}

/** A day or a month. */
function isPlaceLike(said: string): boolean {
  return words(said).some(({ raw }) => isStopWord(foldWord(raw)) || /\p{N}/u.test(raw));
}

function findLines(body: string, table: readonly Named[]): Mention[] {
  return LINES.flatMap(({ role, isKnown, has, pattern }) =>
    !has.test(body)
      ? []
      : Array.from(body.matchAll(pattern)).flatMap((match): Mention[] => {
          const name = firstNamed(match.groups?.['name'] ?? '', table);
          // Persons contribute, too, with two names.
          const writes =
            (role === 'wrote' && !isKnown) ||
            name === SOME_AGENCY ||
            settleName(name, table) ||
            PUBLISHER.test(name) ||
            !name.includes(' ');
          if (name === '' || !writes || (isKnown && !settleName(name, table)) || NOT_NAMES.test(name)) return [];
          const lead = match[0].length - match[0].trimStart().length;
          const end = match.index + match[0].trimEnd().length;
          return [{ kind: null, name, start: match.index + lead, end, role }];
        }),
  );
}

/** Words that stand where a name would. */
const NOT_NAMES = /^(?:Editing|Writing|Additional|Reporting|Compiled|Update|Updated|Photos?|Pictures?)(?!\p{L})/u;

function findBrackets(body: string, table: readonly Named[]): Mention[] {
  return Array.from(body.matchAll(BRACKETS)).flatMap((match): Mention[] => {
    const inside = match.groups?.['name'] ?? '';
    const isLast = /^\.?\s*$/u.test(body.slice(match.index + match[0].length));
    const name = firstNamed(inside, table);
    const known = settleName(name, table);
    const writes = isWriter(name, table);
    const closed = /(?:^|[.!?…”"»\n])[ \t]*$/u.test(body.slice(0, match.index));
    if (isPictureCredit(inside, table)) return [];
    if (writes && !isLast && !closed) return [];
    if (writes ? !isLast && name.length <= SHORT_NAME && !known?.own : !isLast || !isUnknownName(name, closed))
      return [];
    const start = match.index;
    return [{ kind: null, name, start, end: start + match[0].trimEnd().length, role: 'wrote' }];
  });
}

/** (Somebody/Agency) is who took a picture. */
function isPictureCredit(inside: string, table: readonly Named[]): boolean {
  return inside.includes('/') && !inside.split('/').every((each) => isWriter(plainName(each), table));
}

function isWriter(name: string, table: readonly Named[]): boolean {
  const kind = settleName(name, table)?.kind;
  return kind === 'agency' || kind === 'outlet' || name === SOME_AGENCY;
}

/** A name after the last sentence, or within it where it is no acronym of what stands before. */
function isUnknownName(name: string, closed: boolean): boolean {
  const spelled = words(name);
  if (spelled.length > MOST_WORDS) return false;
  if (isArabic(name)) return closed && spelled.length < MOST_WORDS && !END_MARK.test(name);
  return new RegExp(`^${NAME}$`, 'u').test(name) && (closed || !/^[\p{Lu}.&]+$/u.test(name));
}
const MOST_WORDS = 4;
/** "(The end)", "(pictures)". */
const END_MARK = /^(?:انتهى|انتهي|يتبع|تتمة|فيديو|صور|صورة|شاهد|تحديث|عاجل|خاص|رأي|ترجمة.*)$/u;

/** Of several between slashes, commas and "and", the first that is known; else the first; "agencies" only where it is alone. */
function firstNamed(inside: string, table: readonly Named[]): string {
  const names = inside
    .split(/\s*[/,،&+:]\s*|\s+[-–—]\s+|\s+and\s+|\s+و(?=\p{L})/u)
    .map(plainName)
    .filter((name) => name !== '');
  const told = names.filter((name) => name !== SOME_AGENCY);
  const isAgency = (name: string) => settleName(name, table)?.kind === 'agency';
  return told.find(isAgency) ?? told.find((name) => settleName(name, table)) ?? told[0] ?? SOME_AGENCY;
}

/** A name without quotation marks and what says only that it is an agency; `SOME_AGENCY` where it says no more. */
function plainName(written: string): string {
  const name = written
    .replace(/[«»"]/gu, '')
    .replace(/^\s*(?:(?:The|the|with|via|from)\s+|(?:ال)?(?:وكالة|صحيفة|موقع|شبكة|قناة)(?: أنباء| الأنباء)?\s+)/u, '')
    .replace(/(?:\s+للأنباء)?[.\s]*$/u, '')
    .trim();
  return new RegExp(`^(?:${WIRES})$`, 'iu').test(name) ? SOME_AGENCY : name;
}

/** Places and dates between commas, not a sentence: parts of few words, in Latin script all capitalised or numbers. */
function isPlaceLine(line: string): boolean {
  return line.split(/[,،/]/).every((part) => {
    const spelled = words(part).map((word) => word.raw);
    return spelled.length <= 4 && spelled.every((word) => /^[\p{Lu}\p{Lo}\p{N}]/u.test(word) || JOINING.has(word));
  });
}
const JOINING = new Set(['de', 'du', 'la', 'le', 'el', 'al', 'of', 'the', 'and', 'on', 'upon', 'bin', 'ibn']);
