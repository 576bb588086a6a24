import { type Context, Hono } from 'hono';
import { findLibraryPictures, findPictures } from '#media/media.ts';
import { endRights, findListed, findPiecesBy } from '#pieces/pieces.ts';
import { findContributorEmail, findPublication, labelNow } from '#publications/publications.ts';
import type { Desk, DeskEnv } from '../desk-context.ts';
import { may } from '../may.ts';
import { textsOf, type Typed } from '../settings/setting.ts';
import {
  changeContributor,
  type ContributorAct,
  contributorActs,
  type ContributorSaving,
} from './contributor-deeds.ts';
import { contributorPage } from './contributor-page.tsx';
import { contributorsPage } from './contributors-page.tsx';
import { findCalled, findKnown } from './known-contributors.ts';

const [onPage, mostPieces, mostPictures] = [50, 20, 12];

type Failed = Exclude<ContributorSaving, { kind: 'saved' | 'gone' }> & { act: ContributorAct; typed: Typed };

/** Whoever stands in bylines: what readers are told of them, at which address, and who of them is one. */
export function contributorRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { read } = newsroom.database;
  const app = new Hono<DeskEnv>();

  app.get('/desk/:publication/contributors', may(desk, 'keep contributors', 'publication'), async (c) => {
    const publication = await findPublication(read, c.req.param('publication'));
    if (!publication) return c.notFound();
    const words = (c.req.query('q') ?? '').trim().slice(0, 200);
    const all = await findKnown(read, publication);
    const found = findCalled(all, words);
    const pages = Math.max(1, Math.ceil(found.length / onPage));
    const page = Math.min(pages, Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1));
    const known = found.slice((page - 1) * onPage, page * onPage);
    const lasts = known.flatMap(({ last }) => last?.pieceId ?? []);
    const pieces = new Map((await findListed(read, publication.slug, lasts)).map((each) => [each.id, each]));
    const view = { publication, words, known, pieces, page, pages, count: found.length, all: all.length };
    return c.html(contributorsPage(desk, c.get('staff'), view));
  });

  async function show(c: Context<DeskEnv>, at: { slug: string; contributor: string }, failed: Failed | null) {
    const publication = await findPublication(read, at.slug);
    if (!publication) return c.notFound();
    const now = labelNow(publication, 'contributor', at.contributor);
    if (now !== at.contributor) return c.redirect(`/desk/${at.slug}/contributors/${encodeURIComponent(now)}`, 303);
    const all = await findKnown(read, publication);
    const known = all.find(({ slug }) => slug === at.contributor);
    if (!known) return c.notFound();
    await endRights(newsroom);
    const words = (c.req.query('pictures') ?? '').trim().slice(0, 200);
    const { pictures } = await findLibraryPictures(read, {
      ...{ publications: [publication.slug], words, limit: mostPictures, offset: 0 },
    });
    const own = known.told?.portrait?.media;
    const names = [...pictures.map(({ media }) => media), ...(own === undefined ? [] : [own])];
    const view = {
      ...{ publication, known, words, failed },
      said: c.req.query('said') ?? null,
      others: all.filter(({ slug }) => slug !== known.slug),
      email: await findContributorEmail(read, publication.slug, known.slug),
      pieces: await findListed(
        read,
        publication.slug,
        await findPiecesBy(read, publication.slug, known.slug, mostPieces),
      ),
      pictures: pictures.filter(({ rights }) => !rights.ended),
      files: await findPictures(read, names),
    };
    const status = failed === null ? 200 : failed.kind === 'wrong' ? 422 : 409;
    return c.html(contributorPage(desk, c.get('staff'), view), status);
  }

  app.get('/desk/:publication/contributors/:contributor', may(desk, 'keep contributors', 'publication'), (c) => {
    const { publication: slug, contributor } = c.req.param();
    return show(c, { slug, contributor }, null);
  });

  app.post(
    '/desk/:publication/contributors/:contributor/:act',
    may(desk, 'keep contributors', 'publication'),
    async (c) => {
      const { publication: slug, contributor } = c.req.param();
      const act = contributorActs.find((each) => each === c.req.param('act'));
      if (!act) return c.notFound();
      const typed = textsOf(await c.req.parseBody());
      const saving = await changeContributor(newsroom, { slug, contributor, act, typed, by: c.get('staff').id });
      if (saving.kind === 'gone') return c.notFound();
      if (saving.kind === 'saved')
        return c.redirect(`/desk/${slug}/contributors/${encodeURIComponent(saving.at)}?said=${act}`, 303);
      return show(c, { slug, contributor }, { ...saving, act, typed });
    },
  );
  return app;
}
