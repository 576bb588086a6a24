import { ConnectionRefused } from '#platform/http/guarded-connector.ts';
import { ImapFailed } from '#platform/imap/imap-lines.ts';
import { type MailboxAddress, openMailbox, type OpenMailbox } from '#platform/imap/open-mailbox.ts';
import { readSecret } from '#platform/secrets.ts';
import { acceptReports } from './accept-reports.ts';
import { mailboxSecret, readMailboxUrl } from './mailbox-address.ts';
import { unreadReason } from './read-address.ts';
import type { ReadFeed } from './read-feed.ts';
import { type FetchDeps, findServed, takeItems } from './take-items.ts';
import type { Wire } from './wire.ts';
import { failWire, recordOutcome, type WireFetch } from './wire-outcome.ts';
import { findPosition, savePosition } from './wire-store.ts';

/** More wait for the next turn, which comes at once: other wires are not kept waiting. */
const mostAtOnce = 100;
/** Of a mailbox that is new here, or numbered anew, what came in these days is read. */
const firstDays = 14;
/** How long one turn may take, in longest waits for one answer. */
const waitsInTurn = 15;

type Taken = { added: number; changed: number; setAside: number };

/**
 * Reads what came into a mailbox since the last message that was read. How far it was read is kept after each message, and
 * what is in one is known by its Message-ID, so that a process that is killed between the two takes nothing twice. The
 * mailbox is opened for reading alone: nothing is marked as read, moved or deleted.
 */
export async function scanMailbox(deps: FetchDeps, wire: Wire, followUp: 'queue' | 'by-caller'): Promise<WireFetch> {
  const address = readMailboxUrl(wire.url);
  if (!address) return failWire(deps, wire, 'its address is no mailbox');
  const opened = await tryMailbox(deps, address, await readSecret(deps.config.data, mailboxSecret(wire.id)));
  if (opened.kind === 'failed') return failWire(deps, wire, opened.reason);
  const { mailbox } = opened;
  const total: Taken = { added: 0, changed: 0, setAside: 0 };
  try {
    const uids = await findNew(deps, wire, mailbox);
    const turn = uids.slice(0, mostAtOnce);
    const sizes = await mailbox.sizesOf(turn);
    for (const uid of turn) {
      const took = await takeMessage(deps, wire, mailbox, { uid, size: sizes.get(uid) ?? null, followUp });
      total.added += took.added;
      total.changed += took.changed;
      total.setAside += took.setAside;
      await deps.database.write((tx) => savePosition(tx, wire.id, { uidValidity: mailbox.uidValidity, uid }));
    }
    await mailbox.close();
    const more = uids.length > mostAtOnce;
    const outcome = { newReports: total.added > 0, failures: 0, lastError: null };
    await recordOutcome(deps, { ...wire, ...(more ? { intervalMinutes: 0 } : {}) }, outcome);
    if (uids.length === 0) return { kind: 'nothing-new' };
    return { kind: 'fetched', ...total, ...(more ? { more: true } : {}) };
  } catch (error) {
    await mailbox.close();
    // What was taken before it broke off is kept, and the next turn goes on there.
    if (isOfMailbox(error)) return failWire(deps, wire, reasonOf(address, error));
    throw error;
  }
}

/** Opens a mailbox; the reason where that is not possible. */
export async function tryMailbox(
  { config }: Pick<FetchDeps, 'config'>,
  address: MailboxAddress,
  password: string | null,
): Promise<{ kind: 'open'; mailbox: OpenMailbox } | { kind: 'failed'; reason: string }> {
  if (password === null)
    return { kind: 'failed', reason: 'its password is not in the data folder; give it again at the desk' };
  // Whoever set a proxy wants nothing to go out beside it.
  if (config.proxyUrl)
    return { kind: 'failed', reason: 'a proxy is set (DAYBOOK_PROXY), and mail is not read through one' };
  const allowed = (config.mailHosts ?? '').split(',').flatMap((pair) => pair.trim() || []);
  const { fetchTimeoutMs: timeoutMs, fetchMaxBytes: mostBytes } = config;
  try {
    const limits = { timeoutMs, mostBytes, allowed, turnMs: timeoutMs * waitsInTurn };
    return { kind: 'open', mailbox: await openMailbox(address, password, limits) };
  } catch (error) {
    if (isOfMailbox(error)) return { kind: 'failed', reason: reasonOf(address, error) };
    throw error;
  }
}

/** Numbers of the messages that were not read yet. Numbered anew, all of the last days are asked for: those that are here stay as they are. */
async function findNew(deps: FetchDeps, wire: Wire, mailbox: OpenMailbox): Promise<number[]> {
  const position = await findPosition(deps.database.read, wire.id);
  if (position?.uidValidity === mailbox.uidValidity) return mailbox.findMessages({ uid: position.uid });
  const since = deps.clock.now().toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: firstDays });
  return mailbox.findMessages({ since });
}

async function takeMessage(
  deps: FetchDeps,
  wire: Wire,
  mailbox: OpenMailbox,
  message: { uid: number; size: number | null; followUp: 'queue' | 'by-caller' },
): Promise<Taken> {
  const { uid, size, followUp } = message;
  // It was moved or deleted meanwhile.
  if (size === null) return { added: 0, changed: 0, setAside: 0 };
  const setAside = async (reason: string, rawSha256: string | null): Promise<Taken> => {
    const [publication = null] = wire.publications;
    const item = { publication, wireId: wire.id, source: wire.url, item: `message ${uid}`, reason, rawSha256 };
    const publications = await findServed(deps.database, wire);
    return acceptReports(deps, { reports: [], setAside: [item], publications, followUp });
  };
  if (size > deps.config.fetchMaxBytes) return setAside(`it is larger than ${deps.config.fetchMaxBytes} bytes`, null);
  const bytes = await mailbox.fetch(uid);
  if (bytes === null) return { added: 0, changed: 0, setAside: 0 };
  const rawSha256 = await deps.blobs.put(bytes);
  const read = await deps.sandbox.run<unknown, ReadFeed>('read-feed', { bytes, contentType: null, url: null });
  if (read.kind === 'ok')
    return takeItems(deps, wire, read.value, { source: wire.url, rawSha256, method: 'file', followUp });
  if (read.kind === 'failed' && read.errorName === 'SandboxClosed') throw new Error(read.reason);
  return setAside(unreadReason(read), rawSha256);
}

/** What the server or the way to it did, rather than we. */
function isOfMailbox(error: unknown): error is Error {
  if (error instanceof ImapFailed || error instanceof ConnectionRefused) return true;
  return (
    error instanceof Error &&
    'code' in error &&
    /^(?:E[A-Z]+|ERR_(?:TLS|SSL)_\w+|[A-Z_]*CERT[A-Z_]*)$/u.test(String(error.code))
  );
}

function reasonOf({ host }: MailboxAddress, error: Error): string {
  return `${host}: ${error.message.slice(0, 300)}`;
}
