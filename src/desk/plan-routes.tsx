import { Hono } from 'hono';
import { dayIn } from '#platform/clock.ts';
import type { Reader } from '#platform/database/database.ts';
import {
  countOpenComments,
  findOpenPieces,
  findPiece,
  findPieces,
  findLiveRevisions,
  findSchedules,
  findWorks,
  finishTask,
} from '#pieces/pieces.ts';
import { findPublication, type Publication } from '#publications/publications.ts';
import { findStaff } from '#staff/staff.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { may } from './may.ts';
import { planPage, type PlannedView, type PlanView } from './plan-page.tsx';
import { readTasks } from './read-tasks.ts';
import { stoppedWords } from './read-work.ts';

const mostPieces = 200;
const daysAhead = 14;

/** What is being worked on, and what the coming days hold. */
export function planRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { read } = newsroom.database;
  const app = new Hono<DeskEnv>();
  app.get('/desk/:publication/plan', may(desk, 'read the newsroom', 'publication'), async (c) => {
    const publication = await findPublication(read, c.req.param('publication'));
    if (!publication) return c.notFound();
    const today = dayIn(publication.timeZone, newsroom.clock.now());
    return c.html(
      planPage(desk, c.get('staff'), publication, {
        ...(await readPlan(read, publication, today)),
        tasks: await readTasks(read, publication, newsroom.clock.now()),
        said: c.req.query('said') === 'done',
      }),
    );
  });
  app.post('/desk/piece/:id/task/:task', may(desk, 'write', 'piece'), async (c) => {
    const piece = await findPiece(read, c.req.param('id'));
    if (!piece) return c.notFound();
    const form = await c.req.parseBody();
    const what = typeof form.what === 'string' ? form.what.replace(/\s+/gu, ' ').trim().slice(0, 300) : '';
    const { name, id: staffId } = c.get('staff');
    const task = { id: c.req.param('task'), pieceId: piece.id };
    const done = what !== '' && (await finishTask(newsroom, task, { what, by: name, staffId }));
    return c.redirect(`/desk/${piece.publication}/plan${done ? '?said=done' : ''}#tasks`, 303);
  });
  return app;
}

async function readPlan(
  db: Reader,
  publication: Publication,
  today: string,
): Promise<Omit<PlanView, 'tasks' | 'said'>> {
  const { slug, timeZone } = publication;
  const open = await findOpenPieces(db, slug, mostPieces);
  const ids = open.map(({ id }) => id);
  const works = await findWorks(db, ids);
  const schedules = await findSchedules(db, ids);
  const comments = await countOpenComments(db, ids);
  const names = new Map((await findStaff(db)).map(({ id, name }) => [id, name]));
  const planned = open.map((piece): PlannedView => {
    const work = works.get(piece.id);
    const schedule = schedules.get(piece.id);
    const waits = schedule?.state === 'waiting' ? schedule.dueAt : null;
    const at = waits ?? work?.dueAt ?? null;
    return {
      id: piece.id,
      kind: piece.kind,
      title: piece.title,
      lang: piece.lang,
      live: piece.state === 'live',
      state: work?.state ?? 'writing',
      assignee: work?.assigneeId ? (names.get(work.assigneeId) ?? null) : null,
      savedBy: piece.savedBy,
      savedAt: piece.savedAt,
      comments: comments.get(piece.id) ?? 0,
      goesOut: waits,
      due: work?.dueAt ?? null,
      stopped: schedule?.state === 'stopped' ? stoppedWords(schedule) : null,
      day: at ? dayIn(timeZone, at) : piece.dated !== null && piece.dated >= today ? piece.dated : null,
    };
  });
  const last = Temporal.PlainDate.from(today).add({ days: daysAhead - 1 });
  const talks = await findComingTalks(db, publication, today);
  const days = Array.from({ length: daysAhead }, (_, index) => {
    const day = Temporal.PlainDate.from(today).add({ days: index }).toString();
    return {
      day,
      pieces: planned.filter((piece) => piece.day === day),
      talks: talks.filter((talk) => talk.day === day),
    };
  });
  return {
    today,
    timeZone,
    days,
    stopped: planned.filter(({ stopped }) => stopped !== null),
    overdue: inOrder(planned.filter(({ day }) => day !== null && day < today)),
    later: inOrder(planned.filter(({ day }) => day !== null && day > last.toString())),
    others: planned.filter(({ day }) => day === null),
    more: open.length === mostPieces,
  };
}

const inOrder = (pieces: PlannedView[]): PlannedView[] =>
  pieces.toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1));

/** Talks that readers know of, from a day on. */
async function findComingTalks(db: Reader, { slug, timeZone }: Publication, today: string) {
  const talks = await findPieces(db, slug, { kind: 'talk', state: 'live', limit: mostPieces });
  const revisions = await findLiveRevisions(
    db,
    talks.map(({ id }) => id),
  );
  return talks.flatMap(({ id, lang }) => {
    const content = revisions.get(id)?.content;
    const startsAt = content?.talk?.startsAt;
    const day = startsAt ? dayIn(timeZone, startsAt) : '';
    return content && startsAt && day >= today ? [{ id, lang, title: content.title, startsAt, day }] : [];
  });
}
