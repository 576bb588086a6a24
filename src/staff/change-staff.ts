import { recordDeed } from '#platform/audit/audit-store.ts';
import { instantText } from '#platform/clock.ts';
import { deleteSessions } from './session-store.ts';
import type { SignInDeps } from './sign-in.ts';
import type { StaffRole } from './staff-member.ts';
import { setRole, setSuspended } from './staff-store.ts';

/** Keeps somebody out: every session of theirs ends, nothing signs them in, and their invitations stand no more. */
export async function suspend({ database, clock }: SignInDeps, staffId: string, by: string): Promise<void> {
  const at = instantText(clock.now());
  await database.write(async (tx) => {
    await setSuspended(tx, staffId, at);
    await recordDeed(tx, at, { by, action: 'kept out', object: `staff:${staffId}` });
    await deleteSessions(tx, staffId);
  });
}

/** Lets somebody in again, by the passkeys that they have. */
export async function letIn({ database, clock }: SignInDeps, staffId: string, by: string): Promise<void> {
  await database.write(async (tx) => {
    await setSuspended(tx, staffId, null);
    await recordDeed(tx, instantText(clock.now()), { by, action: 'let in again', object: `staff:${staffId}` });
  });
}

/** Gives somebody another role in a publication, or none. */
export async function changeRole(
  { database, clock }: SignInDeps,
  given: { staffId: string; publication: string; role: StaffRole | null },
  by: string,
): Promise<void> {
  const { staffId, publication, role } = given;
  const detail = { publication, role: role ?? 'none' };
  await database.write(async (tx) => {
    await setRole(tx, staffId, publication, role);
    await recordDeed(tx, instantText(clock.now()), { by, action: 'role changed', object: `staff:${staffId}`, detail });
  });
}
