// `npm test`: format, lint, types, boundaries, unused code, unit tests, journeys; every part runs, and the last line counts.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (path: string): string => join('node_modules', path);
const reports = mkdtempSync(join(tmpdir(), 'daybook-check-'));
const results = { passed: 0, failed: 0, skipped: 0 };

function run(name: string, args: string[], env: Record<string, string> = {}): boolean {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const passed = status === 0;
  process.stdout.write(
    `${passed ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`,
  );
  return passed;
}

/** Runs checks side by side, as each keeps one core busy; what one printed comes with its result. */
async function checkAll(checks: [name: string, args: string[]][]): Promise<void> {
  const waiting = [...checks];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, args] = next;
      const started = performance.now();
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let printed = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
      const passed = await new Promise<boolean>((resolve) => child.once('close', (code) => resolve(code === 0)));
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(`${printed}${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
      if (passed) results.passed += 1;
      else results.failed += 1;
    }
  };
  await Promise.all([work(), work()]);
}

/** Runs tests and adds their counts; a run that counts none has failed. */
function test(name: string, patterns: string[], workers: number, env: Record<string, string> = {}): void {
  const file = join(reports, `${name.replace(/\W+/g, '-')}.json`);
  const args = [
    bin('vitest/vitest.mjs'),
    'run',
    ...patterns,
    `--maxWorkers=${workers}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const passed = run(name, args, env);
  const counts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>) : {};
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = counts;
  results.passed += numPassedTests;
  results.skipped += numPendingTests + numTodoTests;
  results.failed += numFailedTests + (numFailedTests === 0 && (!passed || numPassedTests === 0) ? 1 : 0);
}

await checkAll([
  ['lint', [bin('eslint/bin/eslint.js'), '--max-warnings=0', '.']],
  ['format', [bin('oxfmt/bin/oxfmt'), '--check']],
  ['types', [bin('typescript-7/bin/tsc'), '-p', '.']],
  ['boundaries', ['tools/check-boundaries.ts']],
  ['unused code', [bin('knip/bin/knip.js'), '--no-progress']],
]);
// A journey waits for a browser, a disk or a process a third of its time: three at once keep two cores busy.
const sample = { SAMPLE_NEWSROOM: mkdtempSync(join(tmpdir(), 'daybook-sample-')) };
test('unit tests', ['src'], 2, { TZ: 'Asia/Damascus', ...sample });
test('journeys', ['tests/journeys'], 3, { TZ: 'UTC', ...sample });

rmSync(sample.SAMPLE_NEWSROOM, { recursive: true, force: true });
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${results.passed} passed, ${results.failed} failed, ${results.skipped} skipped\n`);
process.exitCode = results.failed > 0 ? 1 : 0;
