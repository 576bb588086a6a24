import type { Reader, Writer } from '#platform/database/database.ts';

type AppCodeTables = {
  app_codes: {
    staff_id: string;
    key_sha256: string;
    secret: string;
    last_step: number;
    wrong: number;
    locked_until: string | null;
    confirmed: number;
  };
  recovery_codes: { code_sha256: string; staff_id: string };
};

/** Somebody's way in by a key and the code of an app. */
export interface AppCode {
  staffId: string;
  /** Base64url; of use only with the key, of which the hash alone is kept. */
  secret: string;
  /** Wrong codes since the last right one. */
  wrong: number;
  lockedUntil: string | null;
  /** The app has shown that it has the secret. */
  confirmed: boolean;
}

/** Begins anew: what somebody had before is gone, with its recovery codes. */
export async function insertAppCode(
  tx: Writer,
  given: { staffId: string; secret: string; keySha256: string },
): Promise<void> {
  await deleteAppCode(tx, given.staffId);
  const { staffId, secret, keySha256 } = given;
  await tx
    .withTables<AppCodeTables>()
    .insertInto('app_codes')
    .values({
      staff_id: staffId,
      key_sha256: keySha256,
      secret,
      last_step: 0,
      wrong: 0,
      locked_until: null,
      confirmed: 0,
    })
    .execute();
}

export async function findAppCode(
  db: Reader,
  by: { staffId: string } | { keySha256: string },
): Promise<AppCode | null> {
  const query = db.withTables<AppCodeTables>().selectFrom('app_codes').selectAll();
  const row = await (
    'staffId' in by ? query.where('staff_id', '=', by.staffId) : query.where('key_sha256', '=', by.keySha256)
  ).executeTakeFirst();
  if (!row) return null;
  const { staff_id: staffId, secret, wrong, locked_until: lockedUntil } = row;
  return { staffId, secret, wrong, lockedUntil, confirmed: row.confirmed === 1 };
}

/** Uses a step of time up: whether it is later than every one that was used. */
export async function takeStep(tx: Writer, staffId: string, step: number): Promise<boolean> {
  const taken = await tx
    .withTables<AppCodeTables>()
    .updateTable('app_codes')
    .set({ last_step: step, wrong: 0, locked_until: null })
    .where('staff_id', '=', staffId)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

/** Uses a recovery code up: whether it is theirs and was not used. */
export async function takeRecoveryCode(tx: Writer, staffId: string, codeSha256: string): Promise<boolean> {
  const taken = await tx
    .withTables<AppCodeTables>()
    .deleteFrom('recovery_codes')
    .where('code_sha256', '=', codeSha256)
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return taken.numDeletedRows > 0n;
}

export async function setWrong(tx: Writer, staffId: string, wrong: number, lockedUntil: string | null): Promise<void> {
  await tx
    .withTables<AppCodeTables>()
    .updateTable('app_codes')
    .set({ wrong, locked_until: lockedUntil })
    .where('staff_id', '=', staffId)
    .execute();
}

/** The app has the secret: from now on this is a way in, with this key and these recovery codes. */
export async function confirmAppCode(
  tx: Writer,
  staffId: string,
  given: { keySha256: string; codesSha256: string[] },
): Promise<void> {
  const tables = tx.withTables<AppCodeTables>();
  await tables
    .updateTable('app_codes')
    .set({ confirmed: 1, key_sha256: given.keySha256 })
    .where('staff_id', '=', staffId)
    .execute();
  const rows = given.codesSha256.map((code) => ({ code_sha256: code, staff_id: staffId }));
  await tables.insertInto('recovery_codes').values(rows).execute();
}

export async function deleteAppCode(tx: Writer, staffId: string): Promise<void> {
  const tables = tx.withTables<AppCodeTables>();
  await tables.deleteFrom('recovery_codes').where('staff_id', '=', staffId).execute();
  await tables.deleteFrom('app_codes').where('staff_id', '=', staffId).execute();
}
