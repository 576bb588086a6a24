import { parentPort } from 'node:worker_threads';
import type { TaskCall, ThreadReply } from './thread-messages.ts';

/** A task takes one cloneable input and returns (or promises) one cloneable value; what it throws becomes `failed`. */
export type Task = (input: never) => unknown;

/** Says that a module with tasks was started outside a worker thread. */
export class NotAWorkerThread extends Error {
  override name = 'NotAWorkerThread';
}

/** Answers the calls of the sandbox that started this thread, one at a time. Call it once, at the end of a thread's entry file. */
export function serveTasks(tasks: Readonly<Record<string, Task>>): void {
  const port = parentPort;
  if (!port) throw new NotAWorkerThread('serveTasks runs in a worker thread that a sandbox started');
  const byName = new Map(Object.entries(tasks));
  const reply = (message: ThreadReply) => port.postMessage(message);
  port.on('message', async (call: TaskCall) => {
    try {
      const task = byName.get(call.task);
      if (!task) throw new RangeError(`no task is called ${call.task}`);
      reply({ kind: 'done', value: await task(call.input as never) });
    } catch (error) {
      reply(
        error instanceof Error
          ? { kind: 'failed', errorName: error.name, reason: error.message }
          : { kind: 'failed', errorName: 'Error', reason: String(error) },
      );
    }
  });
  reply({ kind: 'ready' });
}
