import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Context } from 'hono';
import { deviceWords, sessionDays, type Where } from '#staff/staff.ts';
import type { Desk } from './desk-context.ts';

/** With TLS no other host, and nothing sent without TLS, can set it (`__Host-`, which asks for the path `/`). */
export function sessionCookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-daybook_desk' : 'daybook_desk';
}

/** Lax, so that a link to a piece in a message opens it; what changes something is asked from here alone (`guardDesk`). */
function options({ origin }: Desk) {
  const secure = origin.startsWith('https:');
  return { path: secure ? '/' : '/desk', httpOnly: true, sameSite: 'Lax', secure } as const;
}

export function readSessionCookie(desk: Desk, c: Context): string | undefined {
  return getCookie(c, sessionCookieName(desk.origin));
}

export function setSessionCookie(desk: Desk, c: Context, token: string): void {
  setCookie(c, sessionCookieName(desk.origin), token, { ...options(desk), maxAge: sessionDays * 24 * 60 * 60 });
}

export function clearSessionCookie(desk: Desk, c: Context): void {
  deleteCookie(c, sessionCookieName(desk.origin), options(desk));
}

/** Where a request signs in from. */
export function whereFrom(desk: Desk, c: Context): Where {
  return { device: deviceWords(c.req.header('user-agent') ?? ''), instead: readSessionCookie(desk, c) };
}
