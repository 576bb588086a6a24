import { appendFile, copyFile, mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { createHttpClient } from '#platform/http/http-client.ts';
import type { Sandbox } from '#platform/sandbox/sandbox.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, memoryBlobs, testClock, testMoment } from '../../tests/support/fixtures.ts';
import { createParseSandbox } from '../worker/parse-sandbox.ts';
import { fetchWire } from './fetch-wire.ts';
import { findUnplacedReports } from './report-store.ts';
import { isFolderName } from './scan-folder.ts';
import { findSetAside } from './set-aside-store.ts';
import { findWire, saveWire } from './wire-store.ts';

const corpus = join(import.meta.dirname, '../../tests/corpus/feeds');
let sandbox: Sandbox;
const folders: string[] = [];
beforeAll(() => {
  sandbox = createParseSandbox({ size: 1 });
});
afterAll(async () => {
  await sandbox.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const message = (id: string, text = `Text of ${id}.`) =>
  `From: Port <port@port.example>\nDate: Fri, 20 Nov 2026 08:00:00 +0000\nSubject: ${id}\nMessage-ID: <${id}@port.example>\n\n${text}\n\n`;
const posted = (id: string) => `From port@port.example Fri Nov 20 08:00:00 2026\n${message(id)}`;

test('a folder is named by letters, digits and dashes alone: nothing else of the machine can be', () => {
  for (const name of ['halyard', 'port-office_2']) expect([name, isFolderName(name)]).toEqual([name, true]);
  for (const name of ['..', '../x', 'a/b', '/etc', '', '.hidden', 'A\u0000', 'x'.repeat(61)])
    expect([name, isFolderName(name)]).toEqual([name, false]);
});

describeOnBothEngines('a watched folder', (open) => {
  const begin = async (config: { fetchMaxBytes?: number } = {}) => {
    const database = await open();
    await addPublication(database);
    const data = await mkdtemp(join(tmpdir(), 'daybook-inbox-'));
    folders.push(data);
    const inbox = join(data, 'inbox/halyard');
    await mkdir(inbox, { recursive: true });
    const wire = {
      id: 'halyard',
      kind: 'folder' as const,
      outlet: 'Halyard',
      url: 'folder:halyard',
      lang: 'en',
      visibility: 'private' as const,
      state: 'active' as const,
      intervalMinutes: 1,
      idleAlarmHours: 48,
      publications: ['gorvan'],
    };
    await database.write((tx) => saveWire(tx, wire, testMoment));
    const deps = {
      config: { data, fetchMaxBytes: 1_000_000, fetchTimeoutMs: 5000, ...config },
      database,
      blobs: memoryBlobs(),
      clock: testClock(),
      http: createHttpClient({ userAgent: 'Daybook/test' }),
      sandbox,
    };
    const put = async (name: string, text: string) => {
      await writeFile(join(inbox, name), text);
      return join(inbox, name);
    };
    return { database, deps, inbox, put, scan: () => fetchWire(deps, 'halyard') };
  };
  const titles = async (database: Database) =>
    (await findUnplacedReports(database.read, 'gorvan', 2000)).map(({ title }) => title).sort();

  test('takes files of any format, told by how they begin, whatever they are called', async () => {
    const { database, inbox, scan } = await begin();
    await mkdir(join(inbox, '2026/11'), { recursive: true });
    await copyFile(join(corpus, 'nitf-story.xml'), join(inbox, 'a.txt'));
    await copyFile(join(corpus, 'ninjs-1.json'), join(inbox, '2026/11/b'));
    await copyFile(join(corpus, 'mail-multipart.eml'), join(inbox, 'c.xml'));
    await copyFile(join(corpus, 'newsml-g2-message.xml'), join(inbox, 'd.bin'));
    await copyFile(join(corpus, 'rss20-agency.xml'), join(inbox, 'e.json'));
    expect(await scan()).toMatchObject({ kind: 'fetched', setAside: 4 });
    const kept = await titles(database);
    for (const title of [
      'Ferries to Dunmorrow sail four times a day',
      'Rope Street floods again',
      'إغلاق الجسر / Bridge closed',
      'Swing bridge at Port Selwyn shut after barge strikes it',
    ])
      expect(kept).toContain(title);
    const [mail] = (await findUnplacedReports(database.read, 'gorvan', 99)).filter(({ title }) =>
      title.includes('closed'),
    );
    expect(mail).toMatchObject({ outlet: 'Halyard', method: 'file', authors: ['Port office, Selwyn'] });
  });

  test('takes a file once, also under another name, and says by name what it cannot read', async () => {
    const { database, deps, put, inbox, scan } = await begin();
    await put('one.eml', message('one'));
    await put('broken.xml', '<html><title>Sign in</title></html>');
    expect(await scan()).toEqual({ kind: 'fetched', added: 1, changed: 0, setAside: 1 });
    expect(await scan()).toEqual({ kind: 'nothing-new' });
    await rename(join(inbox, 'one.eml'), join(inbox, 'two.eml'));
    expect(await scan()).toEqual({ kind: 'fetched', added: 0, changed: 0, setAside: 0 });
    expect(await findSetAside(database.read, 9)).toMatchObject([
      { item: 'broken.xml', source: 'folder:halyard/broken.xml', reason: 'an HTML page titled "Sign in"' },
    ]);
    expect(deps.blobs.held.size).toBe(2);
  });

  test('takes nothing twice where it was killed between taking and remembering', async () => {
    const { database, put, scan } = await begin();
    await put('one.eml', message('one'));
    await put('none.html', '<html><title>Sign in</title></html>');
    await scan();
    await database.write((tx) =>
      tx.withTables<{ taken_files: { wire_id: string } }>().deleteFrom('taken_files').execute(),
    );
    expect(await scan()).toEqual({ kind: 'fetched', added: 0, changed: 0, setAside: 1 });
    expect(await findSetAside(database.read, 9)).toHaveLength(1);
    expect(await titles(database)).toEqual(['one']);
  });

  test('reads a file that was changed again: its newer version replaces the older', async () => {
    const { database, put, scan } = await begin();
    const story = (version: number, words: string) =>
      JSON.stringify({ uri: 'u1', version: String(version), pubstatus: 'usable', headline: words, body_text: words });
    await put('story.json', story(1, 'First'));
    await scan();
    await put('story.json', story(2, 'Second word'));
    expect(await scan()).toEqual({ kind: 'fetched', added: 0, changed: 1, setAside: 0 });
    expect(await titles(database)).toEqual(['Second word']);
  });

  test('leaves alone what may still be written, hidden files, links, and what is empty', async () => {
    const { deps, put, inbox, scan } = await begin();
    const fresh = await put('fresh.eml', message('fresh'));
    const now = new Date(deps.clock.now().epochMilliseconds);
    await utimes(fresh, now, new Date(now.getTime() - 500));
    await put('.hidden.eml', message('hidden'));
    await put('half.eml.part', message('half'));
    await put('empty.eml', '');
    await writeFile(join(deps.config.data, 'secret.eml'), message('secret'));
    await symlink(join(deps.config.data, 'secret.eml'), join(inbox, 'link.eml'));
    await symlink(deps.config.data, join(inbox, 'up'));
    expect(await scan()).toEqual({ kind: 'nothing-new' });
    deps.clock.set('2026-11-20T09:00:03Z');
    expect(await scan()).toMatchObject({ added: 1 });
  });

  test('reads a Maildir, and a message that is moved and marked as read is the same', async () => {
    const { database, inbox, scan } = await begin();
    for (const folder of ['new', 'cur', 'tmp']) await mkdir(join(inbox, folder));
    await writeFile(join(inbox, 'new/1763625600.M1P1.port'), message('one'));
    await writeFile(join(inbox, 'tmp/1763625601.M2P1.port'), message('half'));
    expect(await scan()).toMatchObject({ added: 1 });
    await rename(join(inbox, 'new/1763625600.M1P1.port'), join(inbox, 'cur/1763625600.M1P1.port:2,S'));
    expect(await scan()).toEqual({ kind: 'nothing-new' });
    expect(await titles(database)).toEqual(['one']);
  });

  test('reads of an mbox that has grown what is new, and all of one that was written anew', async () => {
    const { database, deps, put, scan } = await begin();
    const box = await put('port.mbox', posted('one') + posted('two'));
    expect(await scan()).toMatchObject({ added: 2 });
    await appendFile(box, posted('three'));
    expect(await scan()).toEqual({ kind: 'fetched', added: 1, changed: 0, setAside: 0 });
    // The third message alone was read: one more payload.
    expect(
      [...deps.blobs.held.values()].map((bytes) => Buffer.from(bytes).toString().split('\nSubject').length - 1),
    ).toEqual([2, 1]);
    await put('port.mbox', posted('zero') + posted('one') + posted('two') + posted('four'));
    expect(await scan()).toMatchObject({ added: 2 });
    expect(await titles(database)).toEqual(['four', 'one', 'three', 'two', 'zero']);
  });

  test('reads an mbox that is larger than any document may be in parts, and names a message that is too large', async () => {
    const { database, put, scan } = await begin({ fetchMaxBytes: 2_000 });
    const large = posted('large').replace('Text', 'x'.repeat(5_000));
    const small = Array.from({ length: 40 }, (_, n) => posted(`m${n}`));
    await put('port.mbox', [...small.slice(0, 20), large, ...small.slice(20)].join(''));
    await put('large.eml', message('alone', 'x'.repeat(3_000)));
    await scan();
    expect(await titles(database)).toEqual(small.map((_, n) => `m${n}`).sort());
    expect((await findSetAside(database.read, 9)).map(({ item, reason }) => [item, reason]).sort()).toEqual([
      ['large.eml', 'it is larger than 2000 bytes'],
      ['port.mbox', 'it is larger than 2000 bytes'],
    ]);
  });

  test('a folder that is not there is told on its wire, which is tried again later', async () => {
    const { database, deps, inbox, scan } = await begin();
    await rm(inbox, { recursive: true });
    expect(await scan()).toEqual({
      kind: 'failed',
      reason: 'the folder inbox/halyard in the data folder cannot be read (ENOENT)',
    });
    expect(await findWire(database.read, 'halyard')).toMatchObject({ failures: 1 });
    await database.write((tx) =>
      tx.withTables<{ wires: { url: string } }>().updateTable('wires').set({ url: 'folder:../..' }).execute(),
    );
    expect(await fetchWire(deps, 'halyard')).toMatchObject({
      reason: expect.stringContaining('is no name of a folder'),
    });
  });

  test('that holds much is read a part at a time, so that other wires are not kept waiting', async () => {
    const { database, put, scan } = await begin();
    for (let n = 0; n < 205; n += 1) await put(`${n}.eml`, message(`m${n}`));
    expect(await scan()).toMatchObject({ added: 200 });
    expect((await findWire(database.read, 'halyard'))?.nextFetchAt).toBe(testMoment);
    expect(await scan()).toMatchObject({ added: 5 });
    expect((await findWire(database.read, 'halyard'))?.nextFetchAt).toBe('2026-11-20T09:01:00.000Z');
  });
});
