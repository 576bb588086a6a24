import { type Context, Hono } from 'hono';
import { findPublication } from '#publications/publications.ts';
import type { Desk, DeskEnv } from '../desk-context.ts';
import { may } from '../may.ts';
import { changeLabel, findLabelsShown, labelKinds, type ShownKind } from './label-deeds.ts';
import { labelsPage, type LabelsShown } from './labels-page.tsx';
import { textsOf, type Typed } from './setting.ts';

const said: Record<string, string> = {
  rename: 'Saved. It is called so from now on, on every page.',
  merge: 'Merged. Its pieces have moved, and its address leads to what it is part of.',
};

/** The tags and categories that pieces bring: what they are called, and which of them are one. */
export function labelRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { read } = newsroom.database;
  const app = new Hono<DeskEnv>();

  async function show(
    c: Context<DeskEnv>,
    at: { slug: string; of: ShownKind; asked: Typed },
    shown: LabelsShown | null,
    status: 200 | 409 | 422,
  ) {
    const publication = await findPublication(read, at.slug);
    if (!publication) return c.notFound();
    const labels = await findLabelsShown(read, publication, at.of);
    const page = Math.max(1, Number.parseInt(at.asked.page ?? '1', 10) || 1);
    const words = (at.asked.q ?? '').trim().slice(0, 200);
    return c.html(labelsPage(desk, c.get('staff'), { publication, of: at.of, labels, words, page, shown }), status);
  }

  app.get('/desk/:publication/settings/labels', may(desk, 'run the publication', 'publication'), (c) => {
    const asked = c.req.query();
    const words = said[asked.said ?? ''];
    const of = labelKinds.find((kind) => kind === asked.kind) ?? 'tag';
    const at = { slug: c.req.param('publication'), of, asked };
    return show(c, at, words === undefined ? null : { kind: 'said', words }, 200);
  });

  app.post(
    '/desk/:publication/settings/labels/:kind/:label/:act',
    may(desk, 'run the publication', 'publication'),
    async (c) => {
      const { publication: slug, label, act } = c.req.param();
      const kind = labelKinds.find((each) => each === c.req.param('kind'));
      if (!kind || (act !== 'rename' && act !== 'merge')) return c.notFound();
      const typed = textsOf(await c.req.parseBody());
      const saving = await changeLabel(newsroom, { slug, kind, label, act, typed, by: c.get('staff').id });
      if (saving.kind === 'gone') return c.notFound();
      if (saving.kind === 'saved') {
        const query = new URLSearchParams({ kind, said: act });
        for (const name of ['q', 'page']) if (typed[name]) query.set(name, typed[name]);
        return c.redirect(`/desk/${slug}/settings/labels?${query.toString()}`, 303);
      }
      const at = { slug, of: kind, asked: typed };
      return show(c, at, { ...saving, at: label, typed }, saving.kind === 'wrong' ? 422 : 409);
    },
  );
  return app;
}
