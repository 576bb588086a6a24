import { rewriteRows } from '#platform/database/rewrite-rows.ts';
import { changedTexts, type RewriteRun } from '#withdrawals/withdrawals.ts';

/** Takes withdrawn names out of what became of an archive's items. Their keys are hashes: each is still known when it comes again. */
export async function redactImportItems(run: RewriteRun): Promise<void> {
  const { database, redactor, write } = run;
  type Row = { publication: string; item_key: string; item: string; reason: string | null; facts: string };
  await rewriteRows<Row>(
    database,
    { table: 'import_items', key: ['publication', 'item_key'], columns: ['item', 'reason', 'facts'] },
    (row) => {
      const facts = JSON.parse(row.facts) as { path?: string };
      const redacted = redactor.json(facts);
      const path = facts.path === undefined ? {} : { path: redactor.slug(facts.path) };
      return {
        item: redactor.slug(row.item),
        reason: row.reason && redactor.text(row.reason),
        facts: JSON.stringify({ ...redacted, ...path }),
      };
    },
    { write, seen: ({ changes }) => run.found('items of imports', changedTexts(changes)) },
  );
}
