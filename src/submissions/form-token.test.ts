import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createFixedClock } from '#platform/clock.ts';
import { makeFormToken, readFormToken } from './form-token.ts';
import { createTokenBucket } from './token-bucket.ts';

const key = randomBytes(32);
const form = { publication: 'gorvan', kind: 'tip' };
const at = (text: string) => Temporal.Instant.from(text);
const made = at('2026-11-20T23:50:00Z');

test('a token is good on its day and the next, for its own form alone', () => {
  const token = makeFormToken(key, form, made);
  for (const moment of ['2026-11-20T23:50:00Z', '2026-11-21T23:59:59Z'])
    expect(readFormToken(key, form, at(moment), token)).not.toBeNull();
  for (const moment of ['2026-11-22T00:00:00Z', '2027-11-20T23:50:00Z', '2026-11-19T12:00:00Z'])
    expect(readFormToken(key, form, at(moment), token)).toBeNull();
  expect(readFormToken(key, { ...form, kind: 'pitch' }, made, token)).toBeNull();
  expect(readFormToken(key, { ...form, publication: 'kharuba' }, made, token)).toBeNull();
});

test('a token that somebody made up or moved to another day is none', () => {
  const token = makeFormToken(key, form, made);
  const [day, number, mac] = token.split('.') as [string, string, string];
  for (const forged of [
    '',
    'x',
    `${Number(day) + 1}.${number}.${mac}`,
    `${day}.${'A'.repeat(16)}.${mac}`,
    `${day}.${number}.${'A'.repeat(43)}`,
    `${token}.`,
    makeFormToken(randomBytes(32), form, made),
  ])
    expect(readFormToken(key, form, made, forged)).toBeNull();
});

test('says nothing but a day: two pages of one second share no more than that', () => {
  const [first, second] = [makeFormToken(key, form, made), makeFormToken(key, form, made)];
  expect(first.split('.')[0]).toBe(second.split('.')[0]);
  expect(first).not.toBe(second);
});

test('the limit is for everybody together, and comes back with time', () => {
  const clock = createFixedClock('2026-11-20T09:00:00Z');
  const bucket = createTokenBucket(clock, { most: 3, everyMs: 1000 });
  expect([1, 2, 3, 4].map(() => bucket.take())).toEqual([true, true, true, false]);
  clock.advance({ milliseconds: 999 });
  expect(bucket.take()).toBe(false);
  clock.advance({ milliseconds: 1 });
  expect([bucket.take(), bucket.take()]).toEqual([true, false]);
  clock.advance({ hours: 1 });
  expect([1, 2, 3, 4].map(() => bucket.take())).toEqual([true, true, true, false]);
});
