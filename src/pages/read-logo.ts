import { findPictures, mediaPath, type PictureFile } from '#media/media.ts';
import type { Reader } from '#platform/database/database.ts';
import type { Lang } from '#platform/language.ts';
import { type Publication, publicationName, textIn } from '#publications/publications.ts';
import type { LogoView } from './view.ts';

/** The logo of a publication as its pages in a language show it; null where it has none, or none that is held here. */
export async function readLogo(db: Reader, publication: Publication, lang: Lang): Promise<LogoView | null> {
  const { logo } = publication;
  if (!logo) return null;
  const files = await findPictures(db, [logo.media, ...(logo.dark === undefined ? [] : [logo.dark])]);
  const file = files.get(logo.media);
  if (!file) return null;
  const dark = files.get(logo.dark ?? '');
  const { sha256, width, height } = file;
  return {
    ...pairOf(file),
    wide: mediaPath(sha256),
    width,
    height,
    alt: textIn(publication, logo.alt ?? {}, lang) || publicationName(publication, lang),
    dark: dark ? (pairOf(dark).srcset ?? pairOf(dark).src) : null,
    onPaper: logo.onPaper ?? false,
  };
}

/** The narrowest copy, which is wide enough for a masthead, and the next one for eyes of two pixels to one. */
function pairOf({ sha256, width, variants }: PictureFile): Pick<LogoView, 'src' | 'srcset'> {
  const [one, two] = [{ sha256, width }, ...variants].sort((a, b) => a.width - b.width);
  const src = mediaPath(one?.sha256 ?? sha256);
  return { src, srcset: two ? `${src}, ${mediaPath(two.sha256)} 2x` : null };
}
