import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFixedClock, type FixedClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config/config.ts';
import type { HttpClient } from '#platform/http/http-client.ts';
import { type Newsroom, openNewsroom } from '../../src/newsroom.ts';
import { copySample } from './sample-newsroom.ts';
import { copySqliteTemplate } from './sqlite-template.ts';

/** A newsroom in a folder of its own whose clock stands still until it is moved. `close` removes it. */
export type TestNewsroom = Newsroom & { clock: FixedClock; folder: string };

const noNetwork: HttpClient = {
  get: async (url) => ({ kind: 'failed', reason: `this test has no network; it asked for ${url}` }),
};

/** Opens a new SQLite newsroom at a fixed time, empty or with the sample; without `http` nothing outside can be reached. */
export async function openTestNewsroom(
  options: { at?: string; http?: HttpClient; env?: Record<string, string>; sample?: true } = {},
): Promise<TestNewsroom> {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-newsroom-'));
  if (options.sample) await copySample(folder);
  else copySqliteTemplate(join(folder, 'daybook.sqlite'));
  const clock = createFixedClock(options.at ?? '2026-11-20T09:00:00Z');
  const config = readConfig({ data: folder }, { DAYBOOK_LOG: 'silent', ...options.env });
  const newsroom = await openNewsroom(config, { clock, http: options.http ?? noNetwork });
  return {
    ...newsroom,
    clock,
    folder,
    close: async () => {
      await newsroom.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
