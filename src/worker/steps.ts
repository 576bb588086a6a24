import { placeReports } from '#developments/developments.ts';
import { endReportTerms, endWireTerms, raiseTask } from '#pieces/pieces.ts';
import type { Job } from '#platform/queue/job-store.ts';
import { findPublication } from '#publications/publications.ts';
import { fetchWire } from '#wires/wires.ts';
import type { Newsroom } from '../newsroom.ts';

/** What is done for each kind of job. Written here once: what follows what. */
export type Step = (newsroom: Newsroom, job: Job, progress: (message: string) => void) => Promise<void>;

export const steps: Record<string, Step> = {
  /** Reports arrived → place them in developments. */
  'place-reports': async (newsroom, job, progress) => {
    const publication = await findPublication(newsroom.database.read, job.key);
    if (!publication) return;
    await placeReports({ ...newsroom, progress: (placed) => progress(`${placed} reports placed`) }, publication);
  },
  /** A wire is due → fetch it; its reports ask for the step above. */
  'fetch-wire': async (newsroom, job) => {
    await fetchWire(newsroom, job.key);
  },
  /** A report was taken back, withheld or corrected → every piece that cites it is a task. */
  'raise-task': (newsroom, job) => raiseTask(newsroom, job.key),
  /** The time of a report's own terms is over → the same. */
  'end-terms': (newsroom, job) => endReportTerms(newsroom, job.key),
  /** An editor's terms for a wire do not allow what was cited, or their time is over → the same for each of its reports. */
  'end-wire-terms': (newsroom, job) => endWireTerms(newsroom, job.key),
};
