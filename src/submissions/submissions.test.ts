import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { takesSubmissions, findPublication, profileProblems, plainPublication } from '#publications/publications.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, testClock } from '../../tests/support/fixtures.ts';
import { openSubmission, removeSubmission, replyTo } from './desk-inbox.ts';
import { createReception, type Reception } from './reception.ts';
import { openSubmissionKeys } from './submission-keys.ts';
import { countSubmissions, listSubmissions, setSubmissionState } from './submission-store.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-keys-'));
  folders.push(folder);
  return folder;
};

const all = { states: ['new', 'read', 'answered', 'closed'] as const, limit: 500, offset: 0 };
const entries = (database: Database, publication = 'gorvan') =>
  listSubmissions(database.read, publication, { ...all, states: [...all.states] });

describeOnBothEngines('what readers send', (open) => {
  async function begin() {
    const database = await open();
    const publication = await addPublication(database, { timeZone: 'Asia/Damascus' });
    const clock = testClock('2026-11-20T22:30:00.000Z');
    const folder = join(newFolder(), 'keys');
    const keys = openSubmissionKeys(folder);
    const deps = { database, clock, keys };
    const reception = createReception(deps);
    const send = async (
      fields: Record<string, string>,
      options: { kind?: 'tip' | 'pitch'; token?: string; by?: Reception } = {},
    ) => {
      const { kind = 'tip', by = reception } = options;
      const form = new URLSearchParams({ form: options.token ?? (await by.token(publication, kind)), ...fields });
      return by.take({ publication, lang: 'en', kind }, form);
    };
    const sent = async (fields: Record<string, string>, kind: 'tip' | 'pitch' = 'tip') => {
      const taken = await send(fields, { kind });
      if (taken.kind !== 'taken') throw new Error(JSON.stringify(taken));
      return taken.code;
    };
    return { database, publication, clock, folder, keys, deps, reception, send, sent };
  }

  test('is sealed, opened by the desk, answered, and the receipt reads the reply', async () => {
    const { database, publication, deps, reception, sent } = await begin();
    const code = await sent({
      text: 'The ferry sails without a pilot.\r\nAsk at the mole.',
      email: 'oona@quay.example',
    });
    const [entry] = await entries(database);
    // The day is the publication's: it is past midnight in Damascus.
    expect(entry).toEqual({ id: expect.stringMatching(/^sub_/u), kind: 'tip', receivedOn: '2026-11-21', state: 'new' });
    expect(await reception.readReply(publication, code)).toEqual({ kind: 'nothing-yet' });
    const opened = await openSubmission(deps, publication, entry?.id ?? '');
    expect(opened).toMatchObject({
      kind: 'open',
      reply: null,
      content: { text: 'The ferry sails without a pilot.\nAsk at the mole.', email: 'oona@quay.example', lang: 'en' },
    });
    expect((await entries(database))[0]?.state).toBe('read');
    expect(await replyTo(deps, publication, entry?.id ?? '', ' Thank you.\r\nWho is the pilot? ')).toEqual({
      kind: 'replied',
    });
    expect((await entries(database))[0]?.state).toBe('answered');
    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect(await reception.readReply(publication, typed)).toEqual({
      kind: 'reply',
      text: 'Thank you.\nWho is the pilot?',
      repliedOn: '2026-11-21',
    });
    expect(await openSubmission(deps, publication, entry?.id ?? '')).toMatchObject({
      reply: 'Thank you.\nWho is the pilot?',
    });
  });

  test('is read with its code alone, at its own publication alone', async () => {
    const { database, reception, publication, sent, deps } = await begin();
    const other = await addPublication(database, { slug: 'amrin' });
    const code = await sent({ text: 'A crane fell.' });
    const [entry] = await entries(database);
    await replyTo(deps, publication, entry?.id ?? '', 'Thank you.');
    expect(await reception.readReply(other, code)).toEqual({ kind: 'unknown' });
    for (const wrong of ['', 'nonsense', '0000-0000-0000-0000', code.replace(/.$/u, code.endsWith('X') ? 'Y' : 'X')])
      expect(await reception.readReply(publication, wrong)).toEqual({ kind: 'unknown' });
    expect(await openSubmission(deps, other, entry?.id ?? '')).toBeNull();
    expect(await replyTo(deps, other, entry?.id ?? '', 'x')).toEqual({ kind: 'gone' });
  });

  test('leaves no word, code, address or time of day in any column', async () => {
    const { database, publication, sent, deps } = await begin();
    const code = await sent(
      {
        text: 'Sentinel harbour',
        email: 'sentinel@quay.example',
        languages: 'Sentinelish',
        byline: 'yes',
        name: 'Sentinel',
      },
      'pitch',
    );
    const [entry] = await entries(database);
    await replyTo(deps, publication, entry?.id ?? '', 'Sentinel reply');
    const { rows } = await sql<Record<string, unknown>>`select * from submissions`.execute(database.read);
    const row = JSON.stringify(rows);
    expect(row).not.toMatch(/sentinel/iu);
    expect(row).not.toContain(code);
    expect(row).not.toContain(code.replaceAll('-', ''));
    expect(row).not.toMatch(/\d{2}:\d{2}/u);
    for (const value of Object.values(rows[0] ?? {}))
      expect(Buffer.from(String(value), 'base64').toString('latin1')).not.toMatch(/sentinel/iu);
    const { rows: events } = await sql<{ n: number }>`select count(*) as n from events`.execute(database.read);
    expect(Number(events[0]?.n)).toBe(0);
  });

  test('says nothing by its order: within a day it is that of random ids', async () => {
    const { database, sent, clock } = await begin();
    const ids: string[] = [];
    for (let each = 0; each < 12; each += 1) {
      await sent({ text: `Word ${each}` });
      const known = (await entries(database)).map(({ id }) => id);
      ids.push(known.find((id) => !ids.includes(id)) ?? '');
    }
    clock.advance({ hours: 24 });
    await sent({ text: 'The next day' });
    const listed = await entries(database);
    expect(listed[0]?.receivedOn).toBe('2026-11-22');
    expect(listed.slice(1).map(({ id }) => id)).toEqual(ids.toSorted());
    if (database.engine === 'sqlite') {
      const { rows } = await sql<{ id: string }>`select id from submissions where received_on = '2026-11-21'`.execute(
        database.read,
      );
      expect(rows.map(({ id }) => id)).toEqual(ids.toSorted());
      await expect(sql`select rowid from submissions`.execute(database.read)).rejects.toThrow();
    }
  });

  test('does not open when it was altered, moved to another row, or its key is lost', async () => {
    const { database, publication, sent, deps } = await begin();
    await sent({ text: 'One' });
    await sent({ text: 'Two' });
    const [one, two] = await entries(database);
    await database.write(async (tx) => {
      await sql`update submissions set sealed = (select sealed from submissions where id = ${two?.id}) where id = ${one?.id}`.execute(
        tx,
      );
    });
    expect(await openSubmission(deps, publication, one?.id ?? '')).toMatchObject({ kind: 'sealed', why: 'broken' });
    await database.write(async (tx) => {
      await sql`update submissions set received_on = '2026-11-01' where id = ${two?.id}`.execute(tx);
    });
    expect(await openSubmission(deps, publication, two?.id ?? '')).toMatchObject({ kind: 'sealed', why: 'broken' });
    const elsewhere = openSubmissionKeys(join(newFolder(), 'keys'));
    const lost = { ...deps, keys: elsewhere };
    expect(await openSubmission(lost, publication, one?.id ?? '')).toMatchObject({ kind: 'sealed', why: 'no-key' });
    await elsewhere.sealing();
    expect(await openSubmission(lost, publication, one?.id ?? '')).toMatchObject({ kind: 'sealed', why: 'other-key' });
    expect((await entries(database)).map(({ state }) => state)).toEqual(['new', 'new']);
  });

  test('sent twice by a reload gives one submission and one receipt; the page with other words is refused', async () => {
    const { database, publication, reception, send } = await begin();
    const token = await reception.token(publication, 'tip');
    const both = await Promise.all([send({ text: 'Once' }, { token }), send({ text: 'Once' }, { token })]);
    const again = await send({ text: 'Once' }, { token });
    expect(both[0]).toEqual(again);
    expect(both[1]).toEqual(again);
    expect(await send({ text: 'Replayed with other words' }, { token })).toEqual({ kind: 'refused', why: 'used' });
    expect(await entries(database)).toHaveLength(1);
    // The same words on a page of somebody else's are a submission, and a receipt, of their own.
    expect(await send({ text: 'Once' })).not.toEqual(again);
    expect(await entries(database)).toHaveLength(2);
  });

  test('sent twice at the same moment is kept once, every time', async () => {
    const { database, publication, reception, send } = await begin();
    for (let each = 0; each < 25; each += 1) {
      const token = await reception.token(publication, 'tip');
      const twice = Array.from({ length: 4 }, () => send({ text: 'Once' }, { token }));
      expect(new Set((await Promise.all(twice)).map((taken) => JSON.stringify(taken))).size).toBe(1);
    }
    expect(await entries(database)).toHaveLength(25);
  });

  test('is refused with a token that is forged, of another form, or old; with the hidden field filled in; in a flood', async () => {
    const { database, publication, clock, reception, send } = await begin();
    const text = 'Words';
    for (const token of ['', 'forged', await reception.token(publication, 'pitch')])
      expect(await send({ text }, { token })).toEqual({ kind: 'refused', why: 'token' });
    const old = await reception.token(publication, 'tip');
    expect(await send({ text, fax: 'http://spam.example' })).toEqual({ kind: 'refused', why: 'trap' });
    clock.advance({ hours: 48 });
    expect(await send({ text }, { token: old })).toEqual({ kind: 'refused', why: 'token' });
    expect(await entries(database)).toEqual([]);
    let busy = 0;
    for (let each = 0; each < 310; each += 1) if ((await send({ text: `Flood ${each}` })).kind === 'refused') busy += 1;
    expect(busy).toBe(10);
  });

  test('is refused where a field is wrong, and says which', async () => {
    const { database, send } = await begin();
    expect(await send({ text: ' \u0000\r\n ' })).toEqual({ kind: 'wrong', wrong: { text: 'missing' } });
    expect(await send({ text: 'a'.repeat(20_001), email: 'no address' })).toEqual({
      kind: 'wrong',
      wrong: { text: 'too-long', email: 'no-address' },
    });
    expect(await send({ text: 'Pitch' }, { kind: 'pitch' })).toEqual({ kind: 'wrong', wrong: { byline: 'missing' } });
    expect(await send({ text: 'Pitch', byline: 'yes' }, { kind: 'pitch' })).toEqual({
      kind: 'wrong',
      wrong: { name: 'missing' },
    });
    expect(await entries(database)).toEqual([]);
    // The longest that is let through fits the largest size, in the widest letters.
    const wide = {
      text: '語'.repeat(20_000),
      languages: '語'.repeat(300),
      links: '語'.repeat(4000),
      name: '語'.repeat(200),
    };
    expect((await send({ ...wide, byline: 'yes' }, { kind: 'pitch' })).kind).toBe('taken');
  });

  test('loses control characters and what turns text around, and nothing else', async () => {
    const { database, publication, deps, sent } = await begin();
    await sent({ text: '<script>alert(1)</script>\u0007\u202eabc\u2066 می\u200cخواهم\tقصة\ud800 👩‍👧' });
    const [entry] = await entries(database);
    expect(await openSubmission(deps, publication, entry?.id ?? '')).toMatchObject({
      content: { text: '<script>alert(1)</script>abc می\u200cخواهم\tقصة\ufffd 👩‍👧' },
    });
  });

  test('can be closed, opened again, and deleted with its receipt', async () => {
    const { database, publication, reception, deps, sent } = await begin();
    const code = await sent({ text: 'Once' });
    const id = (await entries(database))[0]?.id ?? '';
    await database.write((tx) => setSubmissionState(tx, id, 'closed'));
    expect(await countSubmissions(database.read, 'gorvan')).toEqual({ new: 0, read: 0, answered: 0, closed: 1 });
    // Opening it does not open it again.
    await openSubmission(deps, publication, id);
    expect((await countSubmissions(database.read, 'gorvan')).closed).toBe(1);
    await removeSubmission(deps, id);
    expect(await entries(database)).toEqual([]);
    expect(await reception.readReply(publication, code)).toEqual({ kind: 'unknown' });
  });

  test('the forms are open while the publication is active, unless its profile says otherwise', async () => {
    const { database } = await begin();
    const open = async (status: 'active' | 'paused' | 'archived', submissions: 'open' | 'closed' | null) => {
      await addPublication(database, { slug: 'amrin', status, submissions });
      const saved = await findPublication(database.read, 'amrin');
      return saved && takesSubmissions(saved);
    };
    expect([await open('active', null), await open('paused', null), await open('archived', null)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([await open('active', 'closed'), await open('paused', 'open')]).toEqual([false, true]);
    await database.write(async (tx) => {
      await sql`update publications set profile = '{"slug":"amrin"}' where slug = 'amrin'`.execute(tx);
    });
    expect((await findPublication(database.read, 'amrin'))?.submissions).toBeNull();
    expect(profileProblems({ submissions: 'ajar' }, plainPublication('amrin'))).toHaveLength(1);
  });
});

test('the keys are made once, whoever is first, for their owner alone', async () => {
  const folder = join(newFolder(), 'keys');
  const several = Array.from({ length: 8 }, () => openSubmissionKeys(folder));
  const ids = await Promise.all(several.map(async (keys) => (await keys.sealing()).id));
  expect(new Set(ids).size).toBe(1);
  const secrets = await Promise.all(several.map(async (keys) => (await keys.forms()).toString('hex')));
  expect(new Set(secrets).size).toBe(1);
  expect((await several[0]?.opening())?.id).toBe(ids[0]);
  const files = readdirSync(folder).sort();
  expect(files).toEqual(['forms.key', 'submissions.private.pem', 'submissions.public']);
  for (const file of files) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readFileSync(join(folder, 'submissions.private.pem'), 'utf8')).toContain('PRIVATE KEY');
});
