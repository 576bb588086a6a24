import { findPicturesToShow, mediaPath, type PictureToShow } from '#media/media.ts';
import type { Reader } from '#platform/database/database.ts';
import type { Picture } from '#pieces/pieces.ts';
import type { PictureView } from './text-view.ts';

/** The pictures that are held, of those that are shown. */
export function findHeld(db: Reader, pictures: (Picture | null)[]): Promise<Map<string, PictureToShow>> {
  return findPicturesToShow(
    db,
    pictures.flatMap((picture) => picture?.media ?? []),
  );
}

/** A picture that is held with its copies; one that is not, with where it stood; one whose rights have ended, in words alone. */
export function viewPicture(picture: Picture, files: Map<string, PictureToShow>): PictureView {
  const { caption, credit, alt } = picture;
  const held = files.get(picture.media ?? '');
  const size = { width: picture.width ?? 0, height: picture.height ?? 0 };
  if (held?.ended) return { src: null, ended: true, ...size, caption, credit, alt };
  if (!held) {
    const original = picture.src && /^https?:\/\//iu.test(picture.src) ? picture.src : null;
    return { src: null, original, ...size, caption, credit, alt };
  }
  const srcset = [{ sha256: held.sha256, width: held.width }, ...held.variants];
  return {
    src: mediaPath(held.sha256),
    width: held.width,
    height: held.height,
    ...(held.share && { share: cropView(held.share) }),
    srcset: srcset.map(({ sha256, width }) => ({ src: mediaPath(sha256), width })),
    caption,
    credit,
    alt,
  };
}

const cropView = ({ sha256, width, height }: NonNullable<PictureToShow['share']>) => ({
  src: mediaPath(sha256),
  width,
  height,
});
