import type { Reader } from '#platform/database/database.ts';
import { deletePasskey, findPasskeys } from './passkey-store.ts';
import type { SignInDeps } from './sign-in.ts';
import { holdMember } from './staff-store.ts';

/** Takes a passkey of somebody away, but never the last one. */
export async function removePasskey(
  { database }: SignInDeps,
  staffId: string,
  id: string,
): Promise<'removed' | 'last' | 'gone'> {
  return database.write(async (tx) => {
    await holdMember(tx, staffId);
    const held = await findPasskeys(tx, staffId);
    if (!held.some((passkey) => passkey.id === id)) return 'gone';
    if ((await countWaysIn(tx, staffId)) < 2) return 'last';
    await deletePasskey(tx, staffId, id);
    return 'removed';
  });
}

async function countWaysIn(db: Reader, staffId: string): Promise<number> {
  return (await findPasskeys(db, staffId)).length;
}
