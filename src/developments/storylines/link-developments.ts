import { instantText } from '#platform/clock.ts';
import type { Database, Reader } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import type { Publication } from '#publications/publications.ts';
import { findReportsByIds, type Report } from '#wires/wires.ts';
import { findMembers } from '../development-store.ts';
import { createLinker, type Linker, linkDefaults } from './linker.ts';
import { findMembersOf, findSubjects, findUnlinked, saveMember } from './storyline-store.ts';
import { readSubject, type Subject } from './subject.ts';

const batchSize = 100;

interface Begun {
  developmentId: string;
  at: number;
  startedAt: string;
  subject: Subject;
}

/**
 * Gives each development that has no storyline yet its place in one: the earlier one that it goes on from, or its own. Decided once, by its
 * first report and what came before it; what has a place keeps it, and so does what an editor decided.
 */
export async function linkDevelopments(
  { database }: { database: Database },
  { slug }: Pick<Publication, 'slug'>,
): Promise<{ linked: number }> {
  const begun = await readBegun(database.read, slug, await findUnlinked(database.read, slug));
  const [first] = begun;
  if (first === undefined) return { linked: 0 };
  const linker = await recallLinker(database.read, slug, first.at);
  for (let start = 0; start < begun.length; start += batchSize) {
    const decided = begun.slice(start, start + batchSize).map((development) => {
      const input = { id: development.developmentId, at: development.at, subject: development.subject };
      const link = linker.find(input);
      const storylineId = link?.storyline ?? newId('sl');
      linker.remember(input, storylineId);
      return { ...development, storylineId, linkedTo: link?.to ?? null, score: link?.score ?? 0 };
    });
    await database.write(async (tx) => {
      for (const { at: _, ...each } of decided) {
        // Meanwhile an editor may have put what it goes on from into another storyline.
        const [to] = each.linkedTo === null ? [] : await findMembersOf(tx, { developmentIds: [each.linkedTo] });
        const storylineId = to?.storylineId ?? each.storylineId;
        await saveMember(tx, slug, { ...each, storylineId, decidedBy: 'placing' });
      }
    });
  }
  return { linked: begun.length };
}

/** Developments with their first reports, in the order of these. A report that was taken back begins nothing, if there is another. */
async function readBegun(db: Reader, publication: string, ids: string[]): Promise<Begun[]> {
  const begun: Begun[] = [];
  for (let start = 0; start < ids.length; start += batchSize) {
    const members = await findMembers(db, publication, ids.slice(start, start + batchSize));
    const developmentOf = new Map(members.map(({ reportId, developmentId }) => [reportId, developmentId]));
    const reports = await findReportsByIds(db, [...developmentOf.keys()]);
    const byDevelopment = Map.groupBy(reports, ({ id }) => developmentOf.get(id) ?? '');
    for (const [developmentId, own] of byDevelopment) {
      const [first] = own.sort(
        (a, b) =>
          Number(isKilled(a)) - Number(isKilled(b)) ||
          a.reportedAt.localeCompare(b.reportedAt) ||
          a.externalId.localeCompare(b.externalId),
      );
      if (first === undefined) continue;
      const at = Temporal.Instant.from(first.reportedAt).epochMilliseconds;
      begun.push({ developmentId, at, startedAt: first.reportedAt, subject: readSubject(first) });
    }
  }
  return begun.sort((a, b) => a.at - b.at || a.developmentId.localeCompare(b.developmentId));
}

const isKilled = ({ handling }: Report): boolean => handling.status === 'killed';

async function recallLinker(db: Reader, publication: string, at: number): Promise<Linker> {
  const linker = createLinker();
  const since = Temporal.Instant.fromEpochMilliseconds(at).subtract({ hours: 24 * linkDefaults.windowDays });
  for (const { developmentId, storylineId, startedAt, subject } of await findSubjects(
    db,
    publication,
    instantText(since),
  ))
    linker.remember(
      { id: developmentId, at: Temporal.Instant.from(startedAt).epochMilliseconds, subject },
      storylineId,
    );
  return linker;
}
