import { isArabic, stripArabicArticle } from '#lib/text/words.ts';
import { sameName } from '#lib/text/same-name.ts';
import { arabicMentions } from './arabic-carriers.ts';
import { findCredits } from './credits.ts';
import { foldName, type Named, nameTable, onlyMonitor, settleName } from './known-origins.ts';
import { PUBLISHING_WORDS, SOME_AGENCY } from './origin-names.ts';
import { ownReporting } from './own-reporting.ts';
import { findQuoted } from './quoted-carriers.ts';
import type { Attribution, Source } from './attribution.ts';
import { arabicAttributions } from './arabic-attributions.ts';
import { leadingSource } from './english-sources.ts';
import { englishAttributions } from './english-attributions.ts';
import type { Mention, Origin, OriginInput, OriginKind, Settled } from './origin.ts';
import { fromWire, OPENING, restsOn, speakerOf } from './rests-on.ts';
import { titleSpeaker } from './title-speaker.ts';
import { soleSource } from './sole-source.ts';

export type { KnownName, Mention, Origin, OriginInput, OriginKind } from './origin.ts';

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
  const attributions = isArabic(body) ? arabicAttributions(body, table) : englishAttributions(body, table);
  const mentions = [
    ...credits,
    ...attributions.flatMap(mentioned),
    ...findQuoted(input, table, onlyMonitor(table)),
    ...arabic,
    ...ownReporting(body, outlet, table, opened),
  ]
    .map((mention) => settle(mention, table, input))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const read = soleSource(attributions, body);
  const isSilent = !read.sole && !read.several;
  const titled = isSilent
    ? (titleSpeaker(input.title, table) ?? (attributions.length === 0 ? actor(body, table) : null))
    : null;
  const told = titled
    ? ({ ...titled, also: [...titled.also], start: 0, end: 0, role: 'quoted' } as Mention)
    : speakerOf(read);
  const sole = told && settle(told, table, input);
  const settled = restsOn(mentions, sole, input);
  const other = settled || !isSilent || isOwnAccount(mentions, outlet) ? null : namedOutlet(body, table, input);
  const rests = settled ?? other;
  const named = [
    ...mentions.filter(({ person }) => person !== true),
    ...(rests && (rests === sole || rests === other) ? [rests] : []),
  ];
  return [...listed(named, rests, input), ...witnesses(attributions, body, [...named, ...(rests ? [rests] : [])])];
}

/** Whether a report says that its outlet was there, was told, or tells of itself. */
function isOwnAccount(mentions: readonly Settled[], outlet: string): boolean {
  return mentions.some(({ kind, name }) => kind === 'outlet' && name === outlet);
}

/** The official that does what a report without any telling tells, where it begins so. */
function actor(body: string, table: readonly Named[]): Source | null {
  if (isArabic(body) || /[“"]/u.test(body)) return null;
  const source = leadingSource(body.slice(0, 200), table);
  return source?.kind === 'official' && source.bare !== 'office' ? source : null;
}

/** Another outlet that a report names where nobody else tells anything: "The Narrows had it first". */
function namedOutlet(body: string, table: readonly Named[], { outlet }: OriginInput): Settled | null {
  for (const { name, kind, forms, own } of table) {
    if (!own || name === outlet || (kind !== 'outlet' && kind !== 'agency')) continue;
    for (const form of forms) {
      const start = form.length > 5 && (form.includes(' ') || kind === 'agency') ? body.indexOf(form) : -1;
      // In brackets stands who took a picture.
      if (start < 0 || start > OPENING || /[([][^)\]]{0,60}$/u.test(body.slice(Math.max(0, start - 60), start)))
        continue;
      return { kind: 'agency', name, start, end: start + form.length, role: 'quoted' };
    }
  }
  return null;
}

/** Persons without an office who tell something, by name. */
function witnesses(attributions: readonly Attribution[], body: string, named: readonly Mention[]): Origin[] {
  const known = new Set(named.flatMap(({ name, also = [] }) => [name, ...also]));
  return attributions.flatMap(({ source, start, end }): Origin[] => {
    if (source?.kind !== 'person' || !source.name.includes(' ') || known.has(source.name)) return [];
    known.add(source.name);
    return [{ kind: 'witness', name: source.name, evidence: body.slice(start, end), start, end, rests: false }];
  });
}

/** Who tells what a report tells, by name, and whether its outlet says that it was there or was told. */
export interface Tellers {
  /** Persons without an office. */
  persons: string[];
  officials: string[];
  isOwn: boolean;
}

export function tellersOf(origins: readonly Origin[], outlet: string): Tellers {
  const namesOf = (kind: OriginKind) =>
    origins.flatMap((each) => (each.kind === kind ? [each.name, ...(each.also ?? [])] : []));
  return {
    persons: namesOf('witness'),
    officials: namesOf('official'),
    isOwn: origins.some(({ kind, name }) => kind === 'outlet' && name === outlet),
  };
}

/** Whom an attribution names: an agency or outlet, a monitor, an official. */
function mentioned({ source, start, end, isStatement }: Attribution): Mention[] {
  if (!source || source.kind === 'person' || source.kind === 'people' || source.bare === 'office') return [];
  if (source.kind === 'carrier')
    return /^\p{Lu}/u.test(source.name) ? [{ kind: null, name: source.name, start, end, role: 'quoted' }] : [];
  const { kind, name, also } = source;
  return [{ kind, name, start, end, role: 'quoted', ...(also.length > 0 ? { also: [...also] } : {}), isStatement }];
}

/** Each name once, in order of appearance, with the one that the report rests on. */
function listed(mentions: readonly Settled[], rests: Settled | null, { body, agency }: OriginInput): Origin[] {
  const found = new Map<string, Origin>();
  const keyOf = (name: string) => Array.from(found.keys()).find((key) => key === foldName(name)) ?? foldName(name);
  for (const mention of agency ? [...mentions, fromWire(agency)] : mentions) {
    const { kind, name, start, end, also = [] } = mention;
    if (name === '') continue;
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
  // An official is no newspaper because the two sound alike: الميناء, Al-Mina.
  const isAnother =
    mention.kind === 'official' &&
    (match?.kind === 'outlet' || match?.kind === 'agency') &&
    !match.foldedForms.has(foldName(mention.name));
  if (match !== undefined && !isAnother)
    return {
      ...mention,
      kind: match.kind === 'person' ? 'official' : match.kind,
      name: match.name,
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
