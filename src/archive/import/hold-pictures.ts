import { addPicture, adoptPicture, findPictures, type PictureFile, PictureRefused } from '#media/media.ts';
import type { Blobs } from '#platform/blobs/blobs.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import { PictureUnread } from './import-reader.ts';
import type { PieceContent, Picture } from '#pieces/pieces.ts';
import { picturesShown, type Publication } from '#publications/publications.ts';

/** A picture that the archive only points to, or that cannot be taken: it is kept as a reference and listed. */
export interface MissingPicture {
  address: string;
  reason: string;
}

type Read = (address: string) => Promise<Uint8Array | null>;

/** Every picture of a content. */
export function picturesOf(content: PieceContent): Picture[] {
  const inside = content.blocks.flatMap((block) => (block.type === 'figure' ? [block.image] : []));
  return content.topImage ? [content.topImage, ...inside] : inside;
}

interface Deps {
  database: Database;
  blobs: Blobs;
  clock: Clock;
  /** What an import has stored already, by the hash of the archive's own bytes: one picture stands on many pages. */
  stored: Map<string, string>;
}

/** Stores the pictures of a piece that its archive holds, and names them in its content; answers those that stay references. */
export async function holdPictures(
  deps: Deps,
  content: PieceContent,
  read: Read,
): Promise<{ held: number; missing: MissingPicture[] }> {
  const missing: MissingPicture[] = [];
  let held = 0;
  for (const picture of picturesOf(content)) {
    if (picture.media !== undefined) {
      const lacking = await holdNamed(deps, picture.media, read);
      if (lacking) missing.push(lacking);
      else held += 1;
      continue;
    }
    if (picture.src === undefined) continue;
    const bytes = await read(picture.src).catch((error: unknown) => {
      if (error instanceof PictureUnread) return error;
      throw error;
    });
    if (bytes instanceof PictureUnread) {
      missing.push({ address: picture.src, reason: bytes.message });
      continue;
    }
    if (bytes === null) {
      missing.push({ address: picture.src, reason: 'the archive points to it and does not hold it' });
      continue;
    }
    try {
      const file = await storedOnce(deps, bytes);
      picture.media = file.sha256;
      picture.width = file.width;
      picture.height = file.height;
      held += 1;
    } catch (error) {
      if (!(error instanceof PictureRefused)) throw error;
      missing.push({ address: picture.src, reason: error.message });
    }
  }
  return { held, missing };
}

/** Of a picture that was stored before and is still there, nothing is made anew: to make its copies is what takes time. */
async function storedOnce(deps: Deps, bytes: Uint8Array): Promise<PictureFile> {
  const name = sha256(bytes);
  const before = deps.stored.get(name);
  const held = before && (await findPictures(deps.database.read, [before])).get(before);
  if (held) return held;
  const file = await addPicture(deps, bytes);
  deps.stored.set(name, file.sha256);
  return file;
}

/** Stores what a publication shows of itself and its people, where its copy holds it. */
export async function holdShown(
  deps: Deps,
  { contributors = [], logo = null }: Partial<Omit<Publication, 'slug'>>,
  read: Read,
): Promise<{ held: number; missing: MissingPicture[] }> {
  const names = [...new Set(picturesShown({ contributors, logo }))];
  const lacking = await Promise.all(names.map((name) => holdNamed(deps, name, read)));
  const missing = lacking.filter((each) => each !== null);
  return { held: names.length - missing.length, missing };
}

/** Null where a picture of our own is held, or is now. */
async function holdNamed(deps: Deps, media: string, read: Read): Promise<MissingPicture | null> {
  if ((await findPictures(deps.database.read, [media])).size > 0) return null;
  const bytes = await read(`media/${media}`);
  if (bytes && (await adopted(deps, bytes))) return null;
  const reason = 'the dump names it and does not hold it; import the static copy instead';
  return { address: `media/${media}`, reason };
}

/** A picture of a static copy; false when its bytes are no picture of ours. */
async function adopted(deps: Parameters<typeof adoptPicture>[0], bytes: Uint8Array): Promise<boolean> {
  try {
    await adoptPicture(deps, bytes);
    return true;
  } catch (error) {
    if (error instanceof PictureRefused) return false;
    throw error;
  }
}
