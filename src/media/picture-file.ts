import type { Crop } from './crop-picture.ts';

/** A picture that is held: re-encoded, no metadata, in some widths. The widest is `sha256`. */
export interface PictureFile {
  sha256: string;
  type: 'image/webp';
  width: number;
  height: number;
  bytes: number;
  /** Narrower copies, widest first. */
  variants: { sha256: string; width: number }[];
}

/** A picture that is held, and whether pages may still show it. */
export interface PictureToShow extends PictureFile {
  /** The rights to it have ended: it is described. */
  ended: boolean;
  /** Its copy that is cut for sharing; null: the whole of it is shared. */
  share: Crop | null;
}

/** Where a held picture stands on the site. */
export function mediaPath(sha256: string): string {
  return `/media/${sha256}.webp`;
}
