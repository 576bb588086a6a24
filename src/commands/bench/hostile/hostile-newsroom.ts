import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { readConfig } from '#platform/config/config.ts';
import { createHttpClient } from '#platform/http/http-client.ts';
import { createSignInToken } from '#staff/staff.ts';
import { createDesk } from '../../../desk/desk.ts';
import { type Newsroom, openNewsroom } from '../../../newsroom.ts';
import { createSite } from '../../../site/site.ts';

/** A newsroom that is thrown away, its site and desk answering on loopback, beside a server of hostile feeds and pages. */
export interface HostileNewsroom {
  newsroom: Newsroom;
  folder: string;
  origin: string;
  /** What the other server answers, by path. */
  outside: Map<string, { type: string; body: string }>;
  outsideOrigin: string;
  /** The session of the desk's owner. */
  cookie: string;
  /** As the desk's own pages would ask. Redirects are not followed. */
  desk(method: 'GET' | 'POST' | 'PUT', path: string, body?: URLSearchParams | object): Promise<Response>;
  close(): Promise<void>;
}

export async function openHostileNewsroom(): Promise<HostileNewsroom> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-hostile-'));
  const outside: HostileNewsroom['outside'] = new Map();
  const elsewhere = createServer((request, response) => {
    const found = outside.get(request.url ?? '');
    response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain' }).end(found?.body);
  });
  const outsideOrigin = await listen(elsewhere);
  const config = readConfig({ data: join(folder, 'data') }, { DAYBOOK_LOG: 'error' });
  const allowPrivateAddresses = [new URL(outsideOrigin).host];
  const newsroom = await openNewsroom(config, {
    http: createHttpClient({ userAgent: 'Daybook/0.1', allowPrivateAddresses }),
  });
  const ours = createServer();
  const origin = await listen(ours);
  const site = createSite(newsroom, origin);
  const desk = getRequestListener(createDesk(newsroom, { origin }).fetch);
  ours.on('request', (request, response) => {
    if (/^\/desk(?:[/?]|$)/u.test(request.url ?? '')) void desk(request, response);
    else void site.cache.catchUp().then(() => site.handle(request, response));
  });
  const signedIn = await fetch(`${origin}/desk/sign-in?token=${await createSignInToken(newsroom)}`, {
    redirect: 'manual',
  });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return {
    newsroom,
    folder,
    origin,
    outside,
    outsideOrigin,
    cookie,
    desk: (method, path, body) =>
      fetch(origin + path, {
        method,
        redirect: 'manual',
        headers: {
          cookie,
          origin,
          'sec-fetch-site': 'same-origin',
          ...(body && !(body instanceof URLSearchParams) ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: body instanceof URLSearchParams ? body : JSON.stringify(body) } : {}),
      }),
    close: async () => {
      for (const server of [ours, elsewhere]) {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      }
      await newsroom.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
