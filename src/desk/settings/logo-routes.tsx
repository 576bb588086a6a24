import { type Context, Hono } from 'hono';
import { findPictures } from '#media/media.ts';
import { findPublication } from '#publications/publications.ts';
import type { Desk, DeskEnv } from '../desk-context.ts';
import { may } from '../may.ts';
import { saveLogo } from './logo-deeds.ts';
import { logoPage, type LogoShown } from './logo-page.tsx';
import { textsOf } from './setting.ts';

/** The logo of a publication: what stands in its masthead in place of its name in type. */
export function logoRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { read } = newsroom.database;
  const app = new Hono<DeskEnv>();

  async function show(c: Context<DeskEnv>, slug: string, shown: LogoShown | null, status: 200 | 409 | 422) {
    const publication = await findPublication(read, slug);
    if (!publication) return c.notFound();
    const { logo } = publication;
    const files = await findPictures(read, [logo?.media ?? '', logo?.dark ?? '']);
    return c.html(logoPage(desk, c.get('staff'), { publication, files, shown }), status);
  }

  app.get('/desk/:publication/settings/logo', may(desk, 'run the publication', 'publication'), (c) => {
    const said = c.req.query('said');
    const shown: LogoShown | null = said === 'saved' || said === 'removed' ? { kind: said } : null;
    return show(c, c.req.param('publication'), shown, 200);
  });

  app.post('/desk/:publication/settings/logo', may(desk, 'run the publication', 'publication'), async (c) => {
    const slug = c.req.param('publication');
    const form = await c.req.parseBody();
    const fileOf = async (name: string) => {
      const file = form[name];
      return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
    };
    const typed = textsOf(form);
    const [light, dark] = [await fileOf('light'), await fileOf('dark')];
    const saving = await saveLogo(newsroom, { slug, typed, light, dark, by: c.get('staff').id });
    if (saving.kind === 'gone') return c.notFound();
    if (saving.kind === 'saved')
      return c.redirect(`/desk/${slug}/settings/logo?said=${typed.act === 'remove' ? 'removed' : 'saved'}`, 303);
    return show(c, slug, { ...saving, typed }, saving.kind === 'wrong' ? 422 : 409);
  });
  return app;
}
