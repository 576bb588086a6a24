/** What a sandbox and its threads say to each other, by structured clone. */

/** A job given to a thread. */
export interface TaskCall {
  task: string;
  input: unknown;
}

/** What a thread says: once `ready`, then one `done` or `failed` for each call. */
export type ThreadReply =
  | { kind: 'ready' }
  | { kind: 'done'; value: unknown }
  | { kind: 'failed'; errorName: string; reason: string };
