import { type Clock, instantText } from '#platform/clock.ts';
import type { Database, Writer } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { enqueueJob } from '#platform/queue/job-store.ts';
import type { Opml, OpmlFeed } from './read-opml.ts';
import type { Wire } from './wire.ts';
import { findWires, saveWire } from './wire-store.ts';

/** What became of a list of feeds: every entry of it is in one of these. */
export interface WireImport {
  added: OpmlFeed[];
  /** Its address is a wire already, or stands earlier in the list; `first` is the outlet, or the line. */
  known: (OpmlFeed & { first: { outlet: string } | { line: number } })[];
  wrong: Opml['wrong'];
}

/** How a new wire is fetched until somebody says otherwise. */
export const usualWire = { state: 'active', intervalMinutes: 15, idleAlarmHours: 48 } as const;

const atOnce = 100;

/** Makes a wire of each feed of a list that is none yet, and asks for its first fetch. */
export async function importWires(
  { database, clock }: { database: Database; clock: Clock },
  opml: Opml,
  settings: Pick<Wire, 'publications' | 'visibility'>,
): Promise<WireImport> {
  const now = instantText(clock.now());
  const outcome: WireImport = { added: [], known: [], wrong: opml.wrong };
  const lines = new Map<string, number>();
  for (let start = 0; start < opml.feeds.length; start += atOnce) {
    const took = await database.write(async (tx) => {
      const here = new Map((await findWires(tx)).map(({ url, outlet }) => [sameAddress(url), outlet]));
      const added: OpmlFeed[] = [];
      const known: WireImport['known'] = [];
      for (const feed of opml.feeds.slice(start, start + atOnce)) {
        const address = sameAddress(feed.url);
        const line = lines.get(address);
        const outlet = here.get(address);
        if (line !== undefined) known.push({ ...feed, first: { line } });
        else if (outlet !== undefined) known.push({ ...feed, first: { outlet } });
        else {
          await addWire(tx, feed, settings, now);
          added.push(feed);
        }
        lines.set(address, line ?? feed.line);
      }
      return { added, known };
    });
    outcome.added.push(...took.added);
    outcome.known.push(...took.known);
  }
  return outcome;
}

async function addWire(
  tx: Writer,
  { name, url, lang }: OpmlFeed,
  settings: Pick<Wire, 'publications' | 'visibility'>,
  now: string,
): Promise<void> {
  const id = newId('w');
  await saveWire(tx, { id, outlet: name, url, lang, ...settings, ...usualWire }, now);
  await enqueueJob(tx, { kind: 'fetch-wire', key: id, runAt: now });
}

/** Addresses that fetch the same: host in any case, with its default port or without, whatever the fragment. */
function sameAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const address = new URL(url);
  address.hash = '';
  return address.href;
}
