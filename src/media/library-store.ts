import type { Reader, Writer } from '#platform/database/database.ts';
import { findRedactor } from '#withdrawals/withdrawals.ts';
import type { Crop, Focus } from './crop-picture.ts';
import { foldWords, type LibraryPicture, type PictureRights, type PictureWords } from './library-picture.ts';

interface LibraryRow {
  media: string;
  publication: string;
  caption: string;
  credit: string;
  alt: string;
  /** Caption, credit and alt, folded: searched. */
  folded: string;
  owner: string;
  terms: string;
  ends_on: string | null;
  ended: number;
  focus_x: number;
  focus_y: number;
  /** The copy that is cut for sharing, as JSON; null where the whole picture is shared. */
  share: string | null;
  looked_after: number;
  added_at: string;
  added_by: string;
}

type LibraryTables = { library_pictures: LibraryRow; media: { sha256: string; added_at: string } };

/**
 * Adds a picture that is held to the library, or looks after one that a piece of the same publication brought. False: others
 * look after it already, and it stays as it is. Rights whose last day is over are ended by `endRights`.
 */
export async function addToLibrary(
  tx: Writer,
  picture: { media: string; publication: string; words: PictureWords; endsOn: string | null },
  added: { at: string; by: string },
): Promise<boolean> {
  const redactor = await findRedactor(tx);
  const { media, publication, endsOn } = picture;
  const told = { ...(await rowOf(tx, picture.words)), ends_on: endsOn, looked_after: 1 };
  const { numInsertedOrUpdatedRows: rows } = await tx
    .withTables<LibraryTables>()
    .insertInto('library_pictures')
    .values({
      media,
      publication,
      ...told,
      ...{ ended: 0, focus_x: 50, focus_y: 50, share: null },
      added_at: added.at,
      added_by: redactor.text(added.by),
    })
    .onConflict((conflict) =>
      conflict
        .column('media')
        .doUpdateSet(told)
        .where('library_pictures.looked_after', '=', 0)
        .where('library_pictures.publication', '=', publication),
    )
    .executeTakeFirstOrThrow();
  return rows === 1n;
}

/**
 * What pieces say of pictures comes into the library with them, until somebody looks after a picture there; a translation's
 * words, and those of another publication's piece, only where it is new. Those that are not held are passed over.
 */
export async function bringToLibrary(
  tx: Writer,
  publication: string,
  pictures: { media: string; caption: string; credit: string; alt: string }[],
  translated = false,
): Promise<void> {
  const tables = tx.withTables<LibraryTables>();
  for (const { media, caption, credit, alt } of pictures) {
    const held = await tables.selectFrom('media').select('added_at').where('sha256', '=', media).executeTakeFirst();
    if (!held) continue;
    const words = { caption, credit, alt, folded: foldedOf({ caption, credit, alt }) };
    await tables
      .insertInto('library_pictures')
      .values({
        media,
        publication,
        ...words,
        ...{ owner: '', terms: '', ends_on: null, ended: 0, focus_x: 50, focus_y: 50, share: null, looked_after: 0 },
        added_at: held.added_at,
        added_by: '',
      })
      .onConflict((conflict) => {
        const known = conflict.column('media');
        return translated
          ? known.doNothing()
          : known
              .doUpdateSet(words)
              .where('library_pictures.looked_after', '=', 0)
              .where('library_pictures.publication', '=', publication);
      })
      .execute();
  }
}

/** Writes down what somebody says of a picture: from now on it is looked after. */
export async function saveLibraryPicture(
  tx: Writer,
  media: string,
  words: PictureWords,
  rights: Omit<PictureRights, 'owner' | 'terms'>,
): Promise<void> {
  await tx
    .withTables<LibraryTables>()
    .updateTable('library_pictures')
    .set({
      ...(await rowOf(tx, words)),
      ends_on: rights.endsOn,
      ended: rights.ended ? 1 : 0,
      looked_after: 1,
    })
    .where('media', '=', media)
    .execute();
}

/** Pictures whose rights may be over on a day, and are not ended yet. */
export async function findDueRights(db: Reader, day: string): Promise<LibraryPicture[]> {
  const rows = await library(db).where('ended', '=', 0).where('ends_on', '<', day).execute();
  return rows.map(readRow);
}

/** Sets where crops look, and the copy that is cut so; null: the whole picture again. */
export async function setFocus(
  tx: Writer,
  media: string,
  { focus, share }: { focus: Focus; share: Crop | null },
): Promise<void> {
  await tx
    .withTables<LibraryTables>()
    .updateTable('library_pictures')
    .set({ focus_x: focus.x, focus_y: focus.y, share: share === null ? null : JSON.stringify(share) })
    .where('media', '=', media)
    .execute();
}

export async function setRightsEnded(tx: Writer, media: string): Promise<void> {
  const tables = tx.withTables<LibraryTables>();
  await tables.updateTable('library_pictures').set({ ended: 1 }).where('media', '=', media).execute();
}

export async function findLibraryPicture(db: Reader, media: string): Promise<LibraryPicture | null> {
  const row = await library(db).where('media', '=', media).executeTakeFirst();
  return row ? readRow(row) : null;
}

/** Which pictures to list: of these publications, with all of these words, a page of them, the newest first. */
export interface LibraryListing {
  publications: string[];
  words: string;
  limit: number;
  offset: number;
}

export async function findLibraryPictures(
  db: Reader,
  listing: LibraryListing,
): Promise<{ pictures: LibraryPicture[]; count: number }> {
  if (listing.publications.length === 0) return { pictures: [], count: 0 };
  let query = library(db).where('publication', 'in', listing.publications);
  for (const word of foldWords(listing.words).split(/\s+/u).filter(Boolean))
    query = query.where((eb) => eb('folded', 'like', eb.val(`%${word.replace(/[\\%_]/gu, '')}%`)));
  const { count } = await query
    .clearSelect()
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .orderBy('added_at', 'desc')
    .orderBy('media')
    .limit(listing.limit)
    .offset(listing.offset)
    .execute();
  return { pictures: rows.map(readRow), count: Number(count) };
}

function library(db: Reader) {
  return db.withTables<LibraryTables>().selectFrom('library_pictures').selectAll();
}

/** Without the names that are withdrawn. */
async function rowOf(tx: Writer, words: PictureWords) {
  const redactor = await findRedactor(tx);
  const { caption, credit, alt, owner, terms } = words;
  const kept = {
    caption: redactor.text(caption),
    credit: redactor.text(credit),
    alt: redactor.text(alt),
    owner: redactor.text(owner),
    terms: redactor.text(terms),
  };
  return { ...kept, folded: foldedOf(kept) };
}

export function foldedOf({ caption, credit, alt }: Pick<LibraryPicture, 'caption' | 'credit' | 'alt'>): string {
  return foldWords([caption, credit, alt].join('\n'));
}

function readRow(row: LibraryRow): LibraryPicture {
  const { media, publication, caption, credit, alt, owner, terms } = row;
  return {
    ...{ media, publication, caption, credit, alt },
    rights: { owner, terms, endsOn: row.ends_on, ended: row.ended === 1 },
    focus: { x: row.focus_x, y: row.focus_y },
    share: row.share === null ? null : (JSON.parse(row.share) as Crop),
    addedAt: row.added_at,
    addedBy: row.added_by,
    lookedAfter: row.looked_after === 1,
  };
}
