import type { Blobs } from '#platform/blobs/blobs.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { originOf, type Report } from '#wires/wires.ts';
import { saveEvidence } from './evidence-store.ts';

export interface CapturedEvidence {
  evidenceId: string;
  captureSha256: string;
}

/**
 * Takes a captured copy of a report's text and makes the evidence that citations of it point to.
 * The copy is on the disk before the row is, so that evidence never names a capture that is not there.
 */
export async function captureEvidence(
  deps: { database: Database; blobs: Blobs; clock: Clock },
  report: Report,
): Promise<CapturedEvidence> {
  const captureSha256 = await deps.blobs.put(Buffer.from(report.body, 'utf8'));
  const at = instantText(deps.clock.now());
  const evidenceId = await deps.database.write((tx) =>
    saveEvidence(
      tx,
      {
        id: newId('ev'),
        reportId: report.id,
        version: report.version,
        outlet: report.outlet,
        origin: originOf(report.origins),
        url: report.url,
        title: report.title,
        lang: report.lang,
        reportedAt: report.reportedAt,
        retrievedAt: report.retrievedAt,
        captureSha256,
      },
      at,
    ),
  );
  return { evidenceId, captureSha256 };
}
