import type { Reader, Writer } from '#platform/database/database.ts';

type PasskeyRow = {
  id: string;
  staff_id: string;
  public_key: string;
  counter: number;
  transports: string;
  name: string;
  created_at: string;
  used_on: string | null;
};

type PasskeyTables = {
  passkeys: PasskeyRow;
  challenges: { challenge: string; owner: string; expires_at: string };
};

export interface Passkey {
  /** The credential's id, base64url. */
  id: string;
  staffId: string;
  /** COSE, base64url. */
  publicKey: string;
  /** How often its device has signed, where that counts; 0 where it does not. */
  counter: number;
  transports: string[];
  name: string;
  createdAt: string;
  /** A day of UTC. */
  usedOn: string | null;
}

export async function insertPasskey(tx: Writer, passkey: Passkey): Promise<void> {
  await tx
    .withTables<PasskeyTables>()
    .insertInto('passkeys')
    .values({
      id: passkey.id,
      staff_id: passkey.staffId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: JSON.stringify(passkey.transports),
      name: passkey.name,
      created_at: passkey.createdAt,
      used_on: passkey.usedOn,
    })
    .execute();
}

export async function findPasskey(db: Reader, id: string): Promise<Passkey | null> {
  const row = await db
    .withTables<PasskeyTables>()
    .selectFrom('passkeys')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? passkeyOf(row) : null;
}

export async function findPasskeys(db: Reader, staffId: string): Promise<Passkey[]> {
  const rows = await db
    .withTables<PasskeyTables>()
    .selectFrom('passkeys')
    .selectAll()
    .where('staff_id', '=', staffId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(passkeyOf);
}

function passkeyOf(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    staffId: row.staff_id,
    publicKey: row.public_key,
    counter: Number(row.counter),
    transports: JSON.parse(row.transports) as string[],
    name: row.name,
    createdAt: row.created_at,
    usedOn: row.used_on,
  };
}

export async function setPasskeyUsed(tx: Writer, id: string, counter: number, day: string): Promise<void> {
  await tx
    .withTables<PasskeyTables>()
    .updateTable('passkeys')
    .set({ counter, used_on: day })
    .where('id', '=', id)
    .execute();
}

export async function setPasskeyName(tx: Writer, staffId: string, id: string, name: string): Promise<void> {
  await tx
    .withTables<PasskeyTables>()
    .updateTable('passkeys')
    .set({ name })
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .execute();
}

export async function deletePasskey(tx: Writer, staffId: string, id: string): Promise<void> {
  await tx
    .withTables<PasskeyTables>()
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .execute();
}

/** Keeps a challenge; those that are too old go, and of too many the oldest. */
export async function insertChallenge(
  tx: Writer,
  given: { challenge: string; owner: string; expiresAt: string },
  { now, most }: { now: string; most: number },
): Promise<void> {
  const tables = tx.withTables<PasskeyTables>();
  await tables.deleteFrom('challenges').where('expires_at', '<=', now).execute();
  const { kept } = await tables
    .selectFrom('challenges')
    .select((eb) => eb.fn.countAll<number>().as('kept'))
    .executeTakeFirstOrThrow();
  if (Number(kept) >= most) {
    const oldest = tables
      .selectFrom('challenges')
      .select('challenge')
      .orderBy('expires_at')
      .limit(Number(kept) - most + 1);
    await tables.deleteFrom('challenges').where('challenge', 'in', oldest).execute();
  }
  const { challenge, owner, expiresAt } = given;
  await tables.insertInto('challenges').values({ challenge, owner, expires_at: expiresAt }).execute();
}

/** Uses a challenge up: whether it was given to this owner, and is neither used nor too old. */
export async function takeChallenge(
  tx: Writer,
  { challenge, owner, now }: { challenge: string; owner: string; now: string },
): Promise<boolean> {
  const taken = await tx
    .withTables<PasskeyTables>()
    .deleteFrom('challenges')
    .where('challenge', '=', challenge)
    .where('owner', '=', owner)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return taken.numDeletedRows > 0n;
}
