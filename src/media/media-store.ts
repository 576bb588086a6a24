import type { Reader, Writer } from '#platform/database/database.ts';
import type { Crop } from './crop-picture.ts';
import type { PictureFile, PictureToShow } from './picture-file.ts';

interface MediaRow {
  sha256: string;
  type: string;
  width: number;
  height: number;
  bytes: number;
  variants: string;
  added_at: string;
}

type MediaTables = { media: MediaRow; library_pictures: { media: string; ended: number; share: string | null } };

/** Keeps a picture; the same bytes are kept once. */
export async function savePicture(tx: Writer, picture: PictureFile, at: string): Promise<void> {
  await tx
    .withTables<MediaTables>()
    .insertInto('media')
    .values({ ...picture, variants: JSON.stringify(picture.variants), added_at: at })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

/** Pictures by the name of their widest copy; those that are not held are left out. */
export async function findPictures(db: Reader, names: string[]): Promise<Map<string, PictureFile>> {
  if (names.length === 0) return new Map();
  const rows = await db
    .withTables<MediaTables>()
    .selectFrom('media')
    .selectAll()
    .where('sha256', 'in', [...new Set(names)])
    .execute();
  return new Map(rows.map((row) => [row.sha256, readPicture(row)]));
}

/** Pictures as pages may show them: with whether the rights to each have ended. */
export async function findPicturesToShow(db: Reader, names: string[]): Promise<Map<string, PictureToShow>> {
  if (names.length === 0) return new Map();
  const rows = await db
    .withTables<MediaTables>()
    .selectFrom('media')
    .leftJoin('library_pictures', 'library_pictures.media', 'media.sha256')
    .selectAll('media')
    .select(['ended', 'share'])
    .where('sha256', 'in', [...new Set(names)])
    .execute();
  return new Map(
    rows.map((row) => [
      row.sha256,
      {
        ...readPicture(row),
        ended: row.ended === 1,
        share: row.share === null ? null : (JSON.parse(row.share) as Crop),
      },
    ]),
  );
}

function readPicture(row: MediaRow): PictureFile {
  const { sha256, width, height, bytes, variants } = row;
  return { sha256, type: 'image/webp', width, height, bytes, variants: JSON.parse(variants) };
}

/** Takes a picture out of the library, and answers the names of its files that no other picture has. */
export async function deletePicture(tx: Writer, media: string): Promise<string[]> {
  const [picture] = (await findPictures(tx, [media])).values();
  if (!picture) return [];
  const { share } = (await findPicturesToShow(tx, [media])).get(media) ?? {};
  const tables = tx.withTables<MediaTables>();
  await tables.deleteFrom('library_pictures').where('media', '=', media).execute();
  await tables.deleteFrom('media').where('sha256', '=', media).execute();
  const files: string[] = [];
  for (const name of [media, ...picture.variants.map(({ sha256 }) => sha256), ...(share ? [share.sha256] : [])]) {
    const other = await tables
      .selectFrom('media')
      .select('sha256')
      .where((eb) => eb.or([eb('sha256', '=', name), eb('variants', 'like', `%${name}%`)]))
      .executeTakeFirst();
    if (!other) files.push(name);
  }
  return files;
}
