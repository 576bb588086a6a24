import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createHttpClient } from '#platform/http/http-client.ts';
import type { Sandbox } from '#platform/sandbox/sandbox.ts';
import { readSecret, saveSecret } from '#platform/secrets.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, memoryBlobs, testClock, testMoment } from '../../tests/support/fixtures.ts';
import { startImapServer, type TestMailbox, trustTestCertificate } from '../../tests/support/imap-server.ts';
import { createParseSandbox } from '../worker/parse-sandbox.ts';
import { fetchWire } from './fetch-wire.ts';
import { mailboxSecret, mailboxUrl, readMailboxUrl } from './mailbox-address.ts';
import { findUnplacedReports } from './report-store.ts';
import { findSetAside } from './set-aside-store.ts';
import { findWire, saveWire } from './wire-store.ts';

let sandbox: Sandbox;
let close: (() => Promise<void>)[] = [];
beforeAll(() => {
  trustTestCertificate();
  sandbox = createParseSandbox({ size: 1 });
});
afterEach(async () => {
  for (const each of close) await each();
  close = [];
});
afterAll(() => sandbox.close());

const password = 'quay "and" harbour';
const message = (id: string, text = `Text of ${id}.`) =>
  `From: Port <port@port.example>\r\nDate: Fri, 20 Nov 2026 08:00:00 +0000\r\nSubject: ${id}\r\nMessage-ID: <${id}@port.example>\r\n\r\n${text}\r\n`;
const mail = (uid: number, bytes = message(`m${uid}`), day = '19 Nov 2026') => ({ uid, bytes, day });

test('a mailbox is told by its address, in which no password stands', () => {
  const address = { host: 'imap.port.example', port: 993, user: 'desk@port.example', mailbox: 'News/من' };
  expect(readMailboxUrl(mailboxUrl(address))).toEqual(address);
  for (const url of ['https://imap.port.example/', 'imaps://desk:word@port.example:993/INBOX', 'imaps://a@b:1/%zz', ''])
    expect(readMailboxUrl(url)).toBeNull();
});

