import { instantText } from '#platform/clock.ts';
import { deleteSessions } from './session-store.ts';
import type { SignInDeps } from './sign-in.ts';
import { setSuspended } from './staff-store.ts';

/** Keeps somebody out: every session of theirs ends, nothing signs them in, and their invitations stand no more. */
export async function suspend({ database, clock }: SignInDeps, staffId: string): Promise<void> {
  await database.write(async (tx) => {
    await setSuspended(tx, staffId, instantText(clock.now()));
    await deleteSessions(tx, staffId);
  });
}

/** Lets somebody in again, by the passkeys that they have. */
export async function takeBack({ database }: SignInDeps, staffId: string): Promise<void> {
  await database.write((tx) => setSuspended(tx, staffId, null));
}
