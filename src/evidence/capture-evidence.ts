import type { Blobs } from '#platform/blobs/blobs.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import { newId } from '#platform/id.ts';
import { findHandlings, type Hold, holdOn, originOf, type Report } from '#wires/wires.ts';
import { saveEvidence } from './evidence-store.ts';

export interface CapturedEvidence {
  evidenceId: string;
  captureSha256: string;
}

/** The report may not be cited now: its sender has an embargo on it, withholds it, or has taken it back. */
export class ReportHeld extends Error {
  override name = 'ReportHeld';
  readonly hold: Hold;
  constructor(outlet: string, hold: Hold) {
    super(`the report of ${outlet} ${whyHeld(hold)}`);
    this.hold = hold;
  }
}

function whyHeld(hold: Hold): string {
  switch (hold.why) {
    case 'embargoed':
      return `is embargoed until ${hold.until}`;
    case 'withheld':
      return 'is withheld by its sender';
    case 'killed':
      return 'was taken back by its sender';
    case 'internal':
      return 'may not be cited: its terms keep it for the desk alone';
    case 'ended':
      return `may not be cited any more: its terms ended at ${hold.at}`;
  }
}

/**
 * Takes a captured copy of a report's text and makes the evidence that citations of it point to.
 * What its sender holds back, by its newest version, is not taken. The copy is on the disk before the row is, so that evidence never names a capture that is not there.
 * @throws ReportHeld
 */
export async function captureEvidence(
  deps: { database: Database; blobs: Blobs; clock: Clock },
  report: Report,
): Promise<CapturedEvidence> {
  const handling = (await findHandlings(deps.database.read, [report.id])).get(report.id) ?? report.handling;
  const hold = holdOn(handling, deps.clock.now());
  if (hold) throw new ReportHeld(report.outlet, hold);
  // Of what may not be copied for keeping there is the hash alone: what was cited can still be told from anything else.
  const bytes = Buffer.from(report.body, 'utf8');
  const captureSha256 = handling.terms?.noCopy ? sha256(bytes) : await deps.blobs.put(bytes);
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
