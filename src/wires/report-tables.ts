import { type Handling, plainHandling, type ReportStatus, withWireTerms } from './handling.ts';
import type { ReportMethod } from './report.ts';
import type { WireTerms } from './terms.ts';

export interface ReportRow {
  id: string;
  source_key: string;
  external_id: string;
  url: string | null;
  outlet: string;
  wire_id: string | null;
  latest_version: number;
  received_at: string;
}

export interface VersionRow {
  report_id: string;
  version: number;
  title: string;
  body: string;
  lang: string;
  authors: string;
  agency: string | null;
  origins: string;
  method: ReportMethod;
  reported_at: string;
  retrieved_at: string;
  body_sha256: string;
  raw_sha256: string | null;
  status: ReportStatus;
  embargoed_until: string | null;
  /** The rest of what its sender says of it, as JSON; what is not said is left out. */
  handling: string;
}

/** `placed` is 1 once the report belongs to a development of the publication. */
interface PlacementRow {
  publication: string;
  report_id: string;
  reported_on: string;
  reported_at: string;
  placed: number;
}

export type ReportTables = {
  reports: ReportRow;
  report_versions: VersionRow;
  report_publications: PlacementRow;
  wires: { id: string; terms: string | null };
};

/** How a version is to be handled, out of its row. */
export function readHandling(row: Pick<VersionRow, 'status' | 'embargoed_until' | 'handling'>): Handling {
  const said = JSON.parse(row.handling) as Partial<Handling>;
  return { ...plainHandling, ...said, status: row.status, embargoedUntil: row.embargoed_until };
}

/** The same, and what an editor says of its wire. */
export function readHandlingByWire(
  row: Pick<VersionRow, 'status' | 'embargoed_until' | 'handling'> & { wire_terms: string | null },
): Handling {
  return withWireTerms(readHandling(row), row.wire_terms === null ? null : (JSON.parse(row.wire_terms) as WireTerms));
}

/** The columns of a version that say how it is to be handled. */
export function handlingColumns(handling: Handling): Pick<VersionRow, 'status' | 'embargoed_until' | 'handling'> {
  const { status, embargoedUntil, ...said } = handling;
  const kept = Object.entries(said).filter(([, value]) => value !== null && value !== false);
  return { status, embargoed_until: embargoedUntil, handling: JSON.stringify(Object.fromEntries(kept)) };
}
