import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { ConnectionRefused, publicLookup } from '../http/guarded-connector.ts';
import { isPrivateAddress } from '../http/private-address.ts';
import { privateSuffixes } from '../http/refuse-url.ts';
import { createImapReader, type ImapAnswer, ImapFailed } from './imap-lines.ts';

export interface MailboxAddress {
  host: string;
  port: number;
  user: string;
  /** As the server names it: INBOX. */
  mailbox: string;
}

export interface MailboxLimits {
  timeoutMs: number;
  /** For everything until it is closed. */
  turnMs: number;
  /** Of one message, and of anything else that the server sends at once. */
  mostBytes: number;
  /** `host:port` pairs that may be reached though they are private, or another port. */
  allowed: readonly string[];
}

/** A mailbox that is open for reading alone (EXAMINE): nothing of it is changed, no message is marked as read. */
export interface OpenMailbox {
  /** While it is the same, a number (UID) is the same message for good. */
  uidValidity: number;
  /** Numbers of the messages above one, ascending; where none is given, of those that came since a day. */
  findMessages(after: { uid: number } | { since: Temporal.PlainDate }): Promise<number[]>;
  /** Sizes in bytes; a message that went away meanwhile has none. */
  sizesOf(uids: readonly number[]): Promise<Map<number, number>>;
  /** The message as it came; null where it went away meanwhile. */
  fetch(uid: number): Promise<Buffer | null>;
  close(): Promise<void>;
}

const tlsPort = 993;
const mostAnswers = 10_000;

/** The reason why a mail server must not be connected to, by its form alone; null when it may be tried. */
export function refusalOfMailServer(host: string, port: number, allowed: readonly string[]): string | null {
  if (allowed.includes(`${host}:${port}`)) return null;
  if (port !== tlsPort) return `port ${port}: mail is read over TLS on port ${tlsPort}`;
  if (isIP(host) !== 0) return isPrivateAddress(host) ? `private address ${host}` : null;
  if (privateSuffixes.test(host.toLowerCase())) return `local name ${host.slice(0, 60)}`;
  return /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/iu.test(host)
    ? null
    : `“${host.slice(0, 60)}” is no public name of a server`;
}

/**
 * Opens a mailbox by IMAP4rev1 (RFC 3501) over TLS. Only public addresses are reached: of the name that was given every
 * address is looked at, and the one that was connected to.
 * @throws ImapFailed, ConnectionRefused, or what the connection throws
 */
export async function openMailbox(
  address: MailboxAddress,
  password: string,
  limits: MailboxLimits,
): Promise<OpenMailbox> {
  const socket = await connectTls(address, limits);
  const reader = createImapReader(socket, limits);
  let count = 0;
  // A server that drips a byte now and then never runs out of time for one of them.
  const turn = setTimeout(() => {
    socket.destroy(new ImapFailed(`it takes longer than ${limits.turnMs} ms`));
  }, limits.turnMs);

  /** Sends a command; answers what the server says before it is done. */
  async function ask(command: string, name: string, continuation?: string): Promise<ImapAnswer[]> {
    count += 1;
    const tag = `d${count}`;
    socket.write(`${tag} ${command}\r\n`);
    const answers: ImapAnswer[] = [];
    for (;;) {
      const answer = await reader.next();
      if (answer.text.startsWith('+') && continuation !== undefined) {
        socket.write(`${continuation}\r\n`);
        continue;
      }
      if (answer.text.startsWith(`${tag} `)) {
        if (/^\S+ OK\b/iu.test(answer.text)) return answers;
        throw new ImapFailed(`it refuses ${name}: ${sayable(answer.text.slice(tag.length + 1), password)}`);
      }
      answers.push(answer);
      if (answers.length > mostAnswers) throw new ImapFailed(`it answers ${name} with more than ${mostAnswers} lines`);
    }
  }

  try {
    const greeting = await reader.next();
    if (!/^\* (?:OK|PREAUTH)\b/iu.test(greeting.text))
      throw new ImapFailed(`it does not greet as a mail server does: ${sayable(greeting.text, password)}`);
    await signIn(ask, address.user, password);
    const opened = await ask(`EXAMINE ${quoted(address.mailbox)}`, 'the mailbox');
    const uidValidity = numberIn(opened, /\[UIDVALIDITY (\d{1,10})\]/iu);
    if (uidValidity === null) throw new ImapFailed('it does not number its messages for good (UIDVALIDITY)');
    return {
      uidValidity,
      async findMessages(after) {
        const which = 'uid' in after ? `UID ${after.uid + 1}:*` : `SINCE ${imapDay(after.since)}`;
        const answers = await ask(`UID SEARCH ${which}`, 'a search');
        const uids = answers.flatMap(({ text }) =>
          /^\* SEARCH\b/iu.test(text) ? (text.match(/\d{1,10}/gu) ?? []).map(Number) : [],
        );
        // `n:*` is the last message too, whatever its number.
        const from = 'uid' in after ? after.uid : 0;
        return [...new Set(uids)].filter((uid) => uid > from).sort((a, b) => a - b);
      },
      async sizesOf(uids) {
        if (uids.length === 0) return new Map();
        const answers = await ask(`UID FETCH ${uids.join(',')} (UID RFC822.SIZE)`, 'sizes');
        return new Map(
          answers.flatMap(({ text }): [number, number][] => {
            const uid = /\bUID (\d{1,10})\b/iu.exec(text)?.[1];
            const size = /\bRFC822\.SIZE (\d{1,15})\b/iu.exec(text)?.[1];
            return uid !== undefined && size !== undefined ? [[Number(uid), Number(size)]] : [];
          }),
        );
      },
      async fetch(uid) {
        const answers = await ask(`UID FETCH ${uid} (UID BODY.PEEK[])`, 'a message');
        const found = answers.find(({ text, literals }) => literals.length > 0 && text.includes(`UID ${uid}`));
        return found?.literals[0] ?? null;
      },
      async close() {
        if (!socket.destroyed) await ask('LOGOUT', 'to end').catch(() => undefined);
        clearTimeout(turn);
        socket.destroy();
      },
    };
  } catch (error) {
    clearTimeout(turn);
    socket.destroy();
    throw error;
  }
}

