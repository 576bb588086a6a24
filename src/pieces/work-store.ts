import type { Reader, Writer } from '#platform/database/database.ts';
import { findRedactor } from '#withdrawals/withdrawals.ts';

/** How far the work on a piece is, apart from whether readers have it. */
export const workStates = ['idea', 'writing', 'review', 'ready'] as const;
export type WorkState = (typeof workStates)[number];

/** Who works on a piece, how far they are, and until when. */
export interface Work {
  state: WorkState;
  /** A member of staff. */
  assigneeId: string | null;
  /** An instant. */
  dueAt: string | null;
  /** Counts its changes: what one was made over. */
  changes: number;
}

export interface CheckedItem {
  item: string;
  by: string;
  at: string;
}

type Tables = {
  work: { piece_id: string; state: WorkState; assignee_id: string | null; due_at: string | null; changes: number };
  checked_items: { piece_id: string; item: string; by_whom: string; at: string };
};

const unsaid: Work = { state: 'writing', assigneeId: null, dueAt: null, changes: 0 };

/** The work on a piece; where nobody has said anything, it is being written. */
export async function findWork(db: Reader, pieceId: string): Promise<Work> {
  return (await findWorks(db, [pieceId])).get(pieceId) ?? unsaid;
}

/** The work on those pieces that somebody has said something of, by piece id. */
export async function findWorks(db: Reader, pieceIds: string[]): Promise<Map<string, Work>> {
  if (pieceIds.length === 0) return new Map();
  const rows = await db.withTables<Tables>().selectFrom('work').selectAll().where('piece_id', 'in', pieceIds).execute();
  return new Map(
    rows.map((row) => [
      row.piece_id,
      { state: row.state, assigneeId: row.assignee_id, dueAt: row.due_at, changes: row.changes },
    ]),
  );
}

/** Keeps what was said of the work on a piece, if nobody has said otherwise since `changes`. False: somebody has. */
export async function saveWork(tx: Writer, pieceId: string, work: Work): Promise<boolean> {
  const values = {
    state: work.state,
    assignee_id: work.assigneeId,
    due_at: work.dueAt,
    changes: work.changes + 1,
  };
  if (work.changes === 0) {
    const inserted = await tx
      .withTables<Tables>()
      .insertInto('work')
      .values({ piece_id: pieceId, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const updated = await tx
    .withTables<Tables>()
    .updateTable('work')
    .set(values)
    .where('piece_id', '=', pieceId)
    .where('changes', '=', work.changes)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

/** The lines of the checklist that somebody has ticked for a piece. */
export async function findCheckedItems(db: Reader, pieceId: string): Promise<CheckedItem[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('checked_items')
    .selectAll()
    .where('piece_id', '=', pieceId)
    .orderBy('at')
    .orderBy('item')
    .execute();
  return rows.map(({ item, by_whom, at }) => ({ item, by: by_whom, at }));
}

/** Ticks a line of the checklist for a piece, or takes the tick away. */
export async function setChecked(
  tx: Writer,
  pieceId: string,
  tick: { item: string; checked: boolean; by: string; at: string },
): Promise<void> {
  const tables = tx.withTables<Tables>();
  if (!tick.checked) {
    await tables.deleteFrom('checked_items').where('piece_id', '=', pieceId).where('item', '=', tick.item).execute();
    return;
  }
  const redactor = await findRedactor(tx);
  await tables
    .insertInto('checked_items')
    .values({ piece_id: pieceId, item: tick.item, by_whom: redactor.text(tick.by), at: tick.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
