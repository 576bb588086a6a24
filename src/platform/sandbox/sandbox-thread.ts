import { Worker } from 'node:worker_threads';
import type { TaskCall, ThreadReply } from './thread-messages.ts';

/** How one job on one thread ended. After anything but `ok` and `failed` with `alive` the thread is gone. */
export type ThreadOutcome =
  | { kind: 'ok'; value: unknown }
  | { kind: 'failed'; errorName: string; reason: string }
  | { kind: 'timed-out'; deadlineMs: number }
  | { kind: 'out-of-memory' };

export interface SandboxThread {
  readonly alive: boolean;
  readonly busy: boolean;
  /** Runs one call; never rejects. The deadline counts from when the thread is ready, starting has its own limit. */
  run(call: TaskCall, deadlineMs: number): Promise<ThreadOutcome>;
  stop(): Promise<void>;
}

/** Longest time that a thread may take to load its modules before the job that waits for it fails. */
const startLimitMs = 60_000;

/** Starts one worker thread without the environment's secrets and with a bounded heap; it does not keep the process alive while idle. */
export function startSandboxThread(entry: URL, memoryMb: number): SandboxThread {
  const worker = new Worker(entry, {
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: Math.min(32, memoryMb) },
  });
  worker.unref();
  let alive = true;
  let ready = false;
  let settle: ((outcome: ThreadOutcome) => void) | null = null;
  let begin: (() => void) | null = null;
  let endedFor: ThreadOutcome | null = null;

  const finish = (outcome: ThreadOutcome) => {
    const settled = settle;
    settle = null;
    begin = null;
    if (alive) worker.unref();
    settled?.(outcome);
  };
  const stop = async () => {
    alive = false;
    await worker.terminate();
  };
  // A thread past its deadline may be in an endless loop: it cannot be asked to stop, only ended.
  const end = (outcome: ThreadOutcome) => {
    endedFor = outcome;
    void stop();
  };

  worker.on('message', (reply: ThreadReply) => {
    if (reply.kind === 'ready') {
      ready = true;
      begin?.();
    } else if (reply.kind === 'done') finish({ kind: 'ok', value: reply.value });
    else finish(reply);
  });
  worker.on('messageerror', (error) => finish({ kind: 'failed', errorName: error.name, reason: error.message }));
  worker.on('error', (error: unknown) => {
    alive = false;
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      finish({ kind: 'out-of-memory' });
    } else if (error instanceof Error) finish({ kind: 'failed', errorName: error.name, reason: error.message });
    else finish({ kind: 'failed', errorName: 'Error', reason: String(error) });
  });
  worker.on('exit', (code) => {
    alive = false;
    finish(endedFor ?? { kind: 'failed', errorName: 'ThreadEnded', reason: `the thread ended with code ${code}` });
  });

  return {
    get alive() {
      return alive;
    },
    get busy() {
      return settle !== null;
    },
    stop,
    run(call, deadlineMs) {
      return new Promise((resolve) => {
        const slowStart: ThreadOutcome = { kind: 'failed', errorName: 'SlowStart', reason: 'the thread did not start' };
        let timer = setTimeout(() => end(slowStart), startLimitMs);
        settle = (outcome) => {
          clearTimeout(timer);
          resolve(outcome);
        };
        begin = () => {
          clearTimeout(timer);
          timer = setTimeout(() => end({ kind: 'timed-out', deadlineMs }), deadlineMs);
          try {
            worker.postMessage(call);
          } catch (error) {
            finish({
              kind: 'failed',
              errorName: 'DataCloneError',
              reason: `the input cannot be cloned: ${String(error)}`,
            });
          }
        };
        worker.ref();
        if (ready) begin();
      });
    },
  };
}
