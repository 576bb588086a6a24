import { setTimeout as wait } from 'node:timers/promises';
import { publishDue } from '#pieces/pieces.ts';
import type { Newsroom } from '../newsroom.ts';

const pollMs = 250;
const afterFailureMs = 2000;

/** Publishes what has a time when its time comes, until it is told to stop; nothing else that is done holds it up. */
export async function keepScheduled(newsroom: Newsroom, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let pauseMs = pollMs;
    try {
      for (const { schedule, outcome } of await publishDue(newsroom)) {
        const piece = { piece: schedule.pieceId, revision: schedule.revision, due: schedule.dueAt };
        if (outcome === 'published') newsroom.log.info('published at its time', piece);
        else newsroom.log.error('not published at its time', { ...piece, why: outcome });
      }
    } catch (error) {
      // The database may be away: what is due stays due.
      newsroom.log.error('nothing scheduled could be published', { error });
      pauseMs = afterFailureMs;
    }
    await wait(pauseMs, undefined, { signal }).catch(() => {});
  }
}
