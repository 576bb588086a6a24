import type { Reader, Writer } from '#platform/database/database.ts';
import type { Subject } from './subject.ts';

/** Developments that continue each other. `name`: '' until an editor gives one. */
export interface Storyline {
  id: string;
  name: string;
  followed: boolean;
}

/** A development's place in a storyline. `linkedTo`: the earlier development that it goes on from; null: it began the storyline, or an editor put it there. */
export interface StorylineMember {
  developmentId: string;
  storylineId: string;
  /** When its first report came. */
  startedAt: string;
  linkedTo: string | null;
  /** From 0 to 1, how sure the link is. */
  score: number;
  decidedBy: 'placing' | 'editor';
}

interface MemberRow {
  development_id: string;
  publication: string;
  storyline_id: string;
  started_at: string;
  linked_to: string | null;
  score: number;
  decided_by: StorylineMember['decidedBy'];
  subject: string;
}

type StorylineTables = {
  storylines: { id: string; publication: string; name: string; followed: number };
  storyline_developments: MemberRow;
  developments: { id: string; publication: string; last_on: string };
};

/** Developments of a publication that have no place in a storyline yet. */
export async function findUnlinked(db: Reader, publication: string): Promise<string[]> {
  const rows = await db
    .withTables<StorylineTables>()
    .selectFrom('developments')
    .leftJoin('storyline_developments', 'storyline_developments.development_id', 'developments.id')
    .select('developments.id')
    .where('developments.publication', '=', publication)
    .where('storyline_developments.development_id', 'is', null)
    .orderBy('developments.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** What the linker remembers of the developments that began since an instant, oldest first. */
export async function findSubjects(
  db: Reader,
  publication: string,
  since: string,
): Promise<(Pick<StorylineMember, 'developmentId' | 'storylineId' | 'startedAt'> & { subject: Subject })[]> {
  const rows = await db
    .withTables<StorylineTables>()
    .selectFrom('storyline_developments')
    .select(['development_id', 'storyline_id', 'started_at', 'subject'])
    .where('publication', '=', publication)
    .where('started_at', '>=', since)
    .orderBy('started_at')
    .orderBy('development_id')
    .execute();
  return rows.map((row) => ({
    developmentId: row.development_id,
    storylineId: row.storyline_id,
    startedAt: row.started_at,
    subject: JSON.parse(row.subject) as Subject,
  }));
}

/** Puts a development into a storyline, which is made when it is not there. One that has a place keeps it: whoever was first, an editor above all. */
export async function saveMember(
  tx: Writer,
  publication: string,
  member: StorylineMember & { subject: Subject },
): Promise<void> {
  const tables = tx.withTables<StorylineTables>();
  const placed = await tables
    .selectFrom('storyline_developments')
    .select('storyline_id')
    .where('development_id', '=', member.developmentId)
    .executeTakeFirst();
  if (placed) return;
  await addStoryline(tx, publication, member.storylineId);
  await tables
    .insertInto('storyline_developments')
    .values({
      development_id: member.developmentId,
      publication,
      storyline_id: member.storylineId,
      started_at: member.startedAt,
      linked_to: member.linkedTo,
      score: member.score,
      decided_by: member.decidedBy,
      subject: JSON.stringify(member.subject),
    })
    .onConflict((conflict) => conflict.column('development_id').doNothing())
    .execute();
  await removeEmpty(tx, [member.storylineId]);
}

/** A storyline without a name that nobody follows, unless it is there. */
export async function addStoryline(tx: Writer, publication: string, id: string): Promise<void> {
  await tx
    .withTables<StorylineTables>()
    .insertInto('storylines')
    .values({ id, publication, name: '', followed: 0 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Puts developments into a storyline by an editor's hand; storylines that this empties go. */
export async function moveToStoryline(tx: Writer, developmentIds: string[], storylineId: string): Promise<void> {
  const tables = tx.withTables<StorylineTables>();
  const left = await findMembersOf(tx, { developmentIds });
  await tables
    .updateTable('storyline_developments')
    .set({ storyline_id: storylineId, decided_by: 'editor', linked_to: null, score: 1 })
    .where('development_id', 'in', developmentIds)
    .execute();
  await removeEmpty(
    tx,
    left.map((member) => member.storylineId),
  );
}

/** Developments that are no more give up their places; storylines that this empties go. */
export async function leaveStorylines(tx: Writer, developmentIds: string[]): Promise<void> {
  const left = await findMembersOf(tx, { developmentIds });
  await tx
    .withTables<StorylineTables>()
    .deleteFrom('storyline_developments')
    .where('development_id', 'in', developmentIds)
    .execute();
  await removeEmpty(
    tx,
    left.map((member) => member.storylineId),
  );
}

async function removeEmpty(tx: Writer, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const tables = tx.withTables<StorylineTables>();
  const kept = tables.selectFrom('storyline_developments').select('storyline_id').where('storyline_id', 'in', ids);
  await tables.deleteFrom('storylines').where('id', 'in', ids).where('id', 'not in', kept).execute();
}

export async function changeStoryline(
  tx: Writer,
  id: string,
  change: Partial<Pick<Storyline, 'name' | 'followed'>>,
): Promise<void> {
  await tx
    .withTables<StorylineTables>()
    .updateTable('storylines')
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.followed === undefined ? {} : { followed: change.followed ? 1 : 0 }),
    })
    .where('id', '=', id)
    .execute();
}

/** The places of some developments, or of all of some storylines, oldest first. */
export async function findMembersOf(
  db: Reader,
  of: { developmentIds: string[] } | { storylineIds: string[] },
): Promise<StorylineMember[]> {
  const [column, ids] =
    'developmentIds' in of
      ? (['development_id', of.developmentIds] as const)
      : (['storyline_id', of.storylineIds] as const);
  const found: StorylineMember[] = [];
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await db
      .withTables<StorylineTables>()
      .selectFrom('storyline_developments')
      .select(['development_id', 'storyline_id', 'started_at', 'linked_to', 'score', 'decided_by'])
      .where(column, 'in', ids.slice(start, start + 500))
      .orderBy('started_at')
      .orderBy('development_id')
      .execute();
    for (const row of rows)
      found.push({
        developmentId: row.development_id,
        storylineId: row.storyline_id,
        startedAt: row.started_at,
        linkedTo: row.linked_to,
        score: row.score,
        decidedBy: row.decided_by,
      });
  }
  return found;
}

/** Some storylines of a publication by their ids. */
export async function findStorylines(db: Reader, publication: string, ids: string[]): Promise<Map<string, Storyline>> {
  const found = new Map<string, Storyline>();
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await db
      .withTables<StorylineTables>()
      .selectFrom('storylines')
      .select(['id', 'name', 'followed'])
      .where('publication', '=', publication)
      .where('id', 'in', ids.slice(start, start + 500))
      .execute();
    for (const { id, name, followed } of rows) found.set(id, { id, name, followed: followed === 1 });
  }
  return found;
}

