import sharp, { type OutputInfo } from 'sharp';
import type { Blobs } from '#platform/blobs/blobs.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { savePicture } from './media-store.ts';
import type { PictureFile } from './picture-file.ts';

const widths = [1600, 960, 480] as const;
export const largestPixels = 50_000_000;
const accepted = new Set(['jpeg', 'png', 'webp', 'gif', 'heif', 'tiff']);

/** The bytes are no picture that can be taken; the message says why and what to do. */
export class PictureRefused extends Error {
  override name = 'PictureRefused';
}

/**
 * Takes a picture: turned upright, re-encoded as WebP in up to three widths, every bit of metadata (place, camera,
 * names) left behind. Throws PictureRefused.
 */
export async function addPicture(
  deps: { database: Database; blobs: Blobs; clock: Clock },
  bytes: Uint8Array,
): Promise<PictureFile> {
  if (isHeic(bytes))
    throw new PictureRefused(
      'This is a HEIC photograph, as iPhones take them. Save it as JPEG (share it “as most compatible”, or export it from Photos) and add that.',
    );
  const limits = { limitInputPixels: largestPixels, failOn: 'error' as const };
  let copies: { data: Buffer; info: OutputInfo }[];
  try {
    const { format, autoOrient } = await sharp(bytes, limits).metadata();
    const { width } = autoOrient;
    if (!accepted.has(format ?? ''))
      throw new PictureRefused(`A ${format} file cannot be used. Save it as JPEG, PNG or WebP.`);
    const widest = Math.min(width, widths[0]);
    copies = await copiesOf(bytes, [widest, ...widths.filter((each) => each < widest)]);
  } catch (error) {
    if (error instanceof PictureRefused) throw error;
    throw new PictureRefused(
      'The file cannot be read as a picture. Save it as JPEG, PNG or WebP, of 50 megapixels at most.',
      { cause: error },
    );
  }
  const names = await Promise.all(copies.map(({ data }) => deps.blobs.put(data)));
  const [widest] = copies;
  if (!widest) throw new PictureRefused('The picture has no size.');
  const picture: PictureFile = {
    sha256: names[0] ?? '',
    type: 'image/webp',
    width: widest.info.width,
    height: widest.info.height,
    bytes: widest.data.length,
    variants: copies.slice(1).map(({ info }, index) => ({ sha256: names[index + 1] ?? '', width: info.width })),
  };
  const at = instantText(deps.clock.now());
  await deps.database.write((tx) => savePicture(tx, picture, at));
  return picture;
}

/** Whether a file says that it is HEVC in HEIF (ISO/IEC 23008-12, brands of its `ftyp` box): we have no decoder of it. */
function isHeic(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(4, 12)).toString('latin1');
  return /^ftyp(?:heic|heix|hevc|hevx|heim|heis)$/u.test(head);
}

/** Copies of a picture that is held already, narrower than it is. */
export function narrowerCopies(bytes: Uint8Array, width: number): Promise<{ data: Buffer; info: OutputInfo }[]> {
  return copiesOf(
    bytes,
    widths.filter((each) => each < width),
  );
}

function copiesOf(bytes: Uint8Array, wanted: number[]): Promise<{ data: Buffer; info: OutputInfo }[]> {
  return Promise.all(
    wanted.map((width) =>
      sharp(bytes, { limitInputPixels: largestPixels, failOn: 'error' })
        .rotate()
        .resize({ width, withoutEnlargement: true })
        .webp({ quality: 78 })
        .toBuffer({ resolveWithObject: true }),
    ),
  );
}
