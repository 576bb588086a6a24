import { foldWord, isArabic, stripArabicArticle, words } from '#lib/text/words.ts';
import { AGENCIES } from './origin-names.ts';
import type { OriginInput, OriginKind } from './origin.ts';

/** An origin that is known by name. */
export interface Named {
  name: string;
  kind: OriginKind;
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

function named(name: string, kind: OriginKind, also: readonly string[], own: boolean): Named {
  const written = [name, ...also];
  const short = own && kind === 'agency' ? written.map(withoutTrade).filter((each) => !written.includes(each)) : [];
  const forms = [...written, ...short];
  return { name, kind, forms, folded: foldName(name), foldedForms: new Set(forms.map(foldName)), own };
}

/** "Mawja" of "Mawja News Agency", and موجة of وكالة موجة للأنباء. */
function withoutTrade(name: string): string {
  return name.replace(/ (?:News |Press )?Agency$/, '').replace(/^وكالة (?:أنباء )?|\s+للأنباء$/g, '');
}

/** Who is known when a report is read: the publication's names first, then the wire's agency and the world's agencies. */
export function nameTable({ known = [], agency }: OriginInput): Named[] {
  return [
    ...known.map(({ name, kind, also = [] }) => named(name, kind, also, true)),
    ...(agency ? [named(agency, 'agency', [], false)] : []),
    ...AGENCY_TABLE,
  ];
}

/** The monitor that "the war monitor" must mean: the publication's, where it knows one alone. */
export function onlyMonitor(table: readonly Named[]): Named | null {
  const monitors = table.filter(({ own, kind }) => own && kind === 'monitor');
  return monitors.length === 1 ? (monitors[0] ?? null) : null;
}

/** The known name that a written one stands for: equal to one of its forms, or a short form of it. */
export function settleName(written: string, table: readonly Named[]): Named | undefined {
  const folded = foldName(written);
  if (folded === '') return undefined;
  return (
    table.find(({ foldedForms }) => foldedForms.has(folded)) ??
    table.find((entry) => entry.kind === 'agency' && entry.folded.startsWith(`${folded} `)) ??
    (/ (?:agency|news|press)$/.test(folded)
      ? table.find((entry) => folded.startsWith(`${entry.folded} `))
      : undefined) ??
    settleMonitor(folded, table)
  );
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
