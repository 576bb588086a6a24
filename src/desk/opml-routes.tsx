import { Hono } from 'hono';
import { importWires, type Opml, writeOpml } from '#wires/wires.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { may } from './may.ts';
import type { OpmlShown } from './opml-form.tsx';
import { findChosen, findTheirWires, showWires } from './show-wires.ts';

/** Lists of feeds: ours for another reader, and another reader's for us. */
export function opmlRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const app = new Hono<DeskEnv>();

  app.get('/desk/wires.opml', may(desk, 'see wires'), async (c) => {
    const wires = await findTheirWires(desk, c.get('staff'));
    const list = { title: `Wires of ${newsroom.config.networkName}`, at: newsroom.clock.now() };
    c.header('content-type', 'text/x-opml; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="wires.opml"');
    return c.body(writeOpml(wires, list));
  });

  app.post('/desk/wires/opml', may(desk, 'see wires'), async (c) => {
    const staff = c.get('staff');
    const form = await c.req.parseBody({ all: true });
    const publications = await findChosen(desk, staff, form.publications);
    const show = async (opml: OpmlShown) =>
      c.html(await showWires(desk, staff, { opml }), opml.kind === 'read' ? 200 : 422);
    if (!(form.list instanceof File) || form.list.size === 0) return show(refused('no file was chosen.'));
    if (publications.length === 0) return show(refused('choose at least one publication that its feeds serve.'));
    const read = await newsroom.sandbox.run<unknown, Opml>('read-opml', {
      bytes: new Uint8Array(await form.list.arrayBuffer()),
    });
    if (read.kind !== 'ok')
      return show(
        refused(read.kind === 'failed' ? `${read.reason}.` : 'it takes too long to read, or too much memory.'),
      );
    const visibility = form.visibility === 'private' ? 'private' : 'public';
    const outcome = await importWires(newsroom, read.value, { publications, visibility });
    return show({ kind: 'read', name: form.list.name.slice(0, 120), outcome });
  });
  return app;
}

function refused(reason: string): OpmlShown {
  return { kind: 'refused', reason };
}
