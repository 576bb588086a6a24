import { recordDeed } from '#platform/audit/audit-store.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database, Reader } from '#platform/database/database.ts';
import { CLUSTER_DEFAULTS } from './cluster-options.ts';
import { findLessons, forgetLessons } from './joining-lessons-store.ts';
import { learnJoinScore } from './learn-joining.ts';

/** What a publication's editors taught of joining reports. */
export interface Taught {
  joined: number;
  parted: number;
  /** The probability from which a report joins a development, 0 to 1, as shipped and now. */
  shipped: number;
  now: number;
}

export async function findTaught(db: Reader, publication: string): Promise<Taught> {
  const lessons = await findLessons(db, publication);
  const joined = lessons.filter(({ isSame }) => isSame).length;
  return {
    joined,
    parted: lessons.length - joined,
    shipped: probability(CLUSTER_DEFAULTS.joinScore),
    now: probability(learnJoinScore(lessons)),
  };
}

/** Reports are joined as shipped again; what stands in developments stays. */
export async function forgetTaught(
  { database, clock }: { database: Database; clock: Clock },
  publication: string,
  staffId: string,
): Promise<void> {
  await database.write(async (tx) => {
    const lessons = await forgetLessons(tx, publication);
    const deed = {
      by: staffId,
      action: 'joining lessons forgotten',
      object: `publication:${publication}`,
      detail: { lessons },
    };
    if (lessons > 0) await recordDeed(tx, instantText(clock.now()), deed);
  });
}

const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
