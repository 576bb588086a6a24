import type { Child } from 'hono/jsx';
import { countPiecesByLanguage } from '#pieces/pieces.ts';
import type { Reader } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import { findPublications, firstLanguage, type Localised, type Publication } from '#publications/publications.ts';

/** What stands in a form, by the name of the field. What is not ticked is not there. */
export type Typed = Record<string, string>;

export interface SettingField {
  name: string;
  label: string;
  as: 'line' | 'area' | 'day' | 'tick' | 'radios' | 'select' | 'number';
  hint?: string;
  rows?: number;
  /** The language that is written in it. */
  lang?: string;
  options?: { value: string; label: string }[];
  /** What the field suggests, where it is a line. */
  suggests?: string[];
}

export interface FieldGroup {
  legend: string | null;
  /** What stands above its fields. */
  note?: string;
  fields: SettingField[];
}

/** What a setting is decided with, beside the publication itself. */
export interface Around {
  /** Every publication of this Daybook. */
  network: Publication[];
  /** How many pieces this one has in each language, whatever their state. */
  pieces: Map<string, number>;
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
  /** What what was typed looks like: the form has a button that shows it without saving it. */
  look?: (typed: Typed) => Child;
}

export async function readAround(db: Reader, slug: string): Promise<Around> {
  return { network: await findPublications(db), pieces: await countPiecesByLanguage(db, slug) };
}

/** Names what a setting says now: who saves says what they saw, so that nobody writes over what they have not seen. */
export function versionOf(keys: readonly (keyof Publication)[], publication: Publication): string {
  return sha256(JSON.stringify(keys.map((key) => publication[key]))).slice(0, 16);
}

/** The texts that a form sent. */
export function textsOf(form: Record<string, unknown>): Typed {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
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

/** The lines of a text that say something. */
export function linesOf(typed: Typed, name: string): string[] {
  return (typed[name] ?? '')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
}

/**
 * Texts by language, from fields that are named `part.lang`. The first language's is always there; another that is empty is
 * not, so that the first one's is shown in its place. What is kept in languages that the publication no longer has stays.
 */
export function textsIn<T extends { length: number }>(
  publication: Publication,
  standing: Localised<T>,
  read: (lang: string) => T,
): Localised<T> {
  const texts = { ...standing };
  for (const lang of publication.languages) {
    const text = read(lang);
    if (text.length > 0 || lang === firstLanguage(publication)) texts[lang] = text;
    else Reflect.deleteProperty(texts, lang);
  }
  return texts;
}

/** The fields of a part in every language, as `textsIn` reads them. */
export function typedIn(publication: Publication, part: string, standing: Localised<string | string[]>): Typed {
  return Object.fromEntries(
    publication.languages.map((lang) => {
      const text = standing[lang] ?? '';
      return [`${part}.${lang}`, Array.isArray(text) ? text.join('\n\n') : text];
    }),
  );
}
