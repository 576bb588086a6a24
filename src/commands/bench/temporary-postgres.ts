import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const startDeadlineMs = 30_000;

/** Who initdb and postgres run as: they refuse to be root. */
interface Account {
  uid: number;
  gid: number;
}

export interface RunningServer {
  url: string;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL of the system's binaries, on loopback and in a folder of its own, for one run of tests or of a bench: it
 * keeps nothing, so it waits for no disk. Null where there are no binaries.
 */
export async function startServer(): Promise<RunningServer | null> {
  const binaries = findBinaries();
  if (binaries === null) return null;
  const account = unprivilegedAccount();
  const folder = mkdtempSync(join(tmpdir(), 'daybook-postgres-'));
  const clearUp = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  let server: ChildProcess | null = null;
  try {
    if (account) chownSync(folder, account.uid, account.gid);
    const data = join(folder, 'data');
    const options = { cwd: folder, stdio: 'pipe' as const, timeout: startDeadlineMs, ...account };
    const initdb = join(binaries, 'initdb');
    // As most servers are: text sorts by language, not by code point, so that an order resting on that shows.
    const sorted = execFileSync(initdb, ['--help'], { encoding: 'utf8' }).includes('--icu-locale')
      ? ['--locale-provider=icu', '--icu-locale=en-US']
      : [];
    execFileSync(
      initdb,
      ['-A', 'trust', '--no-sync', '-U', 'daybook', '-E', 'UTF8', '--locale=C', ...sorted, '-D', data],
      options,
    );
    const port = await freePort();
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: folder,
      port: String(port),
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '100',
    };
    const started = spawn(
      join(binaries, 'postgres'),
      ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...account },
    );
    server = started;
    let said = '';
    started.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    });
    // Also when the run is cut short: a server without its folder is of no use to anybody.
    const killAtExit = () => {
      started.kill('SIGKILL');
      clearUp();
    };
    process.once('exit', killAtExit);
    const url = `postgres://daybook@127.0.0.1:${port}/postgres`;
    await untilReady(started, () => said);
    return {
      url,
      stop: async () => {
        process.off('exit', killAtExit);
        await stopProcess(started);
        clearUp();
      },
    };
  } catch (error) {
    if (server) await stopProcess(server);
    clearUp();
    throw new Error('PostgreSQL could not be started', { cause: error });
  }
}

/** The folder that holds both programs; the newest version of those that Debian keeps apart. */
function findBinaries(): string | null {
  const versions = '/usr/lib/postgresql';
  const kept = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(versions, version, 'bin'))
    : [];
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...kept];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null;
}

/** `postgres` or `nobody` when this process is root, else nobody but itself. */
function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = (lines.find((line) => line.startsWith(`${name}:`)) ?? '').split(':');
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('run this as another user than root: there is neither “postgres” nor “nobody” to start a server as');
}

async function freePort(): Promise<number> {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const { port } = holder.address() as AddressInfo;
  await new Promise((resolve) => holder.close(resolve));
  return port;
}

/** Ready is what the server itself says, in English since its locale is C; no connection is needed to know it. */
async function untilReady(server: ChildProcess, said: () => string): Promise<void> {
  const deadline = performance.now() + startDeadlineMs;
  while (!said().includes('database system is ready to accept connections')) {
    if (server.exitCode !== null) throw new Error(`postgres ended with code ${server.exitCode}: ${said()}`);
    if (performance.now() > deadline) throw new Error(`postgres was not ready in time: ${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Ends a process that was started here, by its own handle: asked first, then killed. */
async function stopProcess(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill('SIGINT');
  const impatience = setTimeout(() => server.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(impatience);
}
