import type { Blobs } from '#platform/blobs/blobs.ts';
import { sha256 } from '#platform/hash.ts';
import { findReport, redactOrigin } from '#wires/wires.ts';
import type { Rewritten, RewriteRun } from '#withdrawals/withdrawals.ts';
import { type Evidence, findEvidence } from './evidence-store.ts';
import { findEvidenceIdsAfter, rewriteEvidence } from './redact-evidence-store.ts';

/** The body of a cited report before and after a withdrawal. */
export interface CitedBody {
  before: string;
  after: Rewritten;
}

/**
 * Takes withdrawn names out of evidence: its capture is made anew from the redacted body, the old one is removed. It goes
 * before the reports, whose bodies it reads. Answers the bodies that change, by evidence id: as many as were cited and
 * hold the name.
 */
export async function redactEvidence(run: RewriteRun, blobs: Blobs): Promise<Map<string, CitedBody>> {
  const bodies = new Map<string, CitedBody>();
  let after = '';
  for (;;) {
    const ids = await findEvidenceIdsAfter(run.database.read, after, 200);
    if (ids.length === 0) return bodies;
    after = ids.at(-1) ?? after;
    for (const evidence of (await findEvidence(run.database.read, ids)).values()) {
      const report =
        evidence.reportId === null ? null : await findReport(run.database.read, evidence.reportId, evidence.version);
      const body = report ? { before: report.body, after: run.redactor.rewrite(report.body, report.lang) } : null;
      if (body && body.before !== body.after.text) bodies.set(evidence.id, body);
      // What may not be copied for keeping has no capture, and gets none now.
      await redactOne(run, blobs, evidence, body, report?.handling.terms?.noCopy !== true);
    }
  }
}

async function redactOne(
  run: RewriteRun,
  blobs: Blobs,
  evidence: Evidence,
  body: CitedBody | null,
  mayCopy: boolean,
): Promise<void> {
  const { redactor } = run;
  const redacted: Evidence = {
    ...evidence,
    origin: evidence.origin && redactOrigin(evidence.origin, redactor, body),
    outlet: redactor.text(evidence.outlet),
    url: evidence.url && redactor.address(evidence.url),
    title: redactor.text(evidence.title, evidence.lang),
    externalId: evidence.reportId === null ? redactor.key(evidence.externalId) : evidence.externalId,
    // A capture whose body nobody changed stays as it was taken, whatever it was made of.
    captureSha256: body && body.before !== body.after.text ? sha256(body.after.text) : evidence.captureSha256,
  };
  if (JSON.stringify(redacted) === JSON.stringify(evidence)) return;
  run.found('evidence', [redacted.title]);
  if (!run.write) return;
  if (redacted.captureSha256 !== evidence.captureSha256) {
    run.found('captures', []);
    if (mayCopy) await blobs.put(Buffer.from(body?.after.text ?? '', 'utf8'));
    // Before the row: killed in between, the row still says that there is something to do.
    await blobs.remove(evidence.captureSha256);
  }
  await run.database.write((tx) => rewriteEvidence(tx, redacted));
}
