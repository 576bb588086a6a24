import type { Reader, Writer } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { findRedactor } from '#withdrawals/withdrawals.ts';
import type { PieceKind } from './document.ts';
import type { Piece } from './piece.ts';

/** Why pieces have to be looked at again: what became of a report that they cite, or of the right to use it. */
export type TaskKind = 'killed' | 'withheld' | 'corrected' | 'ended' | 'internal';

/** Something that became of a report, and a piece that cites it. */
export interface TaskPiece {
  pieceId: string;
  kind: PieceKind;
  lang: string;
  title: string;
  state: Piece['state'];
  /** What was done about it, by whom and when; null while nothing was. */
  done: { what: string; by: string; at: string } | null;
}

export interface Task {
  id: string;
  kind: TaskKind;
  reportId: string;
  /** The version that raised it. */
  version: number;
  raisedAt: string;
  pieces: TaskPiece[];
}

type Tables = {
  tasks: { id: string; kind: TaskKind; report_id: string; version: number; raised_at: string };
  task_pieces: {
    task_id: string;
    piece_id: string;
    done_at: string | null;
    done_by_id: string | null;
    done_by: string | null;
    what: string | null;
  };
  pieces: {
    id: string;
    publication: string;
    kind: PieceKind;
    lang: string;
    state: Piece['state'];
    head_revision: number;
    live_revision: number | null;
  };
  revisions: { piece_id: string; number: number; content: string };
};

/** The pieces, drafts among them, of which what readers have or what was saved last cites some evidence. */
export async function findCitingPieces(db: Reader, evidenceIds: string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const id of evidenceIds) {
    const rows = await db
      .withTables<Tables>()
      .selectFrom('pieces')
      .innerJoin('revisions', (join) =>
        join
          .onRef('revisions.piece_id', '=', 'pieces.id')
          .on((eb) =>
            eb.or([
              eb('revisions.number', '=', eb.ref('pieces.head_revision')),
              eb('revisions.number', '=', eb.ref('pieces.live_revision')),
            ]),
          ),
      )
      .select('pieces.id')
      .where('pieces.state', '!=', 'withdrawn')
      .where('revisions.content', 'like', `%"${id}"%`)
      .execute();
    for (const row of rows) found.add(row.id);
  }
  return [...found].sort();
}

/** Raises a task once of a kind for a version of a report. False: it was raised before. */
export async function saveTask(tx: Writer, task: Omit<Task, 'id' | 'pieces'>, pieceIds: string[]): Promise<boolean> {
  const { kind, reportId, version, raisedAt } = task;
  const tables = tx.withTables<Tables>();
  const row = await tables
    .insertInto('tasks')
    .values({ id: newId('task'), kind, report_id: reportId, version, raised_at: raisedAt })
    .onConflict((conflict) => conflict.columns(['report_id', 'version', 'kind']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  const open = { done_at: null, done_by_id: null, done_by: null, what: null };
  for (let start = 0; start < pieceIds.length; start += 500)
    await tables
      .insertInto('task_pieces')
      .values(pieceIds.slice(start, start + 500).map((piece_id) => ({ task_id: row.id, piece_id, ...open })))
      .execute();
  return true;
}

/** The tasks of a publication with a piece that is not done, and of `pieceId` alone where one is given; newest first. */
export async function findOpenTasks(db: Reader, publication: string, pieceId?: string): Promise<Task[]> {
  const open = await db
    .withTables<Tables>()
    .selectFrom('task_pieces')
    .innerJoin('pieces', 'pieces.id', 'task_pieces.piece_id')
    .select('task_pieces.task_id')
    .distinct()
    .where('pieces.publication', '=', publication)
    .where('task_pieces.done_at', 'is', null)
    .$if(pieceId !== undefined, (query) => query.where('task_pieces.piece_id', '=', pieceId ?? ''))
    .execute();
  if (open.length === 0) return [];
  const rows = await db
    .withTables<Tables>()
    .selectFrom('tasks')
    .innerJoin('task_pieces', 'task_pieces.task_id', 'tasks.id')
    .innerJoin('pieces', 'pieces.id', 'task_pieces.piece_id')
    .innerJoin('revisions', (join) =>
      join.onRef('revisions.piece_id', '=', 'pieces.id').onRef('revisions.number', '=', 'pieces.head_revision'),
    )
    .select(['tasks.id', 'tasks.kind', 'tasks.report_id', 'tasks.version', 'tasks.raised_at'])
    .select(['task_pieces.piece_id', 'task_pieces.done_at', 'task_pieces.done_by', 'task_pieces.what'])
    .select(['pieces.kind as piece_kind', 'pieces.lang', 'pieces.state', 'revisions.content'])
    .where('pieces.publication', '=', publication)
    .where(
      'tasks.id',
      'in',
      open.map(({ task_id }) => task_id),
    )
    .orderBy('tasks.raised_at', 'desc')
    .orderBy('tasks.id')
    .orderBy('pieces.id')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((of): Task[] => {
    const [first] = of;
    if (!first) return [];
    const { id, kind, report_id: reportId, version, raised_at: raisedAt } = first;
    return [{ id, kind, reportId, version, raisedAt, pieces: of.map(readPiece) }];
  });
}

function readPiece(row: {
  piece_id: string;
  piece_kind: PieceKind;
  lang: string;
  state: Piece['state'];
  content: string;
  done_at: string | null;
  done_by: string | null;
  what: string | null;
}): TaskPiece {
  return {
    pieceId: row.piece_id,
    kind: row.piece_kind,
    lang: row.lang,
    title: (JSON.parse(row.content) as { title: string }).title,
    state: row.state,
    done: row.done_at === null ? null : { what: row.what ?? '', by: row.done_by ?? '', at: row.done_at },
  };
}

/** Says what was done about a piece. False: nothing of it was open. */
export async function settleTask(
  tx: Writer,
  taskId: string,
  pieceId: string,
  done: { what: string; by: string; byId: string; at: string },
): Promise<boolean> {
  const redactor = await findRedactor(tx);
  const updated = await tx
    .withTables<Tables>()
    .updateTable('task_pieces')
    .set({
      done_at: done.at,
      done_by_id: done.byId,
      done_by: redactor.text(done.by),
      what: redactor.text(done.what),
    })
    .where('task_id', '=', taskId)
    .where('piece_id', '=', pieceId)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}
