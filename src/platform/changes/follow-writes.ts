import type { Database } from '#platform/database/database.ts';
import { hasRecordedChanges } from './change-store.ts';

/**
 * The same database, but whoever writes through it waits until `then` has followed the changes that the write recorded:
 * what this process changes, it shows at once. Other processes read the changes table.
 */
export function followWrites(database: Database, then: () => Promise<void>): Database {
  return {
    ...database,
    write: async (work) => {
      let recorded = false;
      const result = await database.write(async (tx) => {
        const done = await work(tx);
        recorded = hasRecordedChanges(tx);
        return done;
      });
      if (recorded) await then();
      return result;
    },
  };
}
