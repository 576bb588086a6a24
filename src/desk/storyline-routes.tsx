import { Hono } from 'hono';
import {
  type Arranged,
  describeStoryline,
  joinStoryline,
  leaveStoryline,
  mergeStorylines,
} from '#developments/developments.ts';
import { dayIn } from '#platform/clock.ts';
import { dayOfInstant } from '#locales/dates.ts';
import { findPublication } from '#publications/publications.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { may } from './may.ts';
import { readStoryline, readStorylines } from './read-storylines.ts';
import { storylinePage, storylinesPage } from './storylines-page.tsx';

const onAPage = 60;

/** The storylines of a publication, and what an editor decides of them. */
export function storylineRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { read } = newsroom.database;
  const app = new Hono<DeskEnv>();

  app.get('/desk/:publication/storylines', may(desk, 'read the newsroom', 'publication'), async (c) => {
    const publication = await findPublication(read, c.req.param('publication'));
    if (!publication) return c.notFound();
    const page = Math.max(1, Math.trunc(Number(c.req.query('page') ?? 1)) || 1);
    const found = await readStorylines(read, publication, { limit: onAPage + 1, offset: (page - 1) * onAPage });
    const at = (number: number) => `/desk/${publication.slug}/storylines${number > 1 ? `?page=${number}` : ''}`;
    return c.html(
      storylinesPage(desk, c.get('staff'), publication, {
        storylines: found.slice(0, onAPage),
        today: dayIn(publication.timeZone, newsroom.clock.now()),
        newer: page > 1 ? at(page - 1) : null,
        older: found.length > onAPage ? at(page + 1) : null,
        dayOf: (instant) => dayOfInstant(instant, publication.timeZone),
      }),
    );
  });

  app.get('/desk/:publication/storylines/:storyline', may(desk, 'read the newsroom', 'publication'), async (c) => {
    const publication = await findPublication(read, c.req.param('publication'));
    const view = publication && (await readStoryline(read, publication, c.req.param('storyline')));
    if (!publication || !view) return c.notFound();
    const today = dayIn(publication.timeZone, newsroom.clock.now());
    const said = c.req.query('said') ?? null;
    return c.html(storylinePage(desk, c.get('staff'), publication, view, { today, said }));
  });

  app.post(
    '/desk/:publication/storylines/:storyline/:act',
    may(desk, 'arrange storylines', 'publication'),
    async (c) => {
      const publication = await findPublication(read, c.req.param('publication'));
      if (!publication) return c.notFound();
      const { storyline, act } = c.req.param();
      const form = await c.req.parseBody({ all: true });
      const text = (value: unknown): string => (typeof value === 'string' ? value : '');
      const ticked = [form.development ?? []].flat().filter((each): each is string => typeof each === 'string');
      const into = text(form.into);
      const by = c.get('staff').id;
      const each = async (deed: (development: string) => Promise<Arranged>): Promise<Arranged['kind'] | 'none'> => {
        let last: Arranged['kind'] | 'none' = 'none';
        for (const development of ticked) {
          const { kind } = await deed(development);
          if (last !== 'done') last = kind;
        }
        return last;
      };
      const describe = (change: { name?: string; followed?: boolean }) =>
        describeStoryline(newsroom, publication, { storyline, ...change }, by);
      const path = `/desk/${publication.slug}/storylines`;
      const answer = (kind: Arranged['kind'] | 'none', at: string, said: string = kind) =>
        kind === 'gone' ? c.notFound() : c.redirect(`${path}/${at}?said=${kind === 'done' ? said : kind}`, 303);
      switch (act) {
        case 'name':
          return answer((await describe({ name: text(form.name) })).kind, storyline, 'named');
        case 'follow':
          return answer((await describe({ followed: true })).kind, storyline, 'followed');
        case 'let-go':
          return answer((await describe({ followed: false })).kind, storyline, 'let-go');
        case 'merge':
          return answer((await mergeStorylines(newsroom, publication, { from: storyline, into }, by)).kind, into);
        case 'take-out':
          return answer(await each((development) => leaveStoryline(newsroom, publication, development, by)), storyline);
        case 'move': {
          const kind = await each((development) =>
            joinStoryline(newsroom, publication, { development, storyline: into }, by),
          );
          return answer(kind, kind === 'done' ? into : storyline);
        }
        default:
          return c.notFound();
      }
    },
  );
  return app;
}
