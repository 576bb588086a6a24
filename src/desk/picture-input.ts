import type { LibraryPicture } from '#media/media.ts';
import { isDay } from './find-place.ts';

/** What the form of a picture holds, as it was typed. */
export interface PictureInput {
  caption: string;
  credit: string;
  alt: string;
  owner: string;
  terms: string;
  /** `2026-12-31`; empty: no end is known. */
  endsOn: string;
}

export type WrongPicture = Partial<Record<keyof PictureInput | 'file' | 'publication', string>>;

const most = { caption: 2000, credit: 300, alt: 2000, owner: 300, terms: 2000, endsOn: 10 };

export const blankPicture: PictureInput = { caption: '', credit: '', alt: '', owner: '', terms: '', endsOn: '' };

export function readPictureInput(form: Record<string, unknown>): PictureInput {
  const text = (name: keyof PictureInput): string => {
    const value = form[name];
    return typeof value === 'string' ? value.toWellFormed().replace(/\s+/gu, ' ').trim() : '';
  };
  const { caption, credit, alt, owner, terms, endsOn } = Object.fromEntries(
    Object.keys(most).map((name) => [name, text(name as keyof PictureInput)]),
  ) as unknown as PictureInput;
  return { caption, credit, alt, owner, terms, endsOn };
}

export function inputOf({ caption, credit, alt, rights }: LibraryPicture): PictureInput {
  return { caption, credit, alt, owner: rights.owner, terms: rights.terms, endsOn: rights.endsOn ?? '' };
}

/** What is wrong with each field, in words; nothing when it can be kept. */
export function wrongInPicture(input: PictureInput): WrongPicture {
  const wrong: WrongPicture = {};
  if (input.alt === '') wrong.alt = 'Say what is seen in it, for those who cannot see it. Every picture needs that.';
  if (input.credit === '') wrong.credit = 'Name who made it, as readers should read it.';
  if (input.owner === '') wrong.owner = 'Say whose picture it is: who may allow it.';
  if (input.endsOn !== '' && !isDay(input.endsOn)) wrong.endsOn = 'Give a day, or nothing.';
  for (const [name, length] of Object.entries(most) as [keyof PictureInput, number][])
    if (input[name].length > length) wrong[name] = `That is longer than ${length} characters.`;
  return wrong;
}
