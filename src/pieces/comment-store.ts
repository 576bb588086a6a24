import type { Reader, Writer } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { findRedactor } from '#withdrawals/withdrawals.ts';

/** What somebody at the desk says of a passage, or in answer to somebody. */
export interface Comment {
  id: string;
  /** The comment that it answers. */
  replyTo: string | null;
  /** The revision that it was made on. */
  revision: number;
  /** The id of a sentence or a heading, `lede`, `title`; null: the whole piece. */
  place: string | null;
  /** What stood there then. */
  quote: string;
  words: string;
  by: string;
  /** A member of staff. */
  byId: string;
  at: string;
  resolvedAt: string | null;
  resolvedBy: string | null;
}

interface CommentRow {
  id: string;
  piece_id: string;
  reply_to: string | null;
  revision: number;
  place: string | null;
  quote: string;
  words: string;
  by_id: string;
  by_whom: string;
  at: string;
  resolved_at: string | null;
  resolved_by: string | null;
}

type Tables = { comments: CommentRow };

/** Adds a comment, and answers it as it was kept. */
export async function insertComment(
  tx: Writer,
  pieceId: string,
  comment: Omit<Comment, 'id' | 'resolvedAt' | 'resolvedBy'>,
): Promise<Comment> {
  const redactor = await findRedactor(tx);
  const row: CommentRow = {
    id: newId('cmt'),
    piece_id: pieceId,
    reply_to: comment.replyTo,
    revision: comment.revision,
    place: comment.place,
    quote: redactor.text(comment.quote),
    words: redactor.text(comment.words),
    by_id: comment.byId,
    by_whom: redactor.text(comment.by),
    at: comment.at,
    resolved_at: null,
    resolved_by: null,
  };
  await tx.withTables<Tables>().insertInto('comments').values(row).execute();
  return readRow(row);
}

/** Everything said of a piece, the oldest first. */
export async function findComments(db: Reader, pieceId: string): Promise<Comment[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('comments')
    .selectAll()
    .where('piece_id', '=', pieceId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(readRow);
}

/** How many comments stand unresolved, by piece id. */
export async function countOpenComments(db: Reader, pieceIds: string[]): Promise<Map<string, number>> {
  if (pieceIds.length === 0) return new Map();
  const rows = await db
    .withTables<Tables>()
    .selectFrom('comments')
    .select((eb) => ['piece_id', eb.fn.countAll().as('comments')])
    .where('piece_id', 'in', pieceIds)
    .where('reply_to', 'is', null)
    .where('resolved_at', 'is', null)
    .groupBy('piece_id')
    .execute();
  return new Map(rows.map((row) => [row.piece_id, Number(row.comments)]));
}

/** Says that a comment and its answers are dealt with, or (`at` null) that they are not. False: there is no such comment. */
export async function setResolved(
  tx: Writer,
  pieceId: string,
  id: string,
  resolved: { at: string | null; by: string },
): Promise<boolean> {
  const redactor = await findRedactor(tx);
  const result = await tx
    .withTables<Tables>()
    .updateTable('comments')
    .set({ resolved_at: resolved.at, resolved_by: resolved.at === null ? null : redactor.text(resolved.by) })
    .where('piece_id', '=', pieceId)
    .where('id', '=', id)
    .where('reply_to', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

function readRow(row: CommentRow): Comment {
  return {
    id: row.id,
    replyTo: row.reply_to,
    revision: row.revision,
    place: row.place,
    quote: row.quote,
    words: row.words,
    by: row.by_whom,
    byId: row.by_id,
    at: row.at,
    resolvedAt: row.resolved_at,
    resolvedBy: row.resolved_by,
  };
}
