import { findCitedReportsOfWire, findEvidenceOfReport } from '#evidence/evidence.ts';
import { recordDeed } from '#platform/audit/audit-store.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { recordEvent } from '#platform/events/event-store.ts';
import { enqueueJob } from '#platform/queue/job-store.ts';
import { findReport, findWire, type Handling, holdOn } from '#wires/wires.ts';
import { findCitingPieces, saveTask, settleTask, type TaskKind } from './task-store.ts';

interface Deps {
  database: Database;
  clock: Clock;
}

/**
 * Makes what became of a report somebody's task: every piece that cites it, live or a draft, has to be looked at again. Of a
 * correction, those that cite an earlier version. Once for each version and reason, however often it is asked for; nothing
 * where no piece cites it.
 */
export async function raiseTask({ database, clock }: Deps, reportId: string): Promise<void> {
  const report = await findReport(database.read, reportId);
  if (!report) return;
  const { version, handling } = report;
  const kind = reasonOf(handling, clock.now());
  if (kind === null) return;
  const evidence = (await findEvidenceOfReport(database.read, reportId)).filter(
    (each) => kind !== 'corrected' || each.version < version,
  );
  const pieces = await findCitingPieces(
    database.read,
    evidence.map(({ id }) => id),
  );
  if (pieces.length === 0) return;
  const at = instantText(clock.now());
  await database.write(async (tx) => {
    if (!(await saveTask(tx, { kind, reportId, version, raisedAt: at }, pieces))) return;
    await recordEvent(tx, at, { kind: 'task raised', data: { why: kind, report: reportId, pieces: pieces.length } });
  });
}

/** An embargo is none: it was there before anybody could cite, or the gate says so until it ends. */
function reasonOf(handling: Handling, now: Temporal.Instant): TaskKind | null {
  const hold = holdOn(handling, now);
  if (hold && hold.why !== 'embargoed') return hold.why;
  return handling.correction ? 'corrected' : null;
}

/** What is due when the time of a report's terms is over. Where they were extended meanwhile, it is due again at their end. */
export async function endReportTerms(deps: Deps, reportId: string): Promise<void> {
  await raiseTask(deps, reportId);
  const until = (await findReport(deps.database.read, reportId))?.handling.terms?.until ?? null;
  await askAgain(deps, { kind: 'end-terms', key: reportId }, until);
}

/** The same of what is cited of a wire's reports, once an editor's terms for it do not allow that any more. */
export async function endWireTerms(deps: Deps, wireId: string): Promise<void> {
  for (const reportId of await findCitedReportsOfWire(deps.database.read, wireId)) await raiseTask(deps, reportId);
  const until = (await findWire(deps.database.read, wireId))?.terms?.until ?? null;
  await askAgain(deps, { kind: 'end-wire-terms', key: wireId }, until);
}

async function askAgain(
  { database, clock }: Deps,
  job: { kind: string; key: string },
  until: string | null,
): Promise<void> {
  const runAt = until === null ? null : instantText(Temporal.Instant.from(until));
  if (runAt !== null && runAt > instantText(clock.now()))
    await database.write((tx) => enqueueJob(tx, { ...job, runAt }));
}

/** Says what was done about a piece that a task names. False: nothing of it was open. */
export async function finishTask(
  { database, clock }: Deps,
  task: { id: string; pieceId: string },
  done: { what: string; by: string; staffId: string },
): Promise<boolean> {
  const at = instantText(clock.now());
  const { what, by, staffId } = done;
  return database.write(async (tx) => {
    if (!(await settleTask(tx, task.id, task.pieceId, { what, by, byId: staffId, at }))) return false;
    await recordDeed(tx, at, {
      by: staffId,
      action: 'task done',
      object: `piece:${task.pieceId}`,
      detail: { task: task.id },
    });
    return true;
  });
}
