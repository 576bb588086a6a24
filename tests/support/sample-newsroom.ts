import { cp, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { end, type RunningDaybook, startDaybook } from './daybook-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the sample newsroom is kept for the journeys of this run. */
    sample: string;
  }
}

const longestMs = 60_000;

/** A folder for the sample newsroom, one for unit tests and journeys where `npm test` names it; the first test that needs it fills it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.SAMPLE_NEWSROOM;
  if (given !== undefined) {
    project.provide('sample', given);
    return async () => {};
  }
  const folder = await mkdtemp(join(tmpdir(), 'daybook-sample-'));
  project.provide('sample', folder);
  return () => rm(folder, { recursive: true, force: true });
}

/** Puts a copy of the sample newsroom into a folder: it is loaded once a run, as that takes longer than most journeys. */
export async function copySample(data: string): Promise<void> {
  const folder = inject('sample');
  const loaded = join(folder, 'loaded');
  const isFirst = await mkdir(join(folder, 'loading')).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
  if (isFirst) {
    const { process: child } = await startDaybook(join(folder, 'data'), ['--sample']);
    await end(child);
    await writeFile(loaded, '');
  }
  const started = performance.now();
  while (!(await stat(loaded).catch(() => null))) {
    if (performance.now() - started > longestMs) throw new Error('the journey that loads the sample newsroom failed');
    await wait(100);
  }
  await cp(join(folder, 'data'), data, { recursive: true });
}

/** Starts `daybook serve` on a copy of the sample newsroom. */
export async function startSample(data: string): Promise<RunningDaybook> {
  await copySample(data);
  return startDaybook(data);
}
