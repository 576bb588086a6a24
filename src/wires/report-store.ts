import type { Reader, Writer } from '#platform/database/database.ts';
import type { Handling } from './handling.ts';
import type { Report } from './report.ts';
import { readHandlingByWire, type ReportTables } from './report-tables.ts';

function reportVersions(db: Reader) {
  return db
    .withTables<ReportTables>()
    .selectFrom('reports')
    .innerJoin('report_versions', 'report_versions.report_id', 'reports.id')
    .leftJoin('wires', 'wires.id', 'reports.wire_id')
    .select([
      'wires.terms as wire_terms',
      'reports.id',
      'reports.external_id',
      'reports.url',
      'reports.outlet',
      'reports.wire_id',
      'report_versions.version',
      'report_versions.title',
      'report_versions.body',
      'report_versions.lang',
      'report_versions.authors',
      'report_versions.agency',
      'report_versions.origins',
      'report_versions.method',
      'report_versions.reported_at',
      'report_versions.retrieved_at',
      'report_versions.body_sha256',
      'report_versions.raw_sha256',
      'report_versions.status',
      'report_versions.embargoed_until',
      'report_versions.handling',
    ]);
}

type ReportSelection = Awaited<ReturnType<ReturnType<typeof reportVersions>['execute']>>[number];

function readReport(row: ReportSelection): Report {
  return {
    id: row.id,
    externalId: row.external_id,
    url: row.url,
    outlet: row.outlet,
    wireId: row.wire_id,
    version: row.version,
    title: row.title,
    body: row.body,
    lang: row.lang,
    authors: JSON.parse(row.authors),
    agency: row.agency,
    origins: JSON.parse(row.origins),
    method: row.method,
    reportedAt: row.reported_at,
    retrievedAt: row.retrieved_at,
    bodySha256: row.body_sha256,
    rawSha256: row.raw_sha256,
    handling: readHandlingByWire(row),
  };
}

/** One version of a report; the latest where none is named. */
export async function findReport(db: Reader, id: string, version?: number): Promise<Report | null> {
  const query = reportVersions(db).where('reports.id', '=', id);
  const row = await (
    version === undefined
      ? query.whereRef('report_versions.version', '=', 'reports.latest_version')
      : query.where('report_versions.version', '=', version)
  ).executeTakeFirst();
  return row ? readReport(row) : null;
}

/** The latest versions of many reports, in no order. */
export async function findReportsByIds(db: Reader, ids: string[]): Promise<Report[]> {
  const found: Report[] = [];
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await reportVersions(db)
      .where('reports.id', 'in', ids.slice(start, start + 500))
      .whereRef('report_versions.version', '=', 'reports.latest_version')
      .execute();
    found.push(...rows.map(readReport));
  }
  return found;
}

/** A report of a publication by the name that its file or feed gave it. */
export async function findReportByExternalId(
  db: Reader,
  publication: string,
  externalId: string,
): Promise<Report | null> {
  const row = await reportVersions(db)
    .innerJoin('report_publications', 'report_publications.report_id', 'reports.id')
    .where('report_publications.publication', '=', publication)
    .where('reports.external_id', '=', externalId)
    .whereRef('report_versions.version', '=', 'reports.latest_version')
    .executeTakeFirst();
  return row ? readReport(row) : null;
}

/** Reports that belong to no development yet, oldest first. One that was taken back before it was placed is left alone. */
export async function findUnplacedReports(db: Reader, publication: string, limit: number): Promise<Report[]> {
  const rows = await reportVersions(db)
    .innerJoin('report_publications', 'report_publications.report_id', 'reports.id')
    .where('report_publications.publication', '=', publication)
    .where('report_publications.placed', '=', 0)
    .where('report_versions.status', '!=', 'killed')
    .whereRef('report_versions.version', '=', 'reports.latest_version')
    .orderBy('report_publications.reported_at')
    .orderBy('reports.received_at')
    .orderBy('reports.external_id')
    .limit(limit)
    .execute();
  return rows.map(readReport);
}

