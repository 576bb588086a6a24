import type { Reader } from '#platform/database/database.ts';
import { findReportsByIds, type Report } from '#wires/wires.ts';
import { findMembers } from './development-store.ts';

/** The reports of some developments by development, oldest first; near-duplicates and what was taken back are left out, where there is anything else. */
export async function findDevelopmentReports(
  db: Reader,
  publication: string,
  developmentIds: string[],
): Promise<Map<string, Report[]>> {
  const members = await findMembers(db, publication, developmentIds);
  const placed = new Map(members.map((member) => [member.reportId, member]));
  const reports = (await findReportsByIds(db, [...placed.keys()])).sort(
    (a, b) => a.reportedAt.localeCompare(b.reportedAt) || a.id.localeCompare(b.id),
  );
  const all = Map.groupBy(reports, ({ id }) => placed.get(id)?.developmentId ?? '');
  for (const [id, own] of all) {
    const plain = own.filter((report) => placed.get(report.id)?.copyOf === null && report.handling.status !== 'killed');
    if (plain.length > 0) all.set(id, plain);
  }
  return all;
}
