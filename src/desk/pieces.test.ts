import { findPieceByPath, findRevision, savePiece } from '#pieces/pieces.ts';
import { findPublication, savePublication } from '#publications/publications.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
  const publication = await findPublication(desk.newsroom.database.read, 'belisar');
  if (!publication) throw new Error('no publication');
  const changed = {
    ...publication,
    languages: ['en', 'ar'],
    topics: [{ slug: 'river', name: { en: 'The river', ar: 'النهر' } }],
  };
  await desk.newsroom.database.write((tx) => savePublication(tx, changed, `${day}T12:00:00.000Z`));
});
afterEach(() => desk.close());

const begin = (form: Partial<Record<'kind' | 'lang' | 'title' | 'day', string>>) =>
  desk.post('/desk/belisar/pieces', { kind: 'article', lang: 'en', title: 'The Long Bridge', day, ...form });
const made = async (form: Parameters<typeof begin>[0]) => {
  const response = await begin(form);
  expect(response.status).toBe(303);
  return (response.headers.get('location') ?? '').replace('/desk/piece/', '');
};
const at = (path: string) => findPieceByPath(desk.newsroom.database.read, 'belisar', path);
const contentOf = async (id: string, number: number) =>
  (await findRevision(desk.newsroom.database.read, id, number))?.content;
const details = (id: string, form: Record<string, string>) =>
  desk.post(`/desk/piece/${id}/details`, { base: '1', slug: 'the-long-bridge', day, ...form });

test('a piece of any kind is begun at the address of its kind, and opens in the composer', async () => {
  const id = await made({});
  expect(await at('articles/2026/11/20/the-long-bridge')).toMatchObject({ id, kind: 'article', state: 'unpublished' });
  const composer = await (await desk.get(`/desk/piece/${id}`)).text();
  expect(composer).toContain('"noun":"article"');
  // The reports of the latest day are at hand, though the piece is of none.
  await made({ kind: 'background', title: 'Ferries' });
  const background = await at('background/ferries');
  expect(background?.dated).toBeNull();
  expect(await (await desk.get(`/desk/piece/${background?.id}`)).text()).toContain(`"reportsOf":"${day}"`);
  await made({ kind: 'talk', lang: 'ar', title: 'عن الجسر' });
  expect(await at(`ar/talks/${encodeURI('عن-الجسر')}`)).toMatchObject({ lang: 'ar' });
  const list = await (await desk.get('/desk/belisar/pieces')).text();
  expect(list).toContain('Three pieces');
  expect(list).toContain('<a href="/desk/piece/' + id + '">The Long Bridge</a>');
  expect(await (await desk.get('/desk/belisar/pieces?kind=talk')).text()).toContain('One piece');
  expect(await (await desk.get('/desk/belisar/pieces?state=live')).text()).toContain('No piece is like that');
});

test('nothing is begun where a piece stands, at a place of the publication itself, or without a title', async () => {
  const id = await made({});
  const taken = await begin({});
  expect([taken.status, await taken.text()]).toEqual([422, expect.stringContaining(`/desk/piece/${id}`)]);
  for (const title of ['Search', 'Suggest', 'Articles', 'River', 'ar']) {
    const refused = await begin({ kind: 'page', title });
    expect([title, refused.status, await refused.text()]).toEqual([title, 422, expect.stringContaining('a place of')]);
  }
  await made({ kind: 'page', title: 'About' });
  expect(await (await begin({ title: '' })).text()).toContain('Give it a title');
  expect(await (await begin({ title: '—' })).text()).toContain('needs a letter or a digit');
  const day = await (await begin({ day: '2026-02-30', title: 'Kept' })).text();
  expect(day).toContain('Give the day');
  expect(day).toContain('value="Kept"');
});

