import { instantText } from '#platform/clock.ts';
import { type Block, publishDue, savePiece, type Sentence, sentencesOf } from '#pieces/pieces.ts';
import { findPublication, savePublication } from '#publications/publications.ts';
import { insertStaff, signInMember, type StaffRole } from '#staff/staff.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ComposerState, WorkView } from './composer-state.ts';
import { sessionCookieName } from './session-cookie.ts';
import { day, openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

let desk: TestDesk;
let piece: string;
beforeEach(async () => {
  desk = await openTestDesk();
  piece = await desk.draft();
});
afterEach(() => desk.close());

const open = async () => (await (await desk.get(`/desk/api/pieces/${piece}`)).json()) as ComposerState;
const send = async (path: string, body: unknown, cookie = desk.cookie) => {
  const response = await desk.app.request(`/desk/api/pieces/${piece}/${path}`, {
    method: path === 'work' ? 'PUT' : 'POST',
    headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { kind: string; words?: string; reason?: string; work: WorkView };
};
const rules = async (changes: { secondPairOfEyes?: boolean; checklist?: string[] }) => {
  const { database, clock } = desk.newsroom;
  const publication = await findPublication(database.read, 'belisar');
  if (!publication) throw new Error('no publication');
  await database.write((tx) => savePublication(tx, { ...publication, ...changes }, instantText(clock.now())));
};
const enter = async (name: string, role: StaffRole) => {
  const { newsroom } = desk;
  const id = `st_${name.toLowerCase()}`;
  const member = { id, name, email: `${id}@desk.example`, runsNewsroom: false, roles: { belisar: role } };
  await newsroom.database.write((tx) => insertStaff(tx, member, instantText(newsroom.clock.now())));
  return { id, cookie: `${sessionCookieName('https://desk.example')}=${await signInMember(newsroom, id)}` };
};

test('says how far the work is, who does it and until when, in the publication’s zone; two do not overwrite each other', async () => {
  const { id } = await enter('Bela', 'contributor');
  const work = { state: 'review', assignee: id, due: `${day}T18:00`, changes: 0 };
  expect((await send('work', work)).work).toMatchObject({
    state: 'review',
    assignee: id,
    due: `${day}T18:00`,
    changes: 1,
  });
  expect(await send('work', { ...work, state: 'ready' })).toMatchObject({
    kind: 'not-done',
    words: expect.stringContaining('somebody changed it meanwhile'),
    work: { state: 'review' },
  });
  expect(await send('work', { ...work, assignee: 'st_nobody', changes: 1 })).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('does not write here'),
  });
});

test('ticks the lines of the publication’s checklist, each with who did', async () => {
  await rules({ checklist: ['Names spelled by the list'] });
  const item = 'Names spelled by the list';
  const ticked = await send('checked', { item, checked: true });
  expect(ticked.work.checklist).toEqual([{ item, checked: expect.any(String) }]);
  expect((await send('checked', { item, checked: false })).work.checklist).toEqual([{ item, checked: null }]);
  expect(await send('checked', { item: 'Another line', checked: true })).toMatchObject({ kind: 'refused' });
});

test('where nobody publishes alone, an editor’s own revision waits for somebody else’s eyes', async () => {
  await rules({ secondPairOfEyes: true });
  const bela = await enter('Bela', 'editor');
  const state = await open();
  // Saved by this editor: so it is theirs.
  const headers = { cookie: bela.cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const content = { ...state.content, lede: 'We review the key developments at the Long Bridge.' };
  const saved = await desk.app.request(`/desk/api/pieces/${piece}`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ base: state.piece.revision, content }),
  });
  const { revision } = (await saved.json()) as { revision: number };
  expect(await send('approve', { revision }, bela.cookie)).toMatchObject({ kind: 'not-done' });
  expect(await send('publish', { revision })).toMatchObject({ kind: 'not-published', why: 'needs-second' });
  expect((await send('approve', { revision })).work.approvals).toHaveLength(1);
  expect(await send('publish', { revision })).toMatchObject({ kind: 'published' });
});

test('a summary is given a time, goes out then, and the composer says so', async () => {
  const { piece: opened } = await open();
  const set = await send('schedule', { revision: opened.revision, at: `${day}T18:00` });
  expect(set).toMatchObject({ kind: 'work', words: expect.stringContaining('as it is now') });
  expect(set.work.schedule).toMatchObject({ at: `${day}T18:00`, revision: opened.revision, stopped: null });
  expect(await (await desk.get(`/desk/belisar/${day}`)).text()).toMatch(/Goes out 20\sNovember\s2026\sat\s18:00/u);
  expect(await send('schedule', { revision: opened.revision, at: `${day}T09:00` })).toMatchObject({
    kind: 'not-done',
    words: 'Not set: that time is past.',
  });
  desk.clock.set(`${day}T18:00:00Z`);
  await publishDue(desk.newsroom);
  // A composer that was open before hears of it with the work.
  const work = (await (await desk.get(`/desk/api/pieces/${piece}/work`)).json()) as { work: WorkView };
  expect(work.work).toMatchObject({ published: { state: 'live', liveRevision: opened.revision }, schedule: null });
});

