/**
 * The sandbox: every parse of something foreign runs here, in a worker thread with a deadline and a bounded heap,
 * so that a poisoned input can only harm itself. Threads are reused; one that timed out, ran out of memory or crashed is replaced.
 */
import { type SandboxThread, startSandboxThread } from './sandbox-thread.ts';

/** How a job ended; `failed` carries the name and message of what the task threw. */
export type SandboxOutcome<O> =
  | { kind: 'ok'; value: O }
  | { kind: 'failed'; errorName: string; reason: string }
  | { kind: 'timed-out'; deadlineMs: number }
  | { kind: 'out-of-memory' };

export interface Sandbox {
  /** Runs a task that the entry file serves. Input and value are structured clones. Never rejects, waits for a free thread. */
  run<I, O>(task: string, input: I, options?: { deadlineMs?: number }): Promise<SandboxOutcome<O>>;
  /** Ends the threads; jobs that wait or run end as `failed`. */
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** The module that calls `serveTasks`. */
  entry: URL;
  /** Most threads at once; 2 when not given. */
  size?: number;
  /** Milliseconds a job may take from the moment its thread is ready. */
  deadlineMs: number;
  /** Megabytes of heap a thread may use. Buffers outside the heap are not counted: bound inputs before. */
  memoryMb: number;
}

interface Waiting {
  start(thread: SandboxThread): void;
  refuse(): void;
}

/** Makes a sandbox; no thread starts before the first job, and idle threads let the process exit. */
export function createSandbox({ entry, size = 2, deadlineMs, memoryMb }: SandboxOptions): Sandbox {
  let threads: SandboxThread[] = [];
  const waiting: Waiting[] = [];
  let closed = false;

  function freeThread(): SandboxThread | null {
    threads = threads.filter((thread) => thread.alive);
    const idle = threads.find((thread) => !thread.busy);
    if (idle) return idle;
    if (threads.length >= size) return null;
    const thread = startSandboxThread(entry, memoryMb);
    threads.push(thread);
    return thread;
  }

  function pump(): void {
    while (waiting.length > 0) {
      const thread = freeThread();
      if (!thread) return;
      waiting.shift()?.start(thread);
    }
  }

  return {
    run<I, O>(task: string, input: I, options: { deadlineMs?: number } = {}): Promise<SandboxOutcome<O>> {
      const refused: SandboxOutcome<O> = {
        kind: 'failed',
        errorName: 'SandboxClosed',
        reason: 'the sandbox is closed',
      };
      if (closed) return Promise.resolve(refused);
      return new Promise((resolve) => {
        waiting.push({
          refuse: () => resolve(refused),
          start(thread) {
            void thread.run({ task, input }, options.deadlineMs ?? deadlineMs).then((outcome) => {
              // The value's shape is the task's promise: both sides are our own code, cloned by the engine.
              resolve(outcome as SandboxOutcome<O>);
              pump();
            });
          },
        });
        pump();
      });
    },
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.refuse();
      await Promise.all(threads.map((thread) => thread.stop()));
    },
  };
}
