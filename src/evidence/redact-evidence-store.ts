import type { Reader, Writer } from '#platform/database/database.ts';
import type { Evidence } from './evidence-store.ts';

type EvidenceTables = {
  evidence: {
    id: string;
    report_id: string | null;
    outlet: string;
    origin: string | null;
    url: string | null;
    title: string;
    capture_sha256: string;
    external_id: string | null;
  };
};

/** Ids in order, after one, at most so many. */
export async function findEvidenceIdsAfter(db: Reader, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .withTables<EvidenceTables>()
    .selectFrom('evidence')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** For the withdrawal of a name only: nothing else changes evidence. */
export async function rewriteEvidence(tx: Writer, evidence: Evidence): Promise<void> {
  await tx
    .withTables<EvidenceTables>()
    .updateTable('evidence')
    .set({
      outlet: evidence.outlet,
      origin: evidence.origin ? JSON.stringify(evidence.origin) : null,
      url: evidence.url,
      title: evidence.title,
      capture_sha256: evidence.captureSha256,
      ...(evidence.reportId === null ? { external_id: evidence.externalId } : {}),
    })
    .where('id', '=', evidence.id)
    .execute();
}
