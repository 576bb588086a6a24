import type { Lang } from '#platform/language.ts';
import type { Writer } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { createRedactor } from './redactor.ts';
import { addressTombstone, plainTombstone, tidySpellings, UnusableName, type Withdrawal } from './withdrawal.ts';
import { findWithdrawals, insertWithdrawal } from './withdrawal-store.ts';

export interface NameToWithdraw {
  /** Every spelling that is meant, in every script. */
  names: string[];
  /** In place of the plain one; `und` is for every language. */
  tombstone?: Record<Lang, string>;
  by: string;
}

/** A withdrawal of these spellings that could be kept, as the `number`th. Throws UnusableName. */
export function makeWithdrawal(name: NameToWithdraw, at: string, number = 1): Withdrawal {
  const names = tidySpellings(name.names);
  if (names.length === 0) throw new UnusableName('there is no name to withdraw');
  const tombstone = name.tombstone ?? plainTombstone;
  const withdrawal = { id: newId('wd'), number, names, tombstone, at, by: name.by };
  const redactor = createRedactor([withdrawal]);
  for (const text of [...Object.values(tombstone), ...Object.values(plainTombstone), addressTombstone]) {
    if (redactor.mentions(text)) throw new UnusableName(`the name stands in what would be put in its place: “${text}”`);
    if (!/\p{L}/u.test(text)) throw new UnusableName(`“${text}” does not say that a name was withdrawn`);
  }
  return { ...withdrawal, by: redactor.text(name.by) };
}

/**
 * Records that a name is withdrawn, before anything is rewritten: from here on nothing that comes in keeps it. A name whose
 * spellings are all withdrawn already has its withdrawal, as it stands. Answers which. Throws UnusableName.
 */
export async function beginWithdrawal(
  tx: Writer,
  name: NameToWithdraw,
  at: string,
): Promise<{ id: string; isNew: boolean }> {
  const known = await findWithdrawals(tx);
  const withdrawal = makeWithdrawal(name, at, 1 + Math.max(0, ...known.map(({ number }) => number)));
  const same = known.find(({ names }) => withdrawal.names.every((spelling) => names.includes(spelling)));
  if (same) return { id: same.id, isNew: false };
  await insertWithdrawal(tx, withdrawal);
  return { id: withdrawal.id, isNew: true };
}