test('what the publication says of itself needs no source to be published; a report does', async () => {
  const publish = async (id: string) => {
    const content = await contentOf(id, 1);
    if (!content) throw new Error('no content');
    const sentence = { id: 's9', text: 'We are four people in Dunmorrow.', basis: { kind: 'uncited' as const } };
    content.blocks = [{ type: 'paragraph', id: 'p9', sentences: [sentence] }];
    await savePiece(desk.newsroom, id, 1, content, 'Editor');
    return (await (await desk.send('POST', `/desk/api/pieces/${id}/publish`, { revision: 2 })).json()) as {
      kind: string;
      marks?: { kind: string }[];
    };
  };
  expect((await publish(await made({ kind: 'page', title: 'Masthead' }))).kind).toBe('published');
  const article = await publish(await made({}));
  expect(article).toMatchObject({ kind: 'not-published', marks: [{ kind: 'uncited' }] });
});

test('details say who made it, what it belongs to and where it stands, and are a revision', async () => {
  await made({ kind: 'series', title: 'Ferries' });
  const id = await made({});
  const saved = await details(id, {
    'author-0': 'Oona Firth',
    'author-0-role': 'photographer',
    'author-0-bio': 'She walks.\r\n\r\nFar.',
    'author-1': '',
    topic: 'river',
    series: 'ferries',
    tags: 'boats, the pier ، عبّارات',
    canonical: 'https://ledger.example/bridge',
    sponsor: 'The Quay Fund',
    slug: 'Bridge closed!',
    day: '2026-11-21',
  });
  expect(saved.headers.get('location')).toBe(`/desk/piece/${id}/details?said=saved`);
  expect(await at('articles/2026/11/21/bridge-closed')).toMatchObject({ id, dated: '2026-11-21', headRevision: 2 });
  expect(await contentOf(id, 2)).toMatchObject({
    title: 'The Long Bridge',
    authors: [{ name: 'Oona Firth', role: 'photographer', bio: 'She walks.\n\nFar.' }],
    topics: ['river'],
    series: [{ slug: 'ferries', title: 'Ferries' }],
    tags: [
      { slug: 'boats', title: 'boats' },
      { slug: 'the-pier', title: 'the pier' },
      { slug: 'عبّارات', title: 'عبّارات' },
    ],
    canonical: 'https://ledger.example/bridge',
    sponsor: { name: 'The Quay Fund' },
  });
  const page = await (await desk.get(`/desk/piece/${id}/details?said=saved`)).text();
  for (const words of [
    'value="Oona Firth"',
    'boats, the pier, عبّارات',
    'The details are saved',
    'value="bridge-closed"',
  ])
    expect(page).toContain(words);
});

test('details that are wrong are explained at their field, and what was typed stays', async () => {
  const id = await made({});
  const page = await details(id, {
    slug: '?',
    day: 'soon',
    canonical: 'ledger',
    'author-0': 'Oona',
    'author-0-url': 'javascript:alert(1)',
    'sponsor-url': 'https://fund.example',
  });
  expect(page.status).toBe(422);
  const text = await page.text();
  for (const words of ['needs a word', 'Give the day', 'Name who paid', 'value="ledger"'])
    expect(text).toContain(words);
  expect(text.match(/A web address begins with/gu)).toHaveLength(2);
  expect(await contentOf(id, 2)).toBeUndefined();
  await made({ title: 'Other' });
  expect(await (await details(id, { slug: 'other' })).text()).toContain('Another piece stands at that address');
});

test('details are saved over what somebody else wrote meanwhile, and not over other details', async () => {
  const id = await made({});
  const content = await contentOf(id, 1);
  if (!content) throw new Error('no content');
  await savePiece(desk.newsroom, id, 1, { ...content, lede: 'Written meanwhile.' }, 'Oona');
  expect((await details(id, { tags: 'mine' })).status).toBe(303);
  expect(await contentOf(id, 3)).toMatchObject({ lede: 'Written meanwhile.', tags: [{ title: 'mine' }] });
  const refused = await details(id, { base: '2', tags: 'theirs' });
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('other details meanwhile')]);
  expect(await contentOf(id, 4)).toBeUndefined();
});

