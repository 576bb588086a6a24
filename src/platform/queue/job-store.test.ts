import { expect, test } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { describeOnBothEngines } from '../../../tests/support/engines.ts';
import { completeJob, enqueueJob, failJob, findQueueState, leaseJob, renewLease } from './job-store.ts';

const minute = (n: number) => `2026-11-20T09:${String(n).padStart(2, '0')}:00.000Z`;

describeOnBothEngines('the job queue', (open) => {
  const ask = (database: Database, key = 'gorvan', runAt = minute(0)) =>
    database.write((tx) => enqueueJob(tx, { kind: 'place-reports', key, runAt }));
  const lease = (database: Database, worker: string, at: number, kinds?: string[]) =>
    leaseJob(database, { worker, now: minute(at), until: minute(at + 5), ...(kinds ? { kinds } : {}) });
  /** Takes the job that must be there. */
  const take = async (database: Database, worker: string, at: number) => {
    const job = await lease(database, worker, at);
    if (!job) throw new Error('nothing was due');
    return job;
  };

  test('gives a job to one of two workers that ask at the same moment', async () => {
    const database = await open();
    await ask(database);
    const given = await Promise.all(['a', 'b', 'c', 'd'].map((worker) => lease(database, worker, 1)));
    expect(given.filter(Boolean)).toMatchObject([{ kind: 'place-reports', key: 'gorvan', attempts: 1 }]);
  });

  test('gives several workers different jobs, the earliest first', async () => {
    const database = await open();
    for (const n of [3, 1, 2]) await ask(database, `key${n}`, minute(n));
    expect(await lease(database, 'a', 0)).toBeNull();
    expect((await lease(database, 'a', 9))?.key).toBe('key1');
    expect((await lease(database, 'b', 9))?.key).toBe('key2');
    expect((await lease(database, 'c', 9))?.key).toBe('key3');
    expect(await lease(database, 'd', 9)).toBeNull();
  });

  test('gives a worker only the kinds that it knows', async () => {
    const database = await open();
    await ask(database);
    expect(await lease(database, 'a', 1, ['send-newsletter'])).toBeNull();
    expect(await lease(database, 'a', 1, ['place-reports'])).not.toBeNull();
  });

  test('gives a job again when its worker died, and then takes nothing from the first', async () => {
    const database = await open();
    await ask(database);
    const first = await take(database, 'dead', 1);
    expect(await lease(database, 'b', 5)).toBeNull();
    const second = await take(database, 'b', 6);
    expect(second).toMatchObject({ id: first.id, attempts: 2 });
    await database.write((tx) => completeJob(tx, first, 'dead'));
    await database.write((tx) => failJob(tx, first, 'dead', 'late', minute(50)));
    expect(await database.write((tx) => renewLease(tx, first, 'dead', minute(50)))).toBe(false);
    expect(await findQueueState(database.read)).toMatchObject({ waiting: 1, failing: 0 });
    await database.write((tx) => completeJob(tx, second, 'b'));
    expect(await findQueueState(database.read)).toEqual({ waiting: 0, failing: 0, nextRunAt: null });
  });

  test('keeps a lease that is renewed', async () => {
    const database = await open();
    await ask(database);
    const job = await take(database, 'a', 1);
    expect(await database.write((tx) => renewLease(tx, job, 'a', minute(20)))).toBe(true);
    expect(await lease(database, 'b', 10)).toBeNull();
  });

  test('is asked twice for one job while it waits, and runs it once, at the earlier time', async () => {
    const database = await open();
    await ask(database, 'gorvan', minute(10));
    await ask(database, 'gorvan', minute(5));
    await ask(database, 'gorvan', minute(20));
    expect(await findQueueState(database.read)).toMatchObject({ waiting: 1, nextRunAt: minute(5) });
    const job = await take(database, 'a', 5);
    await database.write((tx) => completeJob(tx, job, 'a'));
    expect((await findQueueState(database.read)).waiting).toBe(0);
  });

  test.each([
    ['later than its start', 2],
    ['at the very moment of its start', 1],
    ['by a clock that is behind', 0],
  ])('runs a job once more when it was asked for while it ran, %s', async (_, at) => {
    const database = await open();
    await ask(database);
    const job = await take(database, 'a', 1);
    await ask(database, 'gorvan', minute(at));
    expect(await lease(database, 'b', 2)).toBeNull();
    await database.write((tx) => completeJob(tx, job, 'a'));
    const again = await take(database, 'b', 2);
    expect(again).toMatchObject({ key: 'gorvan', attempts: 1 });
    await database.write((tx) => completeJob(tx, again, 'b'));
    expect(await lease(database, 'b', 30)).toBeNull();
  });

  test('tries a failed job again later, with its reason kept', async () => {
    const database = await open();
    await ask(database);
    const job = await take(database, 'a', 1);
    await database.write((tx) => failJob(tx, job, 'a', 'the disk is full', minute(30)));
    expect(await findQueueState(database.read)).toEqual({ waiting: 1, failing: 1, nextRunAt: minute(30) });
    expect(await lease(database, 'b', 29)).toBeNull();
    const again = await take(database, 'b', 30);
    expect(again.attempts).toBe(2);
    await database.write((tx) => completeJob(tx, again, 'b'));
    expect((await findQueueState(database.read)).waiting).toBe(0);
  });

  test('leaves a failed job its time when it is asked for only if nothing waits', async () => {
    const database = await open();
    await ask(database);
    const job = await take(database, 'a', 1);
    await database.write((tx) => failJob(tx, job, 'a', 'no', minute(30)));
    const again = { kind: 'place-reports', key: 'gorvan', runAt: minute(2), ifWaiting: 'leave' as const };
    await database.write((tx) => enqueueJob(tx, again));
    expect(await lease(database, 'b', 3)).toBeNull();
    await ask(database, 'gorvan', minute(2));
    expect(await lease(database, 'b', 3)).not.toBeNull();
  });

  test('forgets the failure of a job that did well and was asked for again', async () => {
    const database = await open();
    await ask(database);
    const failed = await take(database, 'a', 1);
    await database.write((tx) => failJob(tx, failed, 'a', 'no', minute(2)));
    const job = await take(database, 'a', 2);
    await ask(database, 'gorvan', minute(2));
    await database.write((tx) => completeJob(tx, job, 'a'));
    expect(await findQueueState(database.read)).toMatchObject({ waiting: 1, failing: 0 });
  });

  test('counts only the kinds that are asked after', async () => {
    const database = await open();
    await ask(database);
    expect(await findQueueState(database.read, ['fetch-wire'])).toEqual({ waiting: 0, failing: 0, nextRunAt: null });
    expect((await findQueueState(database.read, ['place-reports'])).waiting).toBe(1);
  });

  test('asks for nothing when the change that needs it fails', async () => {
    const database = await open();
    const failing = database.write(async (tx) => {
      await enqueueJob(tx, { kind: 'place-reports', key: 'gorvan', runAt: minute(0) });
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    expect((await findQueueState(database.read)).waiting).toBe(0);
  });
});
