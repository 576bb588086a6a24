import { locales } from '#locales/locales.ts';
import type { Lang } from '#platform/language.ts';

/** A name that was withdrawn: every spelling that is meant, and what stands in its place. */
export interface Withdrawal {
  /** Random and told to nobody: it keys the hashes that tell an item with the name again. */
  id: string;
  /** From 1, in the order in which they were made and are applied; it stands in addresses in the name's place. */
  number: number;
  /** Every spelling, in every script. */
  names: string[];
  /** By language; `und` is said where there is none of the text's own. */
  tombstone: Record<Lang, string>;
  at: string;
  by: string;
}

/** It says that a name was withdrawn, not whose, nor why. */
export const plainTombstone: Record<Lang, string> = Object.fromEntries(
  Object.entries(locales).map(([lang, { tombstone }]) => [lang, tombstone]),
);

/** What stands in an address, before the withdrawal's number. */
export const addressTombstone = 'name-withdrawn';

/** A spelling or a tombstone that cannot be used; the message says why. */
export class UnusableName extends Error {
  override name = 'UnusableName';
}

/** Spellings as they are kept: composed (NFC), one space between words, each once. */
export function tidySpellings(names: string[]): string[] {
  return [...new Set(names.map((name) => name.normalize('NFC').replace(/\s+/gu, ' ').trim()).filter(Boolean))];
}

/** The tombstone for a language; where none is given, for the script that the name was written in. */
export function tombstoneIn(tombstone: Record<Lang, string>, lang: Lang | undefined, arabic: boolean): string {
  const script = arabic ? 'ar' : 'en';
  return (
    (lang && (tombstone[lang] ?? tombstone[lang.split('-')[0] ?? ''])) ??
    tombstone['und'] ??
    tombstone[script] ??
    plainTombstone[script] ??
    ''
  );
}
