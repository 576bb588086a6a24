import { expect, test } from 'vitest';
import { createFixedClock } from '#platform/clock.ts';
import { Presence } from './presence.ts';

test('tells each page of the others that have the piece open, until they leave or are silent', () => {
  const clock = createFixedClock('2026-11-20T12:00:00Z');
  const presence = new Presence(clock);
  expect(presence.note('pc_1', 'a', 'Edda')).toEqual([]);
  expect(presence.note('pc_1', 'b', 'Lewis')).toEqual(['Edda']);
  expect(presence.note('pc_2', 'c', 'Joan')).toEqual([]);
  presence.leave('pc_1', 'b');
  expect(presence.note('pc_1', 'a', 'Edda')).toEqual([]);
  presence.note('pc_1', 'b', 'Lewis');
  clock.set('2026-11-20T12:00:46Z');
  expect(presence.note('pc_1', 'a', 'Edda')).toEqual([]);
});
