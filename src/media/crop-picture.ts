import sharp from 'sharp';
import { cardSize } from './draw-card.ts';
import { largestPixels } from './add-picture.ts';

/** Where a crop looks, in per cent from the left and the top. */
export interface Focus {
  x: number;
  y: number;
}

/** A copy that is cut to a form. */
export interface Crop {
  sha256: string;
  width: number;
  height: number;
}

/**
 * Cuts a picture to the form in which links are shown where they are shared (1.91 to 1), as large as it allows: the point
 * comes as near to the middle as the edges let it.
 */
export async function cropForSharing(
  bytes: Uint8Array,
  focus: Focus,
): Promise<{ data: Buffer; width: number; height: number }> {
  const limits = { limitInputPixels: largestPixels, failOn: 'error' as const };
  const { width, height } = await sharp(bytes, limits).metadata();
  const { data, info } = await sharp(bytes, limits)
    .extract(cropBox({ width, height }, focus))
    .resize({ ...cardSize, withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The largest part of a picture that has the form of a card, about a point. */
export function cropBox(
  picture: { width: number; height: number },
  focus: Focus,
): { left: number; top: number; width: number; height: number } {
  const form = cardSize.width / cardSize.height;
  const width = Math.max(1, Math.min(picture.width, Math.round(picture.height * form)));
  const height = Math.max(1, Math.min(picture.height, Math.round(picture.width / form)));
  const within = (centre: number, size: number, all: number) =>
    Math.round(Math.min(Math.max(centre - size / 2, 0), all - size));
  return {
    left: within((focus.x / 100) * picture.width, width, picture.width),
    top: within((focus.y / 100) * picture.height, height, picture.height),
    width,
    height,
  };
}
