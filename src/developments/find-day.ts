import type { Reader } from '#platform/database/database.ts';
import type { Publication } from '#publications/publications.ts';
import { findReportsByIds, findReportsOfDays, type Report } from '#wires/wires.ts';
import { findMembers, findPlacements } from './development-store.ts';
import { type DayDevelopment, type DevelopmentOfDay, rankDevelopments } from './rank-developments.ts';

/** A day's summary takes up where the morning of the day before left off, at this hour of the publication's zone. */
const cutOffHour = 8;

/**
 * The developments of a publication's day, ranked: those with a report since the cut-off of the day before.
 * A report that its sender took back is no voice of any. `told` names, by development, the day of the latest earlier summary that told it.
 */
export async function findDayDevelopments(
  db: Reader,
  publication: Publication,
  day: string,
  told: Map<string, string>,
): Promise<DayDevelopment[]> {
  const date = Temporal.PlainDate.from(day);
  const before = date.subtract({ days: 1 });
  const opens = before.toZonedDateTime({ timeZone: publication.timeZone, plainTime: { hour: cutOffHour } }).toInstant();
  const recent = await findReportsOfDays(db, publication.slug, before.toString(), day);
  const reports = recent.filter(
    ({ reportedAt, handling }) => Temporal.Instant.compare(reportedAt, opens) >= 0 && handling.status !== 'killed',
  );
  const placements = await findPlacements(
    db,
    publication.slug,
    reports.map((report) => report.id),
  );
  const byDevelopment = Map.groupBy(
    reports.filter((report) => placements.has(report.id)),
    (report) => placements.get(report.id)?.developmentId ?? '',
  );
  const earlier = await findEarlier(db, publication, [...byDevelopment.keys()], opens);
  return rankDevelopments(
    [...byDevelopment].map(([id, members]): DevelopmentOfDay => ({
      id,
      reports: members.map((report) => ({ report, copyOf: placements.get(report.id)?.copyOf ?? null })),
      earlier: earlier.get(id) ?? [],
      toldOn: told.get(id) ?? null,
    })),
  );
}

/** The reports of some developments from before an instant, oldest first. */
async function findEarlier(
  db: Reader,
  publication: Publication,
  developmentIds: string[],
  before: Temporal.Instant,
): Promise<Map<string, Report[]>> {
  const members = await findMembers(db, publication.slug, developmentIds);
  const developmentOf = new Map(members.map((member) => [member.reportId, member.developmentId]));
  const reports = (await findReportsByIds(db, [...developmentOf.keys()]))
    .filter(
      ({ reportedAt, handling }) => Temporal.Instant.compare(reportedAt, before) < 0 && handling.status !== 'killed',
    )
    .sort((a, b) => a.reportedAt.localeCompare(b.reportedAt));
  return Map.groupBy(reports, (report) => developmentOf.get(report.id) ?? '');
}
