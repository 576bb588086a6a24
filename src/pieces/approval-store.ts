import type { Reader, Writer } from '#platform/database/database.ts';
import { findRedactor } from '#withdrawals/withdrawals.ts';

/** Somebody's word that they have read a revision and stand for it. */
export interface Approval {
  revision: number;
  by: string;
  /** A member of staff. */
  byId: string;
  at: string;
}

interface ApprovalRow {
  piece_id: string;
  revision: number;
  by_id: string;
  by_whom: string;
  at: string;
}

type Tables = { approvals: ApprovalRow };

/** Keeps an approval; a second one by the same person of the same revision changes nothing. */
export async function insertApproval(tx: Writer, pieceId: string, approval: Approval): Promise<void> {
  const redactor = await findRedactor(tx);
  await tx
    .withTables<Tables>()
    .insertInto('approvals')
    .values({
      piece_id: pieceId,
      revision: approval.revision,
      by_id: approval.byId,
      by_whom: redactor.text(approval.by),
      at: approval.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Who has approved which revisions of a piece, the oldest first. */
export async function findApprovals(db: Reader, pieceId: string): Promise<Approval[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('approvals')
    .selectAll()
    .where('piece_id', '=', pieceId)
    .orderBy('at')
    .orderBy('by_id')
    .execute();
  return rows.map((row) => ({ revision: row.revision, by: row.by_whom, byId: row.by_id, at: row.at }));
}
