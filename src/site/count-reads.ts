import type { IncomingMessage } from 'node:http';
import { addReadCounts, type ReadCount } from '#pages/pages.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { StoredPage } from './stored-page.ts';

/** Counts how often each page is sent, by day: no address, agent, cookie or time of day is kept (docs/contracts/counts.md). */
export interface ReadCounter {
  count(path: string, page: StoredPage, request: IncomingMessage): void;
  /** Adds what was counted to the database; when that fails it is kept for the next time. */
  flush(): Promise<void>;
}

const atOnce = 500;
/** Machines that say so. The agent is looked at and forgotten. */
const machine =
  /bot|crawl|spider|slurp|preview|monitor|headless|curl|wget|python|java\/|go-http|okhttp|axios|node|feed/iu;

export function createReadCounter({ database, clock }: { database: Database; clock: Clock }): ReadCounter {
  let counts = new Map<string, ReadCount>();

  function add({ path, day, reads }: ReadCount): void {
    const key = `${day} ${path}`;
    const known = counts.get(key);
    if (known) known.reads += reads;
    else counts.set(key, { path, day, reads });
  }

  return {
    count(path, page, request) {
      const agent = request.headers['user-agent'];
      if (request.method !== 'GET' || page.status !== 200 || !page.headers['content-type']?.startsWith('text/html'))
        return;
      if (agent === undefined || machine.test(agent) || request.headers['sec-purpose'] !== undefined) return;
      add({ path, day: clock.now().toString().slice(0, 10), reads: 1 });
    },
    async flush() {
      const waiting = [...counts.values()];
      counts = new Map();
      while (waiting.length > 0) {
        const some = waiting.slice(0, atOnce);
        try {
          await database.write((tx) => addReadCounts(tx, some));
        } catch (error) {
          for (const each of waiting) add(each);
          throw error;
        }
        waiting.splice(0, some.length);
      }
    },
  };
}
