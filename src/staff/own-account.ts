import { recordDeed } from '#platform/audit/audit-store.ts';
import { instantText } from '#platform/clock.ts';
import { deleteAppCode } from './app-code-store.ts';
import { deletePasskey, findPasskeys } from './passkey-store.ts';
import { deleteSessions } from './session-store.ts';
import type { SignInDeps } from './sign-in.ts';
import { findStaff, holdMember, setOwnDetails, setSuspended, takeRoles } from './staff-store.ts';

const mostName = 120;

/** Changes what somebody is called and where they are written to. What they said and saved before stays signed as it was. */
export async function changeOwnDetails(
  { database, clock }: SignInDeps,
  staffId: string,
  given: { name: string; email: string },
): Promise<'changed' | 'no-name' | 'no-email' | 'taken'> {
  const [name, email] = [given.name.replace(/\s+/gu, ' ').trim(), given.email.trim()];
  if (name === '' || name.length > mostName) return 'no-name';
  if (email.length > 200 || !/^[^\s@]+@[^\s@]+$/u.test(email)) return 'no-email';
  return database.write(async (tx) => {
    if (!(await setOwnDetails(tx, staffId, { name, email }))) return 'taken';
    const at = instantText(clock.now());
    await recordDeed(tx, at, { by: staffId, action: 'account changed', object: `staff:${staffId}` });
    return 'changed';
  });
}

/**
 * Takes somebody out at their own word: no role, no way in and no session is left; what they did stays signed. Whoever alone
 * runs the newsroom stays, as nobody could let anybody in after them.
 */
export async function leave({ database, clock }: SignInDeps, staffId: string): Promise<'left' | 'last'> {
  const at = instantText(clock.now());
  return database.write(async (tx) => {
    await holdMember(tx, staffId);
    const running = (await findStaff(tx)).filter((each) => each.runsNewsroom && !each.suspended);
    if (running.length === 1 && running[0]?.id === staffId) return 'last';
    await takeRoles(tx, staffId);
    await setSuspended(tx, staffId, at);
    for (const { id } of await findPasskeys(tx, staffId)) await deletePasskey(tx, staffId, id);
    await deleteAppCode(tx, staffId);
    await deleteSessions(tx, staffId);
    await recordDeed(tx, at, { by: staffId, action: 'left', object: `staff:${staffId}` });
    return 'left';
  });
}
