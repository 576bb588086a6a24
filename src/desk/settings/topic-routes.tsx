import { Hono } from 'hono';
import { findCountedLabels } from '#pieces/pieces.ts';
import { findPublication } from '#publications/publications.ts';
import type { Desk, DeskEnv } from '../desk-context.ts';
import { may } from '../may.ts';
import type { Saving } from './save-setting.ts';
import { textsOf, type Typed } from './setting.ts';
import { addTopic, changeTopic, type TopicAct, topicActs } from './topic-deeds.ts';
import { topicsPage, type TopicsShown } from './topics-page.tsx';

const said: Record<string, string> = {
  add: 'The topic is added.',
  save: 'Saved.',
  up: 'Moved up.',
  down: 'Moved down.',
  merge: 'Merged. Its pieces have moved, and its address leads to the topic that it is part of.',
  delete: 'The topic is deleted.',
};

/** The topics of a publication: their names and order, and what becomes of those that are not needed any more. */
export function topicRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { read } = newsroom.database;
  const app = new Hono<DeskEnv>();

  async function page(staff: DeskEnv['Variables']['staff'], slug: string, shown: TopicsShown | null) {
    const publication = await findPublication(read, slug);
    if (!publication) return null;
    const labels = await findCountedLabels(read, slug, ['topic']);
    const pieces = new Map(labels.map((label) => [label.slug, label.pieces]));
    return topicsPage(desk, staff, { publication, pieces, shown });
  }

  app.get('/desk/:publication/settings/topics', may(desk, 'run the publication', 'publication'), async (c) => {
    const words = said[c.req.query('said') ?? ''];
    const shown: TopicsShown | null = words === undefined ? null : { kind: 'said', words, at: null };
    const html = await page(c.get('staff'), c.req.param('publication'), shown);
    return html === null ? c.notFound() : c.html(html);
  });

  /** What is answered to an act at a topic. */
  const answer =
    (staff: DeskEnv['Variables']['staff'], slug: string, act: TopicAct | 'add', at: string, typed: Typed) =>
    async (saving: Saving): Promise<{ to: string } | { html: string; status: 404 | 409 | 422 }> => {
      if (saving.kind === 'saved') {
        const stays = act === 'up' || act === 'down' || act === 'save';
        return { to: `/desk/${slug}/settings/topics?said=${act}${stays ? `#${encodeURIComponent(at)}` : ''}` };
      }
      const html = saving.kind === 'gone' ? null : await page(staff, slug, { ...saving, at, typed });
      return { html: html ?? '', status: html === null ? 404 : saving.kind === 'wrong' ? 422 : 409 };
    };

  app.post('/desk/:publication/settings/topics', may(desk, 'run the publication', 'publication'), async (c) => {
    const slug = c.req.param('publication');
    const typed = textsOf(await c.req.parseBody());
    const saving = await addTopic(newsroom, { slug, typed, by: c.get('staff').id });
    const answered = await answer(c.get('staff'), slug, 'add', 'new', typed)(saving);
    if ('to' in answered) return c.redirect(answered.to, 303);
    return answered.status === 404 ? c.notFound() : c.html(answered.html, answered.status);
  });

  app.post(
    '/desk/:publication/settings/topics/:topic/:act',
    may(desk, 'run the publication', 'publication'),
    async (c) => {
      const { publication: slug, topic } = c.req.param();
      const act = topicActs.find((each) => each === c.req.param('act'));
      if (!act) return c.notFound();
      const typed = textsOf(await c.req.parseBody());
      const saving = await changeTopic(newsroom, { slug, topic, act, typed, by: c.get('staff').id });
      const answered = await answer(c.get('staff'), slug, act, topic, typed)(saving);
      if ('to' in answered) return c.redirect(answered.to, 303);
      return answered.status === 404 ? c.notFound() : c.html(answered.html, answered.status);
    },
  );
  return app;
}
