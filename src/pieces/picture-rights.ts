import {
  cropForSharing,
  deletePicture,
  findDueRights,
  findLibraryPicture,
  type Focus,
  type LibraryPicture,
  type PictureWords,
  saveLibraryPicture,
  setFocus,
  setRightsEnded,
} from '#media/media.ts';
import { recordDeed } from '#platform/audit/audit-store.ts';
import type { Blobs } from '#platform/blobs/blobs.ts';
import { recordChanges } from '#platform/changes/change-store.ts';
import { type Clock, dayIn, instantText } from '#platform/clock.ts';
import type { Database, Reader, Writer } from '#platform/database/database.ts';
import { findPublications, picturesShown } from '#publications/publications.ts';
import { changesOf } from './change-keys.ts';
import { findPiecesShowing, findPictureUses } from './picture-use-store.ts';

interface Deps {
  database: Database;
  clock: Clock;
}

/** Whether the last day of somebody's rights is over, in the zone of the publication that looks after the picture. */
async function rightsAreOver(deps: Deps, publication: string, endsOn: string | null): Promise<boolean> {
  if (endsOn === null) return false;
  const zone = (await findPublications(deps.database.read)).find(({ slug }) => slug === publication)?.timeZone;
  return endsOn < dayIn(zone ?? 'UTC', deps.clock.now());
}

/**
 * Ends the rights whose last day is over: from then on pages describe those pictures, and what shows them is made anew.
 * Asked before whatever depends on it, and by the worker between its jobs; doing it twice changes nothing. Answers how many ended.
 */
export async function endRights(deps: Deps): Promise<number> {
  const { database, clock } = deps;
  // No zone is a day ahead of the last minute of the next day in UTC.
  const latest = dayIn('Pacific/Kiritimati', clock.now());
  const due: LibraryPicture[] = [];
  for (const picture of await findDueRights(database.read, latest))
    if (await rightsAreOver(deps, picture.publication, picture.rights.endsOn)) due.push(picture);
  const at = instantText(clock.now());
  for (const { media } of due)
    await database.write(async (tx) => {
      await setRightsEnded(tx, media);
      await recordShown(tx, media, at);
    });
  return due.length;
}

/** Writes down the words and the rights of a picture; pages that show it are made anew where it comes or goes by that. */
export async function keepPicture(
  deps: Deps,
  picture: LibraryPicture,
  words: PictureWords,
  endsOn: string | null,
  staffId: string,
): Promise<void> {
  const ended = await rightsAreOver(deps, picture.publication, endsOn);
  const at = instantText(deps.clock.now());
  await deps.database.write(async (tx) => {
    await saveLibraryPicture(tx, picture.media, words, { endsOn, ended });
    // A portrait's credit is the library's own; pieces carry theirs.
    if (words.credit !== picture.credit) await recordChanges(tx, at, await keysOfShowing(tx, picture.media));
    const { rights } = picture;
    if (rights.endsOn === endsOn && rights.owner === words.owner && rights.terms === words.terms) return;
    await recordDeed(tx, at, { by: staffId, action: 'rights written down', object: `picture:${picture.media}` });
    if (ended !== rights.ended) await recordShown(tx, picture.media, at);
  });
}

/** Sets where crops of a picture look, and cuts its copy for sharing anew; null: the whole picture is shared. */
export async function keepFocus(
  deps: Deps & { blobs: Blobs },
  picture: LibraryPicture,
  focus: Focus | null,
): Promise<void> {
  const { media, share: before } = picture;
  const bytes = focus && (await deps.blobs.get(media));
  const crop = focus && bytes ? await cropForSharing(bytes, focus) : null;
  const share = crop && { sha256: await deps.blobs.put(crop.data), width: crop.width, height: crop.height };
  const at = instantText(deps.clock.now());
  await deps.database.write(async (tx) => {
    await setFocus(tx, media, { focus: focus ?? { x: 50, y: 50 }, share });
    await recordShown(tx, media, at);
  });
  if (before && before.sha256 !== share?.sha256 && before.sha256 !== media) await deps.blobs.remove(before.sha256);
}

/** Deletes a picture and its files, unless a piece or a publication shows it: then nothing is done, and how many pieces do is answered. */
export async function removePicture(
  deps: Deps & { blobs: Blobs },
  media: string,
  staffId: string,
): Promise<{ kind: 'removed' } | { kind: 'used'; pieces: number }> {
  const at = instantText(deps.clock.now());
  const outcome = await deps.database.write(async (tx) => {
    const uses = await findPictureUses(tx, media);
    if (uses.length > 0 || (await keysOfShowing(tx, media)).length > 0)
      return { kind: 'used' as const, pieces: uses.length };
    const files = await deletePicture(tx, media);
    await recordDeed(tx, at, { by: staffId, action: 'picture deleted', object: `picture:${media}` });
    return { kind: 'removed' as const, files };
  });
  if (outcome.kind === 'used') return outcome;
  for (const file of outcome.files) await deps.blobs.remove(file);
  return { kind: 'removed' };
}

/** The last day of the rights to those of these pictures whose rights have ended. */
export async function findEndedRights(db: Reader, names: string[]): Promise<Map<string, string>> {
  const ended = new Map<string, string>();
  for (const media of new Set(names)) {
    const rights = (await findLibraryPicture(db, media))?.rights;
    if (rights?.ended && rights.endsOn !== null) ended.set(media, rights.endsOn);
  }
  return ended;
}

/** What is made of the live pieces that show a picture, and of the publications that do, is stale. */
async function recordShown(tx: Writer, media: string, at: string): Promise<void> {
  const pieces = (await findPiecesShowing(tx, media)).flatMap((piece) => changesOf(piece));
  const keys = [...pieces, ...(await keysOfShowing(tx, media))];
  await recordChanges(tx, at, [...new Set(keys)]);
}

/** The keys of the publications that show a picture of themselves or their people. */
async function keysOfShowing(db: Reader, media: string): Promise<string[]> {
  const showing = (await findPublications(db)).filter((each) => picturesShown(each).includes(media));
  return showing.map(({ slug }) => `publication:${slug}`);
}
