import { Hono } from 'hono';
import type { Reader } from '#platform/database/database.ts';
import { createReadLog, publicationView, piecePage, readLogo, readPieceView } from '#pages/pages.ts';
import { findPiece, type Piece } from '#pieces/pieces.ts';
import { findNetwork, findPublication, findPublications, type Publication } from '#publications/publications.ts';
import { composerPage } from './composer-page.tsx';
import type { Desk, DeskEnv } from './desk-context.ts';
import { findHead, readComposer } from './read-composer.ts';
import { siteStyle } from './site-style.ts';
import { may } from './may.ts';

/** The composer of a piece, and the piece as its readers would see it now. */
export function composerRoutes(desk: Desk): Hono<DeskEnv> {
  const { read } = desk.newsroom.database;
  const app = new Hono<DeskEnv>();
  app.get('/desk/piece/:id', may(desk, 'read the newsroom', 'piece'), async (c) => {
    const found = await findPlaced(read, c.req.param('id'));
    if (!found) return c.notFound();
    const state = await readComposer(
      desk.newsroom,
      found.publication,
      found.piece,
      await findHead(read, found.piece),
      c.get('staff'),
    );
    return c.html(composerPage(desk, c.get('staff'), found.publication, state));
  });
  app.get('/desk/piece/:id/preview', may(desk, 'read the newsroom', 'piece'), async (c) => {
    const found = await findPlaced(read, c.req.param('id'));
    if (!found) return c.notFound();
    const { piece, publication } = found;
    const all = await findPublications(read);
    const style = siteStyle(all);
    const site = {
      origin: desk.origin,
      networkName: (await findNetwork(read)).name || desk.newsroom.config.networkName,
      assets: { css: [style.path] },
    };
    const head = await findHead(read, piece);
    const summary = await readPieceView(read, publication, piece, head, createReadLog());
    const logo = await readLogo(read, publication, piece.lang);
    const around = publicationView(publication, all, piece.lang, { logo });
    const page = piecePage(site, around, summary);
    return c.html(withBanner(page, desk.assets.previewCss, piece, head.number));
  });
  app.get('/desk/site/:name', may(desk, 'see the desk'), async (c) => {
    const style = siteStyle(await findPublications(read));
    if (style.path !== c.req.path) return c.notFound();
    c.header('cache-control', 'private, max-age=86400');
    return c.body(style.css, 200, { 'content-type': 'text/css; charset=utf-8' });
  });
  return app;
}

async function findPlaced(read: Reader, id: string): Promise<{ piece: Piece; publication: Publication } | null> {
  const piece = await findPiece(read, id);
  const publication = piece && (await findPublication(read, piece.publication));
  return piece && publication && { piece, publication };
}

/** The reader's page with a line over it that says what it is. The page's own text holds no tag of these. */
function withBanner(page: string, css: string, piece: Piece, revision: number): string {
  const isLive = piece.state === 'live' && piece.liveRevision === revision;
  const words = isLive
    ? '<b>Preview.</b> Readers have this, revision'
    : '<b>Preview, not published.</b> This is how readers would see revision';
  const back = `<p class="preview-banner" lang="en" dir="ltr">${words} ${revision}. <a href="/desk/piece/${piece.id}">Back to the desk</a></p>`;
  return page
    .replace('</head>', () => `<meta name="robots" content="noindex"><link rel="stylesheet" href="${css}"></head>`)
    .replace('<body>', () => `<body>${back}`);
}
