import { Hono } from 'hono';
import { findTaught, forgetTaught, weightsOf } from '#developments/developments.ts';
import type { Publication } from '#publications/publications.ts';
import { findPublication } from '#publications/publications.ts';
import { findDevelopmentsToTell } from '#summaries/summaries.ts';
import { findLatestReportDay } from '#wires/wires.ts';
import type { Desk, DeskEnv } from '../desk-context.ts';
import { may } from '../may.ts';
import { rankPage, type RankView } from './rank-page.tsx';
import { defaultsTyped, rankSetting } from './rank-setting.ts';
import { saveSetting } from './save-setting.ts';
import { readAround, textsOf, type Typed, versionOf } from './setting.ts';

/** How much each part of a rank weighs, with what that makes of the latest day. */
export function rankRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { read } = newsroom.database;
  const app = new Hono<DeskEnv>();

  async function previewOf(
    publication: Publication,
    rankWeights: Record<string, number>,
  ): Promise<RankView['preview']> {
    const day = await findLatestReportDay(read, publication.slug);
    if (day === null) return null;
    const saved = await findDevelopmentsToTell(read, publication, day);
    const developments = await findDevelopmentsToTell(read, publication, day, weightsOf({ rankWeights }));
    return { day, developments, stood: new Map(saved.map(({ id }, index) => [id, index + 1])) };
  }

  async function page(
    staff: DeskEnv['Variables']['staff'],
    slug: string,
    of: Pick<RankView, 'shown'> & { typed?: Typed; base?: string },
  ): Promise<string | null> {
    const publication = await findPublication(read, slug);
    if (!publication) return null;
    const around = await readAround(read, slug);
    const typed = of.typed ?? rankSetting.write(publication, around);
    const { given, wrong } = rankSetting.read(typed, publication, around);
    const preview = await previewOf(publication, given.rankWeights ?? {});
    const taught = await findTaught(read, slug);
    return rankPage(desk, staff, {
      publication,
      typed,
      wrong,
      preview,
      taught,
      shown: of.shown,
      base: of.base ?? null,
    });
  }

  app.get('/desk/:publication/settings/ranking', may(desk, 'run the publication', 'publication'), async (c) => {
    const { base, ...typed } = c.req.query();
    const tried = typed.try !== undefined && base !== undefined;
    const said = (['saved', 'default', 'forgotten'] as const).find((each) => each === typed.said) ?? null;
    const of = tried ? { shown: 'tried' as const, typed, base } : { shown: said };
    const html = await page(c.get('staff'), c.req.param('publication'), of);
    return html === null ? c.notFound() : c.html(html);
  });

  app.post('/desk/:publication/settings/ranking', may(desk, 'run the publication', 'publication'), async (c) => {
    const slug = c.req.param('publication');
    const { base = '', ...typed } = textsOf(await c.req.parseBody());
    const saving = await saveSetting(newsroom, rankSetting, { slug, base, typed, by: c.get('staff').id });
    if (saving.kind === 'saved') return c.redirect(`/desk/${slug}/settings/ranking?said=saved`, 303);
    const html = saving.kind === 'gone' ? null : await page(c.get('staff'), slug, { shown: saving.kind, typed });
    return html === null ? c.notFound() : c.html(html, saving.kind === 'wrong' ? 422 : 409);
  });

  app.post(
    '/desk/:publication/settings/ranking/default',
    may(desk, 'run the publication', 'publication'),
    async (c) => {
      const slug = c.req.param('publication');
      const publication = await findPublication(read, slug);
      if (!publication) return c.notFound();
      // Whatever it is now: who asks for the default wants nothing else.
      const base = versionOf(rankSetting.keys, publication);
      const saving = await saveSetting(newsroom, rankSetting, {
        slug,
        base,
        typed: defaultsTyped(),
        by: c.get('staff').id,
      });
      if (saving.kind === 'saved') return c.redirect(`/desk/${slug}/settings/ranking?said=default`, 303);
      const html = saving.kind === 'gone' ? null : await page(c.get('staff'), slug, { shown: saving.kind });
      return html === null ? c.notFound() : c.html(html, 409);
    },
  );
  app.post('/desk/:publication/settings/ranking/forget', may(desk, 'run the publication', 'publication'), async (c) => {
    const slug = c.req.param('publication');
    if (!(await findPublication(read, slug))) return c.notFound();
    await forgetTaught(newsroom, slug, c.get('staff').id);
    return c.redirect(`/desk/${slug}/settings/ranking?said=forgotten#joining`, 303);
  });
  return app;
}
