import { Hono } from 'hono';
import { findOverrides } from '#pieces/pieces.ts';
import { findAdvice } from '#summaries/summaries.ts';
import { viewAdvice, viewBrokenLink } from './advice-words.ts';
import type { AdviceAnswer } from './composer-state.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { LinkChecks, linksOf } from './link-checks.ts';
import { may } from './may.ts';
import { withPiece } from './piece-request.ts';
import { findHead } from './read-composer.ts';

/** What should be looked at in a piece as it is saved: it stops nothing, so that nobody waits for it. */
export function adviceApi(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { read } = newsroom.database;
  const app = new Hono<DeskEnv>();
  const links = new LinkChecks(newsroom);
  const { handle } = withPiece(desk);
  app.get(
    '/desk/api/pieces/:id/advice',
    may(desk, 'read the newsroom', 'piece'),
    handle(async ({ c, piece, publication }) => {
      const { content } = await findHead(read, piece);
      const advice = (await findAdvice(read, publication, piece, content)).map(viewAdvice);
      const placed = linksOf(content);
      const { broken, pending } = links.look(placed.map(({ href }) => href));
      const left = broken.length > 0 ? await findOverrides(read, piece.id) : [];
      const views = placed
        .flatMap(({ at, href }) =>
          broken.filter((each) => each.href === href).map((each) => viewBrokenLink({ ...each, at })),
        )
        .filter((view) => !left.some(({ sentenceId, mark }) => sentenceId === view.at && mark === view.name));
      return c.json({ kind: 'advice', advice: [...advice, ...views], pending } satisfies AdviceAnswer);
    }),
  );
  return app;
}
