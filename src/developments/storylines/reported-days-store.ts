import type { Reader } from '#platform/database/database.ts';

/** Read alone: the reports' days are those of `wires`. */
type DayTables = {
  storyline_developments: { development_id: string; storyline_id: string; publication: string };
  development_reports: { publication: string; report_id: string; development_id: string };
  report_publications: { publication: string; report_id: string; reported_on: string };
};

/** On how many days up to one each storyline was reported, by its id. */
export async function countReportedDays(
  db: Reader,
  publication: string,
  storylineIds: string[],
  upTo: string,
): Promise<Map<string, number>> {
  if (storylineIds.length === 0) return new Map();
  const rows = await db
    .withTables<DayTables>()
    .selectFrom('storyline_developments')
    .innerJoin('development_reports', 'development_reports.development_id', 'storyline_developments.development_id')
    .innerJoin('report_publications', (join) =>
      join
        .onRef('report_publications.report_id', '=', 'development_reports.report_id')
        .onRef('report_publications.publication', '=', 'development_reports.publication'),
    )
    .select((eb) => [
      'storyline_developments.storyline_id as storyline',
      eb.fn.count('report_publications.reported_on').distinct().as('days'),
    ])
    .where('development_reports.publication', '=', publication)
    .where('storyline_developments.storyline_id', 'in', storylineIds)
    .where('report_publications.reported_on', '<=', upTo)
    .groupBy('storyline_developments.storyline_id')
    .execute();
  return new Map(rows.map(({ storyline, days }) => [storyline, Number(days)]));
}
