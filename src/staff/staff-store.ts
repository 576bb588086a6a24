import type { Reader, Writer } from '#platform/database/database.ts';
import type { StaffMember } from './staff-member.ts';

type StaffTables = {
  staff: StaffMember & { created_at: string };
  sign_in_links: { token_sha256: string; staff_id: string; expires_at: string; used_at: string | null };
  sessions: { token_sha256: string; staff_id: string; created_at: string; expires_at: string };
};

export async function findStaff(db: Reader): Promise<StaffMember[]> {
  return db
    .withTables<StaffTables>()
    .selectFrom('staff')
    .select(['id', 'name', 'email', 'role'])
    .orderBy('created_at')
    .execute();
}

export async function insertStaff(tx: Writer, member: StaffMember, at: string): Promise<void> {
  await tx
    .withTables<StaffTables>()
    .insertInto('staff')
    .values({ ...member, created_at: at })
    .execute();
}

export async function insertSignInLink(
  tx: Writer,
  link: { tokenSha256: string; staffId: string; expiresAt: string },
): Promise<void> {
  await tx
    .withTables<StaffTables>()
    .insertInto('sign_in_links')
    .values({ token_sha256: link.tokenSha256, staff_id: link.staffId, expires_at: link.expiresAt, used_at: null })
    .execute();
}

/** Uses a link up, if it is good: answers whose it is, once. */
export async function takeSignInLink(tx: Writer, tokenSha256: string, now: string): Promise<string | null> {
  const tables = tx.withTables<StaffTables>();
  const used = await tables
    .updateTable('sign_in_links')
    .set({ used_at: now })
    .where('token_sha256', '=', tokenSha256)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (used.numUpdatedRows === 0n) return null;
  const row = await tables
    .selectFrom('sign_in_links')
    .select('staff_id')
    .where('token_sha256', '=', tokenSha256)
    .executeTakeFirstOrThrow();
  return row.staff_id;
}

export async function insertSession(
  tx: Writer,
  session: { tokenSha256: string; staffId: string; createdAt: string; expiresAt: string },
): Promise<void> {
  await tx
    .withTables<StaffTables>()
    .insertInto('sessions')
    .values({
      token_sha256: session.tokenSha256,
      staff_id: session.staffId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** Whose session a token is, while it lasts. */
export async function findSessionStaff(db: Reader, tokenSha256: string, now: string): Promise<StaffMember | null> {
  const row = await db
    .withTables<StaffTables>()
    .selectFrom('sessions')
    .innerJoin('staff', 'staff.id', 'sessions.staff_id')
    .select(['staff.id', 'staff.name', 'staff.email', 'staff.role'])
    .where('sessions.token_sha256', '=', tokenSha256)
    .where('sessions.expires_at', '>', now)
    .executeTakeFirst();
  return row ?? null;
}

export async function deleteSession(tx: Writer, tokenSha256: string): Promise<void> {
  await tx.withTables<StaffTables>().deleteFrom('sessions').where('token_sha256', '=', tokenSha256).execute();
}