/** Ids of the placed reports of a publication since an instant, oldest first. */
export async function findPlacedReportsSince(db: Reader, publication: string, since: string): Promise<Report[]> {
  const rows = await reportVersions(db)
    .innerJoin('report_publications', 'report_publications.report_id', 'reports.id')
    .where('report_publications.publication', '=', publication)
    .where('report_publications.placed', '=', 1)
    .where('report_publications.reported_at', '>=', since)
    .whereRef('report_versions.version', '=', 'reports.latest_version')
    .orderBy('report_publications.reported_at')
    .orderBy('reports.received_at')
    .orderBy('reports.external_id')
    .execute();
  return rows.map(readReport);
}

/** The reports of some days of a publication, oldest first. */
export async function findReportsOfDays(db: Reader, publication: string, from: string, to: string): Promise<Report[]> {
  const rows = await reportVersions(db)
    .innerJoin('report_publications', 'report_publications.report_id', 'reports.id')
    .where('report_publications.publication', '=', publication)
    .where('report_publications.reported_on', '>=', from)
    .where('report_publications.reported_on', '<=', to)
    .whereRef('report_versions.version', '=', 'reports.latest_version')
    .orderBy('report_publications.reported_at')
    .orderBy('reports.external_id')
    .execute();
  return rows.map(readReport);
}

/** How each of some reports is to be handled, by its latest version. */
export async function findHandlings(db: Reader, reportIds: string[]): Promise<Map<string, Handling>> {
  const found = new Map<string, Handling>();
  const ids = [...new Set(reportIds)];
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await db
      .withTables<ReportTables>()
      .selectFrom('reports')
      .innerJoin('report_versions', (join) =>
        join
          .onRef('report_versions.report_id', '=', 'reports.id')
          .onRef('report_versions.version', '=', 'reports.latest_version'),
      )
      .leftJoin('wires', 'wires.id', 'reports.wire_id')
      .select('wires.terms as wire_terms')
      .select(['reports.id', 'report_versions.status', 'report_versions.embargoed_until', 'report_versions.handling'])
      .where('reports.id', 'in', ids.slice(start, start + 500))
      .execute();
    for (const { id, ...row } of rows) found.set(id, readHandlingByWire(row));
  }
  return found;
}

/** Marks reports as belonging to a development, in the transaction that places them. */
export async function markPlaced(tx: Writer, publication: string, reportIds: string[]): Promise<void> {
  await tx
    .withTables<ReportTables>()
    .updateTable('report_publications')
    .set({ placed: 1 })
    .where('publication', '=', publication)
    .where('report_id', 'in', reportIds)
    .execute();
}

/** Every outlet and agency whose reports are here, each once. */
export async function findOutlets(db: Reader): Promise<string[]> {
  const tables = db.withTables<ReportTables>();
  const outlets = await tables.selectFrom('reports').select('outlet').distinct().execute();
  const agencies = await tables.selectFrom('report_versions').select('agency').distinct().execute();
  return [...new Set([...outlets.map(({ outlet }) => outlet), ...agencies.flatMap(({ agency }) => agency ?? [])])];
}

/** The latest day with a report, at or before a day where one is given; null when there is none. */
export async function findLatestReportDay(
  db: Reader,
  publication: string,
  notAfter = '9999-12-31',
): Promise<string | null> {
  const row = await db
    .withTables<ReportTables>()
    .selectFrom('report_publications')
    .select((eb) => eb.fn.max('reported_on').as('day'))
    .where('publication', '=', publication)
    .where('reported_on', '<=', notAfter)
    .executeTakeFirst();
  return row?.day ?? null;
}

/** The publications that a report came in for; none when there is no such report. */
export async function findReportPublications(db: Reader, reportId: string): Promise<string[]> {
  const rows = await db
    .withTables<ReportTables>()
    .selectFrom('report_publications')
    .select('publication')
    .where('report_id', '=', reportId)
    .execute();
  return rows.map(({ publication }) => publication);
}
