import { Hono } from 'hono';
import { findPublication } from '#publications/publications.ts';
import type { Desk, DeskEnv } from '../desk-context.ts';
import { may } from '../may.ts';
import { saveSetting } from './save-setting.ts';
import { readAround, textsOf } from './setting.ts';
import { settings } from './settings.ts';
import { labelRoutes } from './label-routes.tsx';
import { logoRoutes } from './logo-routes.tsx';
import { nameRoutes } from './name-routes.tsx';
import { rankRoutes } from './rank-routes.tsx';
import { topicRoutes } from './topic-routes.tsx';
import { settingsPage, type Shown } from './settings-page.tsx';

/** What a publication is: its name, languages, status and letter, rules and words, each saved by itself. */
export function settingsRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { database } = newsroom;
  const app = new Hono<DeskEnv>();
  app.route('/', rankRoutes(desk));
  app.route('/', topicRoutes(desk));
  app.route('/', nameRoutes(desk));
  app.route('/', labelRoutes(desk));
  app.route('/', logoRoutes(desk));

  async function page(
    staff: DeskEnv['Variables']['staff'],
    slug: string,
    shown: Shown | null,
    isNew = false,
  ): Promise<string | null> {
    const publication = await findPublication(database.read, slug);
    if (!publication) return null;
    return settingsPage(desk, staff, { publication, around: await readAround(database.read, slug), shown, isNew });
  }

  app.get('/desk/:publication/settings', may(desk, 'run the publication', 'publication'), async (c) => {
    const { base = '', ...typed } = c.req.query();
    const saved = settings.find(({ name }) => name === typed.saved);
    const tried = settings.find(({ name }) => name === typed.try);
    const shown: Shown | null = saved
      ? { kind: 'saved', setting: saved.name }
      : tried
        ? { kind: 'tried', setting: tried.name, typed, base }
        : null;
    const html = await page(c.get('staff'), c.req.param('publication'), shown, typed.said === 'new');
    return html === null ? c.notFound() : c.html(html);
  });

  // Where a form was sent to: whoever comes back to it is shown the page.
  app.get('/desk/:publication/settings/:setting', may(desk, 'run the publication', 'publication'), (c) => {
    const setting = settings.find(({ name }) => name === c.req.param('setting'));
    return setting ? c.redirect(`/desk/${c.req.param('publication')}/settings#${setting.name}`, 302) : c.notFound();
  });

  app.post('/desk/:publication/settings/:setting', may(desk, 'run the publication', 'publication'), async (c) => {
    const slug = c.req.param('publication');
    const setting = settings.find(({ name }) => name === c.req.param('setting'));
    if (!setting) return c.notFound();
    const { base = '', ...typed } = textsOf(await c.req.parseBody());
    const saving = await saveSetting(newsroom, setting, { slug, base, typed, by: c.get('staff').id });
    if (saving.kind === 'gone') return c.notFound();
    if (saving.kind === 'saved') return c.redirect(`/desk/${slug}/settings?saved=${setting.name}#${setting.name}`, 303);
    const html = await page(c.get('staff'), slug, { ...saving, setting: setting.name, typed });
    return html === null ? c.notFound() : c.html(html, saving.kind === 'wrong' ? 422 : 409);
  });
  return app;
}