/** A storyline as a list shows it. */
export interface RunningStoryline extends Storyline {
  developments: number;
  /** When its first and its latest development began. */
  firstAt: string;
  lastAt: string;
}

/**
 * The storylines of a publication that have more than one development, or a name, or are followed: the followed ones first, then
 * those that went on latest.
 */
export async function findRunning(
  db: Reader,
  publication: string,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<RunningStoryline[]> {
  const rows = await db
    .withTables<StorylineTables>()
    .selectFrom('storylines')
    .innerJoin('storyline_developments', 'storyline_developments.storyline_id', 'storylines.id')
    .select((eb) => [
      'storylines.id',
      'storylines.name',
      'storylines.followed',
      eb.fn.count('storyline_developments.development_id').as('developments'),
      eb.fn.min('storyline_developments.started_at').as('first_at'),
      eb.fn.max('storyline_developments.started_at').as('last_at'),
    ])
    .where('storylines.publication', '=', publication)
    .groupBy(['storylines.id', 'storylines.name', 'storylines.followed'])
    .having((eb) =>
      eb.or([
        eb(eb.fn.count('storyline_developments.development_id'), '>', 1),
        eb('storylines.name', '!=', ''),
        eb('storylines.followed', '=', 1),
      ]),
    )
    .orderBy('storylines.followed', 'desc')
    .orderBy('last_at', 'desc')
    .orderBy('storylines.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    followed: row.followed === 1,
    developments: Number(row.developments),
    firstAt: row.first_at,
    lastAt: row.last_at,
  }));
}
