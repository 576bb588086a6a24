import { findNetwork } from '#publications/publications.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  createReadLog,
  createShared,
  errorPage,
  hasOldQuery,
  isSearchPath,
  readStylesheets,
  renderOldAddress,
  renderPath,
  type SiteView,
  type Stylesheet,
} from '#pages/pages.ts';
import { dayIn } from '#platform/clock.ts';
import { tlsOnly } from '#platform/http/tls-only.ts';
import type { Newsroom } from '../newsroom.ts';
import { createReadCounter, type ReadCounter } from './count-reads.ts';
import { createForms } from './forms.ts';
import { createOldHosts } from './old-hosts.ts';
import { createPageCache, type PageCache } from './page-cache.ts';
import { loadScripts } from './scripts.ts';
import { securityHeaders } from './security-headers.ts';
import { servePage } from './serve-page.ts';
import { storeAsset, storePage, type StoredPage } from './stored-page.ts';

/** The reader's site: pages by look-up, pictures and the style sheet by name. */
export interface Site {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  cache: PageCache;
  /** Null: the newsroom does not count. */
  counter: ReadCounter | null;
}

const media = /^\/media\/([0-9a-f]{64})\.webp$/u;
const mostSheets = 4;
const forEver = 'public, max-age=31536000, immutable';

/** `origin` is the site's public address, without a slash at its end. */
export function createSite(newsroom: Newsroom, origin: string): Site {
  let styles: Stylesheet[] = [];
  const shared = createShared();
  const scripts = loadScripts();
  const today = () => dayIn('UTC', newsroom.clock.now());
  const sheets = new Map<string, StoredPage>();
  const view = async (): Promise<SiteView> => {
    // Their names stand in pages, and every page reads the publications.
    styles = await shared.once('stylesheets', createReadLog(), (own) => {
      own.add('publications');
      return readStylesheets(newsroom.database.read);
    });
    const { name: networkName } = await shared.once('network', createReadLog(), (own) => {
      own.add('publications');
      return findNetwork(newsroom.database.read);
    });
    return {
      origin,
      networkName: networkName || newsroom.config.networkName,
      assets: { css: styles.map(({ path }) => path), scripts: scripts.paths },
      today: today(),
    };
  };
  const cache = createPageCache({
    db: newsroom.database.read,
    today,
    render: async (path) =>
      renderPath(newsroom.database.read, await view(), path, { shared, picture: (name) => newsroom.blobs.get(name) }),
    changed: (key) => (key === null ? shared.clear() : shared.forget(key)),
  });

  const oldHosts = createOldHosts(newsroom.database.read, origin);
  const forms = createForms(newsroom, origin, view);

  const always = new Map(Object.entries(tlsOnly(origin)));
  const counter = newsroom.config.counts === 'on' ? createReadCounter(newsroom) : null;
  function sendCounted(path: string, page: StoredPage, request: IncomingMessage, response: ServerResponse): void {
    if (servePage(page, request, response) === 'sent') counter?.count(path, page, request);
  }

  async function handleRest(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    host: string | null,
  ): Promise<void> {
    if ((host === null || !(await oldHosts.knows(host))) && (await forms.handle(request, response, path))) return;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...securityHeaders, allow: 'GET, HEAD' }).end();
      return;
    }
    const picture = media.exec(path)?.[1];
    if (picture) return sendPicture(newsroom, picture, request, response);
    if (path.startsWith('/assets/')) {
      const file = (await scripts.find(path)) ?? (await findStylesheet(path));
      if (file) servePage(file, request, response);
      else response.writeHead(404, { ...securityHeaders, 'cache-control': 'no-cache' }).end();
      return;
    }
    const old = await readOldAddress(path, host);
    if (old) return void servePage(old, request, response);
    if (isSearchPath(path)) return void servePage(await search(path), request, response);
    const key = canonicalKey(path);
    sendCounted(key, await cache.get(key), request, response);
  }

  /** Made for who asks, and not kept or counted: there is no end of what can be looked for, and nobody is to know what was. */
  async function search(path: string): Promise<StoredPage> {
    const page = await storePage(await renderPath(newsroom.database.read, await view(), path));
    return { ...page, headers: { ...page.headers, 'cache-control': 'private, no-cache' } };
  }

  /** The style sheet of that name; those before it too, for pages that a reader or a proxy kept. */
  async function findStylesheet(path: string): Promise<StoredPage | null> {
    if (!sheets.has(path)) await view();
    const current = styles.find((each) => each.path === path);
    if (current && !sheets.has(path)) {
      sheets.set(path, await storeAsset(current.css, 'text/css; charset=utf-8'));
      const [oldest] = sheets.keys();
      if (sheets.size > mostSheets && oldest !== undefined) sheets.delete(oldest);
    }
    return sheets.get(path) ?? null;
  }

  /** What an address of another host, or with another system's query, leads to. Never kept: there is no end of them. */
  async function readOldAddress(path: string, host: string | null) {
    const stoodAt = host !== null && (await oldHosts.knows(host)) ? host : null;
    if (stoodAt === null && !hasOldQuery(path.split('?')[1] ?? '')) return null;
    const asked = stoodAt === null ? { path } : { path, host: stoodAt };
    const old = await renderOldAddress(newsroom.database.read, await view(), asked);
    return old && storePage(old);
  }

  return {
    cache,
    counter,
    async handle(request, response) {
      response.setHeaders(always);
      const path = request.url ?? '/';
      const host = oldHosts.otherHost(request.headers.host);
      const ready = request.method === 'GET' && host === null ? cache.lookUp(path) : undefined;
      if (ready) return sendCounted(path, ready, request, response);
      try {
        await handleRest(request, response, path, host);
      } catch (error) {
        newsroom.log.error('page failed', { path: path.split('?')[0], error });
        const site = {
          origin,
          networkName: newsroom.config.networkName,
          assets: { css: styles.map(({ path }) => path) },
        };
        response.writeHead(503, {
          ...securityHeaders,
          'content-type': 'text/html; charset=utf-8',
          'retry-after': '30',
        });
        response.end(errorPage(site, null));
      }
    },
  };
}

/** The path with no query but `page`: anything else would let a stranger fill the cache. */
function canonicalKey(path: string): string {
  const [pathname = '/', query = ''] = path.split('?');
  const page = new URLSearchParams(query).get('page');
  return page && /^[1-9]\d{0,4}$/u.test(page) ? `${pathname}?page=${page}` : pathname;
}

async function sendPicture(
  newsroom: Newsroom,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const bytes = await newsroom.blobs.get(name);
  // Blobs also hold raw payloads and captures, which are private: only what is a picture of ours goes out.
  const picture = bytes && isWebp(bytes) ? bytes : null;
  response.writeHead(picture ? 200 : 404, {
    ...securityHeaders,
    'cache-control': picture ? forEver : 'no-cache',
    ...(picture ? { 'content-type': 'image/webp', 'content-length': picture.length } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : (picture ?? undefined));
}

function isWebp(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return text.startsWith('RIFF') && text.endsWith('WEBP');
}
