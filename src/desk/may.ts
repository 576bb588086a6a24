import type { Context, Hono, MiddlewareHandler } from 'hono';
import { findLibraryPicture } from '#media/media.ts';
import { findPiece } from '#pieces/pieces.ts';
import type { Reader } from '#platform/database/database.ts';
import { type Action, decide, findMember, permissions } from '#staff/staff.ts';
import { findReportPublications, findWire } from '#wires/wires.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { refuseAction } from './refuse.ts';

/** What an address names: whose publications it belongs to is looked up before anything is shown or done. */
type Touched = 'nothing' | 'publication' | 'piece' | 'wire' | 'report' | 'publication-asked' | 'member' | 'picture';

const declared = new WeakMap<object, Action>();

/**
 * The first handler of every route: says which action of the table (`#staff/permissions.ts`) the route is, and lets
 * through whoever may do it. What belongs to a publication that somebody has no part in is not there for them.
 */
export function may(desk: Desk, action: Action, touched: Touched = 'nothing'): MiddlewareHandler<DeskEnv> {
  const { read } = desk.newsroom.database;
  const handler: MiddlewareHandler<DeskEnv> = async (c, next) => {
    const staff = c.get('staff') ?? null;
    if (!staff && permissions[action].to !== 'anybody') return refuseAction(desk, c, 'signed-out', action);
    const publications = await publicationsOf(read, c, touched);
    if (publications === null) return c.notFound();
    // Who changes a wire, or keeps somebody out, does it for every publication that the wire or the person serves.
    const needs = touched === 'wire' || touched === 'member' ? 'all' : 'one';
    const decision = decide(staff, action, publications, needs);
    if (decision !== 'may') return refuseAction(desk, c, decision, action);
    await next();
  };
  declared.set(handler, action);
  return handler;
}

/** Every route with its action, in the order of the router. Throws when one does not begin with `may`: nothing is served then. */
export function declaredRoutes(app: Hono<DeskEnv>): { method: string; path: string; action: Action }[] {
  const routes = new Map<string, { method: string; path: string; action: Action }>();
  for (const { method, path, handler } of app.routes) {
    const key = `${method} ${path}`;
    if (method === 'ALL' || routes.has(key)) continue;
    const action = declared.get(handler);
    if (!action) throw new Error(`the desk's route ${key} does not say which action it is: begin it with may(…)`);
    routes.set(key, { method, path, action });
  }
  return [...routes.values()];
}

async function publicationsOf(read: Reader, c: Context<DeskEnv>, touched: Touched): Promise<string[] | null> {
  const id = c.req.param('id') ?? '';
  switch (touched) {
    case 'nothing':
      return [];
    case 'publication':
      return [c.req.param('publication') ?? ''];
    case 'publication-asked':
      return [c.req.query('publication') ?? ''];
    case 'piece': {
      const piece = await findPiece(read, id);
      return piece && [piece.publication];
    }
    case 'wire':
      return (await findWire(read, id))?.publications ?? null;
    case 'member': {
      // Somebody who runs the newsroom, or has no role, is for those alone who run it.
      const member = await findMember(read, id);
      return member && (member.runsNewsroom ? [] : Object.keys(member.roles));
    }
    case 'picture': {
      const picture = await findLibraryPicture(read, c.req.param('media') ?? '');
      return picture && [picture.publication];
    }
    case 'report': {
      const publications = await findReportPublications(read, id);
      return publications.length > 0 ? publications : null;
    }
  }
}
