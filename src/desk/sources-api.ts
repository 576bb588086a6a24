import { join } from 'node:path';
import { Hono } from 'hono';
import { BadShape, readId, readParagraphs } from '#lib/json/read-json.ts';
import { fullDay } from '#locales/dates.ts';
import type { Piece } from '#pieces/pieces.ts';
import { mayIn, findStaff, type StaffMember } from '#staff/staff.ts';
import { findHeldSources, holdSource, openSource, openSubmissionKeys, removeSource } from '#submissions/submissions.ts';
import type { HeldAnswer, OpenSourceAnswer } from './composer-state.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { may } from './may.ts';
import { withPiece } from './piece-request.ts';

const longest = 10_000;

const sealedWords = {
  'no-key': 'It does not open: the private key is not in the data folder.',
  'other-key': 'It does not open: it was sealed to another key than the one in the data folder.',
  broken: 'It does not open: it was altered.',
};

/** Where sentences of our own reporting come from: held, sealed, shown to few, and to no reader. */
export function sourcesApi(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { read } = newsroom.database;
  const deps = { ...newsroom, keys: openSubmissionKeys(join(newsroom.config.data, 'keys')) };
  const app = new Hono<DeskEnv>();
  const { handle } = withPiece(desk);
  const answer = async (piece: Piece, staff: StaffMember): Promise<HeldAnswer> => {
    const names = new Map((await findStaff(read)).map(({ id, name }) => [id, name]));
    return {
      kind: 'held',
      mayRead: mayIn(staff, 'read held sources', piece.publication),
      sources: (await findHeldSources(read, piece.id)).map(({ id, sentenceId, heldOn, heldById }) => ({
        ...{ id, at: sentenceId, on: fullDay(heldOn, 'en') },
        by: names.get(heldById) ?? 'somebody who is not here any more',
      })),
    };
  };

  app.get(
    '/desk/api/pieces/:id/sources',
    may(desk, 'read the newsroom', 'piece'),
    handle(async ({ c, piece }) => c.json(await answer(piece, c.get('staff')))),
  );

  app.post(
    '/desk/api/pieces/:id/sources',
    may(desk, 'write', 'piece'),
    handle(async ({ c, piece, publication, body }) => {
      const sentenceId = readId(body.field('sentence'));
      const words = readParagraphs(body.field('words'), longest).trim();
      if (words === '') throw new BadShape('nothing is written');
      await holdSource(deps, publication, { pieceId: piece.id, sentenceId }, words, c.get('staff').id);
      return c.json(await answer(piece, c.get('staff')));
    }),
  );

  app.post(
    '/desk/api/pieces/:id/sources/open',
    may(desk, 'read held sources', 'piece'),
    handle(async ({ c, piece, body }) => {
      const opened = await openSource(deps, piece.id, readId(body.field('source')), c.get('staff').id);
      if (opened.kind === 'gone') throw new BadShape('it is not held any more');
      if (opened.kind === 'sealed') return c.json({ kind: 'refused', reason: sealedWords[opened.why] }, 409);
      return c.json({ kind: 'open', words: opened.words } satisfies OpenSourceAnswer);
    }),
  );

  app.post(
    '/desk/api/pieces/:id/sources/delete',
    may(desk, 'read held sources', 'piece'),
    handle(async ({ c, piece, body }) => {
      await removeSource(newsroom, piece.id, readId(body.field('source')), c.get('staff').id);
      return c.json(await answer(piece, c.get('staff')));
    }),
  );
  return app;
}
