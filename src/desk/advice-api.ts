import { Hono } from 'hono';
import type { AdviceAnswer } from './composer-state.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { lookOver } from './look-over.ts';
import { may } from './may.ts';
import { withPiece } from './piece-request.ts';
import { findHead } from './read-composer.ts';

/** What should be looked at in a piece as it is saved, asked for by itself: no save waits for it. */
export function adviceApi(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { handle } = withPiece(desk);
  app.get(
    '/desk/api/pieces/:id/advice',
    may(desk, 'read the newsroom', 'piece'),
    handle(async ({ c, piece, publication }) => {
      const { content } = await findHead(desk.newsroom.database.read, piece);
      const found = await lookOver(desk, publication, piece, content);
      return c.json({ kind: 'advice', ...found } satisfies AdviceAnswer);
    }),
  );
  return app;
}
