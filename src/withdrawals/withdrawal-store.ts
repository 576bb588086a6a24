import type { Reader, Writer } from '#platform/database/database.ts';
import { createRedactor, type Redactor } from './redactor.ts';
import type { Withdrawal } from './withdrawal.ts';

/** `begun`: what comes in is kept free of the name already, what was here is not yet rewritten to the end. */
export type WithdrawalState = 'begun' | 'done';

interface WithdrawalRow {
  id: string;
  number: number;
  names: string;
  tombstone: string;
  at: string;
  by_whom: string;
  state: WithdrawalState;
}

type WithdrawalTables = { withdrawals: WithdrawalRow };

/** Every withdrawal, in the order in which they were made: the order in which a redactor applies them. */
export async function findWithdrawals(db: Reader): Promise<(Withdrawal & { state: WithdrawalState })[]> {
  const rows = await db
    .withTables<WithdrawalTables>()
    .selectFrom('withdrawals')
    .selectAll()
    .orderBy('number')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    names: JSON.parse(row.names),
    tombstone: JSON.parse(row.tombstone),
    at: row.at,
    by: row.by_whom,
    state: row.state,
  }));
}

export async function insertWithdrawal(tx: Writer, withdrawal: Withdrawal): Promise<void> {
  await tx
    .withTables<WithdrawalTables>()
    .insertInto('withdrawals')
    .values({
      id: withdrawal.id,
      number: withdrawal.number,
      names: JSON.stringify(withdrawal.names),
      tombstone: JSON.stringify(withdrawal.tombstone),
      at: withdrawal.at,
      by_whom: withdrawal.by,
      state: 'begun',
    })
    .execute();
}

export async function setWithdrawalState(tx: Writer, id: string, state: WithdrawalState): Promise<void> {
  await tx.withTables<WithdrawalTables>().updateTable('withdrawals').set({ state }).where('id', '=', id).execute();
}

let made: { of: string; redactor: Redactor } | null = null;

/**
 * What takes every withdrawn name out of what comes in. Ask it in the transaction that keeps something, or before and
 * again in it: the same withdrawals give the same redactor, to the identity.
 */
export async function findRedactor(db: Reader): Promise<Redactor> {
  const withdrawals = await findWithdrawals(db);
  const of = withdrawals.map(({ id }) => id).join(' ');
  if (made?.of !== of) made = { of, redactor: createRedactor(withdrawals) };
  return made.redactor;
}