describeOnBothEngines('a mailbox', (open) => {
  const begin = async (
    messages: TestMailbox['messages'],
    config: { fetchMaxBytes?: number; mailHosts?: string } = {},
  ) => {
    const database = await open();
    await addPublication(database);
    const data = await mkdtemp(join(tmpdir(), 'daybook-mailbox-'));
    const held: TestMailbox = { uidValidity: 7, messages, password };
    const server = await startImapServer(held);
    close.push(server.close, () => rm(data, { recursive: true, force: true }));
    const { port, asked, faults } = server;
    await saveSecret(data, mailboxSecret('port'), password);
    const address = { host: '127.0.0.1', port, user: 'desk', mailbox: 'INBOX' };
    const wire = {
      ...{ id: 'port', kind: 'mailbox' as const, outlet: 'Port office', url: mailboxUrl(address), lang: 'en' },
      ...{ visibility: 'private' as const, state: 'active' as const, intervalMinutes: 5, idleAlarmHours: 48 },
      publications: ['gorvan'],
    };
    await database.write((tx) => saveWire(tx, wire, testMoment));
    const deps = {
      config: { data, fetchMaxBytes: 100_000, fetchTimeoutMs: 2_000, mailHosts: `127.0.0.1:${port}`, ...config },
      ...{ database, blobs: memoryBlobs(), clock: testClock(), sandbox, http: createHttpClient({ userAgent: 'test' }) },
    };
    const fetch = () => fetchWire(deps, 'port');
    const titles = async () =>
      (await findUnplacedReports(database.read, 'gorvan', 500)).map(({ externalId }) => externalId).sort();
    return { database, data, deps, held, asked, faults, fetch, titles };
  };
  const named = (...uids: number[]) => uids.map((uid) => `<m${uid}@port.example>`);

  test('is read once, each message as a report, and nothing in it is changed', async () => {
    const { fetch, titles, held, asked, database } = await begin([
      mail(3),
      mail(5),
      mail(9, message('m9'), '1 Oct 2026'),
    ]);
    expect(await fetch()).toEqual({ kind: 'fetched', added: 2, changed: 0, setAside: 0 });
    // What is older than two weeks at the first look stays where it is.
    expect(await titles()).toEqual(named(3, 5));
    expect(await findWire(database.read, 'port')).toMatchObject({ failures: 0, lastError: null });
    held.messages.push(mail(12));
    expect(await fetch()).toEqual({ kind: 'fetched', added: 2, changed: 0, setAside: 0 });
    expect(await fetch()).toEqual({ kind: 'nothing-new' });
    expect(await titles()).toEqual(named(12, 3, 5, 9));
    const words = new Set(asked.map((command) => command.split(' ').slice(0, 2).join(' ')));
    expect([...words].filter((each) => !/^(?:LOGIN|EXAMINE|LOGOUT|UID SEARCH|UID FETCH)/u.test(each))).toEqual([]);
    expect(asked.some((command) => /SELECT|STORE|EXPUNGE|BODY\[/u.test(command))).toBe(false);
  });

  test('that breaks off in the middle goes on where it was: nothing twice, nothing left out', async () => {
    const { fetch, titles, faults, database } = await begin([mail(1), mail(2), mail(3)]);
    faults.push({ on: /UID FETCH 2 \(UID BODY/u, say: '* 2 FETCH (UID 2 BODY[] {900}\r\nhalf', end: true });
    expect(await fetch()).toEqual({ kind: 'failed', reason: '127.0.0.1: it ended the connection' });
    expect(await titles()).toEqual(named(1));
    expect(await findWire(database.read, 'port')).toMatchObject({ failures: 1 });
    faults.length = 0;
    expect(await fetch()).toMatchObject({ added: 2 });
    expect(await titles()).toEqual(named(1, 2, 3));
  });

  test('that is numbered anew is read anew, and what is here already stays as it is', async () => {
    const { fetch, titles, held } = await begin([mail(8), mail(9)]);
    await fetch();
    Object.assign(held, { uidValidity: 8, messages: [mail(1, message('m8')), mail(2, message('m9')), mail(3)] });
    expect(await fetch()).toEqual({ kind: 'fetched', added: 1, changed: 0, setAside: 0 });
    expect(await titles()).toEqual(named(3, 8, 9));
  });

  test('with what cannot be read: it is set aside by its number, and the next is read', async () => {
    const { fetch, titles, database } = await begin(
      [mail(1, message('m1', 'x'.repeat(4000))), mail(2, 'no mail'), mail(3)],
      {
        fetchMaxBytes: 3000,
      },
    );
    expect(await fetch()).toMatchObject({ added: 1, setAside: 2 });
    expect(await titles()).toEqual(named(3));
    expect((await findSetAside(database.read, 5)).map(({ item, reason }) => [item, reason])).toEqual([
      ['message 2', expect.stringContaining('text without markup')],
      ['message 1', 'it is larger than 3000 bytes'],
    ]);
  });

  test('with more than is read at once is due again at once', async () => {
    const { fetch, titles } = await begin(Array.from({ length: 103 }, (_, n) => mail(n + 1)));
    expect(await fetch()).toMatchObject({ added: 100, more: true });
    expect(await fetch()).toEqual({ kind: 'fetched', added: 3, changed: 0, setAside: 0 });
    expect(await titles()).toHaveLength(103);
  });

  test('whose server refuses, lies, floods or is silent is a failing wire, and the password is in no reason', async () => {
    const { fetch, data, faults, deps } = await begin([mail(1)]);
    const reason = async () => {
      const fetched = await fetch();
      faults.length = 0;
      return fetched.kind === 'failed' ? fetched.reason : fetched.kind;
    };
    faults.push({ on: /^EXAMINE/u, say: 'TAG NO no such mailbox\r\n' });
    expect(await reason()).toBe('127.0.0.1: it refuses the mailbox: NO no such mailbox');
    faults.push({ on: /^EXAMINE/u, say: '* OK ready\r\nTAG OK done\r\n' });
    expect(await reason()).toContain('UIDVALIDITY');
    faults.push({ on: /^UID SEARCH/u, say: '* 1 FETCH {999999999}\r\n' });
    expect(await reason()).toContain('it sends more than 100000 bytes at once');
    faults.push({ on: /^UID SEARCH/u, say: 'x'.repeat(1_100_000) });
    expect(await reason()).toContain('a line of it is longer');
    faults.push({ on: /^UID SEARCH/u, say: '* 1 EXISTS\r\n'.repeat(10_001) });
    expect(await reason()).toContain('more than 10000 lines');
    deps.config.fetchTimeoutMs = 200;
    faults.push({ on: /^UID SEARCH/u, say: null });
    expect(await reason()).toContain('it did not answer within 200 ms');
    deps.config.fetchTimeoutMs = 2_000;
    await saveSecret(data, mailboxSecret('port'), 'wrong-word');
    expect(await reason()).toBe('127.0.0.1: it refuses to sign in: NO no entry with …');
    await rm(join(data, 'secrets'), { recursive: true });
    expect(await reason()).toContain('its password is not in the data folder');
  });

  test('at a private address, at another port or behind a proxy is not connected to', async () => {
    const { fetch, asked, deps } = await begin([mail(1)], { mailHosts: '' });
    expect(await fetch()).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('mail is read over TLS on port 993'),
    });
    for (const host of ['127.0.0.1', '10.0.0.1', 'localhost', 'mail.internal', '2130706433']) {
      const url = mailboxUrl({ host, port: 993, user: 'desk', mailbox: 'INBOX' });
      const wire = await findWire(deps.database.read, 'port');
      if (wire) await deps.database.write((tx) => saveWire(tx, { ...wire, url }, testMoment));
      expect(await fetch()).toMatchObject({
        kind: 'failed',
        reason: expect.stringMatching(/private address|no public name|local name/u),
      });
    }
    Object.assign(deps.config, { proxyUrl: 'http://proxy.example' });
    expect(await fetch()).toMatchObject({ reason: expect.stringContaining('mail is not read through one') });
    expect(asked).toEqual([]);
  });

  test('takes a password with letters beyond ASCII, kept for the owner of the data folder alone', async () => {
    const { fetch, data, held } = await begin([mail(1)]);
    Object.assign(held, { password: 'ميناء سري' });
    await saveSecret(data, mailboxSecret('port'), 'ميناء سري');
    expect(await fetch()).toMatchObject({ added: 1 });
    const modes = await Promise.all(['secrets', 'secrets/mailbox-port'].map((path) => stat(join(data, path))));
    expect(modes.map(({ mode }) => mode & 0o777)).toEqual([0o700, 0o600]);
    expect(await readSecret(data, 'mailbox-other')).toBeNull();
    await expect(readSecret(data, '../daybook.sqlite')).rejects.toThrow('can name no secret');
  });
});