test('a talk has its time in its place’s clock, and a series its pieces in order', async () => {
  const talk = await made({ kind: 'talk', title: 'On the bridge' });
  const times = {
    starts: '2026-12-01T18:00',
    ends: '2026-12-01T17:00',
    timeZone: 'Asia/Beirut',
    rsvp: 'desk@belisar.example',
  };
  const on = (form: Record<string, string>) => details(talk, { slug: 'on-the-bridge', ...times, ...form });
  expect(await (await on({})).text()).toContain('It ends before it begins');
  expect(await (await on({ timeZone: 'Nowhere/At All' })).text()).toContain('Asia/Beirut');
  expect((await on({ ends: '2026-12-01T19:30' })).status).toBe(303);
  expect((await contentOf(talk, 2))?.talk).toEqual({
    startsAt: '2026-12-01T16:00:00.000Z',
    endsAt: '2026-12-01T17:30:00.000Z',
    timeZone: 'Asia/Beirut',
    rsvp: 'desk@belisar.example',
  });
  const series = await made({ kind: 'series', title: 'Crossings' });
  const strange = await details(series, { slug: 'crossings', members: 'articles/none' });
  expect([strange.status, await strange.text()]).toEqual([422, expect.stringContaining('No piece stands at')]);
  await details(series, { slug: 'crossings', members: '/talks/on-the-bridge/\n' });
  expect((await contentOf(series, 2))?.members).toEqual(['talks/on-the-bridge']);
});

test('a translation is begun at its own address once, with the original’s parts to be brought in', async () => {
  const id = await made({});
  await details(id, { tags: 'boats' });
  const first = await desk.post(`/desk/piece/${id}/translate`, { lang: 'ar' });
  const there = (first.headers.get('location') ?? '').replace('/desk/piece/', '');
  expect(await at('ar/articles/2026/11/20/the-long-bridge')).toMatchObject({
    id: there,
    translationOf: id,
    lang: 'ar',
  });
  expect(await contentOf(there, 1)).toMatchObject({ lang: 'ar', tags: [{ title: 'boats' }], lede: '' });
  expect(await (await desk.get(`/desk/piece/${there}`)).text()).toContain(`"original":{"id":"${id}"`);
  const again = await desk.post(`/desk/piece/${id}/translate`, { lang: 'ar' });
  expect(again.headers.get('location')).toBe(`/desk/piece/${there}`);
  expect((await desk.post(`/desk/piece/${id}/translate`, { lang: 'fr' })).status).toBe(404);
});

test('words find pieces that nobody has published and reports of any day, which open where they stand', async () => {
  const id = await made({ kind: 'background', title: 'Barges of Dar Mizan' });
  const page = await (await desk.get('/desk/belisar/find?q=barge')).text();
  expect(page).toContain(`/desk/piece/${id}`);
  expect(page).toContain('Flour reaches Dar Mizan by barge');
  const report = /href="(\/desk\/belisar\/2026-11-20\?report=rep_[0-9a-z]+)#(report-rep_[0-9a-z]+)"/u.exec(page);
  expect(await (await desk.get(report?.[1] ?? '')).text()).toContain(`id="${report?.[2]}"`);
  const none = await (await desk.get('/desk/belisar/find?q=zeppelin')).text();
  expect(none).toContain('No piece has these words');
  expect(none).toContain('No report has all of these words');
  expect(await (await desk.get('/desk/belisar/find')).text()).toContain('What readers sent is sealed');
});

test('the plan parts what is overdue from what has no day, and begins a piece of a day that is free', async () => {
  const begin = async (title: string, day: string) => {
    const made = { kind: 'article', lang: 'en', title, day };
    const at = (await desk.post('/desk/belisar/pieces', made)).headers.get('location') ?? '';
    return at.split('/').at(-1) ?? '';
  };
  const late = await begin('The late one', day);
  const work = { state: 'writing', assignee: null, due: '2026-11-18T09:00', changes: 0 };
  expect((await desk.send('PUT', `/desk/api/pieces/${late}/work`, work)).status).toBe(200);
  await begin('The far one', '2027-01-20');
  const plan = await (await desk.get('/desk/belisar/plan')).text();
  const [before = '', after = ''] = plan.split('The coming two weeks');
  expect(before.slice(before.indexOf('Overdue'))).toContain('The late one');
  expect(after.slice(after.indexOf('>Later<'))).toContain('The far one');
  expect(plan).toContain('/desk/belisar/pieces/new?day=2026-11-29');
  expect(await (await desk.get('/desk/belisar/pieces/new?day=2026-11-29')).text()).toContain('value="2026-11-29"');
});
