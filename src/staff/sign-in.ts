import { type Clock, instantText } from '#platform/clock.ts';
import type { Database, Reader, Writer } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import { recordDeed } from '#platform/audit/audit-store.ts';
import { newId, newToken } from '#platform/id.ts';
import {
  deleteOldSessions,
  deleteSession,
  findSession,
  findSessions,
  insertSession,
  type Session,
  setSessionUsed,
} from './session-store.ts';
import type { StaffMember } from './staff-member.ts';
import { findMember, findStaff, insertSignInLink, insertStaff, takeSignInLink } from './staff-store.ts';

export interface SignInDeps {
  database: Database;
  clock: Clock;
}

/** Where somebody signs in: the words for the browser, and the session there that the new one takes the place of. */
export interface Where {
  device?: string;
  instead?: string | undefined;
}

const linkHours = 24;
/** How long a session lasts, in days, and how many it may lie unused. */
export const sessionDays = 14;
const idleDays = 3;
/** How long after signing in somebody may change what lets people in. */
const freshMinutes = 15;

/** A one-time link's token for the first administrator, who is made when nobody is there. Only its hash is kept. */
export async function createSignInToken(deps: SignInDeps): Promise<string> {
  const token = newToken();
  const now = deps.clock.now();
  await deps.database.write(async (tx) => {
    const staff = await findStaff(tx);
    let administrator = staff.find((member) => member.runsNewsroom && !member.suspended);
    if (!administrator) {
      administrator = { id: newId('st'), name: 'Editor', email: 'editor@localhost', runsNewsroom: true, roles: {} };
      await insertStaff(tx, administrator, instantText(now));
    }
    const expiresAt = instantText(now.add({ hours: linkHours }));
    await insertSignInLink(tx, { tokenSha256: sha256(token), staffId: administrator.id, expiresAt });
  });
  return token;
}

/** Exchanges a one-time token for a session's token; null when it is unknown, used or too old. */
export async function signIn(deps: SignInDeps, token: string, where: Where = {}): Promise<string | null> {
  const now = deps.clock.now();
  return deps.database.write(async (tx) => {
    const staffId = await takeSignInLink(tx, sha256(token), instantText(now));
    return staffId ? beginSession(tx, now, staffId, where, 'link') : null;
  });
}

/** A session of somebody who has proved who they are: its token. */
export async function signInMember(deps: SignInDeps, staffId: string): Promise<string> {
  return deps.database.write((tx) => beginSession(tx, deps.clock.now(), staffId, {}, 'link'));
}

/** Signing in always makes a new token; the one that the browser had lets nobody in any more. */
export async function beginSession(
  tx: Writer,
  now: Temporal.Instant,
  staffId: string,
  where: Where,
  way: 'link' | 'passkey' | 'code' | 'invitation',
): Promise<string> {
  const session = newToken();
  const at = instantText(now);
  await deleteOldSessions(tx, at, usedSince(now));
  if (where.instead) await deleteSession(tx, sha256(where.instead));
  await insertSession(tx, sha256(session), {
    id: newId('ses'),
    staffId,
    device: where.device ?? '',
    createdAt: at,
    usedOn: dayOf(now),
    expiresAt: instantText(now.add({ hours: sessionDays * 24 })),
  });
  await recordDeed(tx, at, { by: staffId, action: 'signed in', object: `staff:${staffId}`, detail: { way } });
  return session;
}

/** Who is signed in with a session's token, and the session; null when it is over, or they are suspended. */
export async function findSignedIn(
  { database, clock }: SignInDeps,
  token: string,
): Promise<{ staff: StaffMember; session: Session } | null> {
  const now = clock.now();
  const session = await findSession(database.read, sha256(token), { now: instantText(now), usedSince: usedSince(now) });
  const staff = session && (await findMember(database.read, session.staffId));
  if (!staff || staff.suspended) return null;
  // The day alone: a write a day, and no record of somebody's hours.
  if (session.usedOn < dayOf(now)) await database.write((tx) => setSessionUsed(tx, session.id, dayOf(now)));
  return { staff, session };
}

export async function listSessions(db: Reader, clock: Clock, staffId: string): Promise<Session[]> {
  const now = clock.now();
  return findSessions(db, staffId, { now: instantText(now), usedSince: usedSince(now) });
}

/** Whether somebody proved who they are only just now. */
export function isFresh(session: Session, clock: Clock): boolean {
  return (
    Temporal.Instant.compare(clock.now(), Temporal.Instant.from(session.createdAt).add({ minutes: freshMinutes })) < 0
  );
}

export async function signOut(deps: SignInDeps, token: string): Promise<void> {
  await deps.database.write((tx) => deleteSession(tx, sha256(token)));
}

function dayOf(instant: Temporal.Instant): string {
  return instantText(instant).slice(0, 10);
}

function usedSince(now: Temporal.Instant): string {
  return dayOf(now.subtract({ hours: idleDays * 24 }));
}
