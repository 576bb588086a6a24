import { rewriteRows } from '#platform/database/rewrite-rows.ts';
import { changedTexts, type RewriteRun } from '#withdrawals/withdrawals.ts';
import { foldedOf } from './library-store.ts';

/** Takes withdrawn names out of what the library says of its pictures. */
export async function redactLibrary(run: RewriteRun): Promise<void> {
  const { database, redactor, write } = run;
  const texts = ['caption', 'credit', 'alt', 'owner', 'terms', 'added_by'] as const;
  type Row = Record<(typeof texts)[number] | 'media' | 'folded', string>;
  await rewriteRows<Row>(
    database,
    { table: 'library_pictures', key: ['media'], columns: [...texts, 'folded'] },
    (row) => {
      const changed = texts.filter((name) => redactor.mentions(row[name]));
      if (changed.length === 0) return null;
      const kept = { ...row, ...Object.fromEntries(changed.map((name) => [name, redactor.text(row[name])])) };
      return { ...kept, folded: foldedOf(kept) };
    },
    { write, seen: ({ changes }) => run.found('pictures', changedTexts(changes)) },
  );
}
