import { basename } from 'node:path';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { GazetteerEntry, Place, PlaceName } from './place.ts';
import { findPlaceIds, recordRead, savePlaceNames, savePlaces } from './place-store.ts';
import { readGazetteer } from './read-gazetteer.ts';

/** What became of a gazetteer: `seen` is the sum of all but `names`. */
export interface GazetteerImport {
  seen: number;
  places: number;
  /** Names given to the store: with a place, or of one that is here. */
  names: number;
  /** Lines of names alone that were kept. */
  otherNames: number;
  /** Not of the countries or kinds asked for, or in a script that no text of ours is in. */
  leftOut: number;
  setAside: number;
  interrupted: boolean;
}

const batch = 500;

/**
 * Reads a gazetteer into the database, in short transactions and with one batch in memory. Reading it again, or going on
 * after a kill, changes nothing that is as it says already.
 */
export async function importGazetteer(
  { database, clock, signal }: { database: Database; clock: Clock; signal: AbortSignal },
  path: string,
  options: {
    /** ISO 3166-1, two letters; none: all. */
    countries: readonly string[];
    /** GeoNames' letters. */
    classes: readonly string[];
    setAside(item: string, reason: string): void;
    progress?(seen: number): void;
  },
): Promise<GazetteerImport> {
  const done: GazetteerImport = {
    ...{ seen: 0, places: 0, names: 0, otherNames: 0, leftOut: 0, setAside: 0, interrupted: false },
  };
  const { countries, classes } = options;
  const isAsked = ({ country, featureClass }: Place) =>
    (countries.length === 0 || countries.includes(country)) && classes.includes(featureClass);
  let places: Place[] = [];
  let names: PlaceName[] = [];
  let others: PlaceName[] = [];

  async function flush(): Promise<void> {
    if (places.length > 0) await database.write((tx) => savePlaces(tx, places));
    const here = await findPlaceIds(
      database.read,
      others.map(({ placeId }) => placeId),
    );
    const known = others.filter(({ placeId }) => here.has(placeId));
    done.otherNames += known.length;
    done.leftOut += others.length - known.length;
    names.push(...known);
    done.names += names.length;
    for (let start = 0; start < names.length; start += batch)
      await database.write((tx) => savePlaceNames(tx, names.slice(start, start + batch)));
    [places, names, others] = [[], [], []];
  }

  function take(entry: GazetteerEntry): void {
    done.seen += 1;
    switch (entry.kind) {
      case 'place':
        if (!isAsked(entry.place)) {
          done.leftOut += 1;
          return;
        }
        done.places += 1;
        places.push(entry.place);
        names.push(...entry.names);
        return;
      case 'name':
        others.push(entry.name);
        return;
      case 'left-out':
        done.leftOut += 1;
        return;
      case 'wrong':
        done.setAside += 1;
        options.setAside(entry.item, entry.reason);
    }
  }

  try {
    for await (const entry of readGazetteer(path, signal)) {
      if (signal.aborted) break;
      take(entry);
      if (places.length >= batch || others.length >= batch || names.length >= 4 * batch) await flush();
      if (done.seen % 1_000 === 0) options.progress?.(done.seen);
    }
  } catch (error) {
    // Ctrl-C ends the reading in the middle of a file; what was read is kept.
    if (!signal.aborted) throw error;
  }
  await flush();
  done.interrupted = signal.aborted;
  const read = { at: instantText(clock.now()), source: basename(path), places: done.places };
  if (done.places + done.otherNames > 0) await database.write((tx) => recordRead(tx, read));
  return done;
}
