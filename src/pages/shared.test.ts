import { expect, test } from 'vitest';
import { createReadLog } from './read-log.ts';
import { createShared } from './shared.ts';

test('makes a value once, and tells each who asks what it read', async () => {
  const shared = createShared();
  let made = 0;
  const ask = async () => {
    const log = createReadLog();
    const value = await shared.once('a', log, (own) => {
      own.add('piece:1');
      made += 1;
      return Promise.resolve(made);
    });
    return { value, reads: [...log.keys] };
  };
  expect([await ask(), await ask()]).toEqual([
    { value: 1, reads: ['piece:1'] },
    { value: 1, reads: ['piece:1'] },
  ]);
  shared.forget('piece:2');
  expect((await ask()).value).toBe(1);
  shared.forget('piece:1');
  expect((await ask()).value).toBe(2);
});

test('gives nobody what was being made when something changed, but those who waited for it', async () => {
  const shared = createShared();
  const before = Promise.withResolvers<string>();
  const early = shared.once('a', createReadLog(), () => before.promise);
  shared.forget('anything');
  const late = shared.once('a', createReadLog(), () => Promise.resolve('after'));
  before.resolve('before');
  expect([await early, await late, await shared.once('a', createReadLog(), () => before.promise)]).toEqual([
    'before',
    'after',
    'after',
  ]);
});

test('keeps nothing of what could not be made', async () => {
  const shared = createShared();
  await expect(shared.once('a', createReadLog(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await shared.once('a', createReadLog(), () => Promise.resolve('yes'))).toBe('yes');
});
