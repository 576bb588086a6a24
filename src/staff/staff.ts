/**
 * Staff: who works at the desk, what each may do, and how they prove who they are.
 * Promises: nobody does what the table of permissions does not give them; a link, a challenge and a code work once; nobody takes away their own last way in; only hashes of tokens are kept, so that a copy of the database lets nobody in.
 */
export {
  createSignInToken,
  findSignedIn,
  isFresh,
  listSessions,
  sessionDays,
  signIn,
  signInMember,
  signOut,
  type Where,
} from './sign-in.ts';
export { deleteSessions, type Session } from './session-store.ts';
export {
  askForNewPasskey,
  askForPasskey,
  keepPasskey,
  type PasskeySite,
  passkeySite,
  readNewPasskey,
  signInByPasskey,
} from './passkeys.ts';
export { findPasskeys, type Passkey, setPasskeyName } from './passkey-store.ts';
export { beginApp, confirmApp, hasApp, type NewKey, signInByCode } from './app-codes.ts';
export { removeApp, removePasskey } from './ways-in.ts';
export { changeOwnDetails, leave } from './own-account.ts';
export { acceptInvitation, invite, openInvitation, rolesToGive } from './invite.ts';
export { deleteInvitation, findInvitations, type Invitation } from './invitation-store.ts';
export { changeRole, letIn, suspend } from './change-staff.ts';
export { deviceWords } from './device-words.ts';
export { type Action, decide, mayIn, permissions, roleFor } from './permissions.ts';
export { roleIn, type StaffMember, type StaffRole, staffRoles } from './staff-member.ts';
export { findMember, findStaff, insertStaff } from './staff-store.ts';
export { rewriteStaff } from './redact-staff-store.ts';
