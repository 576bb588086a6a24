import { recordChanges } from '#platform/changes/change-store.ts';
import type { Reader, Writer } from '#platform/database/database.ts';
import { findRedactor, type Redactor, type RewriteRun } from '#withdrawals/withdrawals.ts';
import { type Network, plainNetwork } from './network.ts';

/** One row, from when somebody first saved. */
type NetworkTables = { network: { one: number; profile: string; updated_at: string } };

export async function findNetwork(db: Reader): Promise<Network> {
  const row = await db.withTables<NetworkTables>().selectFrom('network').select('profile').executeTakeFirst();
  return { ...plainNetwork, ...(row ? (JSON.parse(row.profile) as Partial<Network>) : {}) };
}

/** Replaces what the network says, without withdrawn names; every page that names it is made anew. */
export async function saveNetwork(tx: Writer, network: Network, at: string): Promise<void> {
  const kept = { profile: JSON.stringify(redactNetwork(network, await findRedactor(tx))), updated_at: at };
  await tx
    .withTables<NetworkTables>()
    .insertInto('network')
    .values({ one: 1, ...kept })
    .onConflict((conflict) => conflict.column('one').doUpdateSet(kept))
    .execute();
  await recordChanges(tx, at, ['publications']);
}

/** Takes withdrawn names out of what the network says of itself. */
export async function redactNetworkProfile(run: RewriteRun): Promise<void> {
  const before = await findNetwork(run.database.read);
  const after = redactNetwork(before, run.redactor);
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  run.found('network', [after.name, after.description, ...after.about]);
  if (run.write) await run.database.write((tx) => saveNetwork(tx, after, run.at));
}

/** The order holds slugs, which stay as they are. */
function redactNetwork(network: Network, redactor: Redactor): Network {
  const { name, lang, description, about, contact, defaults } = network;
  return {
    ...network,
    name: redactor.text(name, lang),
    description: redactor.text(description, lang),
    about: about.map((paragraph) => redactor.text(paragraph, lang)),
    contact: contact && redactor.address(contact),
    defaults: { ...defaults, checklist: defaults.checklist.map((line) => redactor.text(line, lang)) },
  };
}
