import { setTimeout as wait } from 'node:timers/promises';
import { createIndexer } from '#search/search.ts';
import type { Newsroom } from '../newsroom.ts';

const pollMs = 10;
const afterFailureMs = 1000;

/** Keeps the search index up to date until it is told to stop: what goes live is found at once, whatever else is done. */
export async function keepIndexed({ database, log }: Newsroom, signal: AbortSignal): Promise<void> {
  const indexer = createIndexer(database);
  while (!signal.aborted) {
    let pauseMs = pollMs;
    try {
      await indexer.catchUp();
    } catch (error) {
      // The database may be away: keep trying, reading goes on without us.
      log.warn('search index not brought up to date', { error });
      pauseMs = afterFailureMs;
    }
    await wait(pauseMs, undefined, { signal }).catch(() => {});
  }
}
