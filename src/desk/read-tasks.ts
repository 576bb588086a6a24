import type { Reader } from '#platform/database/database.ts';
import { findOpenTasks, type TaskKind } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import { findReport, type Handling } from '#wires/wires.ts';
import type { TaskView } from './plan-page.tsx';
import { sinceOrUntil } from './words.ts';

const did: Record<TaskKind, string> = {
  killed: 'took back a report',
  withheld: 'withholds a report',
  corrected: 'corrected a report',
  ended: 'allows no more use of a report',
  internal: 'keeps a report for the desk alone',
};

/** The tasks of a publication that are not all done, as the plan shows them. */
export async function readTasks(db: Reader, publication: Publication, now: Temporal.Instant): Promise<TaskView[]> {
  const tasks = await findOpenTasks(db, publication.slug);
  const views: TaskView[] = [];
  for (const { id, kind, reportId, version, raisedAt, pieces } of tasks) {
    const report = await findReport(db, reportId, version);
    if (!report) continue;
    const { agency, outlet, title, lang, handling } = report;
    views.push({
      id,
      what: `${agency ?? outlet} ${did[kind]}`,
      report: { title: title || 'without a headline', lang: title ? lang : 'en' },
      note: noteOf(kind, handling),
      at: `It came ${sinceOrUntil(raisedAt, now)}`,
      pieces: pieces.map((piece) => ({
        id: piece.pieceId,
        title: piece.title,
        lang: piece.lang,
        facts: `${piece.kind}, ${piece.state === 'live' ? 'live' : 'not published'}`,
        done: piece.done && `${piece.done.by}: ${piece.done.what}`,
      })),
    });
  }
  return views;
}

/** What the sender says of it to editors; of one whose use has ended, what may be done with it. */
function noteOf(kind: TaskKind, { note, usageTerms }: Handling): string {
  if (kind === 'ended' || kind === 'internal') return usageTerms === null ? '' : `Terms of use: ${usageTerms}`;
  return note === null ? '' : `Its sender notes: ${note}`;
}
