import type { MiddlewareHandler } from 'hono';
import { isFresh } from '#staff/staff.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { wantsJson } from './refuse.ts';

/** After `may`, before what decides who comes in and what they may do: asks to sign in again when that is long ago. */
export function askAgain(desk: Desk): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    if (isFresh(c.get('session'), desk.newsroom.clock)) return next();
    const reason = 'Sign in again before you change this: it is more than a quarter of an hour ago.';
    return wantsJson(c)
      ? c.json({ kind: 'sign-in-again', reason }, 403)
      : c.redirect(`/desk/sign-in?again=${c.req.path.startsWith('/desk/staff') ? 'staff' : 'account'}`, 303);
  };
}
