import { Hono } from 'hono';
import { findPublication } from '#publications/publications.ts';
import { acceptInvitation, askForNewPasskey, openInvitation } from '#staff/staff.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import { may } from './may.ts';
import { readNewPasskeyForm } from './new-passkey.ts';
import { deskPasskeys } from './passkey-site.ts';
import { setSessionCookie, whereFrom } from './session-cookie.ts';
import { roleWords } from './role-words.ts';

const noMore = 'This invitation does not work any more.';

/** Coming in by invitation: a name, a passkey, and one is at the desk. */
export function joinRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const site = deskPasskeys(desk);
  const app = new Hono<DeskEnv>();

  app.get('/desk/join', may(desk, 'sign in'), async (c) => {
    const token = c.req.query('token') ?? '';
    const invitation = await openInvitation(newsroom, token);
    const publication = invitation && (await findPublication(newsroom.database.read, invitation.publication));
    if (!publication) return c.html(noInvitation(desk), 404);
    return c.html(joinPage(desk, { token, role: roleWords[invitation.role], publication: publication.name }));
  });

  app.post('/desk/api/join-options', may(desk, 'sign in'), async (c) => {
    const given = await readNewPasskeyForm(c);
    const invitation = given && given.name !== '' && (await openInvitation(newsroom, given.token));
    if (!site || !invitation) return c.json({ kind: 'refused', reason: noMore }, 400);
    return c.json(await askForNewPasskey({ ...newsroom, site }, { id: invitation.id, name: given.name }));
  });

  app.post('/desk/api/join', may(desk, 'sign in'), async (c) => {
    const given = await readNewPasskeyForm(c);
    const accepting = site && given && given.name !== '';
    const session =
      accepting &&
      (await acceptInvitation({ ...newsroom, site }, { ...given, passkeyName: given.passkey }, whereFrom(desk, c)));
    if (!session) {
      newsroom.log.warn('sign-in refused', { way: 'invitation' });
      return c.json({ kind: 'refused', reason: noMore }, 400);
    }
    setSessionCookie(desk, c, session);
    return c.json({ kind: 'done' });
  });
  return app;
}

function joinPage(desk: Desk, given: { token: string; role: string; publication: string }): string {
  const site = deskPasskeys(desk);
  return deskPage(
    desk,
    { title: 'An invitation', staff: null, islands: ['passkey'] },
    <section class="account">
      <h1>
        <bdi>{given.publication}</bdi> invites you
      </h1>
      <p>
        You are asked to work at its desk as {given.role}. Say your name as colleagues should read it, and add a
        passkey: it signs you in with the lock of your phone, computer or security key, and there is no password.
      </p>
      {site ? (
        <desk-passkey data-act="join" data-token={given.token} data-to="/desk" data-host={site.rpId}>
          <noscript>
            <p class="notice">Adding a passkey needs JavaScript.</p>
          </noscript>
          <div hidden>
            <p class="line">
              <label for="name">Your name</label>
              <input id="name" name="name" maxlength={60} required autocomplete="name" dir="auto" />
            </p>
            <p class="line">
              <label for="passkey">Name of the passkey</label>
              <input id="passkey" name="passkey" maxlength={60} placeholder="Phone" autocomplete="off" dir="auto" />
            </p>
            <button type="button" class="button strong">
              Add the passkey and come in
            </button>
          </div>
          <p role="status"></p>
        </desk-passkey>
      ) : (
        <p class="notice">Passkeys do not work at this address. Tell who invited you.</p>
      )}
    </section>,
  );
}

function noInvitation(desk: Desk): string {
  return deskPage(
    desk,
    { title: 'No invitation', staff: null },
    <section class="plain">
      <h1>{noMore}</h1>
      <p>An invitation works once, and for three days. Ask who invited you for another one.</p>
    </section>,
  );
}
