import { instantText } from '#platform/clock.ts';
import { completeJob, failJob, findQueueState, type Job, leaseJob, renewLease } from '#platform/queue/job-store.ts';
import type { Newsroom } from '../newsroom.ts';
import { steps } from './steps.ts';

const leaseSeconds = 30;
const longestRetryMinutes = 60;

/** Takes and does one job that is due. False when none was. */
export async function runNextJob(newsroom: Newsroom, progress: (message: string) => void = () => {}): Promise<boolean> {
  const started = newsroom.clock.now();
  const lease = { worker: newsroom.worker, now: instantText(started), until: leaseEnd(newsroom) };
  const job = await leaseJob(newsroom.database, { ...lease, kinds: Object.keys(steps) });
  if (!job) return false;
  const renewal = setInterval(() => void renew(newsroom, job), (leaseSeconds * 1000) / 3);
  try {
    await steps[job.kind]?.(newsroom, job, progress);
    await newsroom.database.write((tx) => completeJob(tx, job, newsroom.worker));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    newsroom.log.error('job failed', { job: job.kind, key: job.key, attempts: job.attempts, error });
    const minutes = Math.min(2 ** (job.attempts - 1), longestRetryMinutes);
    const retryAt = instantText(newsroom.clock.now().add({ minutes }));
    await newsroom.database.write((tx) => failJob(tx, job, newsroom.worker, reason, retryAt));
  } finally {
    clearInterval(renewal);
  }
  return true;
}

async function renew(newsroom: Newsroom, job: Job): Promise<void> {
  try {
    await newsroom.database.write((tx) => renewLease(tx, job, newsroom.worker, leaseEnd(newsroom)));
  } catch (error) {
    // The lease then ends by itself, and another worker takes the job up.
    newsroom.log.warn('lease not renewed', { job: job.kind, key: job.key, error });
  }
}

function leaseEnd(newsroom: Newsroom): string {
  return instantText(newsroom.clock.now().add({ seconds: leaseSeconds }));
}

/** Does what is due until nothing is, also waiting for what another process has under lease. */
export async function drainJobs(
  newsroom: Newsroom,
  signal: AbortSignal,
  progress?: (message: string) => void,
): Promise<void> {
  while (!signal.aborted) {
    if (await runNextJob(newsroom, progress)) continue;
    const { nextRunAt } = await findQueueState(newsroom.database.read, Object.keys(steps));
    if (nextRunAt === null || nextRunAt > instantText(newsroom.clock.now())) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const idleMs = 500;

/** The worker of `serve`: does jobs as they come due until it is told to stop, one at a time. */
export async function runWorker(
  newsroom: Newsroom,
  signal: AbortSignal,
  beforeIdle: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      if (await runNextJob(newsroom)) continue;
      await beforeIdle();
    } catch (error) {
      // The database may be away: keep trying, reading goes on without us.
      newsroom.log.error('worker stumbled', { error });
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, idleMs);
      function done() {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
      signal.addEventListener('abort', done);
    });
  }
}
