import sharp from 'sharp';
import { largestPixels, PictureRefused } from './add-picture.ts';

/** What a logo is as a picture, before it is taken. */
export interface LogoMeasure {
  width: number;
  height: number;
  /** The average of what is not transparent, as `#rrggbb`; null where the picture fills its whole ground. */
  ink: string | null;
}

/** A part that is transparent: less is the edge of a letter, or a rounded corner. */
const leastClear = 0.05;

/** Looks at a file that somebody gives as a logo. Throws PictureRefused, in words, for an SVG and for what is no picture. */
export async function measureLogo(bytes: Uint8Array): Promise<LogoMeasure> {
  if (isSvg(bytes))
    throw new PictureRefused(
      'An SVG can hold scripts and addresses that a reader’s browser would follow, so none is taken. Export it as PNG with a transparent ground, about 1,200 pixels wide, and add that.',
    );
  try {
    const picture = sharp(bytes, { limitInputPixels: largestPixels, failOn: 'error' });
    const { width, height } = (await picture.metadata()).autoOrient;
    const { data } = await picture
      .resize({ width: 96, height: 96, fit: 'inside' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width, height, ink: inkOf(data) };
  } catch (error) {
    throw new PictureRefused('The file cannot be read as a picture. Save it as PNG, JPEG or WebP.', { cause: error });
  }
}

function isSvg(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('utf8');
  return /^\uFEFF?\s*</u.test(head) && /<svg[\s>]/iu.test(head);
}

function inkOf(rgba: Buffer): string | null {
  const sums = [0, 0, 0];
  let [weight, clear] = [0, 0];
  for (let at = 0; at + 3 < rgba.length; at += 4) {
    const alpha = (rgba[at + 3] ?? 0) / 255;
    if (alpha < 0.5) clear += 1;
    weight += alpha;
    for (const part of [0, 1, 2]) sums[part] = (sums[part] ?? 0) + alpha * (rgba[at + part] ?? 0);
  }
  if (clear / (rgba.length / 4) < leastClear || weight === 0) return null;
  return `#${sums
    .map((sum) =>
      Math.round(sum / weight)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
