import type { Crop, Focus } from './crop-picture.ts';

/** What is kept of a picture in the library, beside its file. */
export interface LibraryPicture {
  /** SHA-256 of its widest copy: its name everywhere. */
  media: string;
  /** Whose it is: those who work there look after it, and its time zone says when rights end. */
  publication: string;
  caption: string;
  credit: string;
  alt: string;
  rights: PictureRights;
  /** What a crop keeps in sight. */
  focus: Focus;
  /** The copy that is cut for sharing; null until somebody sets where it looks: the whole picture is shared. */
  share: Crop | null;
  addedAt: string;
  /** The name of a member of staff; empty where it came with a piece. */
  addedBy: string;
  /** Somebody wrote down its words here. Until then it takes those of the piece that shows it. */
  lookedAfter: boolean;
}

export interface PictureRights {
  owner: string;
  /** What is allowed, in words. */
  terms: string;
  /** The last day, in the publication's zone, on which it may be shown; null: no end is known. */
  endsOn: string | null;
  /** That day is over: pages describe the picture, and do not show it. */
  ended: boolean;
}

/** What somebody writes down of a picture. */
export type PictureWords = Pick<LibraryPicture, 'caption' | 'credit' | 'alt'> & Pick<PictureRights, 'owner' | 'terms'>;

/** Words as they are looked for: without case, accents and Arabic vowel signs. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase();
}
