import type { Reader } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import { findPublications, type Publication } from '#publications/publications.ts';

/** What stands in a form, by the name of the field. What is not ticked is not there. */
export type Typed = Record<string, string>;

export interface SettingField {
  name: string;
  label: string;
  as: 'line' | 'area' | 'day' | 'tick' | 'radios' | 'select';
  hint?: string;
  rows?: number;
  /** The language that is written in it. */
  lang?: string;
  options?: { value: string; label: string }[];
  /** The name of a list that the field suggests from. */
  list?: string;
}

export interface FieldGroup {
  legend: string | null;
  fields: SettingField[];
}

/** What a setting is decided with, beside the publication itself. */
export interface Around {
  /** Every publication of this Daybook. */
  network: Publication[];
}

/** What a form says: the fields of the profile that it changes, and what is wrong by the name of its field ('' is the form's). */
export interface Reading {
  given: Partial<Publication>;
  wrong: Typed;
}

/** A part of a publication's settings that is looked at and saved by itself. */
export interface Setting {
  name: string;
  title: string;
  /** The fields of the profile that it is about. */
  keys: readonly (keyof Publication)[];
  /** What is set now, in a line. */
  stands: (publication: Publication, around: Around) => string;
  groups: (publication: Publication, around: Around) => FieldGroup[];
  write: (publication: Publication, around: Around) => Typed;
  read: (typed: Typed, publication: Publication, around: Around) => Reading;
}

export async function readAround(db: Reader): Promise<Around> {
  return { network: await findPublications(db) };
}

/** Names what a setting says now: who saves says what they saw, so that nobody writes over what they have not seen. */
export function versionOf(keys: readonly (keyof Publication)[], publication: Publication): string {
  return sha256(JSON.stringify(keys.map((key) => publication[key]))).slice(0, 16);
}

/** A line as it is kept: no white space around it, and one space between words. */
export function lineOf(typed: Typed, name: string): string {
  return (typed[name] ?? '').replace(/\s+/gu, ' ').trim();
}

/** The paragraphs of a text: what stands between empty lines. */
export function paragraphsOf(typed: Typed, name: string): string[] {
  return (typed[name] ?? '')
    .split(/\r?\n\s*\n/u)
    .map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}
