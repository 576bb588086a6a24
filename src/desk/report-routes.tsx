import { localTimeOf } from '#lib/dates/local-time.ts';
import { Hono } from 'hono';
import { dayIn } from '#platform/clock.ts';
import { findPublication, type Publication } from '#publications/publications.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { isDay } from './find-place.ts';
import { isWebAddress } from '#lib/json/read-json.ts';
import { findWrong, readReportInput, type ReportInput, reportedAt } from './report-input.ts';
import { reportPage } from './report-page.tsx';
import { readLink, takeReport } from './take-report.ts';
import { may } from './may.ts';

/** Reports that an editor brings by hand: a link, or a text. */
export function reportRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const app = new Hono<DeskEnv>();
  app.get('/desk/:publication/report/new', may(desk, 'bring reports', 'publication'), async (c) => {
    const publication = await findPublication(newsroom.database.read, c.req.param('publication'));
    if (!publication) return c.notFound();
    const day = dayAsked(c.req.query('day'), publication);
    return c.html(
      reportPage(desk, c.get('staff'), publication, day, {
        link: '',
        input: blank(publication, day),
        wrong: {},
        outcome: null,
      }),
    );
  });
  app.post('/desk/:publication/report/new', may(desk, 'bring reports', 'publication'), async (c) => {
    const publication = await findPublication(newsroom.database.read, c.req.param('publication'));
    if (!publication) return c.notFound();
    const form = await c.req.parseBody();
    const day = dayAsked(form.day, publication);
    const show = (props: Parameters<typeof reportPage>[4]) =>
      c.html(reportPage(desk, c.get('staff'), publication, day, props), 422);
    const take = async (input: ReportInput, at: string) => {
      const taken = await takeReport(newsroom, publication, input, at);
      return c.redirect(`/desk/${publication.slug}/${taken.day}?added=${taken.reportId}`, 303);
    };
    if (typeof form.link === 'string') {
      const link = form.link.trim();
      const empty = { link, input: { ...blank(publication, day), url: isWebAddress(link) ? link : '' } };
      if (!isWebAddress(link))
        return show({
          ...empty,
          wrong: { link: 'This is no web address. It starts with http:// or https://.' },
          outcome: null,
        });
      const input = await readLink(newsroom, publication, link);
      if (!input) return show({ ...empty, wrong: {}, outcome: 'failed' });
      const at = reportedAt(input, publication, newsroom.clock.now());
      const complete = Object.keys(findWrong(input, publication, newsroom.clock.now())).length === 0;
      return complete && at !== null ? take(input, at) : show({ link, input, wrong: {}, outcome: 'look' });
    }
    const input = readReportInput(form);
    const wrong = findWrong(input, publication, newsroom.clock.now());
    const at = reportedAt(input, publication, newsroom.clock.now());
    if (Object.keys(wrong).length > 0 || at === null) return show({ link: '', input, wrong, outcome: null });
    return take(input, at);
  });

  function dayAsked(asked: unknown, publication: Publication): string {
    return typeof asked === 'string' && isDay(asked) ? asked : dayIn(publication.timeZone, newsroom.clock.now());
  }

  /** The form before anything is typed: now, or noon of a day that is past. */
  function blank(publication: Publication, day: string): ReportInput {
    const now = newsroom.clock.now();
    const past = day < dayIn(publication.timeZone, now);
    const reported = past ? `${day}T12:00` : localTimeOf(now, publication.timeZone);
    return { outlet: '', title: '', url: '', reported, body: '', raw: '' };
  }
  return app;
}
