import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { Hono } from 'hono';
import type { Newsroom } from '../newsroom.ts';
import { accountRoutes } from './account-routes.tsx';
import { adviceApi } from './advice-api.ts';
import { loadAssets } from './assets.ts';
import { auditRoutes } from './audit-routes.tsx';
import { composerRoutes } from './composer-routes.tsx';
import { contributorRoutes } from './contributors/contributor-routes.tsx';
import { dayRoutes } from './day-routes.tsx';
import type { Desk, DeskEnv } from './desk-context.ts';
import { detailsRoutes } from './details-routes.tsx';
import { explainPage } from './explain-page.tsx';
import { guardDesk, limits } from './guard.tsx';
import { homeRoutes } from './home-routes.tsx';
import { inboxRoutes } from './inbox-routes.tsx';
import { declaredRoutes } from './may.ts';
import { LinkChecks } from './link-checks.ts';
import { mediaRoutes } from './media-routes.tsx';
import { opmlRoutes } from './opml-routes.tsx';
import { networkRoutes } from './settings/network-routes.tsx';
import { newPublicationRoutes } from './settings/new-publication.tsx';
import { settingsRoutes } from './settings/settings-routes.tsx';
import { piecesRoutes } from './pieces-routes.tsx';
import { planRoutes } from './plan-routes.tsx';
import { pieceApi } from './piece-api.ts';
import { refuseAction, wantsJson } from './refuse.ts';
import { reportApi } from './report-api.ts';
import { reportRoutes } from './report-routes.tsx';
import { joinRoutes } from './join-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';
import { sourcesApi } from './sources-api.ts';
import { staffRoutes } from './staff-routes.tsx';
import { termsRoutes } from './terms-routes.tsx';
import { storylineRoutes } from './storyline-routes.tsx';
import { wireRoutes } from './wire-routes.tsx';
import { workApi } from './work-api.ts';
import { historyRoutes } from './history-routes.tsx';

/**
 * The desk: the editor's application, everything under `/desk`.
 * Promises: nothing is shown or done without a session and a role that allows it, no other site can act for whoever is signed in, and the words say
 * what was checked and no more.
 */
export function createDesk(newsroom: Newsroom, options: { origin: string }): Hono {
  const desk: Desk = { newsroom, origin: options.origin, assets: loadAssets(), links: new LinkChecks(newsroom) };
  const app = new Hono<DeskEnv>();
  app.use('/desk/*', compress(), guardDesk(desk));
  const [usual, picture] = [bodyLimitBy(limits.json), bodyLimitBy(limits.picture)];
  app.use('/desk/*', (c, next) => (takesFile(c.req.path) ? picture : usual)(c, next));
  app.route('/', signInRoutes(desk));
  app.route('/', accountRoutes(desk));
  app.route('/', auditRoutes(desk));
  app.route('/', joinRoutes(desk));
  app.route('/', staffRoutes(desk));
  app.route('/', homeRoutes(desk));
  app.route('/', newPublicationRoutes(desk));
  app.route('/', networkRoutes(desk));
  app.route('/', termsRoutes(desk));
  app.route('/', wireRoutes(desk));
  app.route('/', opmlRoutes(desk));
  app.route('/', composerRoutes(desk));
  app.route('/', historyRoutes(desk));
  app.route('/', pieceApi(desk));
  app.route('/', adviceApi(desk));
  app.route('/', sourcesApi(desk));
  app.route('/', workApi(desk));
  app.route('/', reportApi(desk));
  app.route('/', reportRoutes(desk));
  app.route('/', mediaRoutes(desk));
  app.route('/', inboxRoutes(desk));
  app.route('/', planRoutes(desk));
  app.route('/', contributorRoutes(desk));
  app.route('/', settingsRoutes(desk));
  app.route('/', piecesRoutes(desk));
  app.route('/', detailsRoutes(desk));
  app.route('/', storylineRoutes(desk));
  app.route('/', dayRoutes(desk));
  declaredRoutes(app);
  app.notFound((c) => {
    if (!c.get('staff')) return refuseAction(desk, c, 'signed-out', 'see the desk');
    if (c.req.path.startsWith('/desk/api/'))
      return c.json({ kind: 'refused', reason: 'There is nothing at this address.' }, 404);
    return c.html(explainPage(desk, c.get('staff') ?? null, 'nothing-here'), 404);
  });
  app.onError((error, c) => {
    newsroom.log.error('desk failed', { path: c.req.path, error });
    const reason = 'Something failed here; the fault is ours. What was saved is safe.';
    if (wantsJson(c)) return c.json({ kind: 'failed', reason }, 500);
    return c.html(explainPage(desk, c.get('staff') ?? null, 'failed'), 500);
  });
  // The type of the door says nothing of what the desk keeps for itself in a request.
  return app as unknown as Hono;
}

/** Where a whole file is sent. */
function takesFile(path: string): boolean {
  return /^\/desk\/(?:pictures|media|api\/report-file|[^/]+\/settings\/logo)$/u.test(path);
}

function bodyLimitBy(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: (c) =>
      c.json(
        {
          kind: 'refused',
          reason: `That is more than ${Math.round(maxSize / 1_000_000)} MB, the most that is taken at once.`,
        },
        413,
      ),
  });
}
