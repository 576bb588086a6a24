import { recordDeed } from '#platform/audit/audit-store.ts';
import { type Clock, dayIn, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { overwriteDeleted } from '#platform/database/erase-free-space.ts';
import { newId } from '#platform/id.ts';
import type { Publication } from '#publications/publications.ts';
import { deleteHeldSource, findHeldSources, type HeldSource, insertHeldSource } from './held-source-store.ts';
import { openSealed, SealBroken, sealTo } from './seal.ts';
import type { SubmissionKeys } from './submission-keys.ts';

interface Deps {
  database: Database;
  clock: Clock;
  keys: SubmissionKeys;
}

export type OpenSource =
  | { kind: 'open'; words: string }
  /** `no-key`: the private key's file is not in the data folder. `other-key`: it is another pair's. `broken`: altered. */
  | { kind: 'sealed'; why: 'no-key' | 'other-key' | 'broken' }
  | { kind: 'gone' };

const placeOf = ({ id, publication, pieceId }: Pick<HeldSource, 'id' | 'publication' | 'pieceId'>): string =>
  JSON.stringify(['daybook', 'held source', id, publication, pieceId]);

/** Seals where a sentence of our own reporting comes from. What seals it cannot open it. */
export async function holdSource(
  { database, clock, keys }: Deps,
  publication: Pick<Publication, 'slug' | 'timeZone'>,
  at: { pieceId: string; sentenceId: string },
  words: string,
  staffId: string,
): Promise<void> {
  const { id: keyId, publicKey } = await keys.sealing();
  const place = { ...at, id: newId('src'), publication: publication.slug };
  const sealed = sealTo(publicKey, words, placeOf(place)).toString('base64');
  const heldOn = dayIn(publication.timeZone, clock.now());
  await database.write(async (tx) => {
    await insertHeldSource(tx, { ...place, heldOn, heldById: staffId, keyId, sealed });
    await recordDeed(tx, instantText(clock.now()), {
      by: staffId,
      action: 'source held',
      object: `piece:${at.pieceId}`,
    });
  });
}

/** Opens what is held; that it was opened, and by whom, is written in the audit log first. */
export async function openSource(
  { database, clock, keys }: Deps,
  pieceId: string,
  id: string,
  staffId: string,
): Promise<OpenSource> {
  const held = (await findHeldSources(database.read, pieceId)).find((each) => each.id === id);
  if (!held) return { kind: 'gone' };
  const key = await keys.opening();
  if (!key) return { kind: 'sealed', why: 'no-key' };
  if (key.id !== held.keyId) return { kind: 'sealed', why: 'other-key' };
  const object = `piece:${pieceId}`;
  await database.write((tx) =>
    recordDeed(tx, instantText(clock.now()), { by: staffId, action: 'source read', object }),
  );
  try {
    return { kind: 'open', words: openSealed(key.privateKey, Buffer.from(held.sealed, 'base64'), placeOf(held)) };
  } catch (error) {
    if (error instanceof SealBroken) return { kind: 'sealed', why: 'broken' };
    throw error;
  }
}

/** Takes what is held out for good; its place in the database is overwritten (SQLite). */
export async function removeSource(
  { database, clock }: Omit<Deps, 'keys'>,
  pieceId: string,
  id: string,
  staffId: string,
): Promise<void> {
  if (!(await findHeldSources(database.read, pieceId)).some((each) => each.id === id)) return;
  await overwriteDeleted(database);
  const object = `piece:${pieceId}`;
  await database.write(async (tx) => {
    await deleteHeldSource(tx, id);
    await recordDeed(tx, instantText(clock.now()), { by: staffId, action: 'source deleted', object });
  });
}
