import { describe, expect, test } from 'vitest';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, testMoment } from '../../tests/support/fixtures.ts';
import { nextFetchMinutes, type Wire, wireHealth } from './wire.ts';
import { findWire, findWires, recordFetch, saveWire, type WireSettings } from './wire-store.ts';

const courier: WireSettings = {
  id: 'courier',
  outlet: 'Gorvan Courier',
  url: 'https://courier.example/feed',
  lang: 'en',
  visibility: 'public',
  state: 'active',
  intervalMinutes: 30,
  idleAlarmHours: 48,
  publications: ['gorvan'],
};

describeOnBothEngines('wires', (open) => {
  test('are due at once, and serve the publications that they are set to', async () => {
    const database = await open();
    await addPublication(database);
    await addPublication(database, { slug: 'amrin' });
    await database.write((tx) => saveWire(tx, { ...courier, publications: ['gorvan', 'amrin'] }, testMoment));
    await database.write((tx) =>
      saveWire(tx, { ...courier, id: 'watch', url: 'https://w.example/', publications: [] }, testMoment),
    );
    expect(await findWire(database.read, 'courier')).toMatchObject({
      nextFetchAt: testMoment,
      failures: 0,
      etag: null,
    });
    const wires = await findWires(database.read);
    expect(wires.map((wire) => [wire.id, wire.publications])).toEqual([
      ['courier', ['amrin', 'gorvan']],
      ['watch', []],
    ]);
    expect(await findWire(database.read, 'nobody')).toBeNull();
  });

  test('keep what their fetches recorded when an editor changes their settings', async () => {
    const database = await open();
    await addPublication(database);
    await database.write((tx) => saveWire(tx, courier, testMoment));
    const fetched = {
      at: '2026-11-20T10:00:00.000Z',
      nextFetchAt: '2026-11-20T10:30:00.000Z',
      failures: 0,
      lastError: null,
    };
    await database.write((tx) =>
      recordFetch(tx, 'courier', { ...fetched, newReports: true, etag: '"1"', lastModified: 'yes' }),
    );
    await database.write((tx) =>
      saveWire(tx, { ...courier, outlet: 'The Courier', state: 'paused', publications: [] }, testMoment),
    );
    expect(await findWire(database.read, 'courier')).toMatchObject({
      outlet: 'The Courier',
      state: 'paused',
      publications: [],
      etag: '"1"',
      lastModified: 'yes',
      lastFetchedAt: fetched.at,
      lastNewReportAt: fetched.at,
      nextFetchAt: fetched.nextFetchAt,
    });
  });

  test('keep the validators and the last new report through a failure', async () => {
    const database = await open();
    await database.write((tx) => saveWire(tx, { ...courier, publications: [] }, testMoment));
    const at = (hour: number) => ({
      at: `2026-11-20T${hour}:00:00.000Z`,
      nextFetchAt: `2026-11-20T${hour}:30:00.000Z`,
    });
    await database.write((tx) =>
      recordFetch(tx, 'courier', { ...at(10), newReports: true, failures: 0, lastError: null, etag: '"1"' }),
    );
    await database.write((tx) =>
      recordFetch(tx, 'courier', { ...at(11), newReports: false, failures: 3, lastError: 'status 500' }),
    );
    expect(await findWire(database.read, 'courier')).toMatchObject({
      etag: '"1"',
      failures: 3,
      lastError: 'status 500',
      lastNewReportAt: '2026-11-20T10:00:00.000Z',
      lastFetchedAt: '2026-11-20T11:00:00.000Z',
    });
  });

  test('are refused at an address that another wire has', async () => {
    const database = await open();
    await database.write((tx) => saveWire(tx, { ...courier, publications: [] }, testMoment));
    await expect(
      database.write((tx) => saveWire(tx, { ...courier, id: 'other', publications: [] }, testMoment)),
    ).rejects.toThrow();
  });
});

describe('a wire', () => {
  test('waits twice as long after each failure, a day at most, and never less than the server says', () => {
    const minutes = [0, 1, 2, 5, 6, 99].map((failures) => nextFetchMinutes({ intervalMinutes: 30 }, failures));
    expect(minutes).toEqual([30, 60, 120, 960, 1440, 1440]);
    expect(nextFetchMinutes({ intervalMinutes: 30 }, 1, 3_600_001)).toBe(61);
  });

  test.each([
    [{ state: 'paused', failures: 4 }, 'paused'],
    [{ failures: 1 }, 'failing'],
    [{ lastFetchedAt: null }, 'new'],
    [{ lastNewReportAt: '2026-11-18T08:59:00.000Z' }, 'idle'],
    [{ lastNewReportAt: '2026-11-18T09:01:00.000Z' }, 'well'],
    [{ lastNewReportAt: null }, 'well'],
  ] as [Partial<Wire>, string][])('%o is %s', (changes, health) => {
    const fetched = { lastFetchedAt: testMoment, lastNewReportAt: testMoment, failures: 0, nextFetchAt: testMoment };
    const wire: Wire = {
      ...courier,
      kind: 'feed',
      selectors: null,
      terms: null,
      ...fetched,
      etag: null,
      lastModified: null,
      lastError: null,
      ...changes,
    };
    expect(wireHealth(wire, Temporal.Instant.from(testMoment))).toBe(health);
  });
});
