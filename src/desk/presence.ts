import type { Clock } from '#platform/clock.ts';

const goneAfterSeconds = 45;

/**
 * Who has which piece open, as their pages say every few seconds. Kept in memory, by this process alone: it is a courtesy.
 * That nobody overwrites anybody is the saves' own doing.
 */
export class Presence {
  #clock: Clock;
  #seen = new Map<string, Map<string, { name: string; at: Temporal.Instant }>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes that a page (`tab`) of somebody has a piece open. Answers the names of the others who do. */
  note(pieceId: string, tab: string, name: string): string[] {
    const now = this.#clock.now();
    for (const [id, tabs] of this.#seen) {
      for (const [each, { at }] of tabs) if (now.since(at).total('seconds') > goneAfterSeconds) tabs.delete(each);
      if (tabs.size === 0) this.#seen.delete(id);
    }
    const here = this.#seen.get(pieceId) ?? new Map<string, { name: string; at: Temporal.Instant }>();
    here.set(tab, { name, at: now });
    this.#seen.set(pieceId, here);
    return [...here].filter(([each]) => each !== tab).map(([, other]) => other.name);
  }

  /** The page was closed. */
  leave(pieceId: string, tab: string): void {
    this.#seen.get(pieceId)?.delete(tab);
  }
}
