import type { Reader, Writer } from '#platform/database/database.ts';
import type { Lang } from '#platform/language.ts';
import type { Origin } from '#wires/wires.ts';

/** What a citation rests on: one version of a report, as it was when it was first cited. */
export interface Evidence {
  id: string;
  /** Null when the report is not held: its citation came home with a dump, its text did not. */
  reportId: string | null;
  /** The name that the report's feed or file gave it. */
  externalId: string;
  version: number;
  outlet: string;
  /** Who the report rests on in the end, when known. */
  origin: Origin | null;
  url: string | null;
  title: string;
  lang: Lang;
  reportedAt: string;
  retrievedAt: string;
  /** SHA-256 of the captured copy (private): the body's UTF-8 bytes. */
  captureSha256: string;
}

interface EvidenceRow {
  id: string;
  report_id: string | null;
  version: number;
  outlet: string;
  origin: string | null;
  url: string | null;
  title: string;
  lang: string;
  reported_at: string;
  retrieved_at: string;
  capture_sha256: string;
  made_at: string;
  /** Only where `report_id` is null: else the report says it. */
  external_id: string | null;
}

type EvidenceTables = { evidence: EvidenceRow; reports: { id: string; external_id: string; wire_id: string | null } };

/** Keeps evidence; the same version of the same report is kept once, and the id that stands is answered. */
export async function saveEvidence(
  tx: Writer,
  evidence: Omit<Evidence, 'externalId'> & { reportId: string },
  at: string,
): Promise<string> {
  const tables = tx.withTables<EvidenceTables>();
  await tables
    .insertInto('evidence')
    .values({
      id: evidence.id,
      report_id: evidence.reportId,
      version: evidence.version,
      outlet: evidence.outlet,
      origin: evidence.origin ? JSON.stringify(evidence.origin) : null,
      url: evidence.url,
      title: evidence.title,
      lang: evidence.lang,
      reported_at: evidence.reportedAt,
      retrieved_at: evidence.retrievedAt,
      capture_sha256: evidence.captureSha256,
      made_at: at,
      external_id: null,
    })
    .onConflict((conflict) => conflict.columns(['report_id', 'version']).doNothing())
    .execute();
  const row = await tables
    .selectFrom('evidence')
    .select('id')
    .where('report_id', '=', evidence.reportId)
    .where('version', '=', evidence.version)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Keeps the evidence of a piece that comes home without the reports it rests on; what is held already stays as it is. */
export async function saveForeignEvidence(
  tx: Writer,
  evidence: Omit<Evidence, 'reportId'>[],
  at: string,
): Promise<void> {
  for (let start = 0; start < evidence.length; start += 200)
    await insertForeign(tx, evidence.slice(start, start + 200), at);
}

async function insertForeign(tx: Writer, evidence: Omit<Evidence, 'reportId'>[], at: string): Promise<void> {
  await tx
    .withTables<EvidenceTables>()
    .insertInto('evidence')
    .values(
      evidence.map((each) => ({
        id: each.id,
        report_id: null,
        version: each.version,
        outlet: each.outlet,
        origin: each.origin ? JSON.stringify(each.origin) : null,
        url: each.url,
        title: each.title,
        lang: each.lang,
        reported_at: each.reportedAt,
        retrieved_at: each.retrievedAt,
        capture_sha256: each.captureSha256,
        made_at: at,
        external_id: each.externalId,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Every outlet and origin that something rests on, each once. */
export async function findCitedOutlets(db: Reader): Promise<string[]> {
  const rows = await db
    .withTables<EvidenceTables>()
    .selectFrom('evidence')
    .select(['outlet', 'origin'])
    .distinct()
    .execute();
  const names = rows.flatMap(({ outlet, origin }) => [
    outlet,
    ...(origin ? [(JSON.parse(origin) as Origin).name] : []),
  ]);
  return [...new Set(names)];
}

/** Evidence by id; ids that are not there are left out. */
export async function findEvidence(db: Reader, ids: string[]): Promise<Map<string, Evidence>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .withTables<EvidenceTables>()
    .selectFrom('evidence')
    .leftJoin('reports', 'reports.id', 'evidence.report_id')
    .selectAll('evidence')
    .select('reports.external_id as report_external_id')
    .where('evidence.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, readRow(row)]));
}

/** The evidence that was made of a report, one for each version that was cited. */
export async function findEvidenceOfReport(db: Reader, reportId: string): Promise<{ id: string; version: number }[]> {
  return db
    .withTables<EvidenceTables>()
    .selectFrom('evidence')
    .select(['id', 'version'])
    .where('report_id', '=', reportId)
    .orderBy('version')
    .execute();
}

/** The reports of a wire that evidence was made of. */
export async function findCitedReportsOfWire(db: Reader, wireId: string): Promise<string[]> {
  const rows = await db
    .withTables<EvidenceTables>()
    .selectFrom('evidence')
    .innerJoin('reports', 'reports.id', 'evidence.report_id')
    .select('reports.id')
    .distinct()
    .where('reports.wire_id', '=', wireId)
    .orderBy('reports.id')
    .execute();
  return rows.map(({ id }) => id);
}

function readRow(row: EvidenceRow & { report_external_id: string | null }): Evidence {
  return {
    id: row.id,
    reportId: row.report_id,
    externalId: row.report_external_id ?? row.external_id ?? '',
    version: row.version,
    outlet: row.outlet,
    origin: row.origin ? JSON.parse(row.origin) : null,
    url: row.url,
    title: row.title,
    lang: row.lang,
    reportedAt: row.reported_at,
    retrievedAt: row.retrieved_at,
    captureSha256: row.capture_sha256,
  };
}
