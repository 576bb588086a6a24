import { recordDeed } from '#platform/audit/audit-store.ts';
import { type Clock, dayIn, instantText } from '#platform/clock.ts';
import type { Database, Writer } from '#platform/database/database.ts';
import type { Publication } from '#publications/publications.ts';
import { findReport } from '#wires/wires.ts';
import {
  findDevelopments,
  findMembers,
  findNearMisses,
  findPlacements,
  forgetNearMiss,
  moveMembers,
  partMembers,
} from './development-store.ts';
import { saveLesson } from './joining-lessons-store.ts';
import { linkDevelopments } from './storylines/link-developments.ts';
import { findMembersOf, leaveStorylines, moveToStoryline } from './storylines/storyline-store.ts';

interface Deps {
  database: Database;
  clock: Clock;
}

/**
 * Makes one development of several: the first that is named takes the reports of the others. An editor's word: placing never moves a
 * report again, what comes in later is compared with the whole, and where they had nearly been one it teaches.
 */
export async function joinDevelopments(
  { database, clock }: Deps,
  { slug }: Publication,
  ids: string[],
  staffId: string,
): Promise<{ kind: 'joined'; id: string } | { kind: 'too-few' }> {
  return database.write(async (tx) => {
    const known = await findDevelopments(tx, slug, [...new Set(ids)]);
    const [into, ...from] = [...new Set(ids)].filter((id) => known.has(id));
    if (into === undefined || from.length === 0) return { kind: 'too-few' };
    const at = instantText(clock.now());
    const near = await findNearMisses(tx, [into, ...from]);
    for (const [subject, { nearest, likely }] of near)
      if (nearest === into || from.includes(nearest)) await saveLesson(tx, slug, { subject, isSame: true, likely, at });
    await joinTheirStorylines(tx, into, from);
    await moveMembers(tx, slug, from, into);
    const detail = { developments: from.length + 1 };
    const deed = { by: staffId, action: 'developments joined', object: `publication:${slug}`, detail };
    await recordDeed(tx, at, deed);
    return { kind: 'joined', id: into };
  });
}

/** Says that a development is not the one that it was nearly part of. `gone`: nobody asks that any more. */
export async function keepApart(
  { database, clock }: Deps,
  { slug }: Publication,
  { id, from }: { id: string; from: string },
  staffId: string,
): Promise<{ kind: 'apart' | 'gone' }> {
  return database.write(async (tx) => {
    const known = await findDevelopments(tx, slug, [id]);
    const near = (await findNearMisses(tx, [id])).get(id);
    if (!known.has(id) || near?.nearest !== from) return { kind: 'gone' };
    const at = instantText(clock.now());
    await saveLesson(tx, slug, { subject: id, isSame: false, likely: near.likely, at });
    await forgetNearMiss(tx, [id], from);
    await recordDeed(tx, at, { by: staffId, action: 'developments kept apart', object: `publication:${slug}` });
    return { kind: 'apart' };
  });
}

/** What is made of several stays in the storyline of the first; where that is it alone, in the storyline of the next that is of more. */
async function joinTheirStorylines(tx: Writer, into: string, from: string[]): Promise<void> {
  const members = await findMembersOf(tx, { developmentIds: [into, ...from] });
  const all = await findMembersOf(tx, { storylineIds: [...new Set(members.map(({ storylineId }) => storylineId))] });
  const others = all.filter(({ developmentId }) => developmentId !== into && !from.includes(developmentId));
  const storylines = [into, ...from].flatMap((id) => members.find(({ developmentId }) => developmentId === id) ?? []);
  const of = storylines.find(({ storylineId }) => others.some((other) => other.storylineId === storylineId));
  if (of && of.developmentId !== into) await moveToStoryline(tx, [into], of.storylineId);
  await leaveStorylines(tx, from);
}

/** Takes a report, with its copies, out of its development into one of its own. `alone`: it is all that the development has. */
export async function splitReport(
  { database, clock }: Deps,
  { slug, timeZone }: Publication,
  reportId: string,
  staffId: string,
): Promise<{ kind: 'split'; id: string } | { kind: 'alone' | 'gone' }> {
  const report = await findReport(database.read, reportId);
  if (!report) return { kind: 'gone' };
  const split = await database.write(
    async (tx): Promise<{ kind: 'split'; id: string } | { kind: 'alone' | 'gone' }> => {
      const placed = (await findPlacements(tx, slug, [reportId])).get(reportId);
      if (!placed) return { kind: 'gone' };
      const members = await findMembers(tx, slug, [placed.developmentId]);
      const first = placed.copyOf ?? reportId;
      const leaving = members.filter((each) => each.reportId === first || each.copyOf === first);
      if (leaving.length === members.length) return { kind: 'alone' };
      const at = instantText(clock.now());
      // What began the development joined nothing, and where an editor put it, nothing was measured.
      if (placed.copyOf === null && placed.similarity > 0 && placed.similarity < 1)
        await saveLesson(tx, slug, { subject: reportId, isSame: false, likely: placed.similarity, at });
      let id = `${slug}:${reportId}`;
      while ((await findDevelopments(tx, slug, [id])).has(id)) id += '+';
      await partMembers(
        tx,
        slug,
        leaving.map((each) => each.reportId),
        { id, day: dayIn(timeZone, report.reportedAt) },
      );
      const object = `publication:${slug}`;
      await recordDeed(tx, at, { by: staffId, action: 'report split off', object });
      return { kind: 'split', id };
    },
  );
  if (split.kind === 'split') await linkDevelopments({ database }, { slug });
  return split;
}
