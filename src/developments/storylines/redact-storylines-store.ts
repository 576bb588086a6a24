import { rewriteRows } from '#platform/database/rewrite-rows.ts';
import { changedTexts, type RewriteRun } from '#withdrawals/withdrawals.ts';

/** Takes withdrawn names out of the names of storylines. What a storyline is about is kept without words. */
export async function redactStorylines({ database, redactor, write, found }: RewriteRun): Promise<void> {
  await rewriteRows<{ id: string; name: string }>(
    database,
    { table: 'storylines', key: ['id'], columns: ['name'] },
    ({ name }) => ({ name: redactor.text(name) }),
    { write, seen: ({ changes }) => found('storylines', changedTexts(changes)) },
  );
}
