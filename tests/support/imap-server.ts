import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer, getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls';

const folder = join(import.meta.dirname, 'tls');
/** A certificate for 127.0.0.1 that was made for tests alone. */
const cert = readFileSync(join(folder, 'cert.pem'), 'utf8');
const key = readFileSync(join(folder, 'key.pem'), 'utf8');

/** This process takes the tests' certificate for a good one from now on. */
export function trustTestCertificate(): void {
  setDefaultCACertificates([...getCACertificates('default'), cert]);
}

export interface TestMailbox {
  uidValidity: number;
  messages: { uid: number; bytes: string; day: string }[];
  password: string;
}

/** A small mail server over TLS: the commands that reading needs, and no others. `asked` has what it was sent. */
export async function startImapServer(mailbox: TestMailbox) {
  const asked: string[] = [];
  const sockets = new Set<TLSSocket>();
  /** What a test makes of an answer instead: text to send, or null for silence. */
  const faults: { on: RegExp; say: string | null; end?: true }[] = [];
  const server = createServer({ cert, key }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.write('* OK IMAP4rev1 ready\r\n');
    let held = '';
    let plain: string | null = null;
    socket.on('data', (chunk) => {
      held += chunk.toString('latin1');
      for (let end = held.indexOf('\r\n'); end !== -1; end = held.indexOf('\r\n')) {
        const line = held.slice(0, end);
        held = held.slice(end + 2);
        if (plain !== null) {
          const [, , password] = Buffer.from(line, 'base64').toString('utf8').split('\0');
          socket.write(`${plain} ${password === mailbox.password ? 'OK' : 'NO wrong'} done\r\n`);
          plain = null;
          continue;
        }
        const [, tag = '', command = ''] = /^(\S+) (.*)$/u.exec(line) ?? [];
        asked.push(command);
        const fault = faults.find(({ on }) => on.test(command));
        if (fault) {
          if (fault.say !== null) socket.write(fault.say.replaceAll('TAG', tag));
          if (fault.end) socket.destroy();
          continue;
        }
        if (/^AUTHENTICATE PLAIN/iu.test(command)) {
          plain = tag;
          socket.write('+ \r\n');
        } else socket.write(answer(mailbox, tag, command));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no port');
  return {
    port: address.port,
    asked,
    faults,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer({ uidValidity, messages, password }: TestMailbox, tag: string, command: string): string {
  const ok = `${tag} OK done\r\n`;
  const login = /^LOGIN "(?:[^"\\]|\\.)*" "((?:[^"\\]|\\.)*)"$/u.exec(command);
  if (login)
    return (login[1] ?? '').replace(/\\(.)/gu, '$1') === password ? ok : `${tag} NO no entry with ${login[1]}\r\n`;
  if (/^EXAMINE "INBOX"$/u.test(command))
    return `* ${messages.length} EXISTS\r\n* OK [UIDVALIDITY ${uidValidity}] valid\r\n${ok}`;
  const from = /^UID SEARCH UID (\d+):\*$/u.exec(command)?.[1];
  const since = /^UID SEARCH SINCE (\d+-\w+-\d+)$/u.exec(command)?.[1];
  if (from !== undefined || since !== undefined) {
    // As the standard has it, the last message is always in `n:*`.
    const found = messages.filter(({ uid, day }, place) =>
      from === undefined
        ? Date.parse(day) >= Date.parse(`${since} UTC`)
        : uid >= Number(from) || place === messages.length - 1,
    );
    return `* SEARCH${found.map(({ uid }) => ` ${uid}`).join('')}\r\n${ok}`;
  }
  const fetched = /^UID FETCH ([\d,]+) \(UID (RFC822\.SIZE|BODY\.PEEK\[\])\)$/u.exec(command);
  if (fetched) {
    const uids = (fetched[1] ?? '').split(',').map(Number);
    const found = messages.map((message, place) => ({ ...message, place })).filter(({ uid }) => uids.includes(uid));
    const lines = found.map(({ uid, bytes, place }) =>
      fetched[2] === 'RFC822.SIZE'
        ? `* ${place + 1} FETCH (UID ${uid} RFC822.SIZE ${Buffer.byteLength(bytes)})\r\n`
        : `* ${place + 1} FETCH (UID ${uid} BODY[] {${Buffer.byteLength(bytes)}}\r\n${bytes})\r\n`,
    );
    return lines.join('') + ok;
  }
  if (command === 'LOGOUT') return `* BYE\r\n${ok}`;
  return `${tag} BAD ${command.split(' ')[0]} is not known\r\n`;
}
