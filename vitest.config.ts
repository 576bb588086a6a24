import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// Thousands of small databases and folders that nobody keeps: in memory, where there is enough of it for all of them.
const memory = '/dev/shm';
if (process.env.TMPDIR === undefined && existsSync(memory)) {
  const { bavail, bsize } = statfsSync(memory);
  if (bavail * bsize > 4e9) {
    const folder = mkdtempSync(`${memory}/daybook-tests-`);
    // PostgreSQL's server is another account.
    chmodSync(folder, 0o755);
    process.env.TMPDIR = folder;
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/**/*.test.ts'],
    globalSetup: [
      'tests/support/postgres-server.ts',
      'tests/support/sqlite-template.ts',
      'tests/support/sample-newsroom.ts',
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    // Two processes for all files: to load everything anew for each took longer than most tests.
    isolate: false,
    setupFiles: [],
  },
});
