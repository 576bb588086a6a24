import { readLocalTime } from '#lib/dates/local-time.ts';
import { recordDeed } from '#platform/audit/audit-store.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { recordEvent } from '#platform/events/event-store.ts';
import { findPublication } from '#publications/publications.ts';
import { sentencesOf } from './document.ts';
import type { GateMark } from './gate.ts';
import { findPiece, findRevision } from './piece-store.ts';
import { gatePiece, needsSecond, publishPiece, type Publishing } from './publish-piece.ts';
import { deleteSchedule, findDueSchedules, saveSchedule, type Schedule, stopSchedule } from './schedule-store.ts';

interface Deps {
  database: Database;
  clock: Clock;
}

/** What became of a wish that a piece go out at a time. */
export type Scheduling =
  /** `twice`: the clock shows that time twice that day, and the earlier is meant. */
  | { kind: 'scheduled'; dueAt: string; twice: boolean }
  | { kind: 'refused'; marks: GateMark[] }
  | { kind: 'empty' }
  | { kind: 'conflict'; head: number }
  | { kind: 'needs-second' }
  /** Readers have it, or had it: a change to it goes out with a note, and at once. */
  | { kind: 'not-unpublished' }
  | { kind: 'past' }
  | { kind: 'unreadable' }
  /** The clock jumps over it that day; `next` is the first time after. */
  | { kind: 'skipped'; next: string };

/**
 * Sets that the head revision of a piece, which must be `revision`, goes out when the clock of its publication's zone
 * shows `localTime` ("2026-11-20T08:00"), in place of what was set before. The gate is asked now, and again then. What is
 * saved after this is not in what goes out.
 */
export async function schedulePiece(
  deps: Deps,
  pieceId: string,
  request: { revision: number; localTime: string; by: string; staffId?: string },
): Promise<Scheduling> {
  const { database, clock } = deps;
  const { revision: number, localTime, by, staffId = 'terminal' } = request;
  const piece = await findPiece(database.read, pieceId);
  const revision = piece && (await findRevision(database.read, pieceId, number));
  const publication = piece && (await findPublication(database.read, piece.publication));
  if (!piece || !revision || !publication) throw new Error(`there is no revision ${number} of piece ${pieceId}`);
  if (piece.headRevision !== number) return { kind: 'conflict', head: piece.headRevision };
  if (piece.state !== 'unpublished') return { kind: 'not-unpublished' };
  const time = readLocalTime(localTime, publication.timeZone);
  if (time.kind !== 'known') return time;
  const now = clock.now();
  if (Temporal.Instant.compare(time.instant, now) <= 0) return { kind: 'past' };
  if (sentencesOf(revision.content.blocks).every((sentence) => sentence.text.trim() === '')) return { kind: 'empty' };
  const marks = await gatePiece(database.read, pieceId, revision.content, now);
  if (marks.length > 0) return { kind: 'refused', marks };
  if (await needsSecond(database.read, piece, revision)) return { kind: 'needs-second' };

  const dueAt = instantText(time.instant);
  const setAt = instantText(now);
  return database.write(async (tx) => {
    const head = await findPiece(tx, pieceId);
    if (head?.headRevision !== number) return { kind: 'conflict' as const, head: head?.headRevision ?? 0 };
    if (head.state !== 'unpublished') return { kind: 'not-unpublished' as const };
    const { timeZone } = publication;
    await saveSchedule(tx, { pieceId, revision: number, localTime, timeZone, dueAt, by, byId: staffId, setAt });
    const detail = { revision: number, due: dueAt };
    await recordDeed(tx, setAt, { by: staffId, action: 'scheduled', object: `piece:${pieceId}`, detail });
    return { kind: 'scheduled' as const, dueAt, twice: time.twice };
  });
}

/** Takes a piece's schedule away: it does not go out by itself. False: there was none. */
export async function cancelSchedule({ database, clock }: Deps, pieceId: string, staffId: string): Promise<boolean> {
  const at = instantText(clock.now());
  return database.write(async (tx) => {
    if (!(await deleteSchedule(tx, pieceId))) return false;
    await recordDeed(tx, at, { by: staffId, action: 'schedule taken away', object: `piece:${pieceId}` });
    return true;
  });
}

/**
 * Publishes everything whose time has come, each once, however many processes ask. What cannot go out is stopped, with
 * the reason, and an event. Answers what became of each.
 */
export async function publishDue(deps: Deps): Promise<{ schedule: Schedule; outcome: Publishing['kind'] }[]> {
  const { database, clock } = deps;
  const done: { schedule: Schedule; outcome: Publishing['kind'] }[] = [];
  for (const schedule of await findDueSchedules(database.read, instantText(clock.now()))) {
    const { pieceId, revision, by, byId } = schedule;
    const { kind: outcome } = await publishPiece(deps, pieceId, { revision, by, staffId: byId, scheduled: true });
    // Another process was first.
    if (outcome === 'not-scheduled') continue;
    // Somebody published it by hand at that very moment.
    if (outcome === 'unchanged') {
      await database.write((tx) => deleteSchedule(tx, pieceId, revision));
      continue;
    }
    if (outcome !== 'published') {
      const at = instantText(clock.now());
      const stopped = await database.write(async (tx) => {
        if (!(await stopSchedule(tx, schedule, outcome))) return false;
        await recordEvent(tx, at, { kind: 'piece not published at its time', data: { piece: pieceId, why: outcome } });
        return true;
      });
      if (!stopped) continue;
    }
    done.push({ schedule, outcome });
  }
  return done;
}
