import { Hono } from 'hono';
import { readLocalTime } from '#lib/dates/local-time.ts';
import { BadShape, readId, readText, readWhole } from '#lib/json/read-json.ts';
import { instantText } from '#platform/clock.ts';
import {
  approvePiece,
  cancelSchedule,
  findComments,
  findPiece,
  insertComment,
  type Piece,
  saveWork,
  schedulePiece,
  setChecked,
  setResolved,
  workStates,
} from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import { findMember, mayIn, type StaffMember } from '#staff/staff.ts';
import type { WorkAnswer } from './composer-state.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { may } from './may.ts';
import { withPiece } from './piece-request.ts';
import { lookOver } from './look-over.ts';
import { findHead } from './read-composer.ts';
import { readWork } from './read-work.ts';
import { schedulingWords, unsettledWords } from './publish-words.ts';

/** What people tell each other of a piece: how far it is, who does it, comments, approval, and when it goes out. */
export function workApi(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { database, clock } = newsroom;
  const app = new Hono<DeskEnv>();
  const { handle, conflict } = withPiece(desk);
  const now = () => instantText(clock.now());
  /** The work as it is now, with what was done or why not. */
  const answer = async (
    { piece, publication, staff }: { piece: Piece; publication: Publication; staff: StaffMember },
    said: { words?: string; done?: boolean } = {},
  ): Promise<WorkAnswer> => {
    const asItIs = (await findPiece(database.read, piece.id)) ?? piece;
    const work = await readWork(database.read, publication, asItIs, staff);
    const { words = '', done = true } = said;
    return done ? { kind: 'work', work, ...(words ? { words } : {}) } : { kind: 'not-done', words, work };
  };

  app.get(
    '/desk/api/pieces/:id/work',
    may(desk, 'read the newsroom', 'piece'),
    handle(async ({ c, ...of }) => c.json(await answer({ ...of, staff: c.get('staff') }))),
  );

  app.put(
    '/desk/api/pieces/:id/work',
    may(desk, 'write', 'piece'),
    handle(async ({ c, body, ...of }) => {
      const state = workStates.find((each) => each === body.value.state);
      if (!state) throw new BadShape(`the work is one of ${workStates.join(', ')}`);
      const assigneeId = body.value.assignee === null ? null : readId(body.field('assignee'));
      const member = assigneeId === null ? null : await findMember(database.read, assigneeId);
      if (assigneeId !== null && (!member || !mayIn(member, 'write', of.publication.slug)))
        throw new BadShape('that person does not write here');
      const dueAt = body.value.due === null ? null : readDue(readText(body.field('due'), 20), of.publication.timeZone);
      const changes = readWhole(body.field('changes'), 1_000_000_000);
      const kept = await database.write((tx) => saveWork(tx, of.piece.id, { state, assigneeId, dueAt, changes }));
      const words = 'Not kept: somebody changed it meanwhile. What they said is shown now.';
      return c.json(await answer({ ...of, staff: c.get('staff') }, kept ? {} : { words, done: false }));
    }),
  );

  app.post(
    '/desk/api/pieces/:id/checked',
    may(desk, 'write', 'piece'),
    handle(async ({ c, body, ...of }) => {
      const item = readText(body.field('item'), 200);
      if (!of.publication.checklist.includes(item)) throw new BadShape('that line is not on the checklist');
      const staff = c.get('staff');
      const tick = { item, checked: body.value.checked === true, by: staff.name, at: now() };
      await database.write((tx) => setChecked(tx, of.piece.id, tick));
      return c.json(await answer({ ...of, staff }));
    }),
  );

  app.post(
    '/desk/api/pieces/:id/approve',
    may(desk, 'approve', 'piece'),
    handle(async ({ c, body, ...of }) => {
      const revision = readWhole(body.field('revision'), 1_000_000_000);
      const staff = c.get('staff');
      const outcome = await approvePiece(newsroom, of.piece.id, { revision, by: staff.name, staffId: staff.id });
      if (outcome.kind === 'conflict') return c.json(await conflict(of.piece, of.publication), 409);
      const said =
        outcome.kind === 'own'
          ? { words: 'You saved this revision yourself: somebody else has to read it.', done: false }
          : { words: `You have approved revision ${revision}. A change to it needs to be read again.` };
      return c.json(await answer({ ...of, staff }, said));
    }),
  );

  app.post(
    '/desk/api/pieces/:id/schedule',
    may(desk, 'publish', 'piece'),
    handle(async ({ c, body, ...of }) => {
      const revision = readWhole(body.field('revision'), 1_000_000_000);
      const localTime = readText(body.field('at'), 20);
      const staff = c.get('staff');
      const request = { revision, localTime, by: staff.name, staffId: staff.id };
      const { content } = await findHead(database.read, of.piece);
      const waiting = (await lookOver(desk, of.publication, of.piece, content)).advice.filter(({ waits }) => waits);
      if (waiting.length > 0)
        return c.json(
          await answer({ ...of, staff }, { words: `Not set. ${unsettledWords(waiting.length)}`, done: false }),
        );
      const outcome = await schedulePiece(newsroom, of.piece.id, request);
      if (outcome.kind === 'conflict') return c.json(await conflict(of.piece, of.publication), 409);
      const words = schedulingWords(outcome, of.publication.timeZone);
      return c.json(await answer({ ...of, staff }, { words, done: outcome.kind === 'scheduled' }));
    }),
  );

  app.post(
    '/desk/api/pieces/:id/unschedule',
    may(desk, 'publish', 'piece'),
    handle(async ({ c, body: _, ...of }) => {
      const staff = c.get('staff');
      const gone = await cancelSchedule(newsroom, of.piece.id, staff.id);
      const words = gone ? 'It does not go out by itself now.' : 'It had no time to go out at.';
      return c.json(await answer({ ...of, staff }, { words }));
    }),
  );

  app.post(
    '/desk/api/pieces/:id/comments',
    may(desk, 'write', 'piece'),
    handle(async ({ c, body, ...of }) => {
      const words = readText(body.field('words'), 4000).trim();
      if (words === '') throw new BadShape('a comment says something');
      const place = body.value.place === null ? null : readId(body.field('place'));
      const replyTo = body.value.replyTo === null ? null : readId(body.field('replyTo'));
      if (replyTo !== null && !(await findComments(database.read, of.piece.id)).some(({ id }) => id === replyTo))
        throw new BadShape('the comment that this answers is not here');
      const quote = readText(body.field('quote'), 2000);
      const staff = c.get('staff');
      const { headRevision: revision } = of.piece;
      const said = { replyTo, place, quote, words, revision, by: staff.name, byId: staff.id, at: now() };
      await database.write((tx) => insertComment(tx, of.piece.id, said));
      return c.json(await answer({ ...of, staff }));
    }),
  );

  app.post(
    '/desk/api/pieces/:id/comments/resolve',
    may(desk, 'write', 'piece'),
    handle(async ({ c, body, ...of }) => {
      const id = readId(body.field('comment'));
      const staff = c.get('staff');
      const kept = await database.write((tx) => setResolved(tx, of.piece.id, id, { at: now(), by: staff.name }));
      if (!kept) throw new BadShape('that comment is not here');
      return c.json(await answer({ ...of, staff }));
    }),
  );
  return app;
}

function readDue(text: string, timeZone: string): string {
  const time = readLocalTime(text, timeZone);
  if (time.kind === 'unreadable') throw new BadShape('the time is not one: say it as 2026-11-20T08:00');
  if (time.kind === 'skipped') throw new BadShape(`the clock jumps over that time; the next is ${time.next}`);
  return instantText(time.instant);
}
