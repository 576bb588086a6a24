import { expect, test } from 'vitest';
import { localTimeOf, readLocalTime } from './local-time.ts';

test('a wall clock’s time is an instant of its zone', () => {
  const read = readLocalTime('2026-11-20T08:00', 'Asia/Amman');
  expect(read).toMatchObject({ kind: 'known', twice: false });
  expect(read.kind === 'known' && read.instant.toString()).toBe('2026-11-20T05:00:00Z');
});

test('a time that the clock jumps over is named, with the next that there is', () => {
  expect(readLocalTime('2026-03-29T02:30', 'Europe/Berlin')).toEqual({ kind: 'skipped', next: '2026-03-29T03:30' });
});

test('a time that comes twice is the earlier one, and is said to come twice', () => {
  const read = readLocalTime('2026-10-25T02:30', 'Europe/Berlin');
  expect(read).toMatchObject({ kind: 'known', twice: true });
  expect(read.kind === 'known' && read.instant.toString()).toBe('2026-10-25T00:30:00Z');
});

test.each(['', '2026-13-01T08:00', '2026-11-31T08:00', '2026-11-20T25:00', '20 November', '2026-11-20T08:00Z'])(
  '“%s” is no time',
  (text) => {
    expect(readLocalTime(text, 'UTC')).toEqual({ kind: 'unreadable' });
  },
);

test('an instant is shown as the zone’s clock shows it', () => {
  expect(localTimeOf(Temporal.Instant.from('2026-11-20T05:00:30Z'), 'Asia/Amman')).toBe('2026-11-20T08:00');
});