async function connectTls({ host, port }: MailboxAddress, limits: MailboxLimits): Promise<TLSSocket> {
  const refused = refusalOfMailServer(host, port, limits.allowed);
  if (refused !== null) throw new ConnectionRefused(refused);
  const isAllowed = limits.allowed.includes(`${host}:${port}`);
  const socket = connect({
    ...{ host, port, minVersion: 'TLSv1.2' as const, ALPNProtocols: ['imap'] },
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(isAllowed ? {} : { lookup: publicLookup }),
  });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new ImapFailed(`it did not answer within ${limits.timeoutMs} ms`));
      socket.destroy();
    }, limits.timeoutMs);
    socket.once('secureConnect', resolve).once('error', reject);
    socket.once('close', () => {
      clearTimeout(timer);
      reject(new ImapFailed('it ended the connection'));
    });
    socket.once('secureConnect', () => {
      clearTimeout(timer);
    });
  });
  // Read as a stream from here on: an error ends that reading.
  socket.on('error', () => undefined);
  if (!isAllowed && isPrivateAddress(socket.remoteAddress ?? '')) {
    socket.destroy();
    throw new ConnectionRefused(`connected to private address ${socket.remoteAddress}`);
  }
  return socket;
}

/** By LOGIN, or where the name or password has letters beyond ASCII, by SASL PLAIN (RFC 4616). */
async function signIn(
  ask: (command: string, name: string, continuation?: string) => Promise<ImapAnswer[]>,
  user: string,
  password: string,
): Promise<void> {
  const name = 'to sign in';
  if (isPlain(user) && isPlain(password)) await ask(`LOGIN ${quoted(user)} ${quoted(password)}`, name);
  else await ask('AUTHENTICATE PLAIN', name, Buffer.from(`\0${user}\0${password}`).toString('base64'));
}

const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/u.test(text);

function quoted(text: string): string {
  if (!isPlain(text)) throw new ImapFailed('the name of the mailbox has letters beyond ASCII, which are not supported');
  return `"${text.replace(/["\\]/gu, '\\$&')}"`;
}

function imapDay(day: Temporal.PlainDate): string {
  const month = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][day.month - 1];
  return `${day.day}-${month}-${day.year}`;
}

function numberIn(answers: ImapAnswer[], pattern: RegExp): number | null {
  const found = answers.map(({ text }) => pattern.exec(text)?.[1]).find((each) => each !== undefined);
  return found === undefined ? null : Number(found);
}

/** A server's words, short, on one line, and without the password that it may send back. */
function sayable(text: string, password: string): string {
  const plain = password === '' ? text : text.replaceAll(password, '…');
  return plain.replace(/\p{Cc}/gu, ' ').slice(0, 200);
}