test('what could not go out at its time says so, and why, where it is written', async () => {
  const { piece: opened } = await open();
  await send('schedule', { revision: opened.revision, at: `${day}T18:00` });
  await rules({ secondPairOfEyes: true });
  desk.clock.set(`${day}T18:00:00Z`);
  await publishDue(desk.newsroom);
  expect((await open()).work.schedule?.stopped).toMatch(/did not go out .*: nobody else had approved it/u);
  for (const page of ['/desk', '/desk/belisar/plan'])
    expect([page, await (await desk.get(page)).text()]).toEqual([
      page,
      expect.stringContaining('nobody else had approved it'),
    ]);
});

test('a comment stands at its sentence, is answered, and goes when it is dealt with', async () => {
  const said = { place: 's1', replyTo: null, quote: 'It will close.', words: 'Who says so?' };
  const first = (await send('comments', said)).work.comments[0];
  expect(first).toMatchObject({ at: 's1', words: 'Who says so?', replies: [] });
  const answered = await send('comments', { ...said, replyTo: first?.id, words: 'The council.' });
  expect(answered.work.comments[0]?.replies).toMatchObject([{ words: 'The council.' }]);
  expect((await send('comments/resolve', { comment: first?.id })).work.comments).toEqual([]);
  expect(await send('comments', { ...said, words: ' ' })).toMatchObject({ kind: 'refused' });
});

test('what others say of the work changes the stamp that every open composer asks for', async () => {
  const stamp = async () => ((await send('presence', { tab: 't1' })) as unknown as { stamp: string }).stamp;
  const before = await stamp();
  expect(await stamp()).toBe(before);
  await send('comments', { place: null, replyTo: null, quote: '', words: 'Hold this one.' });
  expect(await stamp()).not.toBe(before);
});

test('the history says what changed from one revision to the next, and goes back to one as the newest', async () => {
  const state = await open();
  const { revision } = state.piece;
  const content = { ...state.content, title: 'Another title' };
  await desk.send('PUT', `/desk/api/pieces/${piece}`, { base: revision, content });
  const page = await (await desk.get(`/desk/piece/${piece}/history?from=${revision}&to=${revision + 1}`)).text();
  expect(page).toContain('Title, changed');
  expect(page).toMatch(/<ins>Another title<\/ins>|<ins>Another<\/ins>/u);
  const restore = { revision: String(revision), base: String(revision + 1) };
  const back = await desk.post(`/desk/piece/${piece}/restore`, restore);
  expect(back.status).toBe(303);
  expect((await open()).content.title).toBe(state.content.title);
  expect((await open()).piece.revision).toBe(revision + 2);
  // What somebody saved meanwhile is not gone back over.
  expect((await desk.post(`/desk/piece/${piece}/restore`, restore)).status).toBe(409);
});

test('going back brings a vouch back for the words that it was given for, naming who gave it; else the sentence is uncited', async () => {
  const contributor = await enter('Bela', 'contributor');
  const said = async (basis: Sentence['basis'], text: string) => {
    const state = await open();
    const blocks: Block[] = [{ type: 'paragraph', id: 'p1', sentences: [{ id: 's1', text, basis }] }];
    return { base: state.piece.revision, content: { ...state.content, blocks } };
  };
  const put = async (basis: Sentence['basis'], text: string) =>
    desk.send('PUT', `/desk/api/pieces/${piece}`, await said(basis, text));
  const back = async (revision: number, cookie = desk.cookie) => {
    const { piece: opened } = await open();
    const response = await desk.app.request(`/desk/piece/${piece}/restore`, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ revision: String(revision), base: String(opened.revision) }),
    });
    const page = await (await desk.get(response.headers.get('location') ?? '')).text();
    return { page, basis: sentencesOf((await open()).content.blocks)[0]?.basis };
  };
  const vouched = { kind: 'vouched', by: 'X', at: '' } as const;
  await put(vouched, 'Spring comes late here.');
  const [second, kept] = [(await open()).piece.revision, sentencesOf((await open()).content.blocks)[0]?.basis];
  if (kept?.kind !== 'vouched') throw new Error('not vouched');
  await put({ kind: 'uncited' }, 'Spring came early.');

  const returned = await back(second);
  expect(returned.basis).toEqual(kept);
  expect(returned.page).toMatch(/Editor<\/bdi> vouched for these words, 20\sNovember/u);
  await put({ kind: 'uncited' }, 'Spring came early.');
  const without = await back(second, contributor.cookie);
  expect([without.basis, without.page]).toEqual([
    { kind: 'uncited' },
    expect.stringContaining('One sentence is uncited again'),
  ]);

  // As another program may have left it: the editor's word under words that they never saw.
  const { base, content } = await said(kept, 'Spring never comes.');
  await savePiece(desk.newsroom, piece, base, content, 'Import');
  await put({ kind: 'uncited' }, 'Spring came early.');
  expect((await back(base + 1)).basis).toEqual({ kind: 'uncited' });
});

test('withdrawing asks why, and the desk says what became of it', async () => {
  const { piece: opened } = await open();
  await send('publish', { revision: opened.revision });
  const withdraw = async (note: string) =>
    (await desk.post(`/desk/piece/${piece}/withdraw`, { note })).headers.get('location');
  expect(await withdraw(' ')).toContain('said=needs-note');
  expect(await withdraw('It rests on a forged letter.')).toContain('said=withdrawn');
  const page = await (await desk.get(`/desk/piece/${piece}/history`)).text();
  expect(page).toContain('It rests on a forged letter.');
  expect((await open()).piece.state).toBe('withdrawn');
});
