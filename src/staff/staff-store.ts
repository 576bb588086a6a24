import type { Reader, Writer } from '#platform/database/database.ts';
import type { StaffMember, StaffRole } from './staff-member.ts';

type StaffRow = {
  id: string;
  name: string;
  email: string;
  runs_newsroom: number;
  created_at: string;
  suspended_at: string | null;
};

type StaffTables = {
  staff: StaffRow;
  staff_roles: { staff_id: string; publication: string; role: StaffRole };
  sign_in_links: { token_sha256: string; staff_id: string; expires_at: string; used_at: string | null };
};

export async function findStaff(db: Reader): Promise<StaffMember[]> {
  const rows = await db.withTables<StaffTables>().selectFrom('staff').selectAll().orderBy('created_at').execute();
  const held = await db.withTables<StaffTables>().selectFrom('staff_roles').selectAll().execute();
  return rows.map((row) =>
    memberOf(
      row,
      held.filter(({ staff_id }) => staff_id === row.id),
    ),
  );
}

export async function findMember(db: Reader, id: string): Promise<StaffMember | null> {
  const tables = db.withTables<StaffTables>();
  const row = await tables.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  return memberOf(row, await tables.selectFrom('staff_roles').selectAll().where('staff_id', '=', id).execute());
}

function memberOf(row: StaffRow, held: StaffTables['staff_roles'][]): StaffMember {
  const { id, name, email } = row;
  const roles = Object.fromEntries(held.map(({ publication, role }) => [publication, role]));
  return { id, name, email, runsNewsroom: row.runs_newsroom === 1, roles, suspended: row.suspended_at !== null };
}

export async function insertStaff(tx: Writer, member: StaffMember, at: string): Promise<void> {
  const { id, name, email } = member;
  await tx
    .withTables<StaffTables>()
    .insertInto('staff')
    .values({ id, name, email, runs_newsroom: Number(member.runsNewsroom), created_at: at, suspended_at: null })
    .execute();
  for (const [publication, role] of Object.entries(member.roles)) await setRole(tx, id, publication, role);
}

/** Makes others who would change what is of somebody wait for the end of the transaction. */
export async function holdMember(tx: Writer, id: string): Promise<void> {
  await tx
    .withTables<StaffTables>()
    .updateTable('staff')
    .set((eb) => ({ name: eb.ref('name') }))
    .where('id', '=', id)
    .execute();
}

/** What somebody is called at the desk, and where they are written to. False: somebody else has that address. */
export async function setOwnDetails(
  tx: Writer,
  id: string,
  { name, email }: Pick<StaffMember, 'name' | 'email'>,
): Promise<boolean> {
  const tables = tx.withTables<StaffTables>();
  const other = await tables
    .selectFrom('staff')
    .select('id')
    .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .where('id', '!=', id)
    .executeTakeFirst();
  if (other) return false;
  await tables.updateTable('staff').set({ name, email }).where('id', '=', id).execute();
  return true;
}

/** Takes every role from somebody, that of running the newsroom too. */
export async function takeRoles(tx: Writer, id: string): Promise<void> {
  const tables = tx.withTables<StaffTables>();
  await tables.deleteFrom('staff_roles').where('staff_id', '=', id).execute();
  await tables.updateTable('staff').set({ runs_newsroom: 0 }).where('id', '=', id).execute();
}

/** Keeps somebody out, or lets them in again. */
export async function setSuspended(tx: Writer, id: string, at: string | null): Promise<void> {
  await tx.withTables<StaffTables>().updateTable('staff').set({ suspended_at: at }).where('id', '=', id).execute();
}

/** Gives somebody a role in a publication in place of the one they have there; null takes their part in it away. */
export async function setRole(tx: Writer, staffId: string, publication: string, role: StaffRole | null): Promise<void> {
  const tables = tx.withTables<StaffTables>();
  await tables
    .deleteFrom('staff_roles')
    .where('staff_id', '=', staffId)
    .where('publication', '=', publication)
    .execute();
  if (role) await tables.insertInto('staff_roles').values({ staff_id: staffId, publication, role }).execute();
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
