import type { Reader, Writer } from '#platform/database/database.ts';

type SessionRow = {
  token_sha256: string;
  id: string;
  staff_id: string;
  device: string;
  created_at: string;
  used_on: string;
  expires_at: string;
};

type SessionTables = { sessions: SessionRow };

/** One browser in which somebody is signed in. No address is kept, and of its use only the last day (of UTC). */
export interface Session {
  /** For lists and addresses; it lets nobody in. */
  id: string;
  staffId: string;
  /** "Firefox on Windows", as the browser said at sign-in. */
  device: string;
  /** When they proved who they are. */
  createdAt: string;
  usedOn: string;
  expiresAt: string;
}

export async function insertSession(tx: Writer, tokenSha256: string, session: Session): Promise<void> {
  await tx
    .withTables<SessionTables>()
    .insertInto('sessions')
    .values({
      token_sha256: tokenSha256,
      id: session.id,
      staff_id: session.staffId,
      device: session.device,
      created_at: session.createdAt,
      used_on: session.usedOn,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** The session of a token, while it lasts and was used on a day or later. */
export async function findSession(
  db: Reader,
  tokenSha256: string,
  { now, usedSince }: { now: string; usedSince: string },
): Promise<Session | null> {
  const row = await db
    .withTables<SessionTables>()
    .selectFrom('sessions')
    .selectAll()
    .where('token_sha256', '=', tokenSha256)
    .where('expires_at', '>', now)
    .where('used_on', '>=', usedSince)
    .executeTakeFirst();
  return row ? sessionOf(row) : null;
}

/** Somebody's sessions that last, the newest first. */
export async function findSessions(
  db: Reader,
  staffId: string,
  { now, usedSince }: { now: string; usedSince: string },
): Promise<Session[]> {
  const rows = await db
    .withTables<SessionTables>()
    .selectFrom('sessions')
    .selectAll()
    .where('staff_id', '=', staffId)
    .where('expires_at', '>', now)
    .where('used_on', '>=', usedSince)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(sessionOf);
}

function sessionOf(row: SessionRow): Session {
  return {
    id: row.id,
    staffId: row.staff_id,
    device: row.device,
    createdAt: row.created_at,
    usedOn: row.used_on,
    expiresAt: row.expires_at,
  };
}

export async function setSessionUsed(tx: Writer, id: string, day: string): Promise<void> {
  await tx.withTables<SessionTables>().updateTable('sessions').set({ used_on: day }).where('id', '=', id).execute();
}

export async function deleteSession(tx: Writer, tokenSha256: string): Promise<void> {
  await tx.withTables<SessionTables>().deleteFrom('sessions').where('token_sha256', '=', tokenSha256).execute();
}

/** Ends sessions of somebody: one of them, all of them, or all but one. Answers how many. */
export async function deleteSessions(
  tx: Writer,
  staffId: string,
  which: { only?: string; but?: string } = {},
): Promise<number> {
  let query = tx.withTables<SessionTables>().deleteFrom('sessions').where('staff_id', '=', staffId);
  if (which.only !== undefined) query = query.where('id', '=', which.only);
  if (which.but !== undefined) query = query.where('id', '!=', which.but);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}

/** Rows of sessions that are over go. */
export async function deleteOldSessions(tx: Writer, now: string, usedBefore: string): Promise<void> {
  await tx
    .withTables<SessionTables>()
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('expires_at', '<=', now), eb('used_on', '<', usedBefore)]))
    .execute();
}
