import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { instantText } from '#platform/clock.ts';
import type { Reader } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import { recordDeed } from '#platform/audit/audit-store.ts';
import { newId, newToken } from '#platform/id.ts';
import { findInvitation, insertInvitation, type Invitation, takeInvitation } from './invitation-store.ts';
import { keepPasskey, type PasskeySite, readNewPasskey } from './passkeys.ts';
import { mayIn } from './permissions.ts';
import { beginSession, type SignInDeps, type Where } from './sign-in.ts';
import { roleIn, type StaffMember, type StaffRole, staffRoles } from './staff-member.ts';
import { findMember, insertStaff } from './staff-store.ts';

const invitationHours = 72;

/** The roles that somebody may give in a publication: none above their own. */
export function rolesToGive(staff: StaffMember, publication: string): StaffRole[] {
  const own = roleIn(staff, publication);
  if (staff.suspended || own === null || !mayIn(staff, 'invite', publication)) return [];
  return staffRoles.slice(0, staffRoles.indexOf(own) + 1);
}

/** Invites whoever gets the link to a role in a publication: the link's token, or null where the inviter may not give that. */
export async function invite(
  { database, clock }: SignInDeps,
  staff: StaffMember,
  given: { publication: string; role: StaffRole },
): Promise<string | null> {
  if (!rolesToGive(staff, given.publication).includes(given.role)) return null;
  const token = newToken();
  const now = clock.now();
  const expiresAt = instantText(now.add({ hours: invitationHours }));
  const invitation = { id: newId('inv'), ...given, invitedBy: staff.id, createdAt: instantText(now), expiresAt };
  await database.write(async (tx) => {
    await insertInvitation(tx, sha256(token), invitation);
    const object = `invitation:${invitation.id}`;
    await recordDeed(tx, invitation.createdAt, { by: staff.id, action: 'invited', object, detail: given });
  });
  return token;
}

/** What a token invites to; null when it is unknown, used, taken back or too old, or its inviter could not give that now. */
export async function openInvitation({ database, clock }: SignInDeps, token: string): Promise<Invitation | null> {
  return standing(database.read, token, instantText(clock.now()));
}

/**
 * Makes whoever holds an invitation a member of staff, with a name and a passkey: a session's token. Null when the
 * invitation or the passkey is no good.
 */
export async function acceptInvitation(
  { site, ...deps }: SignInDeps & { site: PasskeySite },
  given: { token: string; name: string; passkeyName: string; response: RegistrationResponseJSON },
  where: Where,
): Promise<string | null> {
  const { database, clock } = deps;
  const opened = await openInvitation(deps, given.token);
  const read = opened && (await readNewPasskey({ ...deps, site }, opened.id, given.response));
  if (!read) return null;
  const now = clock.now();
  const at = instantText(now);
  return database.write(async (tx) => {
    const invitation = await standing(tx, given.token, at);
    if (!invitation || !(await takeInvitation(tx, invitation.id, at))) return null;
    const id = newId('st');
    const roles = { [invitation.publication]: invitation.role };
    await insertStaff(tx, { id, name: given.name, email: `${id}@localhost`, runsNewsroom: false, roles }, at);
    const kept = await keepPasskey(tx, now, { ...read, staffId: id, name: given.passkeyName });
    if (!kept) throw new Error('a passkey that is somebody’s already was offered for an invitation');
    return beginSession(tx, now, id, where, 'invitation');
  });
}

async function standing(db: Reader, token: string, now: string): Promise<Invitation | null> {
  const invitation = await findInvitation(db, sha256(token), now);
  const inviter = invitation && (await findMember(db, invitation.invitedBy));
  return inviter && rolesToGive(inviter, invitation.publication).includes(invitation.role) ? invitation : null;
}
