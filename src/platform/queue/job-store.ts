import { sql } from 'kysely';
import type { Database, Reader, Writer } from '#platform/database/database.ts';

/** One piece of work to be done at or after `runAt`. There is at most one job of a kind and key at a time. */
export interface Job {
  id: number;
  kind: string;
  key: string;
  payload: Record<string, unknown>;
  attempts: number;
}

interface JobRow {
  id: number;
  kind: string;
  job_key: string;
  payload: string;
  run_at: string;
  lease_until: string | null;
  lease_by: string | null;
  attempts: number;
  last_error: string | null;
}

type JobTables = {
  jobs: JobRow;
};

/**
 * Asks for work, in the transaction of the change that makes it needed. Asking again while it waits moves it earlier
 * (`ifWaiting: 'leave'`: changes nothing); asking while it runs makes it run once more afterwards: its lease is not
 * touched, its attempts are, and that is how `completeJob` knows. No two clocks are compared.
 */
export async function enqueueJob(
  tx: Writer,
  job: { kind: string; key: string; payload?: Record<string, unknown>; runAt: string; ifWaiting?: 'leave' },
): Promise<void> {
  await tx
    .withTables<{ jobs: Omit<JobRow, 'id'> }>()
    .insertInto('jobs')
    .values({
      kind: job.kind,
      job_key: job.key,
      payload: JSON.stringify(job.payload ?? {}),
      run_at: job.runAt,
      lease_until: null,
      lease_by: null,
      attempts: 0,
      last_error: null,
    })
    .onConflict((conflict) => {
      const known = conflict.columns(['kind', 'job_key']);
      if (job.ifWaiting === 'leave') return known.doNothing();
      return known.doUpdateSet({
        run_at: sql`case when jobs.lease_until is not null or jobs.run_at > excluded.run_at then excluded.run_at else jobs.run_at end`,
        attempts: sql`case when jobs.lease_until is not null then 0 else jobs.attempts end`,
        payload: sql`excluded.payload`,
      });
    })
    .execute();
}

/**
 * Takes the next job that is due, under a lease: a worker that dies leaves it to be taken again when the lease ends.
 * Null when nothing is due.
 */
export async function leaseJob(
  database: Database,
  lease: { worker: string; now: string; until: string; kinds?: string[] },
): Promise<Job | null> {
  return database.write(async (tx) => {
    const jobs = tx.withTables<JobTables>();
    let due = jobs
      .selectFrom('jobs')
      .selectAll()
      .where('run_at', '<=', lease.now)
      .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', lease.now)]))
      .orderBy('run_at')
      .orderBy('id')
      .limit(1);
    if (lease.kinds) due = due.where('kind', 'in', lease.kinds);
    // SQLite has one writer anyway; PostgreSQL passes over rows that another worker is taking.
    if (database.engine === 'postgres') due = due.forUpdate().skipLocked();
    const row = await due.executeTakeFirst();
    if (!row) return null;
    await jobs
      .updateTable('jobs')
      .set({ lease_until: lease.until, lease_by: lease.worker, attempts: row.attempts + 1 })
      .where('id', '=', row.id)
      .execute();
    return {
      id: row.id,
      kind: row.kind,
      key: row.job_key,
      payload: JSON.parse(row.payload),
      attempts: row.attempts + 1,
    };
  });
}

/** Prolongs a lease that the worker still holds; false when it was lost. */
export async function renewLease(tx: Writer, job: Job, worker: string, until: string): Promise<boolean> {
  const result = await tx
    .withTables<JobTables>()
    .updateTable('jobs')
    .set({ lease_until: until })
    .where('id', '=', job.id)
    .where('lease_by', '=', worker)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Done: the job goes, unless it was asked for again while it ran. */
export async function completeJob(tx: Writer, job: Job, worker: string): Promise<void> {
  const jobs = tx.withTables<JobTables>();
  await jobs
    .deleteFrom('jobs')
    .where('id', '=', job.id)
    .where('lease_by', '=', worker)
    .where('attempts', '=', job.attempts)
    .execute();
  await jobs
    .updateTable('jobs')
    .set({ lease_until: null, lease_by: null, attempts: 0, last_error: null })
    .where('id', '=', job.id)
    .where('lease_by', '=', worker)
    .execute();
}

/** Failed: kept with its reason, to be tried again at `retryAt`. */
export async function failJob(tx: Writer, job: Job, worker: string, reason: string, retryAt: string): Promise<void> {
  await tx
    .withTables<JobTables>()
    .updateTable('jobs')
    .set({ lease_until: null, lease_by: null, last_error: reason, run_at: retryAt })
    .where('id', '=', job.id)
    .where('lease_by', '=', worker)
    .execute();
}

/** How many jobs wait, of some kinds or of all, and when the next is due. */
export async function findQueueState(
  db: Reader,
  kinds?: string[],
): Promise<{ waiting: number; failing: number; nextRunAt: string | null }> {
  const jobs = db.withTables<JobTables>().selectFrom('jobs');
  const row = await (kinds ? jobs.where('kind', 'in', kinds) : jobs)
    .select((eb) => [
      eb.fn.countAll().as('waiting'),
      eb.fn.count('last_error').as('failing'),
      eb.fn.min('run_at').as('next'),
    ])
    .executeTakeFirstOrThrow();
  return { waiting: Number(row.waiting), failing: Number(row.failing), nextRunAt: row.next };
}
