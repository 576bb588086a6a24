/**
 * Staff: who works at the desk, and how they prove it.
 * Promises: a link signs in once; only hashes of tokens are kept, so that a copy of the database lets nobody in.
 */
export { createSignInToken, findSignedIn, sessionDays, signIn, signOut } from './sign-in.ts';
export type { StaffMember, StaffRole } from './staff-member.ts';
export { rewriteStaff } from './redact-staff-store.ts';
