import { expect, test } from 'vitest';
import { sha256 } from '#platform/hash.ts';
import { findQueueState } from '#platform/queue/job-store.ts';
import { findRecentEvents } from '#platform/events/event-store.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, addReport, arrivingReport, testClock } from '../../tests/support/fixtures.ts';
import { acceptReports } from './accept-reports.ts';
import type { ArrivingReport } from './report.ts';
import {
  findLatestReportDay,
  findPlacedReportsSince,
  findReport,
  findReportByExternalId,
  findReportsByIds,
  findReportsOfDays,
  findUnplacedReports,
  markPlaced,
} from './report-store.ts';
import { isKnownSource } from './save-report-store.ts';
import { findSetAside } from './set-aside-store.ts';

describeOnBothEngines('reports', (open) => {
  const accept = async (database: Awaited<ReturnType<typeof open>>, reports: ArrivingReport[], at?: string) => {
    const publication = await addPublication(database);
    const batch = { reports, setAside: [], publications: [publication], followUp: 'queue' as const };
    return acceptReports({ database, clock: testClock(at) }, batch);
  };

  test('are one when the same item comes twice', async () => {
    const database = await open();
    const first = await accept(database, [arrivingReport()]);
    const again = await accept(database, [arrivingReport()], '2026-11-20T10:00:00Z');
    expect(first).toMatchObject({ added: 1, changed: 0, unchanged: 0 });
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 1, reportIds: first.reportIds });
    const kept = await findReport(database.read, first.reportIds[0] ?? '');
    expect(kept).toMatchObject({ version: 1, retrievedAt: '2026-11-20T09:00:00.000Z' });
    expect(await isKnownSource(database.read, arrivingReport().sourceKey)).toBe(true);
  });

  test('are one when the same item stands twice in one batch', async () => {
    const database = await open();
    expect(await accept(database, [arrivingReport(), arrivingReport()])).toMatchObject({ added: 1, unchanged: 1 });
  });

  test('are one when two writers bring the same items at the same moment', async () => {
    const database = await open();
    await addPublication(database);
    const items = Array.from({ length: 20 }, (_, n) => arrivingReport({ externalId: `r${n}` }));
    const taken = await Promise.all([accept(database, items), accept(database, items), accept(database, items)]);
    expect(taken.reduce((sum, { added }) => sum + added, 0)).toBe(20);
    expect(taken.reduce((sum, { unchanged }) => sum + unchanged, 0)).toBe(40);
    expect(await findUnplacedReports(database.read, 'gorvan', 100)).toHaveLength(20);
  });

  test('are all taken when two writers bring them in opposite order', async () => {
    const database = await open();
    await addPublication(database);
    const items = Array.from({ length: 60 }, (_, n) => arrivingReport({ externalId: `r${n}` }));
    const taken = await Promise.all([accept(database, items), accept(database, items.toReversed())]);
    expect(taken.reduce((sum, { added, unchanged }) => sum + added * 1000 + unchanged, 0)).toBe(60_060);
  });

  test('keep every version when several writers change one at the same moment', async () => {
    const database = await open();
    const { reportIds } = await accept(database, [arrivingReport()]);
    const texts = Array.from({ length: 8 }, (_, n) => `Version ${n} of the story.`);
    await Promise.all(texts.map((body) => accept(database, [arrivingReport({ body })])));
    const versions = await Promise.all(texts.map((_, n) => findReport(database.read, reportIds[0] ?? '', n + 2)));
    expect(versions.map((version) => version?.body).sort()).toEqual(texts);
  });

  test('become a new version when their text or title changes, and the old one stays', async () => {
    const database = await open();
    const { reportIds } = await accept(database, [arrivingReport()]);
    const [id = ''] = reportIds;
    const changed = { body: 'The ferry did not sail.', title: 'Ferry stays in port' };
    expect(await accept(database, [arrivingReport(changed)])).toMatchObject({ added: 0, changed: 1 });
    expect(await accept(database, [arrivingReport({ ...changed, title: 'Ferry stays' })])).toMatchObject({
      changed: 1,
    });
    expect(await findReport(database.read, id)).toMatchObject({ version: 3, body: changed.body, title: 'Ferry stays' });
    expect(await findReport(database.read, id, 1)).toMatchObject({ version: 1, body: arrivingReport().body });
    expect(await findReport(database.read, id, 4)).toBeNull();
    expect(await findReportsByIds(database.read, [id, 'rep_none'])).toMatchObject([{ id, version: 3 }]);
  });

  test.each([
    ['letters of every kind', 'Él dijo «sí» 👩‍👩‍👧 🇸🇾 — ne\u0301e\tand\r\n two  spaces '],
    ['Arabic', 'قال المتحدّث: «قُتل ١٢ شخصًا».\u200f وأضاف\u00a0أن المرفأ مغلق.'],
    ['a byte order mark and separators', '\uFEFFa\u2028b\u2029c\u0085d'],
  ])('keep the body to the letter: %s', async (_, body) => {
    const database = await open();
    const { reportIds } = await accept(database, [arrivingReport({ body })]);
    const kept = await findReport(database.read, reportIds[0] ?? '');
    expect(kept?.body).toBe(body);
    expect(kept?.bodySha256).toBe(sha256(body));
  });

  test('keep each offset where NUL and unpaired surrogates cannot be kept', async () => {
    const database = await open();
    const body = 'a\u0000b\ud800c\udc00d 👋 end';
    const { reportIds } = await accept(database, [arrivingReport({ body, title: 'A\u0000\ud83d title' })]);
    const kept = await findReport(database.read, reportIds[0] ?? '');
    expect(kept?.body).toBe('a\ufffdb\ufffdc\ufffdd 👋 end');
    expect(kept?.body.indexOf('end')).toBe(body.indexOf('end'));
    expect(kept?.title).toBe('A\ufffd\ufffd title');
    expect(await accept(database, [arrivingReport({ body, title: 'A\u0000\ud83d title' })])).toMatchObject({
      unchanged: 1,
    });
  });

  test('are taken also when a field beside the text cannot be kept as it is', async () => {
    const database = await open();
    const odd = 'x\u0000y\ud800';
    const report = arrivingReport({
      externalId: odd,
      outlet: odd,
      agency: odd,
      authors: [odd],
      url: 'https://a.example/\u0000',
    });
    expect(await accept(database, [report, arrivingReport()])).toMatchObject({ added: 2 });
    expect(await accept(database, [report])).toMatchObject({ unchanged: 1 });
  });

  test('are of the day that it was in the publication’s zone', async () => {
    const database = await open();
    const damascus = await addPublication(database, { slug: 'damascus', timeZone: 'Asia/Damascus' });
    const utc = await addPublication(database, { slug: 'utc', timeZone: 'UTC' });
    const batch = { reports: [arrivingReport({ reportedAt: '2026-11-19T22:30:00.000Z' })], setAside: [] };
    await acceptReports(
      { database, clock: testClock() },
      { ...batch, publications: [damascus, utc], followUp: 'queue' },
    );
    expect(await findLatestReportDay(database.read, 'damascus')).toBe('2026-11-20');
    expect(await findLatestReportDay(database.read, 'utc')).toBe('2026-11-19');
    expect(await findLatestReportDay(database.read, 'utc', '2026-11-18')).toBeNull();
    expect(await findReportsOfDays(database.read, 'damascus', '2026-11-20', '2026-11-20')).toHaveLength(1);
    expect(await findReportsOfDays(database.read, 'utc', '2026-11-20', '2026-11-21')).toEqual([]);
  });

  test('come oldest first to be placed, once', async () => {
    const database = await open();
    const days = ['2026-11-20', '2026-11-18', '2026-11-19'];
    const items = days.map((day) => arrivingReport({ externalId: day, reportedAt: `${day}T05:00:00.000Z` }));
    await accept(database, items);
    const unplaced = await findUnplacedReports(database.read, 'gorvan', 2);
    expect(unplaced.map((report) => report.externalId)).toEqual(['2026-11-18', '2026-11-19']);
    const ids = unplaced.map((report) => report.id);
    await database.write((tx) => markPlaced(tx, 'gorvan', ids));
    expect((await findUnplacedReports(database.read, 'gorvan', 9)).map((report) => report.externalId)).toEqual([
      '2026-11-20',
    ]);
    const since = await findPlacedReportsSince(database.read, 'gorvan', '2026-11-19T00:00:00.000Z');
    expect(since.map((report) => report.externalId)).toEqual(['2026-11-19']);
  });

  test('are found by the name that their file gave them, in their own publication', async () => {
    const database = await open();
    const report = await addReport(database, await addPublication(database));
    expect(await findReportByExternalId(database.read, 'gorvan', 'r1')).toEqual(report);
    expect(await findReportByExternalId(database.read, 'amrin', 'r1')).toBeNull();
  });

  test('ask for their placing, and are told of, in the transaction that keeps them', async () => {
    const database = await open();
    await accept(database, [arrivingReport()]);
    await accept(database, [arrivingReport()]);
    expect(await findQueueState(database.read)).toMatchObject({ waiting: 1, nextRunAt: '2026-11-20T09:00:00.000Z' });
    expect(await findRecentEvents(database.read, 9)).toEqual([
      {
        at: '2026-11-20T09:00:00.000Z',
        kind: 'reports arrived',
        data: { added: 1, changed: 0, unchanged: 0, setAside: 0 },
      },
    ]);
  });

  test('keep nothing of a batch that fails in its middle', async () => {
    const database = await open();
    const broken = arrivingReport({ externalId: 'r2', method: 'dream' as 'file' });
    await expect(accept(database, [arrivingReport(), broken])).rejects.toThrow();
    expect(await findUnplacedReports(database.read, 'gorvan', 9)).toEqual([]);
    expect((await findQueueState(database.read)).waiting).toBe(0);
  });

  test('set aside are kept with their reason, newest first, and once', async () => {
    const database = await open();
    const publication = await addPublication(database);
    const aside = (item: string) => ({
      publication: 'gorvan',
      wireId: null,
      source: 'reports.jsonl',
      item,
      reason: 'it has no “body”\u0000',
      rawSha256: sha256('raw'),
    });
    const deps = { database, clock: testClock() };
    const setAside = [aside('line 1'), aside('line 2')];
    const batch = { reports: [], setAside, publications: [publication], followUp: 'queue' as const };
    expect(await acceptReports(deps, batch)).toMatchObject({ added: 0, setAside: 2 });
    await acceptReports(deps, batch);
    const kept = await findSetAside(database.read, 9);
    expect(kept.map(({ item, reason }) => [item, reason])).toEqual([
      ['line 2', 'it has no “body”\ufffd'],
      ['line 1', 'it has no “body”\ufffd'],
    ]);
    expect((await findQueueState(database.read)).waiting).toBe(0);
  });
});
