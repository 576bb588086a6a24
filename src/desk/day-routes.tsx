import { Hono } from 'hono';
import { joinDevelopments, keepApart, splitReport } from '#developments/developments.ts';
import { dayIn } from '#platform/clock.ts';
import { findPublication } from '#publications/publications.ts';
import { draftSummary } from '#summaries/summaries.ts';
import { findLatestReportDay } from '#wires/wires.ts';
import { dayPage } from './day-page.tsx';
import type { Desk, DeskEnv } from './desk-context.ts';
import { findPlace } from './find-place.ts';
import { readDay } from './read-day.ts';
import { may } from './may.ts';

const mostSections = 12;

/** A publication's days, and the drafting of a day's summary. */
export function dayRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { database } = newsroom;
  const app = new Hono<DeskEnv>();
  app.get('/desk/:publication', may(desk, 'read the newsroom', 'publication'), async (c) => {
    const publication = await findPublication(database.read, c.req.param('publication'));
    if (!publication) return c.notFound();
    const today = dayIn(publication.timeZone, newsroom.clock.now());
    const day = (await findLatestReportDay(database.read, publication.slug, today)) ?? today;
    return c.redirect(`/desk/${publication.slug}/${day}`, 303);
  });
  app.get('/desk/:publication/:day', may(desk, 'read the newsroom', 'publication'), async (c) => {
    const place = await findPlace(database.read, c.req.param('publication'), c.req.param('day'));
    if (!place) return c.notFound();
    const view = await readDay(newsroom, place.publication, place.day);
    const { added = null, report = null, all, said = null } = c.req.query();
    const shown = { added, report, said, all: all !== undefined || report !== null };
    return c.html(dayPage(desk, c.get('staff'), place.publication, view, shown));
  });
  app.post('/desk/:publication/:day/join', may(desk, 'write', 'publication'), async (c) => {
    const place = await findPlace(database.read, c.req.param('publication'), c.req.param('day'));
    if (!place) return c.notFound();
    const { chosen, pair } = await c.req.parseBody({ all: true });
    const ids = readPair(pair) ?? [chosen ?? []].flat().filter((each): each is string => typeof each === 'string');
    const joined = await joinDevelopments(newsroom, place.publication, ids, c.get('staff').id);
    const to = joined.kind === 'joined' ? `#${encodeURIComponent(joined.id)}` : '';
    return c.redirect(`/desk/${place.publication.slug}/${place.day}?said=${joined.kind}${to}`, 303);
  });
  app.post('/desk/:publication/:day/apart', may(desk, 'write', 'publication'), async (c) => {
    const place = await findPlace(database.read, c.req.param('publication'), c.req.param('day'));
    if (!place) return c.notFound();
    const [from = '', id = ''] = readPair((await c.req.parseBody()).pair) ?? [];
    const { kind } = await keepApart(newsroom, place.publication, { id, from }, c.get('staff').id);
    const to = `/desk/${place.publication.slug}/${place.day}?said=${kind}`;
    return c.redirect(kind === 'apart' ? `${to}#${encodeURIComponent(id)}` : to, 303);
  });
  app.post('/desk/:publication/:day/split', may(desk, 'write', 'publication'), async (c) => {
    const place = await findPlace(database.read, c.req.param('publication'), c.req.param('day'));
    if (!place) return c.notFound();
    const { report } = await c.req.parseBody();
    const id = typeof report === 'string' ? report : '';
    const split = await splitReport(newsroom, place.publication, id, c.get('staff').id);
    return c.redirect(
      `/desk/${place.publication.slug}/${place.day}?said=${split.kind}&report=${encodeURIComponent(id)}`,
      303,
    );
  });
  app.post('/desk/:publication/:day/draft', may(desk, 'write', 'publication'), async (c) => {
    const place = await findPlace(database.read, c.req.param('publication'), c.req.param('day'));
    if (!place) return c.notFound();
    const { publication, day } = place;
    const form = await c.req.parseBody({ all: true });
    const chosen = [form.chosen ?? []].flat().filter((each): each is string => typeof each === 'string');
    const sections = Number(form.sections);
    const lang = typeof form.lang === 'string' && publication.languages.includes(form.lang) ? form.lang : null;
    const drafting = await draftSummary(newsroom, publication, {
      day,
      by: c.get('staff').name,
      byId: c.get('staff').id,
      ...(lang ? { lang } : {}),
      ...(chosen.length > 0 ? { chosen: chosen.slice(0, mostSections) } : {}),
      ...(Number.isInteger(sections) && sections > 0 ? { sections: Math.min(sections, mostSections) } : {}),
    });
    if (drafting.kind !== 'no-reports') return c.redirect(`/desk/piece/${drafting.pieceId}`, 303);
    const view = await readDay(newsroom, publication, day);
    return c.html(dayPage(desk, c.get('staff'), publication, view, { nothingToDraft: true }), 422);
  });
  return app;
}

/** Two developments as a button names them; null for anything else. */
function readPair(typed: unknown): [string, string] | null {
  if (typeof typed !== 'string') return null;
  try {
    const pair: unknown = JSON.parse(typed);
    const [first, second] = Array.isArray(pair) ? (pair as unknown[]) : [];
    return typeof first === 'string' && typeof second === 'string' ? [first, second] : null;
  } catch {
    return null;
  }
}
