import { join } from 'node:path';
import { Hono } from 'hono';
import { findPublication } from '#publications/publications.ts';
import {
  countSubmissions,
  listSubmissions,
  openSubmission,
  openSubmissionKeys,
  removeSubmission,
  replyTo,
  setSubmissionState,
  type SubmissionState,
} from '#submissions/submissions.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { inboxPage } from './inbox-page.tsx';
import { submissionPage } from './submission-page.tsx';
import { may } from './may.ts';

const onPage = 50;
const waiting: SubmissionState[] = ['new', 'read', 'answered'];

/** What readers sent to a publication: the list, one of them opened, the reply. */
export function inboxRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { database } = newsroom;
  const deps = { ...newsroom, keys: openSubmissionKeys(join(newsroom.config.data, 'keys')) };
  const app = new Hono<DeskEnv>();

  app.get('/desk/:publication/inbox', may(desk, 'answer readers', 'publication'), async (c) => {
    const publication = await findPublication(database.read, c.req.param('publication'));
    if (!publication) return c.notFound();
    const closed = c.req.query('closed') !== undefined;
    const page = Math.max(1, Math.min(10_000, Number.parseInt(c.req.query('page') ?? '1', 10) || 1));
    const states: SubmissionState[] = closed ? ['closed'] : waiting;
    const counts = await countSubmissions(database.read, publication.slug);
    const range = { states, limit: onPage, offset: (page - 1) * onPage };
    const entries = await listSubmissions(database.read, publication.slug, range);
    const pages = Math.max(1, Math.ceil(states.reduce((sum, state) => sum + counts[state], 0) / onPage));
    const shown = { entries, counts, closed, page, pages, said: c.req.query('said') ?? null };
    return c.html(inboxPage(desk, c.get('staff'), publication, shown));
  });

  app.get('/desk/:publication/inbox/:id', may(desk, 'answer readers', 'publication'), async (c) => {
    const publication = await findPublication(database.read, c.req.param('publication'));
    const opened = publication && (await openSubmission(deps, publication, c.req.param('id')));
    if (!opened) return c.notFound();
    const shown = { opened, typed: null, wrong: null, said: c.req.query('said') ?? null };
    return c.html(submissionPage(desk, c.get('staff'), publication, shown));
  });

  app.post('/desk/:publication/inbox/:id/reply', may(desk, 'answer readers', 'publication'), async (c) => {
    const publication = await findPublication(database.read, c.req.param('publication'));
    if (!publication) return c.notFound();
    const id = c.req.param('id');
    const form = await c.req.parseBody();
    const typed = typeof form.reply === 'string' ? form.reply : '';
    const replied = await replyTo(deps, publication, id, typed);
    if (replied.kind === 'gone') return c.notFound();
    if (replied.kind === 'replied') return c.redirect(`/desk/${publication.slug}/inbox/${id}?said=replied`, 303);
    const opened = await openSubmission(deps, publication, id);
    if (!opened) return c.notFound();
    const shown = { opened, typed, wrong: replied.why, said: null };
    return c.html(submissionPage(desk, c.get('staff'), publication, shown), 422);
  });

  app.post('/desk/:publication/inbox/:id/:act', may(desk, 'answer readers', 'publication'), async (c) => {
    const publication = await findPublication(database.read, c.req.param('publication'));
    const { id, act } = c.req.param();
    const opened = publication && (await openSubmission(deps, publication, id));
    if (!opened || !['close', 'open', 'delete'].includes(act)) return c.notFound();
    const inbox = `/desk/${publication.slug}/inbox`;
    if (act === 'delete') {
      await removeSubmission(deps, id);
      return c.redirect(`${inbox}?said=deleted`, 303);
    }
    const again = opened.submission.reply ? 'answered' : 'read';
    await database.write((tx) => setSubmissionState(tx, id, act === 'close' ? 'closed' : again));
    return c.redirect(act === 'close' ? `${inbox}?said=closed` : `${inbox}/${id}?said=opened`, 303);
  });
  return app;
}
