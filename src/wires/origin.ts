import { stripArabicArticle } from '#lib/text/words.ts';
import { sameName } from '#lib/text/same-name.ts';
import { actingOfficials, arabicMentions } from './origin-arabic.ts';
import { soleArabicSpeaker } from './origin-arabic-speakers.ts';
import { findCredits } from './origin-credits.ts';
import { foldName, type Named, nameTable, onlyMonitor, settleName } from './origin-known.ts';
import { PUBLISHING_WORDS, SOME_AGENCY } from './origin-names.ts';
import { ownReporting } from './origin-own.ts';
import { findQuoted } from './origin-quoted.ts';
import { soleSpeaker } from './origin-speakers.ts';
import { findStatements, isStatementAt } from './origin-statements.ts';

export type OriginKind = 'agency' | 'monitor' | 'official' | 'outlet';

/** Who a report credits, and the words of its body that showed it; offsets are UTF-16 in the body, end exclusive. */
export interface Origin {
  kind: OriginKind;
  /** As known, else as written. */
  name: string;
  /** `body.slice(start, end)`; empty, at 0, when only the report's own `agency` field says it. */
  evidence: string;
  start: number;
  end: number;
  /** Others that the report names as the same: a minister beside the ministry. */
  also?: string[];
  /** Whether this is who the report rests on; at most one is. */
  rests?: boolean;
  /** The one monitor or official that tells all of what this one wrote. */
  of?: { kind: OriginKind; name: string; also?: string[] };
}

/** A name that is known to a publication: of who writes, watches or governs, of other outlets, and of public figures. */
export interface KnownName {
  name: string;
  kind: OriginKind | 'person';
  /** The same name in other languages and forms. */
  also?: string[];
}

export interface OriginInput {
  title: string;
  body: string;
  outlet: string;
  agency?: string | null;
  lang: string;
  known?: readonly KnownName[];
}

/** One place in a body where a name is credited. `kind` is null where the form alone does not tell an agency from an outlet. */
export interface Mention {
  kind: OriginKind | null;
  name: string;
  start: number;
  end: number;
  /** It wrote the report, or some of it; is quoted in it; was there itself; or is "we". */
  role: 'wrote' | 'helped' | 'quoted' | 'there' | 'we';
  dateline?: true;
  also?: string[];
  /** A public figure: credited where nobody else speaks. */
  person?: true;
  of?: Origin['of'];
}

type Settled = Mention & { kind: OriginKind };

/** Who is quoted within so many characters is what a report is about; further down, an aside. */
const OPENING = 600;
/** So many UTF-16 units are read; no report is longer. */
const MOST_READ = 30_000;

/**
 * The agencies, monitors, officials and outlets that a report's own words credit, in order of appearance, each once, and
 * which of them it rests on. Goes by form (datelines, credits, "according to the … Observatory"), so that a name never
 * seen before is found too; plain parentheses inside a sentence, such as "(UN)", credit nobody.
 */
export function recogniseOrigins(whole: OriginInput): Origin[] {
  const input = { ...whole, body: whole.body.slice(0, MOST_READ) };
  const { body, outlet } = input;
  const table = nameTable(input);
  const credits = findCredits(body, table);
  const arabic = arabicMentions(body, table);
  const opened = Math.max(0, ...credits.flatMap(({ dateline, end }) => (dateline ? [end] : [])));
  const mentions = [
    ...credits,
    ...findQuoted(input, table, onlyMonitor(table)),
    ...findStatements(body),
    ...arabic,
    ...actingOfficials(body, table),
    ...ownReporting(body, outlet, table, opened),
  ]
    .map((mention) => settle(mention, table, input))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const speaker = soleSpeaker(body, table) ?? soleArabicSpeaker(body, arabic);
  const sole = speaker && settle(speaker, table, input);
  const rests = restsOn(mentions, sole, input);
  const told = [...mentions.filter(({ person }) => person !== true), ...(rests && rests === sole ? [sole] : [])];
  return listed(told, rests, input);
}

/**
 * Who a report rests on in the end: who wrote it; its outlet where
 * that was there; who is quoted in its opening; the monitor or the official that alone speaks, or passes a statement on.
 * Null where it rests on its outlet.
 */
