import sharp from 'sharp';
import type { Blobs } from '#platform/blobs/blobs.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { largestPixels, narrowerCopies, PictureRefused } from './add-picture.ts';
import { savePicture } from './media-store.ts';
import type { PictureFile } from './picture-file.ts';

/**
 * Takes a picture that another Daybook made, under the name that its bytes have: kept as it is, its narrower copies made
 * anew. Throws PictureRefused when it is no such picture: not WebP, too large, or carrying metadata.
 */
export async function adoptPicture(
  deps: { database: Database; blobs: Blobs; clock: Clock },
  bytes: Uint8Array,
): Promise<PictureFile> {
  const limits = { limitInputPixels: largestPixels, failOn: 'error' as const };
  const metadata = await sharp(bytes, limits)
    .metadata()
    .catch(() => null);
  const { exif, xmp, iptc, icc } = metadata ?? {};
  if (metadata?.format !== 'webp' || exif || xmp || iptc || icc)
    throw new PictureRefused('It is no picture that Daybook made: add it again from its original.');
  const copies = await narrowerCopies(bytes, metadata.width);
  const variants = await Promise.all(
    copies.map(async ({ data, info }) => ({ sha256: await deps.blobs.put(data), width: info.width })),
  );
  const sha256 = await deps.blobs.put(bytes);
  const { width, height } = metadata;
  const picture: PictureFile = { sha256, type: 'image/webp', width, height, bytes: bytes.length, variants };
  const at = instantText(deps.clock.now());
  await deps.database.write((tx) => savePicture(tx, picture, at));
  return picture;
}
