import { type Context, Hono } from 'hono';
import { findPublication } from '#publications/publications.ts';
import type { Desk, DeskEnv } from '../desk-context.ts';
import { may } from '../may.ts';
import { deleteName, type NameSaving, saveName } from './name-deeds.ts';
import { namesPage, type NamesShown } from './names-page.tsx';
import { textsOf, type Typed } from './setting.ts';

const said: Record<string, string> = {
  add: 'The name is added.',
  save: 'Saved.',
  delete: 'The name is deleted.',
  withdrawn: 'It was not kept: it holds a name that was withdrawn.',
};

/** The names of a publication's story, and its house style. */
export function nameRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const app = new Hono<DeskEnv>();

  async function show(
    c: Context<DeskEnv>,
    slug: string,
    asked: Typed,
    shown: NamesShown | null,
    status: 200 | 409 | 422,
  ) {
    const publication = await findPublication(newsroom.database.read, slug);
    if (!publication) return c.notFound();
    const page = Math.max(1, Number.parseInt(asked.page ?? '1', 10) || 1);
    const words = (asked.q ?? '').trim().slice(0, 200);
    return c.html(namesPage(desk, c.get('staff'), { publication, words, page, shown }), status);
  }

  function answer(c: Context<DeskEnv>, slug: string, at: string, act: string, typed: Typed, saving: NameSaving) {
    if (saving.kind === 'gone') return c.notFound();
    if (saving.kind === 'saved' || saving.kind === 'withdrawn') {
      const query = new URLSearchParams({ said: saving.kind === 'saved' ? act : 'withdrawn' });
      for (const name of ['q', 'page']) if (typed[name]) query.set(name, typed[name]);
      return c.redirect(`/desk/${slug}/settings/names?${query.toString()}`, 303);
    }
    return show(c, slug, typed, { ...saving, at, typed }, saving.kind === 'wrong' ? 422 : 409);
  }

  app.get('/desk/:publication/settings/names', may(desk, 'run the publication', 'publication'), (c) => {
    const words = said[c.req.query('said') ?? ''];
    const shown: NamesShown | null = words === undefined ? null : { kind: 'said', words };
    return show(c, c.req.param('publication'), c.req.query(), shown, 200);
  });

  app.post('/desk/:publication/settings/names', may(desk, 'run the publication', 'publication'), async (c) => {
    const slug = c.req.param('publication');
    const typed = textsOf(await c.req.parseBody());
    const saving = await saveName(newsroom, { slug, typed, entry: null, by: c.get('staff').id });
    return answer(c, slug, 'new', 'add', typed, saving);
  });

  app.post(
    '/desk/:publication/settings/names/:entry/:act',
    may(desk, 'run the publication', 'publication'),
    async (c) => {
      const { publication: slug, entry, act } = c.req.param();
      if (act !== 'save' && act !== 'delete') return c.notFound();
      const typed = textsOf(await c.req.parseBody());
      const asked = { slug, entry, by: c.get('staff').id };
      const saving = act === 'save' ? await saveName(newsroom, { ...asked, typed }) : await deleteName(newsroom, asked);
      return answer(c, slug, entry, act, typed, saving);
    },
  );
  return app;
}
