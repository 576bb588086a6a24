import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const checkout = join(import.meta.dirname, '../..');
const main = join(checkout, 'dist/main.js');

/** A running `daybook serve`, and where its site and desk answer. */
export interface RunningDaybook {
  process: ChildProcess;
  site: string;
  /** The desk's one-time sign-in link. */
  desk: string;
  readyMs: number;
}

/** Starts `daybook serve` on a free port; resolves when it has printed its addresses. */
export async function startDaybook(data: string, args: string[] = []): Promise<RunningDaybook> {
  const started = performance.now();
  const child = spawn(process.execPath, [main, 'serve', '--data', data, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complained = '';
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const site = /^Site {2}(\S+)\/$/mu.exec(printed)?.[1];
      const desk = /^Desk {2}(\S+)$/mu.exec(printed)?.[1];
      if (site && desk) resolve({ process: child, site, desk, readyMs: performance.now() - started });
    });
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${complained}`)));
  });
}

/** Ends a process that a test started, and waits for its end. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

/** Runs a command to its end. */
export function runDaybook(args: string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout, stderr };
}
