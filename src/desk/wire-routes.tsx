import { Hono } from 'hono';
import { instantText } from '#platform/clock.ts';
import { newId } from '#platform/id.ts';
import { enqueueJob } from '#platform/queue/job-store.ts';
import { findWire, findWires, saveWire, usualWire, type WireSettings } from '#wires/wires.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { isWebAddress } from '#lib/json/read-json.ts';
import { may } from './may.ts';
import { findChosen, showWires } from './show-wires.ts';
import type { WireInput, WrongWire } from './wire-form.tsx';

/** The wires: how each is doing, and what an editor may do about it. */
export function wireRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { database } = newsroom;
  const app = new Hono<DeskEnv>();

  app.get('/desk/wires', may(desk, 'see wires'), async (c) =>
    c.html(await showWires(desk, c.get('staff'), { said: c.req.query('said') ?? null })),
  );

  app.post('/desk/wires', may(desk, 'see wires'), async (c) => {
    const form = await c.req.parseBody({ all: true });
    const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '');
    const staff = c.get('staff');
    const input: WireInput = {
      outlet: text('outlet').slice(0, 120),
      url: text('url'),
      lang: text('lang'),
      visibility: text('visibility') === 'private' ? 'private' : 'public',
      publications: await findChosen(desk, staff, form.publications),
    };
    const wrong = wrongIn(input);
    const same = (await findWires(database.read)).find((wire) => wire.url === input.url);
    if (same) wrong.url = 'A wire has this address already.';
    if (Object.keys(wrong).length > 0) return c.html(await showWires(desk, staff, { input, wrong }), 422);
    const now = instantText(newsroom.clock.now());
    const { lang, ...rest } = input;
    const wire: WireSettings = { id: newId('w'), ...rest, lang: lang === '' ? null : lang, ...usualWire };
    await database.write(async (tx) => {
      await saveWire(tx, wire, now);
      await enqueueJob(tx, { kind: 'fetch-wire', key: wire.id, runAt: now });
    });
    return c.redirect('/desk/wires?said=added', 303);
  });

  app.post('/desk/wires/:id/:act', may(desk, 'run wires', 'wire'), async (c) => {
    const wire = await findWire(database.read, c.req.param('id'));
    const act = c.req.param('act');
    if (!wire || !['pause', 'resume', 'fetch'].includes(act)) return c.notFound();
    const now = instantText(newsroom.clock.now());
    await database.write(async (tx) => {
      if (act === 'fetch') return enqueueJob(tx, { kind: 'fetch-wire', key: wire.id, runAt: now });
      return saveWire(tx, { ...wire, state: act === 'pause' ? 'paused' : 'active' }, now);
    });
    return c.redirect(`/desk/wires?said=${act}#${wire.id}`, 303);
  });
  return app;
}

function wrongIn(input: WireInput): WrongWire {
  const wrong: WrongWire = {};
  if (input.outlet === '') wrong.outlet = 'Name the outlet as readers should read it.';
  if (!isWebAddress(input.url) || input.url.length > 2000)
    wrong.url = 'This is no web address. It starts with http:// or https://.';
  if (input.publications.length === 0) wrong.publications = 'Choose at least one publication that it serves.';
  if (input.lang !== '' && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(input.lang))
    wrong.lang = 'Give a language tag, such as en or ar, or nothing.';
  return wrong;
}
