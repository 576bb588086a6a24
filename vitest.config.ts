import { defineConfig } from 'vitest/config';

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
