import { describe, expect, test } from 'vitest';
import { findQueueState } from '#platform/queue/job-store.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, arrivingReport, testClock } from '../../tests/support/fixtures.ts';
import { acceptReports } from './accept-reports.ts';
import { type Handling, holdOn, plainHandling } from './handling.ts';
import type { ArrivingReport } from './report.ts';
import { findReport, findUnplacedReports } from './report-store.ts';
import { findSetAside } from './set-aside-store.ts';

describe('what holds a report back', () => {
  const now = Temporal.Instant.from('2026-11-20T09:00:00Z');
  const at = (changes: Partial<Handling>) => holdOn({ ...plainHandling, ...changes }, now);

  test('is an embargo until its very time, a sender who withholds, and a kill', () => {
    expect(at({})).toBeNull();
    expect(at({ embargoedUntil: '2026-11-20T09:00:01Z' })).toEqual({ why: 'embargoed', until: '2026-11-20T09:00:01Z' });
    expect(at({ embargoedUntil: '2026-11-20T09:00:00Z' })).toBeNull();
    expect(at({ status: 'withheld' })).toEqual({ why: 'withheld' });
    expect(at({ status: 'killed', embargoedUntil: '2026-11-21T09:00:00Z' })).toEqual({ why: 'killed' });
  });
});

describeOnBothEngines('versions of an agency’s report', (open) => {
  const begin = async () => {
    const database = await open();
    const publication = await addPublication(database);
    const send = async (handling: Partial<Handling>, changes: Partial<ArrivingReport> = {}) => {
      const report = arrivingReport({ ...changes, handling: { ...plainHandling, ...handling } });
      const batch = { reports: [report], setAside: [], publications: [publication], followUp: 'queue' as const };
      const { added, changed, unchanged, setAside, reportIds } = await acceptReports(
        { database, clock: testClock() },
        batch,
      );
      return { counts: [added, changed, unchanged, setAside], id: reportIds[0] ?? '' };
    };
    return { database, send };
  };

  test('replace each other by the sender’s count, with the earlier ones kept', async () => {
    const { database, send } = await begin();
    const { id } = await send({ version: 1 });
    expect((await send({ version: 3, urgency: 2 }, { body: 'Third.' })).counts).toEqual([0, 1, 0, 0]);
    expect((await findReport(database.read, id, 1))?.body).toContain('sailed again');
    expect(await findReport(database.read, id)).toMatchObject({ version: 2, body: 'Third.', handling: { urgency: 2 } });
  });

  test('that come late are set aside by name, and one that is known is nothing new', async () => {
    const { database, send } = await begin();
    const { id } = await send({ version: 1 });
    await send({ version: 3 }, { body: 'Third.' });
    expect((await send({ version: 2 }, { body: 'Second.' })).counts).toEqual([0, 0, 1, 1]);
    expect((await send({ version: 1 })).counts).toEqual([0, 0, 1, 0]);
    expect((await findReport(database.read, id))?.body).toBe('Third.');
    expect(await findSetAside(database.read, 5)).toMatchObject([
      { item: 'r1', reason: 'its version 2 came after version 3, which stays' },
    ]);
  });

  test('that only change how it is to be handled are versions too', async () => {
    const { database, send } = await begin();
    const { id } = await send({ embargoedUntil: '2026-11-21T06:00:00Z' });
    expect((await send({ embargoedUntil: null })).counts).toEqual([0, 1, 0, 0]);
    expect((await findReport(database.read, id, 1))?.handling.embargoedUntil).toBe('2026-11-21T06:00:00Z');
    expect((await findReport(database.read, id))?.handling).toEqual(plainHandling);
  });

  test('that take it back without a word keep the words that are taken back, and ask for work', async () => {
    const { database, send } = await begin();
    const { id } = await send({ version: 1 });
    const raised = () => findQueueState(database.read, ['raise-task']);
    expect((await raised()).nextRunAt).toBeNull();
    await send({ version: 2, status: 'killed', note: 'The ferry did not sail.' }, { title: '', body: '', lang: 'und' });
    expect(await findReport(database.read, id)).toMatchObject({
      title: 'Ferry service resumes after storm',
      body: expect.stringContaining('sailed again'),
      lang: 'en',
      handling: { status: 'killed', note: 'The ferry did not sail.' },
    });
    expect((await raised()).nextRunAt).not.toBeNull();
  });

  test('do not bring back what was killed before it came', async () => {
    const { database, send } = await begin();
    const { id } = await send({ version: 2, status: 'killed' }, { title: '', body: '' });
    await send({ version: 1 });
    expect((await findReport(database.read, id))?.handling.status).toBe('killed');
    expect(await findUnplacedReports(database.read, 'gorvan', 9)).toEqual([]);
  });
});
