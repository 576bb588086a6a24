import { type Clock, instantText } from '#platform/clock.ts';
import type { Database, Reader, Writer } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import { newId, newToken } from '#platform/id.ts';
import type { StaffMember } from './staff-member.ts';
import {
  deleteSession,
  findSessionStaff,
  findStaff,
  insertSession,
  insertSignInLink,
  insertStaff,
  takeSignInLink,
} from './staff-store.ts';

interface Deps {
  database: Database;
  clock: Clock;
}

const linkHours = 24;
/** How long a session lasts, in days. */
export const sessionDays = 14;

/** A one-time link's token for the first administrator, who is made when nobody is there. Only its hash is kept. */
export async function createSignInToken(deps: Deps): Promise<string> {
  const token = newToken();
  const now = deps.clock.now();
  await deps.database.write(async (tx) => {
    const staff = await findStaff(tx);
    let administrator = staff.find((member) => member.runsNewsroom);
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
export async function signIn(deps: Deps, token: string): Promise<string | null> {
  const now = deps.clock.now();
  return deps.database.write(async (tx) => {
    const staffId = await takeSignInLink(tx, sha256(token), instantText(now));
    return staffId ? beginSession(tx, now, staffId) : null;
  });
}

/** A session of somebody who has proved who they are: its token. */
export async function signInMember(deps: Deps, staffId: string): Promise<string> {
  return deps.database.write((tx) => beginSession(tx, deps.clock.now(), staffId));
}

async function beginSession(tx: Writer, now: Temporal.Instant, staffId: string): Promise<string> {
  const session = newToken();
  const expiresAt = instantText(now.add({ hours: sessionDays * 24 }));
  await insertSession(tx, { tokenSha256: sha256(session), staffId, createdAt: instantText(now), expiresAt });
  return session;
}

/** Who is signed in with a session's token. */
export async function findSignedIn(db: Reader, clock: Clock, token: string): Promise<StaffMember | null> {
  return findSessionStaff(db, sha256(token), instantText(clock.now()));
}

export async function signOut(deps: Deps, token: string): Promise<void> {
  await deps.database.write((tx) => deleteSession(tx, sha256(token)));
}
