import { Hono } from 'hono';
import {
  askForNewPasskey,
  beginApp,
  changeOwnDetails,
  confirmApp,
  deleteSessions,
  findPasskeys,
  hasApp,
  keepPasskey,
  leave,
  listSessions,
  readNewPasskey,
  removeApp,
  removePasskey,
  setPasskeyName,
} from '#staff/staff.ts';
import { findRedactor } from '#withdrawals/withdrawals.ts';
import { accountPage } from './account-page.tsx';
import { clearSessionCookie } from './session-cookie.ts';
import { textsOf } from './settings/setting.ts';
import { signInPage } from './sign-in-page.tsx';
import { newAppPage, newKeyPage } from './app-pages.tsx';
import { askAgain } from './ask-again.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { may } from './may.ts';
import { deskPasskeys } from './passkey-site.ts';
import { longestName, readNewPasskeyForm } from './new-passkey.ts';

/** One's own account: passkeys, and where one is signed in. */
export function accountRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { database, clock } = newsroom;
  const site = deskPasskeys(desk);
  const app = new Hono<DeskEnv>();
  const own = may(desk, 'keep an account');

  app.get('/desk/account', own, async (c) => {
    const staff = c.get('staff');
    const [passkeys, sessions] = [
      await findPasskeys(database.read, staff.id),
      await listSessions(database.read, clock, staff.id),
    ];
    const app = await hasApp(newsroom, staff.id);
    const shown = { passkeys, sessions, app, here: c.get('session').id, site, said: c.req.query('said') ?? null };
    return c.html(accountPage(desk, staff, shown));
  });

  app.post('/desk/api/account/passkey-options', own, askAgain(desk), async (c) =>
    site
      ? c.json(await askForNewPasskey({ ...newsroom, site }, c.get('staff')))
      : c.json({ kind: 'refused', reason: 'Passkeys do not work at this address.' }, 400),
  );

  app.post('/desk/api/account/passkey', own, askAgain(desk), async (c) => {
    const staff = c.get('staff');
    const given = await readNewPasskeyForm(c);
    const read = site && given && (await readNewPasskey({ ...newsroom, site }, staff.id, given.response));
    const passkey = read && { ...read, staffId: staff.id, name: given.passkey };
    const kept = passkey && (await database.write((tx) => keepPasskey(tx, clock.now(), passkey)));
    return kept
      ? c.json({ kind: 'done' })
      : c.json({ kind: 'refused', reason: 'The passkey was not taken. Try it once more.' }, 400);
  });

  app.post('/desk/account/passkey/:id/name', own, askAgain(desk), async (c) => {
    const form = await c.req.parseBody();
    const name = typeof form.name === 'string' ? form.name.trim().slice(0, longestName) : '';
    if (name !== '') await database.write((tx) => setPasskeyName(tx, c.get('staff').id, c.req.param('id'), name));
    return c.redirect('/desk/account?said=named', 303);
  });

  app.post('/desk/account/passkey/:id/remove', own, askAgain(desk), async (c) => {
    const removed = await removePasskey(newsroom, c.get('staff').id, c.req.param('id'));
    if (removed === 'gone') return c.notFound();
    return c.redirect(`/desk/account?said=${removed}`, 303);
  });

  app.post('/desk/account/app', own, askAgain(desk), async (c) => {
    if (await hasApp(newsroom, c.get('staff').id)) return c.redirect('/desk/account?said=app-there', 303);
    const secret = await beginApp(newsroom, c.get('staff').id);
    return c.html(newAppPage(desk, c.get('staff'), secret));
  });

  app.post('/desk/account/app/confirm', own, askAgain(desk), async (c) => {
    const form = await c.req.parseBody();
    const code = typeof form.code === 'string' ? form.code : '';
    const made = await confirmApp(newsroom, c.get('staff').id, code);
    if (!made) return c.redirect('/desk/account?said=app-wrong', 303);
    return c.html(newKeyPage(desk, c.get('staff'), made));
  });

  app.post('/desk/account/app/remove', own, askAgain(desk), async (c) => {
    const removed = await removeApp(newsroom, c.get('staff').id);
    return removed === 'gone' ? c.notFound() : c.redirect(`/desk/account?said=${removed}`, 303);
  });

  app.post('/desk/account/details', own, askAgain(desk), async (c) => {
    const { name = '', email = '' } = textsOf(await c.req.parseBody());
    const redactor = await findRedactor(database.read);
    if (redactor.mentions(name) || redactor.mentions(email)) return c.redirect('/desk/account?said=withdrawn', 303);
    const changed = await changeOwnDetails(newsroom, c.get('staff').id, { name, email });
    return c.redirect(`/desk/account?said=${changed}`, 303);
  });

  app.post('/desk/account/leave', own, askAgain(desk), async (c) => {
    if (textsOf(await c.req.parseBody()).sure === undefined) return c.redirect('/desk/account?said=not-sure', 303);
    if ((await leave(newsroom, c.get('staff').id)) === 'last') return c.redirect('/desk/account?said=last-to-run', 303);
    clearSessionCookie(desk, c);
    c.header('clear-site-data', '"cache"');
    return c.html(signInPage(desk, 'signed-out'));
  });

  app.post('/desk/account/sessions/others', own, askAgain(desk), async (c) => {
    await database.write((tx) => deleteSessions(tx, c.get('staff').id, { but: c.get('session').id }));
    return c.redirect('/desk/account?said=others', 303);
  });

  app.post('/desk/account/session/:id/end', own, askAgain(desk), async (c) => {
    const ended = await database.write((tx) => deleteSessions(tx, c.get('staff').id, { only: c.req.param('id') }));
    return ended === 0 ? c.notFound() : c.redirect('/desk/account?said=ended', 303);
  });
  return app;
}
