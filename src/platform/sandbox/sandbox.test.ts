import { afterAll, describe, expect, test } from 'vitest';
import { createSandbox } from './sandbox.ts';

const entry = new URL('./sandbox-test-thread.ts', import.meta.url);

describe('a sandbox', () => {
  const sandbox = createSandbox({ entry, size: 1, deadlineMs: 5_000, memoryMb: 32 });
  afterAll(() => sandbox.close());

  test('runs a task and hands back its value', async () => {
    expect(await sandbox.run('double', { n: 21 })).toEqual({ kind: 'ok', value: 42 });
  });

  test('uses one thread again for the next job', async () => {
    const first = await sandbox.run<null, number>('count-calls', null);
    const second = await sandbox.run<null, number>('count-calls', null);
    expect([first, second]).toEqual([
      { kind: 'ok', value: 1 },
      { kind: 'ok', value: 2 },
    ]);
  });

  test('keeps the environment of the process from its threads', async () => {
    expect(await sandbox.run('environment', null)).toEqual({ kind: 'ok', value: [] });
  });

  test('says by name what a task threw, and keeps the thread', async () => {
    const before = await sandbox.run<null, number>('count-calls', null);
    expect(await sandbox.run('throw', null)).toEqual({ kind: 'failed', errorName: 'TypeError', reason: 'not today' });
    expect(await sandbox.run('no-such-task', null)).toMatchObject({ kind: 'failed', errorName: 'RangeError' });
    const after = await sandbox.run<null, number>('count-calls', null);
    expect(before.kind === 'ok' && after.kind === 'ok' && after.value - before.value).toBe(1);
  });

  test('ends a thread in an endless loop at the deadline and goes on with a new one', async () => {
    expect(await sandbox.run('loop-forever', null, { deadlineMs: 100 })).toEqual({
      kind: 'timed-out',
      deadlineMs: 100,
    });
    expect(await sandbox.run('count-calls', null)).toEqual({ kind: 'ok', value: 1 });
  });

  test('ends a task that never answers', async () => {
    expect(await sandbox.run('never-answer', null, { deadlineMs: 50 })).toEqual({ kind: 'timed-out', deadlineMs: 50 });
  });

  test('survives a task that eats memory, and others go on', async () => {
    const [eaten, next] = await Promise.all([sandbox.run('eat-memory', null), sandbox.run('double', { n: 4 })]);
    expect(eaten).toEqual({ kind: 'out-of-memory' });
    expect(next).toEqual({ kind: 'ok', value: 8 });
  });

  test('survives a crash, a stack overflow, and values that cannot be cloned either way', async () => {
    expect(await sandbox.run('crash', null)).toMatchObject({ kind: 'failed', reason: 'the thread ended with code 7' });
    expect(await sandbox.run('overflow-stack', null)).toMatchObject({ kind: 'failed', errorName: 'RangeError' });
    expect(await sandbox.run('answer-a-function', null)).toMatchObject({ kind: 'failed', errorName: 'DataCloneError' });
    expect(await sandbox.run('double', { n: () => 1 })).toMatchObject({ kind: 'failed', errorName: 'DataCloneError' });
    expect(await sandbox.run('double', { n: 5 })).toEqual({ kind: 'ok', value: 10 });
  });
});

test('runs jobs on as many threads as its size, and ends all of them when closed', async () => {
  const sandbox = createSandbox({ entry, size: 2, deadlineMs: 20_000, memoryMb: 32 });
  const stuck = sandbox.run('never-answer', null);
  expect(await sandbox.run('double', { n: 1 })).toEqual({ kind: 'ok', value: 2 });
  const queued = [sandbox.run('never-answer', null), sandbox.run('double', { n: 2 })];
  await sandbox.close();
  for (const outcome of [await stuck, ...(await Promise.all(queued))]) expect(outcome.kind).toBe('failed');
  expect(await sandbox.run('double', { n: 3 })).toMatchObject({ kind: 'failed', errorName: 'SandboxClosed' });
});

test('reports an entry that cannot load instead of waiting for it', async () => {
  const sandbox = createSandbox({
    entry: new URL('./no-such-entry.ts', import.meta.url),
    deadlineMs: 1_000,
    memoryMb: 32,
  });
  expect(await sandbox.run('double', { n: 1 })).toMatchObject({ kind: 'failed' });
  await sandbox.close();
});
