import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { Hono } from 'hono';
import { sessionDays, signIn, signOut } from '#staff/staff.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { sessionCookie } from './guard.tsx';
import { signInPage } from './sign-in-page.tsx';
import { may } from './may.ts';

/** Signing in by a one-time link, signing out, and the desk's own files. */
export function signInRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom, origin, assets } = desk;
  const app = new Hono<DeskEnv>();
  app.get('/desk/sign-in', may(desk, 'sign in'), async (c) => {
    // A look at the head of a page must not use the link up.
    if (c.req.method === 'HEAD') return c.body(null, 200);
    const token = c.req.query('token');
    const session = token ? await signIn(newsroom, token) : null;
    if (!session) {
      if (c.get('staff')) return c.redirect('/desk', 303);
      return c.html(signInPage(desk, token ? 'bad-link' : 'needed'), 401);
    }
    setCookie(c, sessionCookie, session, {
      path: '/desk',
      httpOnly: true,
      sameSite: 'Lax',
      secure: origin.startsWith('https:'),
      maxAge: sessionDays * 24 * 60 * 60,
    });
    return c.redirect('/desk', 303);
  });
  app.post('/desk/sign-out', may(desk, 'sign in'), async (c) => {
    const token = getCookie(c, sessionCookie);
    if (token) await signOut(newsroom, token);
    deleteCookie(c, sessionCookie, { path: '/desk' });
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
