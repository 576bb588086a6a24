import type { Context, MiddlewareHandler } from 'hono';
import { tlsOnly } from '#platform/http/tls-only.ts';
import { findSignedIn } from '#staff/staff.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { wantsJson } from './refuse.ts';
import { readSessionCookie } from './session-cookie.ts';

export const limits = { json: 2_000_000, picture: 20_000_000 };

/** No text becomes HTML or code, but for what is pasted: the editor parses it apart from the page, and takes what its schema has. */
const trustedTypes = "require-trusted-types-for 'script'; trusted-types ProseMirrorClipboard";

const headers: Record<string, string> = {
  'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; ${trustedTypes}`,
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

const fromElsewhere = 'This was sent from another site, so nothing was done.';

/** Before everything: nobody acts from another site, and who is signed in is known. What they may do, each route says (`may`). */
export function guardDesk(desk: Desk): MiddlewareHandler<DeskEnv> {
  const always = Object.entries({ ...headers, ...tlsOnly(desk.origin) });
  return async (c, next) => {
    for (const [name, value] of always) c.header(name, value);
    c.header('cache-control', 'no-store');
    const { path, method } = c.req;
    if (method !== 'GET' && method !== 'HEAD' && !comesFromHere(c, desk.origin)) {
      desk.newsroom.log.warn('refused at the desk', { why: 'sent from another site' });
      return wantsJson(c) ? c.json({ kind: 'refused', reason: fromElsewhere }, 403) : c.text(fromElsewhere, 403);
    }
    if (path.startsWith('/desk/assets/')) return next();
    const token = readSessionCookie(desk, c);
    const signedIn = token ? await findSignedIn(desk.newsroom, token) : null;
    if (signedIn) {
      c.set('staff', signedIn.staff);
      c.set('session', signedIn.session);
    }
    await next();
  };
}

/** Browsers say where a request comes from: in Sec-Fetch-Site, or (older, or without TLS) in Origin. */
function comesFromHere(c: Context, origin: string): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const from = c.req.header('origin');
  if (from === undefined || !URL.canParse(from)) return false;
  return from === origin || new URL(from).host === c.req.header('host');
}
