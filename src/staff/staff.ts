/**
 * Staff: who works at the desk, what each may do, and how they prove who they are.
 * Promises: nobody does what the table of permissions does not give them; a link signs in once; only hashes of tokens are kept, so that a copy of the database lets nobody in.
 */
export { createSignInToken, findSignedIn, sessionDays, signIn, signInMember, signOut } from './sign-in.ts';
export { type Action, decide, mayIn, permissions, roleFor } from './permissions.ts';
export { type StaffMember, type StaffRole, staffRoles } from './staff-member.ts';
export { insertStaff } from './staff-store.ts';
export { rewriteStaff } from './redact-staff-store.ts';
