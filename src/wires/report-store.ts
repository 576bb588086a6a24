import type { Reader, Writer } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import { newId } from '#platform/id.ts';
import type { Origin } from './origin.ts';
import { type ArrivingReport, type Report, type ReportMethod, storableText } from './report.ts';

interface ReportRow {
  id: string;
  source_key: string;
  external_id: string;
  url: string | null;
  outlet: string;
  wire_id: string | null;
  latest_version: number;
  received_at: string;
}

interface VersionRow {
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
}

/** `placed` is 1 once the report belongs to a development of the publication. */
interface PlacementRow {
  publication: string;
  report_id: string;
  reported_on: string;
  reported_at: string;
  placed: number;
}

type ReportTables = {
  reports: ReportRow;
  report_versions: VersionRow;
  report_publications: PlacementRow;
};

/** What became of an arriving report. `unchanged`: the same text is here already. */
export type Arrival = { kind: 'new' | 'new-version' | 'unchanged'; reportId: string };

/** Takes one arriving report for some publications (each with its own day): new, a new version when its text changed, or nothing new. */
export async function saveReport(
  tx: Writer,
  arriving: ArrivingReport & { origins: Origin[] },
  placing: { publications: { slug: string; day: string }[]; at: string },
): Promise<Arrival> {
  const tables = tx.withTables<ReportTables>();
  const title = storableText(arriving.title);
  const body = storableText(arriving.body);
  const bodySha256 = sha256(body);
  // Inserting first takes the row for this transaction: of several writers of one report each sees the others' versions.
  const { id, latest_version: latest } = await tables
    .insertInto('reports')
    .values({
      id: newId('rep'),
      source_key: storableText(arriving.sourceKey),
      external_id: storableText(arriving.externalId),
      url: arriving.url === null ? null : storableText(arriving.url),
      outlet: storableText(arriving.outlet),
      wire_id: arriving.wireId,
      latest_version: 0,
      received_at: placing.at,
    })
    .onConflict((conflict) =>
      conflict.column('source_key').doUpdateSet((eb) => ({ source_key: eb.ref('excluded.source_key') })),
    )
    .returning(['id', 'latest_version'])
    .executeTakeFirstOrThrow();
  const known = await tables
    .selectFrom('report_versions')
    .select(['body_sha256', 'title'])
    .where('report_id', '=', id)
    .where('version', '=', latest)
    .executeTakeFirst();
  const unchanged = known?.body_sha256 === bodySha256 && known.title === title;
  if (!unchanged) {
    const version = latest + 1;
    await tables.updateTable('reports').set({ latest_version: version }).where('id', '=', id).execute();
    await tables
      .insertInto('report_versions')
      .values({
        report_id: id,
        version,
        title,
        body,
        lang: storableText(arriving.lang),
        authors: JSON.stringify(arriving.authors),
        agency: arriving.agency === null ? null : storableText(arriving.agency),
        origins: JSON.stringify(arriving.origins),
        method: arriving.method,
        reported_at: arriving.reportedAt,
        retrieved_at: placing.at,
        body_sha256: bodySha256,
        raw_sha256: arriving.rawSha256,
      })
      .execute();
  }
  for (const { slug, day } of placing.publications) {
    await tables
      .insertInto('report_publications')
      .values({ publication: slug, report_id: id, reported_on: day, reported_at: arriving.reportedAt, placed: 0 })
      .onConflict((conflict) => conflict.columns(['publication', 'report_id']).doNothing())
      .execute();
  }
  return { kind: known ? (unchanged ? 'unchanged' : 'new-version') : 'new', reportId: id };
}

/** Whether an item of a source is here in some version. */
export async function isKnownSource(db: Reader, sourceKey: string): Promise<boolean> {
  const row = await db
    .withTables<ReportTables>()
    .selectFrom('reports')
    .select('id')
    .where('source_key', '=', storableText(sourceKey))
    .executeTakeFirst();
  return row !== undefined;
}

function reportVersions(db: Reader) {
  return db
    .withTables<ReportTables>()
    .selectFrom('reports')
    .innerJoin('report_versions', 'report_versions.report_id', 'reports.id')
    .select([
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

/** Reports that belong to no development yet, oldest first. */
export async function findUnplacedReports(db: Reader, publication: string, limit: number): Promise<Report[]> {
  const rows = await reportVersions(db)
    .innerJoin('report_publications', 'report_publications.report_id', 'reports.id')
    .where('report_publications.publication', '=', publication)
    .where('report_publications.placed', '=', 0)
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
