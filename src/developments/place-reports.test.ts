import { expect, test } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import type { Publication } from '#publications/publications.ts';
import { acceptReports, type ArrivingReport, findUnplacedReports } from '#wires/wires.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, arrivingReport, testClock } from '../../tests/support/fixtures.ts';
import { findMembers, findPlacements, savePlacement } from './development-store.ts';
import { findDayDevelopments } from './find-day.ts';
import { placeReports } from './place-reports.ts';

const stories = [
  [
    'ferry',
    'Ferry sinks off Tal Amrin harbour',
    'The ferry Marwa sank off the harbour of Tal Amrin on Friday, killing 12 passengers. Divers searched the wreck of the Marwa for survivors near the lighthouse.',
    'The Marwa, a ferry, carried passengers to Tal Amrin.',
  ],
  [
    'bread',
    'Bread prices double in Gorvan bakeries',
    'Bakeries in Gorvan doubled the price of a bundle of bread after flour imports from Ostrava stopped. The bakers’ union blamed the mills and the subsidy cuts.',
    'Queues for bread and flour grew before the bakeries.',
  ],
  [
    'school',
    'Teachers strike over unpaid salaries',
    'Teachers in forty schools of the Lower Valley went on strike over salaries unpaid since August. Parents gathered before the education directorate in Belhan.',
    'Salaries of teachers in the Lower Valley are owed since August.',
  ],
] as const;

/** Eighteen reports over three days: each story told by two outlets a day, one of them a copy now and then. */
function reports(): ArrivingReport[] {
  return [18, 19, 20].flatMap((day) =>
    stories.flatMap(([name, title, body, more], story) =>
      ['Gorvan Courier', 'Valley Post'].map((outlet, n) =>
        arrivingReport({
          externalId: `${name}-${day}-${n}`,
          outlet,
          title: n === 0 ? title : `${more.slice(0, 30)} ${title}`,
          body: day === 19 ? body : `${more} ${body} ${n}${day}`,
          reportedAt: `2026-11-${day}T${String(5 + story).padStart(2, '0')}:${n}0:00.000Z`,
        }),
      ),
    ),
  );
}

describeOnBothEngines('placing reports in developments', (open) => {
  const clock = testClock();
  const accept = (database: Database, publication: Publication, items: ArrivingReport[]) =>
    acceptReports(
      { database, clock },
      { reports: items, setAside: [], publications: [publication], followUp: 'queue' },
    );
  /** By external id: the external id of the development's first report, and of the report that it copies. */
  const placed = async (
    database: Database,
    publication: Publication,
  ): Promise<Record<string, (string | null | undefined)[]>> => {
    const rows = await database.read
      .withTables<{ reports: { id: string; external_id: string } }>()
      .selectFrom('reports')
      .select(['id', 'external_id'])
      .execute();
    const name = new Map(rows.map((row) => [row.id, row.external_id]));
    const placements = await findPlacements(database.read, publication.slug, [...name.keys()]);
    return Object.fromEntries(
      [...placements.values()]
        .map(({ reportId, developmentId, copyOf }) => [
          name.get(reportId) ?? '',
          [name.get(developmentId.split(':')[1] ?? ''), copyOf && name.get(copyOf)],
        ])
        .sort(),
    );
  };

  test('puts the reports of each story together, and each report in one development', async () => {
    const database = await open();
    const publication = await addPublication(database);
    await accept(database, publication, reports());
    expect(await placeReports({ database, clock }, publication)).toEqual({ placed: 18 });
    const where = await placed(database, publication);
    expect(Object.keys(where)).toHaveLength(18);
    for (const [report, [development]] of Object.entries(where))
      expect(development).toBe(`${report.split('-')[0]}-18-0`);
    expect(await findUnplacedReports(database.read, publication.slug, 9)).toEqual([]);
  });

  test('changes nothing when done again', async () => {
    const database = await open();
    const publication = await addPublication(database);
    await accept(database, publication, reports());
    await placeReports({ database, clock }, publication);
    const before = await placed(database, publication);
    expect(await placeReports({ database, clock }, publication)).toEqual({ placed: 0 });
    await accept(database, publication, reports());
    expect(await placeReports({ database, clock }, publication)).toEqual({ placed: 0 });
    expect(await placed(database, publication)).toEqual(before);
  });

  test('gives the same when it is begun anew in the middle', async () => {
    const database = await open();
    const whole = await addPublication(database, { slug: 'whole' });
    const inParts = await addPublication(database, { slug: 'in-parts' });
    await accept(database, whole, reports());
    await placeReports({ database, clock }, whole);
    for (let start = 0; start < 18; start += 5) {
      await accept(database, inParts, reports().slice(start, start + 5));
      await placeReports({ database, clock }, inParts);
    }
    expect(await placed(database, inParts)).toEqual(await placed(database, whole));
  });

  test('keeps the first place when two place the same report at the same moment', async () => {
    const database = await open();
    const publication = await addPublication(database);
    await accept(database, publication, reports());
    await Promise.all([placeReports({ database, clock }, publication), placeReports({ database, clock }, publication)]);
    expect(Object.keys(await placed(database, publication))).toHaveLength(18);
  });

  test('stretches a development over the days of its reports', async () => {
    const database = await open();
    const publication = await addPublication(database);
    const { reportIds } = await accept(database, publication, reports().slice(0, 3));
    const placement = { developmentId: 'gorvan:x', copyOf: null, similarity: 0.5 };
    const days = ['2026-11-19', '2026-11-18', '2026-11-20'];
    await database.write(async (tx) => {
      for (const [n, reportId] of reportIds.entries())
        await savePlacement(tx, 'gorvan', { ...placement, reportId }, days[n] ?? '');
    });
    const rows = await database.read
      .withTables<{ developments: { first_on: string; last_on: string } }>()
      .selectFrom('developments')
      .select(['first_on', 'last_on'])
      .execute();
    expect(rows).toEqual([{ first_on: '2026-11-18', last_on: '2026-11-20' }]);
    expect(await findMembers(database.read, 'gorvan', ['gorvan:x'])).toHaveLength(3);
    expect(await findMembers(database.read, 'gorvan', [])).toEqual([]);
  });

  test('finds the developments of a day from the morning before on, with what came earlier', async () => {
    const database = await open();
    const publication = await addPublication(database);
    await accept(database, publication, reports());
    await placeReports({ database, clock }, publication);
    const told = new Map([[`gorvan:${(await accept(database, publication, reports())).reportIds[0]}`, '2026-11-19']]);
    const day = await findDayDevelopments(database.read, publication, '2026-11-20', told);
    expect(day).toHaveLength(3);
    expect(
      day.every((development) => development.reports.every(({ report }) => report.reportedAt >= '2026-11-19T08')),
    ).toBe(true);
    const ferry = day.find((development) =>
      development.reports.some(({ report }) => report.externalId.startsWith('ferry')),
    );
    expect(ferry?.reasons).toContainEqual(expect.objectContaining({ part: 'repeat', toldOn: '2026-11-19' }));
    expect(day.filter(({ state }) => state.kind === 'continuing')).toHaveLength(3);
    expect(day.map(({ story }) => story?.days)).toEqual([3, 3, 3]);
    expect(await findDayDevelopments(database.read, publication, '2026-11-17', new Map())).toEqual([]);
  });
});
