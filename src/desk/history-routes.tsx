import { Hono } from 'hono';
import {
  compareContents,
  findApprovals,
  findCorrections,
  findPiece,
  findPublishings,
  findRevision,
  findSavings,
  type Piece,
  restoreVouches,
  savePiece,
  vouchesThatCameBack,
  withdrawPiece,
} from '#pieces/pieces.ts';
import type { Reader } from '#platform/database/database.ts';
import { findPublication } from '#publications/publications.ts';
import { mayIn } from '#staff/staff.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { explainPage } from './explain-page.tsx';
import { groupSavings } from './group-savings.ts';
import { historyPage, type HistoryView } from './history-page.tsx';
import { may } from './may.ts';
import { readOverrides } from './read-composer.ts';

const mostSavings = 2000;

/** What became of a piece: its revisions, how two of them differ, going back to one, and taking the piece from readers. */
export function historyRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { read } = newsroom.database;
  const app = new Hono<DeskEnv>();

  app.get('/desk/piece/:id/history', may(desk, 'read the newsroom', 'piece'), async (c) => {
    const view = await readHistory(read, c.req.param('id'), c.req.query());
    return view ? c.html(historyPage(desk, c.get('staff'), view)) : c.notFound();
  });

  app.post('/desk/piece/:id/restore', may(desk, 'write', 'piece'), async (c) => {
    const id = c.req.param('id');
    const form = await c.req.parseBody();
    const [number, base] = [readNumber(form.revision), readNumber(form.base)];
    const revision = number === null ? null : await findRevision(read, id, number);
    const [piece, head] = [await findPiece(read, id), base === null ? null : await findRevision(read, id, base)];
    if (!revision || base === null || !piece || !head) return c.notFound();
    const staff = c.get('staff');
    const mayVouch = mayIn(staff, 'vouch', piece.publication);
    const asked = { content: revision.content, head: head.content, mayVouch };
    const { content, unvouched } = await restoreVouches(read, id, asked);
    const saved = await savePiece(newsroom, id, base, content, staff.name, staff.id);
    if (saved.kind === 'conflict')
      return c.html(
        explainPage(
          desk,
          staff,
          'not-done',
          'Somebody saved meanwhile. Nothing was changed: look at what they wrote first.',
        ),
        409,
      );
    const said = `said=restored${unvouched > 0 ? `&unvouched=${unvouched}` : ''}`;
    return c.redirect(`/desk/piece/${id}/history?from=${base}&to=${saved.revision}&${said}`, 303);
  });

  app.post('/desk/piece/:id/withdraw', may(desk, 'publish', 'piece'), async (c) => {
    const id = c.req.param('id');
    const form = await c.req.parseBody();
    const note = typeof form.note === 'string' ? form.note.slice(0, 2000) : '';
    const staff = c.get('staff');
    const outcome = await withdrawPiece(newsroom, id, { note, by: staff.name, staffId: staff.id });
    return c.redirect(`/desk/piece/${id}/history?said=${outcome.kind}`, 303);
  });
  return app;
}

async function readHistory(db: Reader, id: string, query: Record<string, string>): Promise<HistoryView | null> {
  const piece = await findPiece(db, id);
  const publication = piece && (await findPublication(db, piece.publication));
  const head = piece && (await findRevision(db, id, piece.headRevision));
  if (!piece || !publication || !head) return null;
  const publishings = await findPublishings(db, id);
  const approvals = await findApprovals(db, id);
  const compared = await readCompared(db, piece, query);
  const marked = new Set([...publishings, ...approvals].map(({ revision }) => revision));
  return {
    piece,
    publication,
    title: head.content.title,
    said: query.said ?? null,
    groups: groupSavings(await findSavings(db, id, mostSavings), marked),
    publishings,
    approvals,
    corrections: await findCorrections(db, id),
    overrides: await readOverrides(db, id),
    compared: compared && { from: compared.from, to: compared.to, changes: compared.changes },
    restored:
      query.said === 'restored' && compared
        ? { vouched: compared.vouched, unvouched: readNumber(query.unvouched) ?? 0 }
        : null,
  };
}

async function readCompared(db: Reader, piece: Piece, query: Record<string, string>) {
  const [from, to] = [readNumber(query.from), readNumber(query.to)];
  if (from === null || to === null) return null;
  const before = await findRevision(db, piece.id, from);
  const after = await findRevision(db, piece.id, to);
  if (!before || !after) return null;
  const changes = compareContents(before.content, after.content);
  return { from, to, changes, vouched: vouchesThatCameBack(before.content, after.content) };
}

function readNumber(text: unknown): number | null {
  return typeof text === 'string' && /^\d{1,9}$/u.test(text) ? Number(text) : null;
}
