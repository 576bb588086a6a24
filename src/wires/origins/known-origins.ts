import { isInitialsOf, sameName } from '#lib/text/same-name.ts';
import { foldWord, isArabic, stripArabicArticle, words } from '#lib/text/words.ts';
import { AGENCIES, PRESS_NOUNS } from './origin-names.ts';
import type { KnownName, OriginInput } from './origin.ts';

/** An origin that is known by name. */
export interface Named {
  name: string;
  kind: KnownName['kind'];
  forms: readonly string[];
  /** The name and its forms as `foldName` gives them. */
  folded: string;
  foldedForms: ReadonlySet<string>;
  /** Known to the publication, which then names it in short too. */
  own: boolean;
}

export function foldName(name: string): string {
  const folded = words(name).map((word) => foldWord(word.raw));
  return (folded[0] === 'the' ? folded.slice(1) : folded).join(' ');
}

const AGENCY_TABLE = AGENCIES.map(({ name, also }) => named(name, 'agency', also, false));

function named(name: string, kind: Named['kind'], also: readonly string[], own: boolean): Named {
  const written = [name, ...also];
  const short = own ? written.flatMap((each) => shortForms(each, kind)).filter((each) => !written.includes(each)) : [];
  const forms = [...written, ...short];
  return { name, kind, forms, folded: foldName(name), foldedForms: new Set(forms.map(foldName)), own };
}

const LAST_WORD = new RegExp(String.raw`(?<= )(?:${PRESS_NOUNS})$`, 'u');

/** An agency without what says that it is one; an outlet without its article, and its last word where that says that it publishes. */
function shortForms(name: string, kind: Named['kind']): string[] {
  if (kind === 'agency') return [withoutTrade(name)];
  if (kind === 'monitor') return acronymOf(name);
  return kind === 'outlet' ? [name.replace(/^The /, ''), LAST_WORD.exec(name)?.[0] ?? []].flat() : [];
}

/** "OCO", of three words or more. */
function acronymOf(name: string): string[] {
  const initials = Array.from(name.matchAll(/(?<!\p{L})\p{Lu}/gu), ([letter]) => letter).join('');
  return initials.length >= 3 ? [initials] : [];
}

/** "Mawja" of "Mawja News Agency", and موجة of وكالة موجة للأنباء. */
function withoutTrade(name: string): string {
  return name.replace(/ (?:News |Press )?Agency$/, '').replace(/^وكالة (?:أنباء )?|\s+للأنباء$/g, '');
}

/** Who is known when a report is read: the publication's names first, then its own outlet, the wire's agency and the world's agencies. */
export function nameTable({ known = [], agency, outlet }: OriginInput): Named[] {
  const table = KNOWN.get(known) ?? knownTable(known);
  KNOWN.set(known, table);
  const isKnown = [...table, ...AGENCY_TABLE].some(({ name }) => name === outlet);
  return [
    ...table,
    ...(isKnown || outlet === '' ? [] : [named(outlet, 'outlet', [], true)]),
    ...(agency ? [named(agency, 'agency', [], false)] : []),
    ...AGENCY_TABLE,
  ];
}
/** One list of names serves many reports. */
const KNOWN = new WeakMap<readonly KnownName[], Named[]>();

/** An agency that is an outlet, too, is an agency; of a last word that two outlets share nobody can tell whose it is. */
function knownTable(known: readonly KnownName[]): Named[] {
  const agencies = new Set([...AGENCY_TABLE, ...known.filter(({ kind }) => kind !== 'outlet')].map(({ name }) => name));
  const table = known
    .filter(({ name, kind }) => kind !== 'outlet' || !agencies.has(name))
    .map(({ name, kind, also = [] }) => named(name, kind, also, true));
  const times = new Map<string, number>();
  for (const { forms } of table) for (const form of new Set(forms)) times.set(form, (times.get(form) ?? 0) + 1);
  return table.map((entry) => {
    const forms = entry.forms.filter((form) => form === entry.name || times.get(form) === 1);
    return { ...entry, forms, foldedForms: new Set(forms.map(foldName)) };
  });
}

/** The monitor that "the war monitor" must mean: the publication's, where it knows one alone. */
export function onlyMonitor(table: readonly Named[]): Named | null {
  const monitors = table.filter(({ own, kind }) => own && kind === 'monitor');
  return monitors.length === 1 ? (monitors[0] ?? null) : null;
}

/** The known name that has this very form. */
export function exactName(written: string, table: readonly Named[]): Named | undefined {
  const folded = foldName(written);
  return table.find(({ foldedForms }) => foldedForms.has(folded));
}

/** The known name that a written one stands for: equal to one of its forms, or a short form of it. */
export function settleName(written: string, table: readonly Named[]): Named | undefined {
  const settled = SETTLED.get(table) ?? new Map<string, Named | undefined>();
  SETTLED.set(table, settled);
  if (!settled.has(written)) settled.set(written, findNamed(written, table));
  return settled.get(written);
}
/** What was asked of a table before: a name stands many times in one report. */
const SETTLED = new WeakMap<readonly Named[], Map<string, Named | undefined>>();

function findNamed(written: string, table: readonly Named[]): Named | undefined {
  const folded = foldName(written);
  if (folded === '') return undefined;
  return (
    table.find(({ foldedForms }) => foldedForms.has(folded)) ??
    table.find((entry) => entry.kind === 'agency' && entry.folded.startsWith(`${folded} `)) ??
    (/ (?:agency|news|press)$/.test(folded)
      ? table.find((entry) => folded.startsWith(`${entry.folded} `))
      : undefined) ??
    onlyOne(
      table.filter(
        ({ own, kind, forms }) => own && kind === 'agency' && forms.some((form) => isInitialsOf(written, form)),
      ),
    ) ??
    settleMonitor(folded, table) ??
    onlyOne(table.filter((entry) => entry.own && entry.kind !== 'person' && isNameOf(written, entry)))
  );
}

/** In another script by sound or translation; in the same, a body whose name says what it is may be shorter. */
function isNameOf(written: string, { name, forms, kind }: Named): boolean {
  const shortens = kind === 'monitor' || kind === 'official';
  return [name, ...forms].some((form) => (shortens || isArabic(form) !== isArabic(written)) && sameName(written, form));
}

function onlyOne<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}

/** "Orrun Observatory" for the Orrun Ceasefire Observatory, مرصد أورون and المرصد: the noun with none or some of the rest. */
function settleMonitor(folded: string, table: readonly Named[]): Named | undefined {
  const spelled = folded.split(' ').map((word, place) => (place === 0 ? stripArabicArticle(word) : word));
  const monitors = table.filter(({ own, kind }) => own && kind === 'monitor');
  // What a verb's object adds to an Arabic name has no article.
  for (let length = spelled.length; length > 0; length--) {
    const rest = spelled.slice(length);
    if (rest.some((word) => !isArabic(word) || /^(?:ال|ل)/.test(word))) break;
    const fitting = monitors.filter(({ foldedForms }) =>
      [...foldedForms].some((form) => isShortOf(spelled.slice(0, length), form.split(' '))),
    );
    if (fitting.length === 1) return fitting[0];
  }
  return undefined;
}

/** Whether some words are a name with words left out, but for its noun: the last in Latin letters, the first in Arabic. */
function isShortOf(some: string[], name: string[]): boolean {
  const noun = isArabic(name[0] ?? '') ? name[0] : name.at(-1);
  if (noun === undefined || !some.includes(noun)) return false;
  let from = 0;
  return some.every((word) => (from = name.indexOf(word, from) + 1) > 0);
}
