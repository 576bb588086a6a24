import { recordDeed } from '#platform/audit/audit-store.ts';
import { instantText } from '#platform/clock.ts';
import type { Reader } from '#platform/database/database.ts';
import { deleteAppCode, findAppCode } from './app-code-store.ts';
import { deletePasskey, findPasskeys } from './passkey-store.ts';
import type { SignInDeps } from './sign-in.ts';
import { holdMember } from './staff-store.ts';

/** Takes a passkey of somebody away, but never their last way in. */
export async function removePasskey(
  { database, clock }: SignInDeps,
  staffId: string,
  id: string,
): Promise<'removed' | 'last' | 'gone'> {
  return database.write(async (tx) => {
    await holdMember(tx, staffId);
    const held = await findPasskeys(tx, staffId);
    if (!held.some((passkey) => passkey.id === id)) return 'gone';
    if ((await countWaysIn(tx, staffId)) < 2) return 'last';
    await deletePasskey(tx, staffId, id);
    const at = instantText(clock.now());
    await recordDeed(tx, at, { by: staffId, action: 'passkey removed', object: `staff:${staffId}` });
    return 'removed';
  });
}

/** Takes the way in by an app's code away, but never the last one. */
export async function removeApp(
  { database, clock }: SignInDeps,
  staffId: string,
): Promise<'app-removed' | 'last' | 'gone'> {
  return database.write(async (tx) => {
    await holdMember(tx, staffId);
    const app = await findAppCode(tx, { staffId });
    if (!app) return 'gone';
    if (app.confirmed && (await countWaysIn(tx, staffId)) < 2) return 'last';
    await deleteAppCode(tx, staffId);
    const at = instantText(clock.now());
    await recordDeed(tx, at, { by: staffId, action: 'app removed', object: `staff:${staffId}` });
    return 'app-removed';
  });
}

async function countWaysIn(db: Reader, staffId: string): Promise<number> {
  const app = await findAppCode(db, { staffId });
  return (await findPasskeys(db, staffId)).length + (app?.confirmed ? 1 : 0);
}
