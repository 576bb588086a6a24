import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { instantText } from '#platform/clock.ts';
import { newId } from '#platform/id.ts';
import { enqueueJob } from '#platform/queue/job-store.ts';
import { saveSecret } from '#platform/secrets.ts';
import { findWire, findWires, mailboxSecret, readAddress, readMailboxUrl, saveWire, tryMailbox } from '#wires/wires.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { may } from './may.ts';
import { findChosen, showWires } from './show-wires.ts';
import type { FoundOnPage, WireInput, WrongWire } from './wire-form.tsx';
import { capital } from './words.ts';
import { mailboxOf, readWireInput, wireOf, wrongIn } from './wire-input.ts';

/** The wires: how each is doing, and what an editor may do about it. */
export function wireRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { database } = newsroom;
  const app = new Hono<DeskEnv>();

  /** What a page gives now; one that gives nothing would be a wire that fails from its first day. */
  async function lookAt(input: WireInput, wrong: WrongWire): Promise<FoundOnPage | null> {
    const reading = await readAddress(newsroom, { ...wireOf(input, ''), etag: null, lastModified: null });
    if (reading.kind === 'read') {
      if (reading.feed.items.length === 0) wrong.item = 'No item on the page has a title and a link.';
      return reading.feed;
    }
    const reason = reading.kind === 'failed' ? `${capital(reading.reason)}.` : 'The page did not answer.';
    if (reading.kind === 'failed' && reading.answered) wrong.item = reason;
    else wrong.url = reason;
    return null;
  }

  /** Whether a mailbox can be opened; the server's words go where they belong. */
  async function tryOut(input: WireInput, wrong: WrongWire): Promise<void> {
    const opened = await tryMailbox(newsroom, mailboxOf(input), input.password);
    if (opened.kind === 'open') return opened.mailbox.close();
    const part = /refuses to sign in/u.test(opened.reason) ? 'password' : 'server';
    wrong[part] = `${capital(opened.reason)}.`;
  }

  app.get('/desk/wires', may(desk, 'see wires'), async (c) =>
    c.html(await showWires(desk, c.get('staff'), { said: c.req.query('said') ?? null })),
  );

  app.post('/desk/wires', may(desk, 'see wires'), async (c) => {
    const form = await c.req.parseBody({ all: true });
    const staff = c.get('staff');
    const input = readWireInput(form, await findChosen(desk, staff, form.publications));
    const addresses = (await findWires(database.read)).map(({ url }) => url);
    const look = form.look === 'yes' && input.kind === 'page';
    const wrong = wrongIn(input, addresses, look ? 'look' : 'add');
    const found = input.kind === 'page' && Object.keys(wrong).length === 0 ? await lookAt(input, wrong) : null;
    if (input.kind === 'mailbox' && Object.keys(wrong).length === 0) await tryOut(input, wrong);
    const isWrong = Object.keys(wrong).length > 0;
    if (look || isWrong) return c.html(await showWires(desk, staff, { input, wrong, found }), isWrong ? 422 : 200);
    const now = instantText(newsroom.clock.now());
    const wire = wireOf(input, newId('w'));
    if (wire.kind === 'folder')
      await mkdir(join(newsroom.config.data, 'inbox', input.folder), { recursive: true, mode: 0o700 });
    if (wire.kind === 'mailbox') await saveSecret(newsroom.config.data, mailboxSecret(wire.id), input.password);
    await database.write(async (tx) => {
      await saveWire(tx, wire, now);
      await enqueueJob(tx, { kind: 'fetch-wire', key: wire.id, runAt: now });
    });
    return c.redirect('/desk/wires?said=added', 303);
  });

  app.post('/desk/wires/:id/password', may(desk, 'run wires', 'wire'), async (c) => {
    const wire = await findWire(database.read, c.req.param('id'));
    if (wire?.kind !== 'mailbox' || readMailboxUrl(wire.url) === null) return c.notFound();
    const { password } = await c.req.parseBody();
    if (typeof password !== 'string' || password === '' || password.length > 500 || /\p{Cc}/u.test(password))
      return c.redirect(`/desk/wires?said=no-password#${wire.id}`, 303);
    await saveSecret(newsroom.config.data, mailboxSecret(wire.id), password);
    const now = instantText(newsroom.clock.now());
    await database.write((tx) => enqueueJob(tx, { kind: 'fetch-wire', key: wire.id, runAt: now }));
    return c.redirect(`/desk/wires?said=password#${wire.id}`, 303);
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