function restsOn(
  mentions: readonly Settled[],
  sole: Settled | null,
  { title, body, outlet, agency }: OriginInput,
): Settled | null {
  const isOwn = ({ kind, name }: Settled) => kind === 'outlet' && name === outlet;
  const writers = mentions.filter(({ role }) => role === 'wrote');
  const writer =
    writers.find((mention) => !isOwn(mention) && mention.name !== SOME_AGENCY) ??
    writers.find((mention) => !isOwn(mention));
  const there = mentions.find((each) => each.role === 'there' || (each.role === 'quoted' && isOwn(each)));
  const we = mentions.find(({ role }) => role === 'we');
  const written = writer ?? (agency ? fromWire(agency) : null);
  const toldWriter = written && mentions.some(({ role, name }) => role === 'quoted' && name === written.name);
  if (written && sole && !toldWriter && !there && !we) {
    const { kind, name, also } = sole;
    return { ...written, kind: 'agency', of: { kind, name, ...(also ? { also } : {}) } };
  }
  if (written) return { ...written, kind: 'agency' };
  if (there || INTERVIEW.test(title)) return null;
  // An agency's own dateline is on what officials give out, too.
  if (writers.some(isOwn)) return sole?.kind === 'official' ? sole : null;
  const opening = mentions.filter(({ start }) => start < OPENING);
  const carried = (kind: OriginKind | null) =>
    opening.find((each) => each.role === 'quoted' && each.kind === kind && !isOwn(each));
  const quoted =
    carried('agency') ?? carried('outlet') ?? mentions.find(({ role, kind }) => role === 'helped' && kind === 'agency');
  if (quoted) return { ...quoted, kind: 'agency' };
  if (we) return null;
  if (sole) return sole;
  // The first that is quoted; a monitor after others is one of several.
  const first = opening.find(({ role, kind }) => role === 'quoted' && (kind === 'monitor' || kind === 'official'));
  if (first?.kind === 'monitor') return first;
  return (
    opening.find(({ kind, start, end, person }) => kind === 'official' && !person && isStatementAt(body, start, end)) ??
    null
  );
}

/** Who is interviewed told it to the outlet. */
const INTERVIEW = /^\s*(?:interview|q&a|مقابلة|حوار)(?!\p{L})/iu;

function fromWire(name: string): Settled {
  return { kind: 'agency', name, start: 0, end: 0, role: 'wrote' };
}

/** Each name once, in order of appearance, with the one that the report rests on. */
function listed(mentions: readonly Settled[], rests: Settled | null, { body, agency }: OriginInput): Origin[] {
  const found = new Map<string, Origin>();
  const keyOf = (name: string) => Array.from(found.keys()).find((key) => key === foldName(name)) ?? foldName(name);
  for (const mention of agency ? [...mentions, fromWire(agency)] : mentions) {
    const { kind, name, start, end, also = [] } = mention;
    if (mention.role === 'we' || name === '') continue;
    const key = keyOf(name);
    const earlier = found.get(key);
    const isIt = rests !== null && foldName(rests.name) === key;
    if (earlier || (!isIt && isShortFor(key, found.keys()))) {
      if (earlier && also.length > 0) earlier.also = [...new Set([...(earlier.also ?? []), ...also])];
      continue;
    }
    const of = isIt ? rests.of : undefined;
    found.set(key, {
      kind: isIt ? rests.kind : kind,
      name,
      evidence: body.slice(start, end),
      start,
      end,
      rests: isIt,
      ...(also.length > 0 ? { also } : {}),
      ...(of ? { of } : {}),
    });
  }
  return Array.from(found.values());
}

/**
 * Who a report rests on in the end, for counting voices; null when it rests on its outlet. What was recognised before
 * that was kept rests on the first agency or monitor.
 */
export function originOf(origins: Origin[]): Origin | null {
  return origins.find(({ rests, kind }) => rests ?? (kind === 'agency' || kind === 'monitor')) ?? null;
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

function settle(mention: Mention, table: readonly Named[], input: OriginInput): Settled {
  if (mention.name === SOME_AGENCY) return { ...mention, kind: 'agency' };
  const match = settleName(mention.name, table);
  if (match !== undefined)
    return {
      ...mention,
      kind: match.kind === 'person' ? 'official' : match.kind,
      name: match.name,
      ...(match.name === mention.name ? {} : {}),
    };
  // Whoever the wire says wrote it is who the dateline names, though perhaps in another script.
  if (mention.dateline && input.agency) return { ...mention, kind: 'agency', name: input.agency };
  const isOwn = mention.kind === null && isStartOf(mention.name, input.outlet);
  if (isOwn || (mention.kind !== 'monitor' && mention.kind !== 'official' && sameName(mention.name, input.outlet)))
    return { ...mention, kind: 'outlet', name: input.outlet };
  const publishes = mention.kind === 'monitor' && PUBLISHING_WORDS.test(mention.name);
  return {
    ...mention,
    kind: publishes ? 'outlet' : (mention.kind ?? 'agency'),
    name: mention.name.replace(/[.\s]+$/, ''),
  };
}

function isStartOf(written: string, outlet: string): boolean {
  const [start, whole] = [foldName(written), foldName(outlet)];
  return whole !== '' && (whole === start || whole.startsWith(`${start} `));
}
