import type { PlacedReport } from '#developments/developments.ts';
import { holdOn } from '#wires/wires.ts';

/** The reports that may be used at an instant: not what its sender holds back. */
export function citable(reports: PlacedReport[], now: Temporal.Instant): PlacedReport[] {
  return reports.filter(({ report }) => holdOn(report.handling, now) === null);
}
