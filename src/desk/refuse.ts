import type { Context } from 'hono';
import { type Action, roleFor } from '#staff/staff.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { explainPage } from './explain-page.tsx';
import { roleWords } from './role-words.ts';
import { signInPage } from './sign-in-page.tsx';

/** Whether whoever asks is one of the desk's scripts, and reads JSON. */
export function wantsJson(c: Context): boolean {
  return c.req.path.startsWith('/desk/api/') || c.req.path === '/desk/pictures';
}

/** Answers an action that was not allowed: 401 without a session, 404 where they have no part, 403 where their role is too small. */
export function refuseAction(
  desk: Desk,
  c: Context<DeskEnv>,
  why: 'signed-out' | 'hidden' | 'may-not',
  action: Action,
): Response | Promise<Response> {
  const json = wantsJson(c);
  // Who and what for, not where: an address can hold somebody's words.
  if (why !== 'signed-out') desk.newsroom.log.warn('refused at the desk', { why, action, by: c.get('staff')?.id });
  if (why === 'signed-out')
    return json
      ? c.json(
          {
            kind: 'signed-out',
            reason: 'You are signed out. Sign in again in another tab; your words are kept here.',
          },
          401,
        )
      : c.html(signInPage(desk, 'needed'), 401);
  if (why === 'hidden') return c.notFound();
  const least = roleFor(action);
  const reason = `Your role does not allow this${least ? `: it takes ${roleWords[least]}` : ''}. An administrator can change that.`;
  return json
    ? c.json({ kind: 'refused', reason }, 403)
    : c.html(explainPage(desk, c.get('staff'), 'not-allowed', reason), 403);
}
