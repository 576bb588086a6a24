import type { Blobs } from '#platform/blobs/blobs.ts';
import { type Clock, dayIn, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { recordEvent } from '#platform/events/event-store.ts';
import { enqueueJob } from '#platform/queue/job-store.ts';
import type { Publication } from '#publications/publications.ts';
import { findRedactor, payloadMayMention, type Redactor } from '#withdrawals/withdrawals.ts';
import type { Handling } from './handling.ts';
import { knownNames } from './known-names.ts';
import { recogniseOrigins } from './origins/origins.ts';
import { redactArriving, redactSetAside } from './redact-reports.ts';
import type { ArrivingReport, SetAside } from './report.ts';
import { saveReport } from './save-report-store.ts';
import { saveSetAside } from './set-aside-store.ts';
import { findWires } from './wire-store.ts';

export interface AcceptedReports {
  added: number;
  changed: number;
  unchanged: number;
  setAside: number;
  reportIds: string[];
}

/** A batch is one transaction; longer ones would keep other writers waiting. */
export const largestBatch = 500;

/**
 * Takes a batch (≤ 500) of arriving reports for some publications, in one transaction with what must follow: a job to
 * place them in developments. When it resolves the batch is durable. This is the one door for reports: no withdrawn name
 * comes past it, and a raw payload that holds one is not kept where `blobs` are given.
 */
export async function acceptReports(
  deps: { database: Database; clock: Clock; blobs?: Blobs },
  batch: {
    reports: ArrivingReport[];
    setAside: SetAside[];
    publications: Publication[];
    followUp: 'queue' | 'by-caller';
  },
): Promise<AcceptedReports> {
  const at = instantText(deps.clock.now());
  const wires = await findWires(deps.database.read);
  const known = knownNames(
    batch.publications,
    [...wires, ...batch.reports].map(({ outlet }) => outlet),
  );
  const prepare = async (redactor: Redactor) => {
    const withoutRaw = await removeNamedPayloads(batch, redactor, deps.blobs);
    const reports = batch.reports
      .map((report) => redactArriving(withoutRaw(report), redactor))
      .map((report, place) => ({ ...report, place, origins: recogniseOrigins({ ...report, known }) }))
      // Always in one order, so that of two writers of the same items none waits for the other in a circle.
      .sort((a, b) => (a.sourceKey < b.sourceKey ? -1 : a.sourceKey > b.sourceKey ? 1 : a.place - b.place));
    return { reports, setAside: batch.setAside.map((item) => redactSetAside(withoutRaw(item), redactor)) };
  };
  const redactor = await findRedactor(deps.database.read);
  let prepared = await prepare(redactor);
  return deps.database.write(async (tx) => {
    const now = await findRedactor(tx);
    // A name was withdrawn in between.
    if (now !== redactor) prepared = await prepare(now);
    const accepted: AcceptedReports = {
      added: 0,
      changed: 0,
      unchanged: 0,
      setAside: batch.setAside.length,
      reportIds: [],
    };
    for (const report of prepared.reports) {
      const publications = batch.publications.map(({ slug, timeZone }) => ({
        slug,
        day: dayIn(timeZone, report.reportedAt),
      }));
      const arrival = await saveReport(tx, report, { publications, at });
      accepted.reportIds[report.place] = arrival.reportId;
      if (arrival.kind === 'new') accepted.added += 1;
      else if (arrival.kind === 'new-version') accepted.changed += 1;
      else accepted.unchanged += 1;
      if (arrival.kind === 'older') {
        accepted.setAside += 1;
        await saveSetAside(tx, olderVersion(report, arrival.newer, publications[0]?.slug ?? null), at);
      }
      // What cites it is somebody's work now.
      if (arrival.kind === 'new-version' && asksForWork(report.handling))
        await enqueueJob(tx, { kind: 'raise-task', key: arrival.reportId, runAt: at });
      const until = report.handling?.terms?.until ?? null;
      if (until !== null && (arrival.kind === 'new' || arrival.kind === 'new-version'))
        await enqueueJob(tx, { kind: 'end-terms', key: arrival.reportId, runAt: laterOf(until, at) });
    }
    for (const item of prepared.setAside) await saveSetAside(tx, item, at);
    if (accepted.added + accepted.changed > 0) {
      const { reportIds: _, ...counts } = accepted;
      await recordEvent(tx, at, { kind: 'reports arrived', data: counts });
      for (const { slug } of batch.publications) {
        if (batch.followUp === 'queue') await enqueueJob(tx, { kind: 'place-reports', key: slug, runAt: at });
      }
    }
    return accepted;
  });
}

function asksForWork(handling: Handling | undefined): boolean {
  return (
    handling !== undefined && (handling.status !== 'usable' || handling.correction || handling.terms?.internal === true)
  );
}

/** The later of an instant of a sender and one of ours, written as ours. */
function laterOf(sent: string, at: string): string {
  const instant = instantText(Temporal.Instant.from(sent));
  return instant > at ? instant : at;
}

function olderVersion(report: ArrivingReport, newer: number, publication: string | null): SetAside {
  const { wireId, outlet, externalId, rawSha256, handling } = report;
  const reason = `its version ${handling?.version} came after version ${newer}, which stays`;
  return { publication, wireId, source: outlet, item: externalId, reason, rawSha256 };
}

/** Removes the payloads of a batch that may hold a withdrawn name; answers what takes them out of an item. */
async function removeNamedPayloads(
  batch: { reports: ArrivingReport[]; setAside: SetAside[] },
  redactor: Redactor,
  blobs: Blobs | undefined,
): Promise<<T extends { rawSha256: string | null }>(item: T) => T> {
  const removed = new Set<string>();
  const names = new Set([...batch.reports, ...batch.setAside].flatMap(({ rawSha256 }) => rawSha256 ?? []));
  if (blobs && !redactor.empty) {
    for (const name of names) {
      const bytes = await blobs.get(name);
      if (bytes && !payloadMayMention(bytes, redactor)) continue;
      await blobs.remove(name);
      removed.add(name);
    }
  }
  return (item) => (item.rawSha256 !== null && removed.has(item.rawSha256) ? { ...item, rawSha256: null } : item);
}
