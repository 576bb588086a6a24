import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { leaseJob } from '#platform/queue/job-store.ts';
import { fetchWire, findWires } from '#wires/wires.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startImapServer, type TestMailbox, trustTestCertificate } from '../../tests/support/imap-server.ts';
import { openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

let server: Awaited<ReturnType<typeof startImapServer>>;
let desk: TestDesk;
const held: TestMailbox = { uidValidity: 1, messages: [], password: 'a long word' };
beforeEach(async () => {
  trustTestCertificate();
  server = await startImapServer(held);
  desk = await openTestDesk({ env: { DAYBOOK_MAIL_HOSTS: `127.0.0.1:${server.port}` } });
});
afterEach(async () => {
  await desk.close();
  await server.close();
});

const add = (changes: Record<string, string> = {}) =>
  desk.post('/desk/wires', {
    ...{ kind: 'mailbox', outlet: 'Port office', server: `127.0.0.1:${server.port}`, user: 'desk@port.example' },
    ...{ password: held.password, mailbox: '', lang: '', publications: 'belisar', visibility: 'private', ...changes },
  });
const wires = () => findWires(desk.newsroom.database.read);

test('a mailbox is tried before it becomes a wire, and its password is kept beside the database alone', async () => {
  const refused = await add({ password: 'another word' });
  const page = await refused.text();
  expect([refused.status, page]).toEqual([422, expect.stringContaining('it refuses to sign in')]);
  expect(page).not.toContain('another word');
  expect(await wires()).toEqual([]);
  expect((await add()).headers.get('location')).toBe('/desk/wires?said=added');
  const [wire] = await wires();
  expect(wire).toMatchObject({
    ...{ kind: 'mailbox', visibility: 'private', intervalMinutes: 5 },
    url: `imaps://desk%40port.example@127.0.0.1:${server.port}/INBOX`,
  });
  expect(await fetchWire(desk.newsroom, wire?.id ?? '')).toEqual({ kind: 'nothing-new' });
  const { data } = desk.newsroom.config;
  expect((await stat(join(data, 'secrets', `mailbox-${wire?.id}`))).mode & 0o777).toBe(0o600);
  for (const name of await readdir(data))
    if (name.startsWith('daybook.sqlite'))
      expect(await readFile(join(data, name), 'latin1')).not.toContain(held.password);
  const shown = await (await desk.get('/desk/wires')).text();
  expect(shown).toContain('INBOX of desk@port.example at 127.0.0.1');
  expect(shown).not.toContain(held.password);
  expect((await add()).status).toBe(422);
});

test('a server inside, and a field that is amiss, are said beside the field, and nothing is asked', async () => {
  const wrong = async (changes: Record<string, string>) => {
    const page = await (await add(changes)).text();
    return /<p class="wrong" role="alert">([^<]*)/u.exec(page)?.[1];
  };
  expect(await wrong({ server: '10.0.0.1' })).toBe('10.0.0.1: private address 10.0.0.1.');
  expect(await wrong({ server: 'https://imap.port.example/' })).toContain('Name the server');
  expect(await wrong({ user: '' })).toBe('Say as whom it is read.');
  expect(await wrong({ password: '' })).toBe('Give the password (again).');
  expect(await wrong({ mailbox: 'الوارد' })).toContain('Name it by letters');
  expect([await wires(), server.asked]).toEqual([[], []]);
});

test('a new password is taken, and the mailbox looked at again', async () => {
  await add();
  const [wire] = await wires();
  const { database, config } = desk.newsroom;
  const lease = () =>
    leaseJob(database, {
      worker: 'w',
      now: '2026-11-20T12:00:00.000Z',
      until: '2026-11-20T12:10:00.000Z',
      kinds: ['fetch-wire'],
    });
  expect((await desk.post(`/desk/wires/${wire?.id}/password`, { password: '' })).headers.get('location')).toContain(
    'no-password',
  );
  expect(
    (await desk.post(`/desk/wires/${wire?.id}/password`, { password: 'new word' })).headers.get('location'),
  ).toContain('said=password');
  expect(await readFile(join(config.data, 'secrets', `mailbox-${wire?.id}`), 'utf8')).toBe('new word');
  expect(await lease()).toMatchObject({ key: wire?.id });
});
