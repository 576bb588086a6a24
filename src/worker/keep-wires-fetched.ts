import { instantText } from '#platform/clock.ts';
import { enqueueJob } from '#platform/queue/job-store.ts';
import { findWires } from '#wires/wires.ts';
import type { Newsroom } from '../newsroom.ts';

/** Asks for a fetch of every active wire that is due; one whose fetch failed and waits is not hurried. */
export async function keepWiresFetched(newsroom: Newsroom): Promise<void> {
  const now = instantText(newsroom.clock.now());
  const due = (await findWires(newsroom.database.read)).filter(
    (wire) => wire.state === 'active' && wire.nextFetchAt <= now,
  );
  if (due.length === 0) return;
  await newsroom.database.write(async (tx) => {
    for (const wire of due) await enqueueJob(tx, { kind: 'fetch-wire', key: wire.id, runAt: now, ifWaiting: 'leave' });
  });
}
