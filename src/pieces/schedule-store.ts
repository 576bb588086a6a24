import type { Reader, Writer } from '#platform/database/database.ts';
import { findRedactor } from '#withdrawals/withdrawals.ts';

/** When one revision of a piece goes out. */
export interface Schedule {
  pieceId: string;
  revision: number;
  /** What the wall clock shows then, in `timeZone`: "2026-11-20T08:00". */
  localTime: string;
  timeZone: string;
  /** The instant of that. */
  dueAt: string;
  by: string;
  /** A member of staff, or `terminal`. */
  byId: string;
  setAt: string;
  /** `stopped`: the time came, and the piece could not go out. */
  state: 'waiting' | 'stopped';
  /** The kind of what stopped it: `refused`, `needs-second` … */
  stoppedBy: string | null;
}

interface ScheduleRow {
  piece_id: string;
  revision: number;
  local_time: string;
  time_zone: string;
  due_at: string;
  set_by_id: string;
  set_by: string;
  set_at: string;
  state: Schedule['state'];
  stopped_by: string | null;
}

type Tables = { schedules: ScheduleRow };

/** Sets when a piece goes out, in place of what was set before. */
export async function saveSchedule(tx: Writer, schedule: Omit<Schedule, 'state' | 'stoppedBy'>): Promise<void> {
  const redactor = await findRedactor(tx);
  const row: ScheduleRow = {
    piece_id: schedule.pieceId,
    revision: schedule.revision,
    local_time: schedule.localTime,
    time_zone: schedule.timeZone,
    due_at: schedule.dueAt,
    set_by_id: schedule.byId,
    set_by: redactor.text(schedule.by),
    set_at: schedule.setAt,
    state: 'waiting',
    stopped_by: null,
  };
  const { piece_id: _, ...changes } = row;
  await tx
    .withTables<Tables>()
    .insertInto('schedules')
    .values(row)
    .onConflict((conflict) => conflict.column('piece_id').doUpdateSet(changes))
    .execute();
}

export async function findSchedule(db: Reader, pieceId: string): Promise<Schedule | null> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('schedules')
    .selectAll()
    .where('piece_id', '=', pieceId)
    .executeTakeFirst();
  return row ? readRow(row) : null;
}

/** The schedules of many pieces, by piece id. */
export async function findSchedules(db: Reader, pieceIds: string[]): Promise<Map<string, Schedule>> {
  if (pieceIds.length === 0) return new Map();
  const rows = await db
    .withTables<Tables>()
    .selectFrom('schedules')
    .selectAll()
    .where('piece_id', 'in', pieceIds)
    .execute();
  return new Map(rows.map((row) => [row.piece_id, readRow(row)]));
}

/** What waits and is due, the earliest first. */
export async function findDueSchedules(db: Reader, now: string): Promise<Schedule[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('schedules')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('piece_id')
    .execute();
  return rows.map(readRow);
}

/** What did not go out when its time came, of a publication's pieces, the latest first. */
export async function findStoppedSchedules(db: Reader, publication: string): Promise<Schedule[]> {
  const rows = await db
    .withTables<Tables & { pieces: { id: string; publication: string } }>()
    .selectFrom('schedules')
    .innerJoin('pieces', 'pieces.id', 'schedules.piece_id')
    .selectAll('schedules')
    .where('pieces.publication', '=', publication)
    .where('schedules.state', '=', 'stopped')
    .orderBy('due_at', 'desc')
    .orderBy('piece_id')
    .execute();
  return rows.map(readRow);
}

/** Takes a piece's schedule away. False: there was none, or (where `revision` is given) none that waits for that revision. */
export async function deleteSchedule(tx: Writer, pieceId: string, revision?: number): Promise<boolean> {
  let query = tx.withTables<Tables>().deleteFrom('schedules').where('piece_id', '=', pieceId);
  if (revision !== undefined) query = query.where('revision', '=', revision).where('state', '=', 'waiting');
  return (await query.executeTakeFirst()).numDeletedRows > 0n;
}

/** Keeps why a piece did not go out when its time came, if it still waits for that revision. */
export async function stopSchedule(tx: Writer, schedule: Schedule, stoppedBy: string): Promise<boolean> {
  const result = await tx
    .withTables<Tables>()
    .updateTable('schedules')
    .set({ state: 'stopped', stopped_by: stoppedBy })
    .where('piece_id', '=', schedule.pieceId)
    .where('revision', '=', schedule.revision)
    .where('due_at', '=', schedule.dueAt)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

function readRow(row: ScheduleRow): Schedule {
  return {
    pieceId: row.piece_id,
    revision: row.revision,
    localTime: row.local_time,
    timeZone: row.time_zone,
    dueAt: row.due_at,
    by: row.set_by,
    byId: row.set_by_id,
    setAt: row.set_at,
    state: row.state,
    stoppedBy: row.stopped_by,
  };
}
