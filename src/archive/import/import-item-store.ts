import type { Reader, Writer } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import type { Redactor } from '#withdrawals/withdrawals.ts';

/** What became of an item, once and for all: what comes in is the sum of these. */
export type ItemOutcome = 'piece' | 'folded' | 'facts' | 'passed-over' | 'set-aside' | 'kept';

/** What the report counts of an item. */
export interface ItemFacts {
  kind?: string;
  path?: string;
  unpublished?: boolean;
  redirects?: number;
  links?: number;
  picturesHeld?: number;
  picturesMissing?: string[];
  withdrawn?: number;
  leftOut?: Record<string, number>;
  /** The id that its dump gave it, where another publication here has that one. */
  was?: string;
  translationOf?: { piece: string; original: string };
}

export interface ImportItem {
  name: string;
  /** Of the bytes that it was read from and the importer's version. */
  sha256: string;
  outcome: ItemOutcome;
  reason: string | null;
  facts: ItemFacts;
}

interface ImportItemRow {
  publication: string;
  /** The hash of format and name: a withdrawal can take the name away and the item is still known. */
  item_key: string;
  item: string;
  read_sha256: string;
  outcome: ItemOutcome;
  reason: string | null;
  facts: string;
  at: string;
}

type ImportTables = { import_items: ImportItemRow };

function keyOf(format: string, name: string): string {
  return sha256(`${format}\n${name}`);
}

/** What became of items in an earlier import or in an earlier part of this one, by name. */
export async function findImportItems(
  db: Reader,
  publication: string,
  format: string,
  names: string[],
): Promise<Map<string, ImportItem>> {
  if (names.length === 0) return new Map();
  const byKey = new Map(names.map((name) => [keyOf(format, name), name]));
  const rows = await db
    .withTables<ImportTables>()
    .selectFrom('import_items')
    .selectAll()
    .where('publication', '=', publication)
    .where('item_key', 'in', [...byKey.keys()])
    .execute();
  return new Map(
    rows.map((row) => {
      const name = byKey.get(row.item_key) ?? row.item;
      const facts = JSON.parse(row.facts) as ItemFacts;
      return [name, { name, sha256: row.read_sha256, outcome: row.outcome, reason: row.reason, facts }];
    }),
  );
}

/** Keeps what became of items, in the transaction that did it. */
export async function saveImportItems(
  tx: Writer,
  publication: string,
  format: string,
  items: ImportItem[],
  { redactor, at }: { redactor: Redactor; at: string },
): Promise<void> {
  if (items.length === 0) return;
  await tx
    .withTables<ImportTables>()
    .insertInto('import_items')
    .values(
      items.map((item) => ({
        publication,
        item_key: keyOf(format, item.name),
        item: withoutControls(redactor.slug(item.name)),
        read_sha256: item.sha256,
        outcome: item.outcome,
        reason: item.reason === null ? null : withoutControls(item.reason),
        facts: JSON.stringify(item.facts).replaceAll('\\u0000', ' '),
        at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['publication', 'item_key']).doUpdateSet((eb) => ({
        read_sha256: eb.ref('excluded.read_sha256'),
        outcome: eb.ref('excluded.outcome'),
        reason: eb.ref('excluded.reason'),
        facts: eb.ref('excluded.facts'),
        at: eb.ref('excluded.at'),
      })),
    )
    .execute();
}

/** PostgreSQL keeps no NUL in a text, and a terminal obeys other controls. */
function withoutControls(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}/gu, ' ');
}
