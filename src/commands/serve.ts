import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { continueWithdrawals } from '#archive/archive.ts';
import { followWrites } from '#platform/changes/follow-writes.ts';
import { createSignInToken } from '#staff/staff.ts';
import { createDesk } from '../desk/desk.ts';
import { type Newsroom, openNewsroom } from '../newsroom.ts';
import { securityHeaders } from '../site/security-headers.ts';
import { createSite } from '../site/site.ts';
import { keepIndexed } from '../worker/keep-indexed.ts';
import { keepScheduled } from '../worker/keep-scheduled.ts';
import { whenIdle } from '../worker/when-idle.ts';
import { runWorker } from '../worker/run-jobs.ts';
import { type Command, type CommandInput, exitCodes, textFlag, UsageError } from './command.ts';
import { loadSample } from './load-sample.ts';

const roles = ['site', 'desk', 'worker'] as const;
type Role = (typeof roles)[number];

/** How often changes made by other processes are looked for: one look-up in an index. */
const catchUpMs = 10;
/** How often counts of reading are kept. */
const flushMs = 60_000;

export const serve: Command = {
  name: 'serve',
  usage: '[--port N] [--role site,desk,worker] [--sample]',
  summary: 'runs the site, the desk and the worker; prints their addresses when ready',
  flags: { role: 'text', sample: 'switch' },
  async run(input) {
    const wanted = readRoles(textFlag(input, 'role'));
    const newsroom = await openNewsroom(input.config);
    try {
      // One that was killed: nothing is served before it is done.
      await continueWithdrawals(newsroom);
      if (input.flags.sample) await loadSample(newsroom, input.note, input.signal);
      await run(newsroom, input, wanted);
      return exitCodes.done;
    } finally {
      await newsroom.close();
    }
  },
};

function readRoles(text: string | null): Set<Role> {
  const asked = text === null ? [...roles] : text.split(',').map((role) => role.trim());
  const unknown = asked.filter((role) => !roles.some((known) => known === role));
  if (unknown.length > 0) throw new UsageError(`--role takes ${roles.join(', ')}, not “${unknown.join(', ')}”`);
  return new Set(asked as Role[]);
}

async function run(newsroom: Newsroom, input: CommandInput, wanted: Set<Role>): Promise<void> {
  const { signal } = input;
  const server = createServer();
  const address = await listen(server, newsroom, typeof input.flags.port === 'string');
  const origin = newsroom.config.origin ?? address;
  const site = createSite(newsroom, origin);
  const catchUpQuietly = () =>
    site.cache.catchUp().catch((error: unknown) => newsroom.log.warn('changes not read', { error }));
  // What is published at this process's desk is live when the desk says so.
  const database = followWrites(newsroom.database, catchUpQuietly);
  const desk = getRequestListener(createDesk({ ...newsroom, database }, { origin }).fetch);
  await site.cache.catchUp();
  server.on('request', (request, response) => {
    const path = request.url ?? '/';
    if (wanted.has('desk') && (path === '/desk' || path.startsWith('/desk/') || path.startsWith('/desk?')))
      void desk(request, response);
    else if (wanted.has('site')) void site.handle(request, response);
    else response.writeHead(404, securityHeaders).end();
  });
  const catchUp = setInterval(() => void catchUpQuietly(), catchUpMs);
  const flush = () =>
    site.counter?.flush().catch((error: unknown) => newsroom.log.warn('counts of reading not kept yet', { error }));
  const keepCounts = setInterval(() => void flush(), flushMs);
  const working: Promise<unknown> = wanted.has('worker')
    ? Promise.all([
        runWorker(newsroom, signal, () => whenIdle(newsroom)),
        keepIndexed(newsroom, signal),
        // What goes out here is live when it is written, as at the desk.
        keepScheduled({ ...newsroom, database }, signal),
      ])
    : new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));

  if (wanted.has('site')) input.print(`Site  ${origin}/`);
  if (wanted.has('desk')) input.print(`Desk  ${origin}/desk/sign-in?token=${await createSignInToken(newsroom)}`);
  await working;
  clearInterval(catchUp);
  clearInterval(keepCounts);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 1000).unref();
  });
  await flush();
}

/** Listens; when the usual port is taken and none was asked for, on a free one. Answers the address. */
async function listen(server: ReturnType<typeof createServer>, newsroom: Newsroom, asked: boolean): Promise<string> {
  const { host, port } = newsroom.config;
  const tryPort = (number: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(number, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
  try {
    await tryPort(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (asked)
      throw new Error(`port ${port} is in use; say another with --port, or --port 0 for a free one`, { cause: error });
    await tryPort(0);
  }
  const bound = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}`;
}
