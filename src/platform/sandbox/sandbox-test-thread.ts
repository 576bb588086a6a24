/** The tasks of sandbox.test.ts: well-behaved and misbehaving. */
import { serveTasks } from './serve-tasks.ts';

let calls = 0;

serveTasks({
  double: (input: { n: number }) => input.n * 2,
  'count-calls': () => {
    calls += 1;
    return calls;
  },
  environment: () => Object.keys(process.env),
  throw: () => {
    throw new TypeError('not today');
  },
  'loop-forever': () => {
    for (;;) calls += 1;
  },
  'never-answer': () => new Promise(() => {}),
  'eat-memory': () => {
    const kept: unknown[] = [];
    for (;;) kept.push(new Array(10_000).fill({ kept }));
  },
  crash: () => process.exit(7),
  'overflow-stack': () => {
    const deeper = (n: number): number => 1 + deeper(n + 1);
    return deeper(0);
  },
  'answer-a-function': () => () => 1,
});
