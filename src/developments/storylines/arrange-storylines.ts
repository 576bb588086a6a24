import { recordDeed } from '#platform/audit/audit-store.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database, Writer } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import type { Publication } from '#publications/publications.ts';
import { findRedactor } from '#withdrawals/withdrawals.ts';
import { addStoryline, changeStoryline, findMembersOf, findStorylines, moveToStoryline } from './storyline-store.ts';

interface Deps {
  database: Database;
  clock: Clock;
}

export type Arranged = { kind: 'done'; storyline: string } | { kind: 'gone' | 'alone' | 'same' };

/** A name is a line of this many characters at most. */
const mostInStorylineName = 120;

/** An editor's word: a development belongs to a storyline. Linking never moves it again. */
export async function joinStoryline(
  deps: Deps,
  { slug }: Pick<Publication, 'slug'>,
  asked: { development: string; storyline: string },
  staffId: string,
): Promise<Arranged> {
  return deps.database.write(async (tx) => {
    const [member] = await findMembersOf(tx, { developmentIds: [asked.development] });
    const known = await findStorylines(tx, slug, [asked.storyline, member?.storylineId ?? '']);
    if (!member || !known.has(asked.storyline) || !known.has(member.storylineId)) return { kind: 'gone' };
    if (member.storylineId === asked.storyline) return { kind: 'same' };
    await moveToStoryline(tx, [asked.development], asked.storyline);
    await record(deps, tx, slug, staffId, 'development joined to a storyline');
    return { kind: 'done', storyline: asked.storyline };
  });
}

/** An editor's word: a development is no part of its storyline, and begins one of its own. */
export async function leaveStoryline(
  deps: Deps,
  { slug }: Pick<Publication, 'slug'>,
  development: string,
  staffId: string,
): Promise<Arranged> {
  return deps.database.write(async (tx) => {
    const [member] = await findMembersOf(tx, { developmentIds: [development] });
    if (!member || !(await findStorylines(tx, slug, [member.storylineId])).has(member.storylineId))
      return { kind: 'gone' };
    if ((await findMembersOf(tx, { storylineIds: [member.storylineId] })).length === 1) return { kind: 'alone' };
    const storyline = newId('sl');
    await addStoryline(tx, slug, storyline);
    await moveToStoryline(tx, [development], storyline);
    await record(deps, tx, slug, staffId, 'development taken out of a storyline');
    return { kind: 'done', storyline };
  });
}

/** Makes one storyline of two. The name that there is stays; of two names, that of the storyline which takes the other. */
export async function mergeStorylines(
  deps: Deps,
  { slug }: Pick<Publication, 'slug'>,
  asked: { from: string; into: string },
  staffId: string,
): Promise<Arranged> {
  return deps.database.write(async (tx) => {
    const known = await findStorylines(tx, slug, [asked.from, asked.into]);
    const [from, into] = [known.get(asked.from), known.get(asked.into)];
    if (!from || !into) return { kind: 'gone' };
    if (from.id === into.id) return { kind: 'same' };
    await changeStoryline(tx, into.id, { name: into.name || from.name, followed: into.followed || from.followed });
    const members = await findMembersOf(tx, { storylineIds: [from.id] });
    for (let start = 0; start < members.length; start += 500)
      await moveToStoryline(
        tx,
        members.slice(start, start + 500).map(({ developmentId }) => developmentId),
        into.id,
      );
    await record(deps, tx, slug, staffId, 'storylines merged');
    return { kind: 'done', storyline: into.id };
  });
}

/** Names a storyline ('' takes the name away), or follows it, or both. */
export async function describeStoryline(
  deps: Deps,
  { slug }: Pick<Publication, 'slug'>,
  asked: { storyline: string; name?: string; followed?: boolean },
  staffId: string,
): Promise<Arranged> {
  return deps.database.write(async (tx) => {
    if (!(await findStorylines(tx, slug, [asked.storyline])).has(asked.storyline)) return { kind: 'gone' };
    const name = asked.name?.replace(/\s+/gu, ' ').trim().slice(0, mostInStorylineName);
    await changeStoryline(tx, asked.storyline, {
      ...(name === undefined ? {} : { name: (await findRedactor(tx)).text(name) }),
      ...(asked.followed === undefined ? {} : { followed: asked.followed }),
    });
    if (name !== undefined) await record(deps, tx, slug, staffId, 'storyline named');
    if (asked.followed !== undefined)
      await record(deps, tx, slug, staffId, asked.followed ? 'storyline followed' : 'storyline let go');
    return { kind: 'done', storyline: asked.storyline };
  });
}

function record({ clock }: Deps, tx: Writer, slug: string, by: string, action: string): Promise<unknown> {
  return recordDeed(tx, instantText(clock.now()), { by, action, object: `publication:${slug}` });
}
