import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { Hono } from 'hono';
import { askForPasskey, signIn, signInByCode, signInByPasskey, signOut } from '#staff/staff.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { may } from './may.ts';
import { deskPasskeys } from './passkey-site.ts';
import { clearSessionCookie, readSessionCookie, setSessionCookie, whereFrom } from './session-cookie.ts';
import { signInPage } from './sign-in-page.tsx';

const noPasskeys = 'Passkeys do not work at this address.';

/** Signing in by passkey or by a one-time link, signing out, and the desk's own files. */
export function signInRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom, assets } = desk;
  const site = deskPasskeys(desk);
  const app = new Hono<DeskEnv>();
  const refused = (way: string) => newsroom.log.warn('sign-in refused', { way });
  app.get('/desk/sign-in', may(desk, 'sign in'), async (c) => {
    // A look at the head of a page must not use the link up.
    if (c.req.method === 'HEAD') return c.body(null, 200);
    const token = c.req.query('token');
    const session = token ? await signIn(newsroom, token, whereFrom(desk, c)) : null;
    if (!session) {
      if (token) refused('link');
      const again = c.req.query('again');
      if (c.get('staff'))
        return again
          ? c.html(signInPage(desk, 'again', again === 'staff' ? '/desk/staff' : '/desk/account'))
          : c.redirect('/desk', 303);
      return c.html(signInPage(desk, token ? 'bad-link' : 'needed'), 401);
    }
    setSessionCookie(desk, c, session);
    return c.redirect('/desk', 303);
  });
  app.post('/desk/api/sign-in/options', may(desk, 'sign in'), async (c) =>
    site ? c.json(await askForPasskey({ ...newsroom, site })) : c.json({ kind: 'refused', reason: noPasskeys }, 400),
  );
  app.post('/desk/api/sign-in', may(desk, 'sign in'), async (c) => {
    const response = await c.req.json<AuthenticationResponseJSON>().catch(() => null);
    const fits = typeof response?.id === 'string' && typeof response.response === 'object';
    const session = site && fits ? await signInByPasskey({ ...newsroom, site }, response, whereFrom(desk, c)) : null;
    if (!session) {
      refused('passkey');
      return c.json({ kind: 'refused', reason: 'That passkey does not sign in here. It may have been removed.' }, 400);
    }
    setSessionCookie(desk, c, session);
    return c.json({ kind: 'done' });
  });
  app.post('/desk/sign-in/code', may(desk, 'sign in'), async (c) => {
    const form = await c.req.parseBody();
    const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : '');
    const given = { key: text(form.key), code: text(form.code) };
    const session = await signInByCode(newsroom, given, whereFrom(desk, c));
    if (!session) {
      refused('code');
      return c.html(signInPage(desk, 'bad-code'), 401);
    }
    setSessionCookie(desk, c, session);
    return c.redirect('/desk', 303);
  });
  app.post('/desk/sign-out', may(desk, 'sign in'), async (c) => {
    const token = readSessionCookie(desk, c);
    if (token) await signOut(newsroom, token);
    clearSessionCookie(desk, c);
    // Pages that a browser keeps for its way back. What somebody wrote and could not save stays: it is theirs alone.
    c.header('clear-site-data', '"cache"');
    return c.html(signInPage(desk, 'signed-out'));
  });
  app.get('/desk/assets/:name', may(desk, 'sign in'), (c) => {
    const file = assets.find(c.req.path);
    if (!file) return c.text('There is no such file; reload the page.', 404);
    c.header('cache-control', 'public, max-age=31536000, immutable');
    return c.body(file.body, 200, { 'content-type': file.type });
  });
  return app;
}
