import { Hono } from 'hono';
import { recordDeed } from '#platform/audit/audit-store.ts';
import { instantText } from '#platform/clock.ts';
import { enqueueJob } from '#platform/queue/job-store.ts';
import { findPublication } from '#publications/publications.ts';
import { findWire, saveWireTerms, type Wire } from '#wires/wires.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { may } from './may.ts';
import { readTermsInput, showTermsInput, termsOfInput } from './terms-input.ts';
import { termsPage } from './terms-page.tsx';

/** What the reports of a wire may be used for. */
export function termsRoutes(desk: Desk): Hono<DeskEnv> {
  const { database, clock } = desk.newsroom;
  const app = new Hono<DeskEnv>();

  /** Days of its terms are those of the first publication that it serves. */
  async function zoneOf(wire: Wire): Promise<string> {
    const [first] = wire.publications;
    return (first !== undefined && (await findPublication(database.read, first))?.timeZone) || 'UTC';
  }

  app.get('/desk/wires/:id/terms', may(desk, 'run wires', 'wire'), async (c) => {
    const wire = await findWire(database.read, c.req.param('id'));
    if (!wire) return c.notFound();
    const zone = await zoneOf(wire);
    return c.html(termsPage(desk, c.get('staff'), { wire, input: showTermsInput(wire.terms, zone), wrong: {}, zone }));
  });

  app.post('/desk/wires/:id/terms', may(desk, 'run wires', 'wire'), async (c) => {
    const wire = await findWire(database.read, c.req.param('id'));
    if (!wire) return c.notFound();
    const [zone, staff] = [await zoneOf(wire), c.get('staff')];
    const input = readTermsInput(await c.req.parseBody());
    const read = termsOfInput(input, zone);
    if ('wrong' in read) return c.html(termsPage(desk, staff, { wire, input, wrong: read.wrong, zone }), 422);
    const { terms } = read;
    const now = instantText(clock.now());
    await database.write(async (tx) => {
      await saveWireTerms(tx, wire.id, terms);
      await recordDeed(tx, now, { by: staff.id, action: 'terms set', object: `wire:${wire.id}` });
      if (terms === null || !(terms.internal || terms.until !== null)) return;
      const until = terms.internal || terms.until === null || terms.until < now ? now : terms.until;
      await enqueueJob(tx, { kind: 'end-wire-terms', key: wire.id, runAt: until });
    });
    return c.redirect(`/desk/wires?said=terms#${wire.id}`, 303);
  });
  return app;
}
